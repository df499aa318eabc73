"""RSS and Atom, as sources: the newest item is opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.formats.feeds.item import draft_of_item, holds_story, newest
from briefing.formats.feeds.mending import ROOT_AFTER
from briefing.formats.feeds.process import FeedReaders

if TYPE_CHECKING:
    from briefing.feed import Feed
    from briefing.formats.draft import Draft
    from briefing.formats.source import Head, Source

_LOOKED_AT: Final = 8192
_SURE: Final = 0.97
_ROOT: Final = ROOT_AFTER + r"(?:rss|feed|rdf)\b"
_SUFFIXES: Final = (".rss", ".atom", ".rdf")


def score(head: Head) -> float:
    """Return how sure it is that this is a feed."""
    start = head.text[:_LOOKED_AT].lstrip("\ufeff")
    is_one = head.suffix in _SUFFIXES or re.match(_ROOT, start, re.IGNORECASE | re.DOTALL) is not None
    return _SURE if is_one else 0.0


def read(source: Source) -> Draft:
    """Return the newest item of a feed.

    Raises:
        SourceError: if it cannot be read, or has none.
    """
    feed = feed_of(source)
    item = newest(feed.items)
    draft = draft_of_item(item, source.called, source.address)
    draft.feed = feed
    if not holds_story(item):
        draft.notices.append(f"The feed holds no more of this than its beginning; the page is {item.link}")
    return draft


def feed_of(source: Source) -> Feed:
    """Return what a feed holds, at least one item.

    Raises:
        SourceError: if it cannot be read, or has none.
    """
    with FeedReaders(most=1) as readers:
        feed = readers.read(source.data, source.address, source.called, source.charset)
    if not feed.items:
        moved = f"Open {feed.moved_to}, where it says that it is now." if feed.moved_to else ""
        raise SourceError(
            f"{source.called} is a feed without items.", moved or "Look again when it has some."
        )
    return feed
