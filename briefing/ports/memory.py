"""What is remembered from one day to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from briefing.model import Bookmark, KeptPlace, Place


class Memory(Protocol):
    """What is remembered from one day to the next. `store.Store` is the only one; the path is its seam."""

    @property
    def waits(self) -> bool:
        """Whether something waits to be written; the next thing that is kept takes it along."""

    def place_of(self, document_id: str) -> KeptPlace | None:
        """Return what is remembered of a briefing; None if it was never open."""

    def keep_place(self, place: KeptPlace) -> bool:
        """Remember a place. False: it could not be written yet, and goes with the next one."""

    def bookmarks_of(self, document_id: str) -> tuple[Bookmark, ...]:
        """Return a briefing's bookmarks, sorted by place."""

    def add_bookmark(self, place: Place, note: str = "") -> Bookmark:
        """Keep a place for good. A number below zero: it cannot be written yet, and waits."""

    def remove_bookmark(self, number: int) -> None:
        """Drop the bookmark with that id."""

    def recent_titles(self, limit: int) -> tuple[tuple[str, str], ...]:
        """Return what was opened and can be opened again, the last first: its title, and what opens it."""

    def take_notice(self) -> str:
        """Return a sentence about trouble that was not told yet; else nothing."""
