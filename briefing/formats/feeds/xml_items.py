"""An item of RSS or Atom, from its elements."""

from __future__ import annotations

import html
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.feed import FeedChapter, FeedItem
from briefing.formats.feeds import markup
from briefing.formats.feeds.breaking import BREAKING_NAMES, is_breaking
from briefing.formats.feeds.elements import attribute, base_of, first, language_of, markup_in, texts
from briefing.formats.feeds.lengths import read_length, time_in
from briefing.formats.feeds.persons import name_of
from briefing.formats.feeds.recordings import NamedFile, bare_type, recording_among
from briefing.formats.feeds.stamps import read_date
from briefing.formats.feeds.texts import ordered, texts_among
from briefing.formats.feeds.xml_named import Naming, within_media

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from briefing.formats.feeds.elements import Fields, Names

_TITLES: Final = ("title", "itunes:title", "dc:title")
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
_PERSONS: Final = (
    "podcast:person", "dc:creator", "author", "dc:author", "contributor", "itunes:author",
    "googleplay:author", "dc:contributor",
)  # fmt: skip
_NO: Final = ("false", "no", "0")
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
    reading, naming = _Reading(fields, names), Naming(item, fields, names, bases)
    language = language_of(item) or first(fields, "dc:language", "language") or about.language
    title = reading.title()
    length_s = next(filter(None, map(read_length, texts(fields, "itunes:duration"))), None)
    files = list(naming.files())
    recording = recording_among(files, language, has_length=length_s is not None) or NamedFile("")
    guid = first(fields, "guid", "id") or attribute(item, "about")
    content, text = reading.content()
    return FeedItem(
        title=title,
        published=next(filter(None, (read_date(said) for said in texts(fields, *_DATES))), ""),
        guid=guid,
        link=naming.link(),
        enclosure=recording.address,
        media_type=bare_type(recording.media_type),
        duration_s=length_s or recording.length_s,
        linked=ordered((*naming.linked(), *texts_among(files)), language),
        chapters=reading.chapters(),
        persons=reading.persons() or about.persons,
        is_breaking=reading.is_marked() or is_breaking(title, reading.marks()),
        language=language,
        picture=naming.picture(),
        content=content,
        text=text,
    )


class _Reading:
    """What an item says, asked for one thing after another."""

    def __init__(self, fields: Fields, names: Names) -> None:
        self._fields, self._names = fields, names

    def title(self) -> str:
        """Return its title without markup; empty if it has none."""
        named = (element for key in _TITLES for element in self._fields.get(key, ()))
        within = within_media(self._fields, self._names, "media:title")
        return next(filter(None, map(title_in, chain(named, within))), "")

    def content(self) -> tuple[str, str]:
        """Return the most that the feed holds of it as HTML, and as plain text."""
        story = self._longest(_STORIES)
        summary = self._longest(_SUMMARIES) or next(
            filter(None, map(_content_in, within_media(self._fields, self._names, "media:description"))), ""
        )
        most = story if len(story) * _LONGER >= len(summary) else summary
        return most, markup.plain(most) if most else ""

    def _longest(self, keys: tuple[str, ...]) -> str:
        found = (_content_in(each) for key in keys for each in self._fields.get(key, ()))
        return max(found, key=len, default="")

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
        return persons_in(self._fields, self._names, *_PERSONS)

    def is_marked(self) -> bool:
        """Return whether an element of its own says that it is breaking news."""
        named = (key for key in self._fields if key.rpartition(":")[2] in BREAKING_NAMES)
        return any(
            (each.text or "").strip().lower() not in _NO for key in named for each in self._fields[key]
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


def title_in(element: Element) -> str:
    """Return a title without markup."""
    is_markup = bool(len(element)) or "html" in attribute(element, "type").lower()
    return markup.line(markup_in(element), is_markup=is_markup)


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
