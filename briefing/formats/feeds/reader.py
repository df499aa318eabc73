"""A feed's bytes, or those of a list of them, as what they hold. Runs in the process that may die."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.feeds.mending import root_of
from briefing.formats.pages.html.charset import read_text

if TYPE_CHECKING:
    from briefing.feed import Feed, FeedAddress

_DEFAULTS: Final = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")


def read(data: bytes, address: str, charset: str = "") -> Feed | None:
    """Return what a feed holds; None where it is none.

    Args:
        data: The feed as it came.
        address: Its own; empty where it is not known.
        charset: The character set that it came with; empty where none was told.
    """
    # Servers say so of everything, and what a feed says of itself goes before.
    told = "" if charset.lower() in _DEFAULTS else charset
    source = read_text(data, told).lstrip("\ufeff \t\r\n")
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
    source = read_text(data)
    if root_of(source) != "opml":
        return None
    from briefing.formats.feeds import outlines

    return outlines.read(source)
