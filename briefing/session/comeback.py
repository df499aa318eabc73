"""A recording that the network does not give: how long it is waited for, and when it reads again.

Rules:
1. Where its sound runs dry, it is waited for; that is said after `TOLD_S`, and after `PATIENCE_S` somebody
   else takes over. What is decoded ahead lasts for longer than most networks are gone. A network that is
   too slow makes it run dry again and again: at the `MOST_SILENCES`th time within `WITHIN_S`, too. Its
   beginning is waited for in the same way, a little longer.
2. It comes back by itself only to who did not choose another voice meanwhile.
3. Where not even its beginning came, it is asked for again, after pauses that grow.
"""

from __future__ import annotations

from enum import Enum, auto
from math import inf
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefing.ports.clock import Clock

TOLD_S: Final = 1.0
PATIENCE_S: Final = 8.0
START_TOLD_S: Final = 3.0
START_PATIENCE_S: Final = 15.0
MOST_SILENCES: Final = 3
WITHIN_S: Final = 60.0
PAUSES_S: Final = (5.0, 10.0, 20.0, 40.0, 60.0)


class Dry(Enum):
    """What a silence in mid-play comes to."""

    WAITS = auto()
    """It is to be said that it is waited for."""
    IS_SLOW = auto()
    """It is to be said that it comes too slowly, and is waited for."""
    GIVEN_UP = auto()
    """It was waited for long enough."""


class Comeback:
    """Whether a recording is awaited, and when it is asked for again."""

    def __init__(self, clock: Clock) -> None:
        self.is_awaited = False
        """Whether somebody else reads only because the recording cannot."""
        self._clock = clock
        self._tries = 0
        self._due_s = inf
        self._is_told = False
        self._silences: list[float] = []
        """When it ran dry lately."""
        self._asked_s = clock()

    def look(self, starved_s: float) -> Dry | None:
        """Return what so many seconds without sound come to, each once in a silence."""
        if starved_s < TOLD_S:
            self._is_told = False
        elif starved_s >= PATIENCE_S:
            return Dry.GIVEN_UP
        elif not self._is_told:
            self._is_told = True
            return self._count()
        return None

    def _count(self) -> Dry:
        now_s = self._clock()
        self._silences = [each for each in self._silences if now_s - each < WITHIN_S] + [now_s]
        if len(self._silences) >= MOST_SILENCES:
            self._silences.clear()
            return Dry.GIVEN_UP
        return Dry.WAITS if len(self._silences) == 1 else Dry.IS_SLOW

    def forget_silences(self) -> None:
        """Take what ran dry so far for nothing: it is read elsewhere now."""
        self._silences.clear()

    def ask(self) -> None:
        """Take note that its beginning is waited for since now."""
        self._asked_s, self._is_told = self._clock(), False

    def look_at_start(self) -> Dry | None:
        """Return what it comes to that its beginning is not there yet, each once."""
        waited_s = self._clock() - self._asked_s
        if waited_s >= START_PATIENCE_S:
            return Dry.GIVEN_UP
        if waited_s < START_TOLD_S or self._is_told:
            return None
        self._is_told = True
        return Dry.WAITS

    def begin(self, *, is_begun: bool) -> None:
        """Await it; ask for it again after a while, unless it has begun and tells by itself."""
        self.is_awaited = True
        self._is_told = False
        if not is_begun:
            self._due_s = self._clock() + PAUSES_S[min(self._tries, len(PAUSES_S) - 1)]
            self._tries += 1

    def take_due(self) -> bool:
        """Return whether it is to be asked for again now."""
        if self._clock() < self._due_s:
            return False
        self._due_s = inf
        return self.is_awaited

    def end(self) -> bool:
        """Await it no more; return whether it was awaited."""
        was, self.is_awaited = self.is_awaited, False
        self.forget_silences()
        self._tries, self._due_s = 0, inf
        return was
