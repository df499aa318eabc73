"""An item of RSS or Atom, from its elements."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.feed import FeedChapter, FeedItem
from briefing.formats.feeds import markup
from briefing.formats.feeds.addresses import resolved
from briefing.formats.feeds.breaking import is_breaking
from briefing.formats.feeds.elements import attribute, base_of, first, language_of, markup_in, texts
from briefing.formats.feeds.lengths import read_length, time_in
from briefing.formats.feeds.persons import name_of
from briefing.formats.feeds.recordings import NamedFile, bare_type, recording_among
from briefing.formats.feeds.stamps import read_date
from briefing.formats.feeds.texts import ordered
from briefing.linked import LinkedKind, LinkedText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from briefing.formats.feeds.elements import Fields, Names

_TITLES: Final = ("title", "itunes:title", "media:title", "dc:title")
_DATES: Final = (
    "pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "dc:issued",
    "dcterms:date", "created", "date", "updated", "modified", "dcterms:modified",
)  # fmt: skip
"""When it was published goes before when it was changed."""
_STORIES: Final = ("content:encoded", "content", "xhtml:body", "body", "fullitem")
"""What may hold all of a story."""
_SUMMARIES: Final = (
    "description", "summary", "itunes:summary", "media:description", "dc:description", "itunes:subtitle",
)  # fmt: skip
_MARKS: Final = ("category", "dc:subject", "media:category", "itunes:keywords", "media:keywords", "keywords")
_KBPS: Final = 1000.0
_LONGER: Final = 2
"""How many times as long as what should be the story a summary has to be to be it."""


class FeedWide(NamedTuple):
    """What a feed says for all of its items."""

    language: str = ""
    bases: tuple[str, ...] = ()
    """What relative addresses are relative to, where nothing nearer tells it: the likelier first."""
    persons: tuple[str, ...] = ()


def read_item(item: Element, names: Names, about: FeedWide) -> FeedItem:
    """Return an item of a feed."""
    fields = names.fields(item)
    bases = (base_of(item), *about.bases) if item.base else about.bases
    reading = _Reading(item, fields, names, bases)
    language = language_of(item) or first(fields, "dc:language", "language") or about.language
    title = reading.title()
    length_s = next(filter(None, map(read_length, texts(fields, "itunes:duration"))), None)
    files = list(reading.files())
    recording = recording_among(files, language, has_length=length_s is not None) or NamedFile("")
    guid = first(fields, "guid", "id") or attribute(item, "about")
    content, text = reading.content()
    return FeedItem(
        title=title,
        published=next(filter(None, (read_date(said) for said in texts(fields, *_DATES))), ""),
        guid=guid,
        link=reading.link(),
        enclosure=recording.address,
        media_type=bare_type(recording.media_type),
        duration_s=length_s or recording.length_s,
        linked=ordered(reading.linked(), language),
        chapters=reading.chapters(),
        persons=reading.persons() or about.persons,
        is_breaking=is_breaking(title, reading.marks()),
        language=language,
        picture=reading.picture(),
        content=content,
        text=text,
    )


class _Reading:
    """An item's elements, asked for one thing after another."""

    def __init__(self, item: Element, fields: Fields, names: Names, bases: tuple[str, ...]) -> None:
        self._item, self._fields, self._names, self._bases = item, fields, names, bases

    def title(self) -> str:
        """Return its title without markup; empty if it has none."""
        for key in _TITLES:
            for element in self._fields.get(key, ()):
                if said := title_in(element):
                    return said
        return ""

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

    def content(self) -> tuple[str, str]:
        """Return the most that the feed holds of it as HTML, and as plain text."""
        story = self._longest(_STORIES)
        summary = self._longest(_SUMMARIES) or next(
            filter(None, map(_content_in, self._media("media:description"))), ""
        )
        most = story if len(story) * _LONGER >= len(summary) else summary
        return most, markup.plain(most) if most else ""

    def _longest(self, keys: tuple[str, ...]) -> str:
        found = (_content_in(each) for key in keys for each in self._fields.get(key, ()))
        return max(found, key=len, default="")

    def files(self) -> Iterator[NamedFile]:
        """Yield what may be its recording."""
        for each in self._fields.get("enclosure", ()):
            named = attribute(each, "url") or attribute(each, "href") or attribute(each, "resource")
            yield NamedFile(resolved(named, *self._bases), attribute(each, "type"))
        for each in self._fields.get("link", ()):
            if attribute(each, "rel").lower() == "enclosure":
                yield NamedFile(resolved(attribute(each, "href"), *self._bases), attribute(each, "type"))
        for each in self._fields.get("podcast:alternateenclosure", ()):
            yield self._alternative(each)
        for each in self._media("media:content"):
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

    def _media(self, key: str) -> Iterator[Element]:
        """Yield elements of Media RSS, which may stand in groups, and in one another."""
        for group in ("media:group", "media:content"):
            for each in self._fields.get(group, ()):
                yield from self._names.fields(each).get(key, ())
        if key == "media:content":
            yield from self._fields.get(key, ())

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
        for each in (*self._fields.get("media:subtitle", ()), *self._media("media:subtitle")):
            address = resolved(attribute(each, "href"), *self._bases)
            yield LinkedText(LinkedKind.SUBTITLES, address, attribute(each, "lang"), attribute(each, "type"))
        for each in self._fields.get("podcast:chapters", ()):
            address = resolved(attribute(each, "url"), *self._bases)
            yield LinkedText(LinkedKind.CHAPTERS, address, "", attribute(each, "type"))

    def chapters(self) -> tuple[FeedChapter, ...]:
        """Return the chapters that stand in the feed (Podlove Simple Chapters)."""
        found = (
            (time_in(attribute(each, "start")), markup.line(attribute(each, "title")))
            for chapters in self._fields.get("psc:chapters", ())
            for each in self._names.fields(chapters).get("psc:chapter", ())
        )
        return tuple(sorted(FeedChapter(start_s, title) for start_s, title in found if start_s is not None))

    def persons(self) -> tuple[str, ...]:
        """Return who speaks in it, else who it is from."""
        return persons_in(self._fields, self._names, "podcast:person") or persons_in(
            self._fields, self._names, "dc:creator", "author", "dc:author", "itunes:author", "dc:contributor"
        )

    def marks(self) -> Iterator[str]:
        """Yield its categories and key words."""
        for key in _MARKS:
            for each in self._fields.get(key, ()):
                said = (
                    each.text or "",
                    attribute(each, "term"),
                    attribute(each, "label"),
                    attribute(each, "text"),
                )
                yield from (mark for words in said for mark in words.split(",") if mark)

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
        for each in self._media("media:content"):
            if attribute(each, "medium") == "image" or attribute(each, "type").startswith("image/"):
                yield each
        yield from self._fields.get("media:thumbnail", ())
        yield from self._media("media:thumbnail")
        yield from (
            each for each in self._fields.get("enclosure", ()) if attribute(each, "type").startswith("image/")
        )
        yield from self._fields.get("image", ())


def title_in(element: Element) -> str:
    """Return a title without markup."""
    is_markup = bool(len(element)) or "html" in attribute(element, "type").lower()
    return markup.line(markup_in(element), is_markup=is_markup)


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


def persons_in(fields: Fields, names: Names, *keys: str) -> tuple[str, ...]:
    """Return the names of the first of these keys that has any."""
    for key in keys:
        found = []
        for each in fields.get(key, ()):
            inside = names.fields(each) if len(each) else {}
            found.append(name_of(first(inside, "name", "email") or (each.text or "")))
        if any(found):
            return tuple(dict.fromkeys(filter(None, found)))
    return ()


def _content_in(element: Element) -> str:
    """Return what an element has of a story as HTML; empty where that is elsewhere, or no text."""
    kind = attribute(element, "type").lower()
    said = markup_in(element).strip()
    if kind in ("text", "plain", "text/plain") and not markup.looks_marked_up(said):
        said = html.escape(said, quote=False)
    return markup.as_markup(said)


def _number(said: str) -> float:
    try:
        return max(0.0, float(said[:20]))
    except ValueError:
        return 0.0
