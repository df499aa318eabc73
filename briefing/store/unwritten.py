"""What is to be written: it waits here until it is on the file, and counts from the moment it is here.

Everything that is kept goes through it, all that waits in one transaction (`statements.write`). So
whoever reads sees what waits laid over what is written, and nobody has to wait for a lock, a full disk
or a damaged file. Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.model import Bookmark, KeptPlace


class Title(NamedTuple):
    """What is kept of a briefing when it is opened."""

    title: str
    source: bytes


class PackedTimings(NamedTuple):
    """Timings as they are stored."""

    confidence: float
    timeline: bytes


class Unwritten:
    """What waits to be written, the newest of each. Bookmarks that wait have numbers below zero."""

    def __init__(self) -> None:
        self.places: dict[str, KeptPlace] = {}
        self.opened: dict[str, Title] = {}
        self.added: list[Bookmark] = []
        self.removed: list[int] = []
        self.timings: dict[tuple[str, str, str], PackedTimings] = {}
        self.last_number = 0

    def __bool__(self) -> bool:
        return bool(self.places or self.opened or self.has_bookmarks or self.timings)

    @property
    def has_bookmarks(self) -> bool:
        """Whether bookmarks, or the dropping of some, wait."""
        return bool(self.added or self.removed)

    def clear(self) -> None:
        """Forget what is written."""
        for each in (self.places, self.opened, self.added, self.removed, self.timings):
            each.clear()
