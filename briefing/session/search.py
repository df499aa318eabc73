"""The search that goes on in a text: what is looked for, and where it was found last."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Span
    from briefing.session.cursor import Cursor


class Search:
    """Finds words from where the cursor is, both ways and round the end. It moves nothing."""

    def __init__(self, cursor: Cursor) -> None:
        self.needle = ""
        """What was looked for last; empty before the first search."""
        self.hit: Span | None = None
        """Where it was found."""
        self._cursor = cursor
        self.starts: Sequence[int] = ()
        """Where each match begins, as far as they are counted."""

    def begin(self, needle: str) -> bool:
        """Look for other words from the place on; return whether they were found only round the end."""
        from briefing.text.search import starts_of

        self.needle = needle
        self.starts = starts_of(self._cursor.document, needle)
        return self._find(self._cursor.place, backwards=False)

    def again(self, *, backwards: bool) -> bool:
        """Look for the next one, not the one at the place; return whether it was found round the end."""
        here = self._cursor.place
        if self.hit and self.hit.start == here and not backwards:
            here += 1
        return self._find(here, backwards=backwards)

    def go_to(self, number: int) -> None:
        """Take the match of that number, from 1, for the one that was found."""
        self._find(self.starts[number - 1], backwards=False)

    @property
    def position(self) -> tuple[int, int]:
        """Which match was found, from 1, and of how many; (0, 0) without one, or if they are not counted."""
        if self.hit is None or not self.starts:
            return 0, 0
        return bisect_right(self.starts, self.hit.start), len(self.starts)

    def _find(self, offset: int, *, backwards: bool) -> bool:
        from briefing.text.search import find  # only a search needs its tables

        found = find(self._cursor.transcript.document, self.needle, offset, backwards=backwards)
        self.hit, is_wrapped = found or (None, False)
        return is_wrapped
