"""What a process that reads feeds answers: a feed, or the feeds that a list names.

What comes over the pipe is trusted no more than the feed: who takes the process over can write anything. So
numbers are finite and within bounds, lists and texts have an end, and an address is one of http or empty.
Texts are made safe where a `Draft` or the library takes them.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, Final

from briefing.feed import Feed, FeedAddress, FeedChapter, FeedItem
from briefing.formats.draft import LONGEST_S
from briefing.linked import MOST_LINKED, LinkedKind, LinkedText
from briefing.processes.answers import checking, text_in

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_ITEMS: Final = 20_000
"""Of a feed, and feeds of a list."""
_MOST_CHAPTERS: Final = 1000
_MOST_PERSONS: Final = 64
_LONGEST_LINE: Final = 4096
"""Code points of what is one line, an address too."""
_LONGEST_CONTENT: Final = 1 << 20
"""Code points of one item's content; a novel has fewer."""
_ADDRESS: Final = re.compile(r"https?://[^\x00-\x20\x7f-\x9f]+", re.IGNORECASE)
_ITEM_FIELDS: Final = FeedItem._fields


def pack(feed: Feed) -> bytes:
    """Return a feed as it goes over the pipe."""
    values = [
        *(_cut(line) for line in feed[:-1]),
        [_packed(item) for item in feed.items[:MOST_ITEMS]],
    ]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def unpack(data: bytes) -> Feed:
    """Return the feed that was answered, with nothing in it that it may not hold.

    Raises:
        ValueError: if it is no answer: the process may have been taken over.
    """
    with checking():
        title, language, link, moved_to, items = json.loads(data)
        return Feed(
            _line(title),
            _line(language),
            _address(link),
            _address(moved_to),
            tuple(_item(dict(zip(_ITEM_FIELDS, item, strict=True))) for item in items[:MOST_ITEMS]),
        )


def pack_subscriptions(feeds: Sequence[FeedAddress]) -> bytes:
    """Return the feeds that a list names as they go over the pipe."""
    return json.dumps(feeds[:MOST_ITEMS], ensure_ascii=False).encode("utf-8", "replace")


def unpack_subscriptions(data: bytes) -> tuple[FeedAddress, ...]:
    """Return the feeds that were answered.

    Raises:
        ValueError: if it is no answer.
    """
    with checking():
        found = [
            FeedAddress(_address(address), _line(title)) for address, title in json.loads(data)[:MOST_ITEMS]
        ]
    return tuple(feed for feed in found if feed.address)


def _packed(item: FeedItem) -> FeedItem:
    """Return an item with no text in it that is longer than it may be."""
    return item._replace(
        title=_cut(item.title),
        guid=_cut(item.guid),
        content=item.content[:_LONGEST_CONTENT],
        text=item.text[:_LONGEST_CONTENT],
    )


def _cut(line: str) -> str:
    return line[:_LONGEST_LINE]


def _item(values: dict[str, Any]) -> FeedItem:
    return FeedItem(
        title=_line(values["title"]),
        published=_line(values["published"]),
        guid=_line(values["guid"]),
        link=_address(values["link"]),
        enclosure=_address(values["enclosure"]),
        media_type=_line(values["media_type"]),
        duration_s=_seconds(values["duration_s"]),
        linked=tuple(_linked(*each) for each in values["linked"][:MOST_LINKED]),
        chapters=tuple(_chapter(*each) for each in values["chapters"][:_MOST_CHAPTERS]),
        persons=tuple(map(_line, values["persons"][:_MOST_PERSONS])),
        is_breaking=values["is_breaking"] is True,
        language=_line(values["language"]),
        picture=_address(values["picture"]),
        content=text_in(values["content"])[:_LONGEST_CONTENT],
        text=text_in(values["text"])[:_LONGEST_CONTENT],
    )


def _linked(kind: str, address: object, language: object, media_type: object, text: object) -> LinkedText:
    return LinkedText(
        LinkedKind(kind),
        _address(address),
        _line(language),
        _line(media_type),
        text_in(text)[:_LONGEST_CONTENT],
    )


def _chapter(start_s: float, title: object) -> FeedChapter:
    seconds = _seconds(start_s)
    if seconds is None:
        raise ValueError("A chapter begins at no time.")
    return FeedChapter(seconds, _line(title))


def _line(value: object) -> str:
    return text_in(value)[:_LONGEST_LINE]


def _address(value: object) -> str:
    """Return an address of http; empty for every other."""
    address = text_in(value)
    return address if len(address) <= _LONGEST_LINE and _ADDRESS.fullmatch(address) else ""


def _seconds(value: float | None) -> float | None:
    seconds = None if value is None else float(value)
    return seconds if seconds is not None and math.isfinite(seconds) and 0 <= seconds <= LONGEST_S else None
