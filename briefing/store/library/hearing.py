"""How far items were heard: what waits to be written, and what is."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from briefing.store.library import stories
from briefing.store.library.rows import HEARD, ITEMS, put, row_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from briefing.listed import ListedItem


class Heard(NamedTuple):
    """How far an item was heard, as it waits to be written. None: as it is."""

    heard: float = 0.0
    is_heard: bool | None = None
    length_s: float | None = None
    heard_at: str = ""

    def then(self, heard: float, is_heard: bool | None, length_s: float | None, now: str) -> Heard:
        """Return what waits after this and a later word of it."""
        return Heard(
            min(max(heard, 0.0), 1.0) if isfinite(heard) else 0.0,
            self.is_heard if is_heard is None else is_heard,
            self.length_s if length_s is None or not isfinite(length_s) else max(length_s, 0.0),
            now,
        )


def write_heard(db: sqlite3.Connection, waiting: Mapping[int, Heard]) -> bool:
    """Write what waits, within a transaction; what is of no item is passed over. Return True."""
    for number, (heard, is_heard, length_s, now) in waiting.items():
        item = row_of(db, ITEMS, number)
        if item is None:
            continue
        before = row_of(db, HEARD, number) or {"is_heard": 0, "length_s": None}
        row = {
            "number": number,
            "subscription": item["subscription"],
            "identity": item["identity"],
            **stories.keys_alone(db, item),
            "heard": float(heard),
            "is_heard": before["is_heard"] if is_heard is None else int(is_heard),
            "length_s": before["length_s"] if length_s is None else float(length_s),
            "heard_at": now,
        }
        put(db, HEARD, [row[name] for name in HEARD.columns])
    return True


def laid_over(items: Sequence[ListedItem], waiting: Mapping[int, Heard]) -> tuple[ListedItem, ...]:
    """Return items as they are with what waits."""
    return tuple(_over(item, waiting.get(item.number)) for item in items) if waiting else tuple(items)


def _over(item: ListedItem, heard: Heard | None) -> ListedItem:
    if heard is None:
        return item
    return item._replace(
        heard=heard.heard,
        is_heard=item.is_heard if heard.is_heard is None else heard.is_heard,
        length_s=item.length_s if heard.length_s is None else heard.length_s,
    )
