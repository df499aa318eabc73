"""The search that goes on in a text: what is looked for, and where it was found last.

A very long text takes longer than a key may wait for its answer. What is not found, or counted, by then goes
on in steps (`go_on`), between which keys are answered; who asked is told when it is done.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from math import inf
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.model import Span
    from briefing.ports.clock import Clock
    from briefing.session.cursor import Cursor

AT_ONCE_S: Final = 0.15
"""So long a key waits for the match, and all matches, before that goes on by itself."""
STEP_S: Final = 0.02
"""How long a step may take; the longest run of a text takes as long."""


class Search:
    """Finds words from where the cursor is, both ways and round the end. It moves nothing.

    Args:
        cursor: Where the place is, and the text.
        clock: Monotonic seconds.
    """

    def __init__(self, cursor: Cursor, clock: Clock) -> None:
        self.needle = ""
        """What was looked for last; empty before the first search."""
        self.hit: Span | None = None
        """Where it was found."""
        self.is_wrapped = False
        """Whether that was found only round the end."""
        self._cursor, self._clock = cursor, clock
        self._starts = array("I")
        self._finding: Iterator[tuple[Span, bool] | None] | None = None
        self._then: Callable[[], None] = lambda: None
        self._counting: Iterator[None] | None = None
        self._when_counted: Callable[[], None] | None = None

    def begin(self, needle: str, then: Callable[[], None], counted: Callable[[], None]) -> bool:
        """Look for other words from the place on; return whether that is to be waited for.

        Args:
            needle: What to look for.
            then: Done when it was found or is not there, if that takes longer.
            counted: Done when all matches are counted, if that takes longer.
        """
        from briefing.text.search import count

        self.needle, self._starts = needle, array("I")
        self._counting, self._when_counted = count(self._cursor.document, needle, self._starts), None
        until_s = self._clock() + AT_ONCE_S
        waits = self._find(self._cursor.place, then, backwards=False, until_s=until_s)
        if waits or not self._go_on_counting(until_s):
            self._when_counted = counted
        return waits

    def again(self, then: Callable[[], None], *, backwards: bool) -> bool:
        """Look for the next one, not the one at the place; see `begin`."""
        here = self._cursor.place
        if self.hit and self.hit.start == here and not backwards:
            here += 1
        return self._find(here, then, backwards=backwards, until_s=self._clock() + AT_ONCE_S)

    def go_to(self, number: int) -> None:
        """Take the match of that number, from 1, for the one that was found."""
        self._find(self.starts[number - 1], lambda: None, backwards=False)

    def go_on(self) -> float:
        """Look on for a moment; return the seconds after which to do so again, infinity where that is all."""
        if not self._goes_on:
            return inf
        until_s = self._clock() + STEP_S
        if self._finding is not None:
            if self._go_on_finding(until_s):
                self._then()
        elif self._go_on_counting(until_s) and self._when_counted is not None:
            self._when_counted()
        return 0.0 if self._goes_on else inf

    @property
    def _goes_on(self) -> bool:
        """Whether something is still looked for, or counted."""
        return self._finding is not None or self._counting is not None

    @property
    def is_counted(self) -> bool:
        """Whether all matches are known."""
        return self._counting is None

    def leave(self) -> bool:
        """Look no further, and return whether it went on; what is counted is forgotten, for it is not all."""
        goes_on = self._goes_on
        if self._counting is not None:
            self._starts = array("I")
        self._finding = self._counting = None
        return goes_on

    @property
    def starts(self) -> Sequence[int]:
        """Where each match begins, once all are counted; before, where those before them do."""
        return self._starts

    @property
    def position(self) -> tuple[int, int]:
        """Which match was found, from 1, and of how many; (0, 0) without one, or if they are not counted."""
        if self.hit is None or not self._starts or not self.is_counted:
            return 0, 0
        return bisect_right(self._starts, self.hit.start), len(self._starts)

    def _find(
        self, offset: int, then: Callable[[], None], *, backwards: bool, until_s: float | None = None
    ) -> bool:
        """Look for a match; return whether that is to be waited for, which it is not without `until_s`."""
        from briefing.text.search import seek  # only a search needs its tables

        document = self._cursor.transcript.document
        self._finding, self._then = seek(document, self.needle, offset, backwards=backwards), then
        return not self._go_on_finding(until_s)

    def _go_on_finding(self, until_s: float | None) -> bool:
        """Look on until a moment; return whether that is over."""
        for found in self._finding or ():
            if found is not None:
                self.hit, self.is_wrapped = found
                self._finding = None
                return True
            if until_s is not None and self._clock() >= until_s:
                return False
        self.hit, self.is_wrapped = None, False
        self._finding = None
        return True

    def _go_on_counting(self, until_s: float) -> bool:
        """Count on until a moment; return whether all are counted."""
        for _ in self._counting or ():
            if self._clock() >= until_s:
                return False
        self._counting = None
        return True
