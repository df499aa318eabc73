"""Lists of subscriptions (OPML 2.0, http://opml.org/spec2.opml), as other programs write and read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from briefing.errors import SourceError
from briefing.formats.draft import Draft
from briefing.formats.feeds.mending import ROOT_AFTER
from briefing.formats.feeds.process import FeedReaders
from briefing.model import BlockKind
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.feed import FeedAddress
    from briefing.formats.source import Head, Source

_LOOKED_AT: Final = 8192
_LONGEST: Final = 4096
"""Characters of an address."""
_SURE: Final = 0.97
_ROOT: Final = ROOT_AFTER + r"opml\b"


def score(head: Head) -> float:
    """Return how sure it is that this is a list of subscriptions."""
    start = head.text[:_LOOKED_AT].lstrip("\ufeff")
    return _SURE if re.match(_ROOT, start, re.IGNORECASE | re.DOTALL) else 0.0


def read(source: Source) -> Draft:
    """Return what feeds a list names, and how to subscribe to them.

    Raises:
        SourceError: if it cannot be read, or names none.
    """
    with FeedReaders(most=1) as readers:
        feeds = readers.subscriptions(source.data, source.called)
    if not feeds:
        raise SourceError(
            f"{source.called} is a list of subscriptions that names no feed.", "Export it again."
        )
    draft = Draft()
    draft.add(BlockKind.TITLE, f"Subscriptions in {source.called}")
    count = f"{len(feeds)} feeds" if len(feeds) > 1 else "one feed"
    draft.add(BlockKind.SUMMARY, f"This list names {count}. To subscribe, give it to “briefing subscribe”.")
    for feed in feeds:
        draft.add(BlockKind.LIST_ITEM, f"{feed.title}: {feed.address}" if feed.title else feed.address)
    return draft


def as_opml(feeds: Iterable[FeedAddress], title: str = "Subscriptions") -> str:
    """Return feeds as a list of subscriptions, in their order.

    Args:
        feeds: Them; one without a title goes by its address, for OPML wants one.
        title: What the list is called.
    """
    lines = (
        f'    <outline type="rss" text={called} title={called}'
        f" xmlUrl={quoteattr(safe_line(feed.address, _LONGEST))}/>\n"
        for feed in feeds
        if (called := quoteattr(safe_line(feed.title or feed.address)))
    )
    head = quoteattr(safe_line(title))[1:-1]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        f"  <head><title>{head}</title></head>\n  <body>\n{''.join(lines)}  </body>\n</opml>\n"
    )
