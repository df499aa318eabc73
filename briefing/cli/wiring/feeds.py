"""Feeds that the user names: files and addresses, read as such."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.feed import Feed, FeedAddress, FeedItem
    from briefing.settings import Settings


class FeedData(NamedTuple):
    """What the user named, as it came."""

    data: bytes
    address: str
    """Its own; empty for a file."""
    called: str
    charset: str = ""


def read_feed_or_list(name: str, settings: Settings) -> Feed | Sequence[FeedAddress]:
    """Return what the feed in a file or at an address holds, or the feeds that a list of subscriptions names.

    Raises:
        SourceError, UnsafeError: if it cannot be had, or is neither.
    """
    from briefing.formats.feeds.process import FeedReaders

    found = data_of(name, settings)
    with FeedReaders(most=1) as readers:
        try:
            return readers.read(*found)
        except SourceError:
            with suppress(SourceError):
                return readers.subscriptions(found.data, found.called)
            raise


def data_of(name: str, settings: Settings, asked_by: str = "") -> FeedData:
    """Return what is in a file, or at an address.

    Args:
        name: A file, an address, or - for what is piped.
        settings: The settings in force.
        asked_by: The page that names it, which may not lead to the user's own network.

    Raises:
        SourceError, UnsafeError: if it cannot be had.
    """
    from briefing.formats.feeds.process import MOST_BYTES
    from briefing.sources.address import checked, is_address

    if is_address(name):
        from briefing.cli.wiring.account import spoken_languages
        from briefing.cli.wiring.current import CurrentSettings
        from briefing.cli.wiring.network import LateFetcher

        with (
            closing(LateFetcher(CurrentSettings(settings), spoken_languages(os.environ))) as fetcher,
            closing(fetcher.open(checked(name), asked_by)) as fetched,
        ):
            return FeedData(fetched.data(MOST_BYTES), fetched.address, fetched.name, fetched.charset)
    from briefing.cli.wiring.sources import TagReader
    from briefing.sources.opening import find

    opening = find(name, TagReader())
    return FeedData(opening.data, "", opening.called)


def without_secrets_in(feed: Feed) -> Feed:
    """Return a feed as it may be printed: its addresses without their secrets."""
    return feed._replace(
        link=_spared(feed.link), moved_to=_spared(feed.moved_to), items=tuple(map(_public, feed.items))
    )


def without_secrets_in_list(feeds: Sequence[FeedAddress]) -> list[FeedAddress]:
    """Return the feeds of a list as they may be printed: their addresses without their secrets."""
    return [feed._replace(address=_spared(feed.address)) for feed in feeds]


def _public(item: FeedItem) -> FeedItem:
    return item._replace(
        guid=_spared(item.guid),
        link=_spared(item.link),
        enclosure=_spared(item.enclosure),
        picture=_spared(item.picture),
        linked=tuple(each._replace(address=_spared(each.address)) for each in item.linked),
    )


def _spared(named: str) -> str:
    """Return an address without its secrets, and everything else as it is."""
    from briefing.sources.address import has_secret, is_address, without_secrets

    return without_secrets(named) if is_address(named) and has_secret(named) else named
