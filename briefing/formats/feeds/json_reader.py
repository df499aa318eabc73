"""JSON Feed 1.0 and 1.1 (https://jsonfeed.org/version/1.1)."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any, Final

from briefing.feed import Feed, FeedItem
from briefing.formats.feeds import markup
from briefing.formats.feeds.addresses import resolved
from briefing.formats.feeds.answer import MOST_ITEMS
from briefing.formats.feeds.breaking import BREAKING_NAMES, is_breaking
from briefing.formats.feeds.empty import says_something
from briefing.formats.feeds.lengths import read_length
from briefing.formats.feeds.persons import name_of
from briefing.formats.feeds.recordings import NamedFile, bare_type, recording_among
from briefing.formats.feeds.stamps import read_date
from briefing.formats.feeds.texts import ordered, texts_among
from briefing.formats.pages.html.json_text import read_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_DIGITS: Final = 18


def read(source: str, address: str) -> Feed:
    """Return what a feed holds; nothing where it is no object.

    Args:
        source: The feed as text.
        address: Its own; empty where it is not known.
    """
    values = _decoded(source)
    if not isinstance(values, dict):
        return Feed()
    own = address or resolved(_text(values.get("feed_url")))
    site = resolved(_text(values.get("home_page_url")), own)
    language = _text(values.get("language"))
    items = values.get("items")
    persons = _persons(values)
    return Feed(
        title=markup.line(_text(values.get("title"))),
        language=language,
        link=site,
        items=tuple(
            item
            for each in (items[:MOST_ITEMS] if isinstance(items, list) else ())
            if isinstance(each, dict)
            and says_something(item := _item(each, language, persons, tuple(filter(None, (own, site)))))
        ),
    )


def _decoded(source: str) -> Any:
    decoder = json.JSONDecoder(strict=False, parse_int=_whole, parse_constant=lambda _: None)
    try:
        return decoder.decode(source.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return read_value(source)


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= _MOST_DIGITS else None


def _item(values: dict[str, Any], language: str, persons: tuple[str, ...], bases: Sequence[str]) -> FeedItem:
    language = _text(values.get("language")) or language
    title = markup.line(_text(values.get("title")))
    files = list(_files(values, bases))
    recording = recording_among(files, language) or NamedFile("")
    told, text = _text(values.get("content_html")), _text(values.get("content_text"))
    content = told or _escaped(text) or _escaped(_text(values.get("summary")))
    pages = (resolved(_text(values.get(name)), *bases) for name in ("url", "external_url"))
    dates = (read_date(_text(values.get(name))) for name in ("date_published", "date_modified"))
    pictures = (resolved(_text(values.get(name)), *bases) for name in ("image", "banner_image"))
    tags = values.get("tags")
    return FeedItem(
        title=title,
        published=next(filter(None, dates), ""),
        guid=_text(values.get("id")),
        link=next(filter(None, pages), ""),
        enclosure=recording.address,
        media_type=bare_type(recording.media_type),
        duration_s=recording.length_s,
        linked=ordered(texts_among(files), language),
        persons=_persons(values) or persons,
        is_breaking=is_breaking(title, map(_text, tags if isinstance(tags, list) else ()))
        or any(values.get(name) is True for name in BREAKING_NAMES),
        language=language,
        picture=next(filter(None, pictures), ""),
        content=content,
        text=markup.plain(content),
    )


def _files(values: dict[str, Any], bases: Sequence[str]) -> Iterator[NamedFile]:
    attachments = values.get("attachments")
    for each in attachments if isinstance(attachments, list) else ():
        if isinstance(each, dict):
            yield NamedFile(
                resolved(_text(each.get("url")), *bases),
                _text(each.get("mime_type")),
                length_s=read_length(_text(each.get("duration_in_seconds"))),
            )


def _persons(values: dict[str, Any]) -> tuple[str, ...]:
    """Return the authors of 1.1, or the one of 1.0."""
    listed = values.get("authors")
    authors = listed if isinstance(listed, list) and listed else [values.get("author")]
    names = (name_of(_text(each.get("name") if isinstance(each, dict) else each)) for each in authors)
    return tuple(dict.fromkeys(filter(None, names)))


def _escaped(text: str) -> str:
    """Return plain text as HTML."""
    return markup.as_markup(html.escape(text, quote=False))


def _text(value: object) -> str:
    """Return a text, or a number as one; empty for everything else."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return str(value) if isinstance(value, str) or is_number else ""
