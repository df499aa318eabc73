"""Feeds that the user names: files and addresses, read as such."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.feed import Feed
    from briefing.settings import Settings


def read_feed(name: str, settings: Settings) -> Feed:
    """Return what the feed in a file or at an address holds.

    Raises:
        SourceError, UnsafeError: if it cannot be had, or is none.
    """
    from briefing.formats.feeds.process import MOST_BYTES, FeedReaders
    from briefing.sources.address import checked, is_address

    if is_address(name):
        from briefing.cli.wiring.account import spoken_languages
        from briefing.cli.wiring.network import LateFetcher

        fetched = LateFetcher(settings, spoken_languages(os.environ)).open(checked(name))
        data, address, charset, called = (
            fetched.data(MOST_BYTES),
            fetched.address,
            fetched.charset,
            fetched.name,
        )
    else:
        from briefing.cli.wiring.sources import TagReader
        from briefing.sources.opening import find

        opening = find(name, TagReader())
        data, address, charset, called = opening.data, "", "", opening.called
    with FeedReaders(most=1) as readers:
        return readers.read(data, address, called, charset)
