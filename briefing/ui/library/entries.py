"""Items and subscriptions of the library as entries of a list. Pure.

An item's entry is made when its row is looked at, and not before: ten thousand cost as much as a screenful.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from briefing.library.lines import item_line, subscription_line
from briefing.model import Span
from briefing.safe import safe_line
from briefing.ui.lists.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from briefing.library.days import DayOfItems
    from briefing.listed import ListedItem
    from briefing.ui.library.view import LibraryView

_LINE_LIMIT = 300
"""Characters of an item: it fits a window of 40 columns and 12 rows."""


class ItemEntries(Sequence[Entry]):
    """Items under headings, each with its own number.

    Args:
        groups: what is listed; a group without items is a sentence.
        now: the time of day, with its zone.
        is_brief: whether it is for the eye, with units in short.
    """

    def __init__(self, groups: Iterable[DayOfItems], now: datetime, *, is_brief: bool = True) -> None:
        self._now, self._is_brief = now, is_brief
        self._rows: list[str | ListedItem] = []
        for group in groups:
            if group.title:
                self._rows.append(group.title)
            self._rows += group.items

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(index, slice):
            return [self._entry(row) for row in self._rows[index]]
        return self._entry(self._rows[index])

    def _entry(self, row: str | ListedItem) -> Entry:
        if isinstance(row, str):
            return Entry(row)
        text = safe_line(item_line(row, self._now, is_brief=self._is_brief), _LINE_LIMIT)
        start = text.find(": ") + 2
        title = Span(start, min(len(text), start + len(row.title)))
        return Entry(text, str(row.number), strong=() if row.is_heard else (title,))

    @property
    def numbers(self) -> dict[str, int]:
        """The entry of each item's number."""
        return {str(row.number): n for n, row in enumerate(self._rows) if not isinstance(row, str)}

    def item_at(self, index: int | None) -> ListedItem | None:
        """Return the item of an entry; None for a heading, and for no entry."""
        row = self._rows[index] if index is not None else ""
        return None if isinstance(row, str) else row

    def nearest(self, number: int, at: int | None) -> int | None:
        """Return the entry of an item, or where it is gone, the one that an item has at that place now."""
        rows = self._rows
        found = [n for n, row in enumerate(rows) if not isinstance(row, str) and row.number == number]
        after = range(min(at or 0, len(rows) - 1), len(rows))
        return next((n for n in (*found, *after, *reversed(range(len(rows)))) if self.item_at(n)), None)

    def items_from(self, index: int) -> list[ListedItem]:
        """Return the items from an entry on."""
        return [row for row in self._rows[index:] if not isinstance(row, str)]


def feed_entries(view: LibraryView, now: datetime) -> list[Entry]:
    """Return the subscriptions, numbered by their places in the list."""
    lines = (
        subscription_line(each, *view.size_of(each), now, number=place)
        for place, each in enumerate(view.subscriptions, 1)
    )
    return [Entry(safe_line(line, _LINE_LIMIT), line.partition(".")[0]) for line in lines]
