"""A feed's bytes, or those of a list of them, as what they hold. Runs in the process that may die."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats.feeds.charset import read_source
from briefing.formats.feeds.mending import root_of

if TYPE_CHECKING:
    from briefing.feed import Feed, FeedAddress


def read(data: bytes, address: str, charset: str = "") -> Feed | None:
    """Return what a feed holds; None where it is none.

    Args:
        data: The feed as it came.
        address: Its own; empty where it is not known.
        charset: The character set that it came with; empty where none was told.
    """
    source = read_source(data, charset)
    if source.startswith("{"):
        from briefing.formats.feeds import json_reader

        feed = json_reader.read(source, address)
        return feed if feed.title or feed.items else None
    if root_of(source) in ("", "opml"):
        return None
    from briefing.formats.feeds import xml_reader

    return xml_reader.read(source, address)


def read_subscriptions(data: bytes) -> tuple[FeedAddress, ...] | None:
    """Return the feeds that a list of subscriptions names; None where it is none."""
    source = read_source(data)
    if root_of(source) != "opml":
        return None
    from briefing.formats.feeds import outlines

    return outlines.read(source)
