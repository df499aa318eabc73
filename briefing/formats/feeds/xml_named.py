"""What an item of RSS or Atom names: its page, its recording, the texts that go with that, its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.feeds.addresses import resolved
from briefing.formats.feeds.elements import attribute
from briefing.formats.feeds.lengths import read_length
from briefing.formats.feeds.recordings import NamedFile
from briefing.linked import LinkedKind, LinkedText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from briefing.formats.feeds.elements import Fields, Names

_KBPS: Final = 1000.0


class Naming:
    """What an item names, as whole addresses.

    Args:
        item: Its element.
        fields: What is in that.
        names: What tells elements.
        bases: What its addresses may be relative to, the likelier first.
    """

    def __init__(self, item: Element, fields: Fields, names: Names, bases: tuple[str, ...]) -> None:
        self._item, self._fields, self._names, self._bases = item, fields, names, bases

    def link(self) -> str:
        """Return the page that it is about."""
        return page_of(self._fields.get("link", ()), self._bases) or self._permanent() or self._elsewhere()

    def _elsewhere(self) -> str:
        """Return where Atom says that the content is."""
        named = (attribute(each, "src") for each in self._fields.get("content", ()))
        return next(filter(None, (resolved(src, *self._bases) for src in named)), "")

    def _permanent(self) -> str:
        """Return what it is known by, where that is the address of its page."""
        named = (*self._fields.get("guid", ()), *self._fields.get("id", ()))
        guid = next((each.text or "" for each in named if attribute(each, "ispermalink") != "false"), "")
        return resolved(guid) or resolved(attribute(self._item, "about"))

    def files(self) -> Iterator[NamedFile]:
        """Yield what may be its recording."""
        for each in (*self._fields.get("enclosure", ()), *self._fields.get("enc:enclosure", ())):
            named = attribute(each, "url") or attribute(each, "href") or attribute(each, "resource")
            yield NamedFile(resolved(named, *self._bases), attribute(each, "type"))
        for each in self._fields.get("link", ()):
            if attribute(each, "rel").lower() == "enclosure":
                yield NamedFile(resolved(attribute(each, "href"), *self._bases), attribute(each, "type"))
        for each in self._fields.get("podcast:alternateenclosure", ()):
            yield self._alternative(each)
        for each in within_media(self._fields, self._names, "media:content"):
            yield NamedFile(
                resolved(attribute(each, "url"), *self._bases),
                attribute(each, "type")
                or {"audio": "audio/", "video": "video/"}.get(attribute(each, "medium"), ""),
                is_enclosure=False,
                is_usual=attribute(each, "isdefault") == "true",
                is_sample=attribute(each, "expression") == "sample",
                kbps=_number(attribute(each, "bitrate")),
                language=attribute(each, "lang"),
                length_s=read_length(attribute(each, "duration")),
            )

    def _alternative(self, alternative: Element) -> NamedFile:
        sources = self._names.fields(alternative).get("podcast:source", ())
        found = ((resolved(attribute(each, "uri"), *self._bases), each) for each in sources)
        address, source = next((pair for pair in found if pair[0]), ("", alternative))
        return NamedFile(
            address,
            attribute(source, "contenttype") or attribute(alternative, "type"),
            is_enclosure=False,
            is_usual=attribute(alternative, "default") == "true",
            kbps=_number(attribute(alternative, "bitrate")) / _KBPS,
            language=attribute(alternative, "lang"),
        )

    def linked(self) -> Iterator[LinkedText]:
        """Yield the texts that go with its recording."""
        for each in self._fields.get("podcast:transcript", ()):
            is_shown = attribute(each, "rel").lower() == "captions"
            yield LinkedText(
                LinkedKind.CAPTIONS if is_shown else LinkedKind.TRANSCRIPT,
                resolved(attribute(each, "url"), *self._bases),
                attribute(each, "language"),
                attribute(each, "type"),
            )
        for each in within_media(self._fields, self._names, "media:subtitle"):
            address = resolved(attribute(each, "href"), *self._bases)
            yield LinkedText(LinkedKind.SUBTITLES, address, attribute(each, "lang"), attribute(each, "type"))
        for each in self._fields.get("podcast:chapters", ()):
            address = resolved(attribute(each, "url"), *self._bases)
            yield LinkedText(LinkedKind.CHAPTERS, address, "", attribute(each, "type"))

    def picture(self) -> str:
        """Return the address of its picture."""
        for each in self._pictures():
            named = attribute(each, "href") or attribute(each, "url") or (each.text or "")
            if address := resolved(named, *self._bases):
                return address
        return ""

    def _pictures(self) -> Iterator[Element]:
        for key in ("itunes:image", "podcast:image"):
            yield from self._fields.get(key, ())
        for each in within_media(self._fields, self._names, "media:content"):
            if attribute(each, "medium") == "image" or attribute(each, "type").startswith("image/"):
                yield each
        yield from within_media(self._fields, self._names, "media:thumbnail")
        yield from (
            each for each in self._fields.get("enclosure", ()) if attribute(each, "type").startswith("image/")
        )
        yield from self._fields.get("image", ())


def within_media(fields: Fields, names: Names, key: str) -> Iterator[Element]:
    """Yield elements of Media RSS, which may stand in groups, and in one another."""
    yield from fields.get(key, ())
    for group in ("media:group", "media:content"):
        for each in fields.get(group, ()):
            yield from within_media(names.fields(each), names, key)


def page_of(links: list[Element] | tuple[()], bases: tuple[str, ...]) -> str:
    """Return the page that links lead to: the text of RSS's, or Atom's alternate, HTML before others."""
    found: list[tuple[int, str]] = []
    for each in links:
        rel, kind = attribute(each, "rel").lower() or "alternate", attribute(each, "type").lower()
        named = attribute(each, "href")
        address = resolved(named or each.text, *bases)
        if address and rel in ("alternate", "http://www.iana.org/assignments/relation/alternate"):
            found.append((bool(named) and "html" not in kind and bool(kind), address))
    return min(found, key=lambda each: each[0], default=(0, ""))[1]


def _number(said: str) -> float:
    try:
        return max(0.0, float(said[:20]))
    except ValueError:
        return 0.0
