"""Several briefings that are heard one after another. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from briefing.listed import ListedItem


class QueuedItem(NamedTuple):
    """A briefing of several."""

    source: str
    """What opens it, as it is typed."""
    title: str
    feed: str = ""
    """The title of what it is from; empty where that has none."""
    length_s: float | None = None
    number: int | None = None
    """Its number in the library; None for what is not kept there."""
    is_breaking: bool = False
    is_heard: bool = False
    """Whether it had been heard when it was put into the queue."""


def queued(item: ListedItem, source: str = "") -> QueuedItem:
    """Return an item of the library as one of several; `source` opens it, else its number does."""
    return QueuedItem(
        source or str(item.number),
        item.title,
        item.feed,
        item.length_s,
        item.number,
        item.is_breaking,
        item.is_heard,
    )


class Queue(NamedTuple):
    """Entries in the order in which they are heard, and which of them is open."""

    entries: tuple[QueuedItem, ...] = ()
    at: int = 0
    """The one that is open, an index."""

    @property
    def here(self) -> QueuedItem | None:
        """The entry that is open, None where there are no entries at all."""
        return self.entries[self.at] if self.entries else None

    @property
    def has_several(self) -> bool:
        """Whether there is another one to go to."""
        return len(self.entries) > 1

    def moved(self, step: int) -> Queue | None:
        """Return the queue with the entry so many further on open; None where there is none."""
        at = self.at + step
        return self._replace(at=at) if 0 <= at < len(self.entries) else None


ALONE: Final = Queue()
"""That of a briefing beside which there is no other."""
