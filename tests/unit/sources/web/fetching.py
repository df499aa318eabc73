"""A fetcher for tests, which loses patience soon, with copies in a folder of its own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from briefing.sources.web.cache.copies import Cache
from briefing.sources.web.client import Client
from briefing.sources.web.fetcher import HttpFetcher
from briefing.sources.web.patience import Patience

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.ports.clock import Clock
    from briefing.ports.network import Arriving

SOON: Final = Patience(connect_s=5.0, read_s=0.2)
"""What stalls is given up soon; on the loopback all else comes at once."""
LONG: Final = Patience(connect_s=60.0, read_s=60.0)
"""For what a test lets come in its own time."""
ROOM_BYTES: Final = 64 << 20


def wait_for(recording: Arriving, stop: int) -> None:
    """Wait until a recording is there from its beginning up to `stop`, bytes."""
    there = 0
    while there < stop:
        there = recording.reach(there)


def fetcher_in(
    folder: Path | None,
    patience: Patience = LONG,
    *,
    is_offline: bool = False,
    room_bytes: int = ROOM_BYTES,
    clock: Clock = time.monotonic,
) -> HttpFetcher:
    return HttpFetcher(
        Client(("de", "en-GB"), patience, clock), Cache(folder, room_bytes), is_offline=is_offline
    )
