"""This morning's briefing: which items it is made of, and in which order.

The unheard items of all subscriptions of the last days; what was marked as breaking first, then the newest
first; each story once, though several feeds tell it. What was begun is offered again. What was heard is not,
though it was corrected since.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from briefing.listed import ListedItem
    from briefing.ports.library import Shelf


def items_of_today(shelf: Shelf, now: datetime, *, days: int, most: int) -> tuple[ListedItem, ...]:
    """Return this morning's items, in the order in which they are heard.

    Args:
        shelf: Where they are kept.
        now: The time, of any zone.
        days: How old the oldest may be.
        most: How many there are at most.
    """
    found = sorted(shelf.stories(_since(now, days)), key=lambda item: not item.is_breaking)
    return tuple(found[:most])


def new_since_last_visit(shelf: Shelf, now: datetime, *, days: int) -> int:
    """Return how many items of the last `days` have come since this was asked last."""
    before = shelf.visit()
    return sum(item.number > before for item in shelf.stories(_since(now, days)))


def _since(now: datetime, days: int) -> str:
    return (now.astimezone(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
