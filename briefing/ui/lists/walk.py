"""A place in a list, and where keys lead from it. Pure: the same in lines and on the screen.

Rules:
1. Headings are passed over.
2. Digits go to the entry of that number, and on from there: 1, then 12. Nothing is chosen by them.
3. A letter goes to the next entry that begins with it; after the last comes the first.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.ui.lists.entries import Entry


@runtime_checkable
class Numbered(Protocol):
    """Entries that tell their numbers without being made."""

    @property
    def numbers(self) -> Mapping[str, int]:
        """The entry of each number."""


class Walk:
    """Where one is in `entries`, at first at the first of them that is none of the headings.

    Entries are looked at only when they are asked for: there may be ten thousand.
    """

    def __init__(self, entries: Sequence[Entry], at: int | None = None) -> None:
        self.entries = entries
        self.at = self.first_of(range(len(entries))) if at is None else at
        """The entry where one is; None in a list that has none."""
        self.typed = ""
        """The digits typed so far that are no entry's number; the first ones of some."""

    def first_of(self, indices: Iterable[int]) -> int | None:
        """Return the first of these entries that is no heading; None if all are."""
        return next((index for index in indices if self.entries[index].id is not None), None)

    def from_here(self, step: int) -> int | None:
        """Return the next entry, or with -1 the one before; None where there is no other."""
        if self.at is None:
            return None
        return self.first_of(
            range(self.at + 1, len(self.entries)) if step > 0 else range(self.at - 1, -1, -1)
        )

    def nearest(self, at: int, step: int) -> int | None:
        """Return the entry at a place or the next one after it, or with -1 before; else on the other side."""
        below, above = range(at, len(self.entries)), range(at, -1, -1)
        return self.first_of((*below, *above) if step > 0 else (*above, *below))

    def at_end(self, step: int) -> int | None:
        """Return the last entry, or with -1 the first."""
        return self.first_of(range(len(self.entries))[::-step])

    def begins_with(self, letter: str) -> int | None:
        """Return the next entry that begins with a letter, this one last; None if none does."""
        count, at = len(self.entries), self.at or 0
        indices = ((at + n) % count for n in range(1, count + 1))
        wanted = letter.casefold()
        return next((i for i in indices if self.words(i).casefold().startswith(wanted)), None)

    def words(self, index: int) -> str:
        """Return what an entry says behind its number; of a heading nothing."""
        entry = self.entries[index]
        number, _, words = entry.text.partition(". ")
        return "" if entry.id is None else words if number.isdecimal() else entry.text

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        if isinstance(self.entries, Numbered):
            return self.entries.numbers
        numbered = (
            (entry.text.partition(".")[0], n) for n, entry in enumerate(self.entries) if entry.id is not None
        )
        return {number: n for number, n in numbered if number.isdecimal()}

    def type(self, digit: str) -> int | None:
        """Return the entry that the digits mean since this one: 1, and then 12; None if none does (yet)."""
        for typed in (self.typed + digit, digit):
            found = self._numbers.get(typed)
            if found is not None or any(number.startswith(typed) for number in self._numbers):
                self.typed = typed
                return found
        self.typed = ""
        return None

    def forget_digits(self) -> None:
        """Take the next digit for the first of a number."""
        self.typed = ""

    @property
    def position(self) -> tuple[int, int]:
        """Which entry it is, from 1, and of how many; headings are not counted."""
        rows = [n for n, entry in enumerate(self.entries) if entry.id is not None]
        return (rows.index(self.at) + 1 if self.at is not None else 0), len(rows)
