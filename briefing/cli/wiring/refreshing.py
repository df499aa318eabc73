"""What refreshes the library: who gets feeds and who reads them, with those of this account."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.library.refresh import Refresh
    from briefing.ports.library import Shelf
    from briefing.settings import Settings

_TURNS: Final = "-refresh"
"""What the name of the file ends with by which refreshes take turns; it lies beside the library."""


@contextmanager
def refresh_of(shelf: Shelf, settings: Settings) -> Iterator[Refresh]:
    """Yield what refreshes a shelf once.

    Raises:
        SourceError: if nothing is to be fetched.
    """
    if settings.offline:
        raise SourceError("Nothing is fetched while `offline` is on.", "Turn it off with --no-offline.")
    from briefing.cli.wiring.account import spoken_languages
    from briefing.folders import library_path
    from briefing.formats.feeds.process import FeedReaders
    from briefing.library.refresh import Refresh
    from briefing.sources.feeds import HttpFeeds, polite_client
    from briefing.store.turns import FileTurns

    path = library_path()
    turns = FileTurns(path and path.with_name(path.name + _TURNS))
    with (
        FeedReaders() as readers,
        closing(HttpFeeds(polite_client(spoken_languages(os.environ)), readers)) as feeds,
    ):
        yield Refresh(shelf, feeds, turns)
