"""Lists of subscriptions (OPML 1.0 and 2.0): every outline that names a feed, however deep it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.feed import FeedAddress
from briefing.formats.feeds import markup
from briefing.formats.feeds.addresses import resolved
from briefing.formats.feeds.answer import MOST_ITEMS
from briefing.formats.feeds.elements import attribute, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_FEEDS: Final = ("", "rss", "atom", "feed", "rss1", "rss2", "include", "podcast", "link")
"""Types of outlines that may name a feed by `url`."""


def read(source: str, address: str = "") -> tuple[FeedAddress, ...]:
    """Return the feeds that a list names, each once, in its order.

    Args:
        source: The list as text.
        address: Its own; empty where it is not known.
    """
    root = parse(source, address)
    found: dict[str, str] = {}
    for outline in () if root is None else _outlines(root):
        named = attribute(outline, "xmlurl")
        if not named and attribute(outline, "type").lower() in _FEEDS:
            named = attribute(outline, "url")
        feed = resolved(named, address)
        title = markup.line(attribute(outline, "title") or attribute(outline, "text"))
        if feed and len(found) < MOST_ITEMS:
            found[feed] = found.get(feed) or title
    return tuple(FeedAddress(feed, title) for feed, title in found.items())


def _outlines(root: Element) -> Iterator[Element]:
    return (each for each in root.iter() if each.tag.rpartition("}")[2].lower() == "outline")
