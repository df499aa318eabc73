"""How long anything is waited for, and what is raised when that is over."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple

import httpcore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ports.clock import Clock


class Patience(NamedTuple):
    """How long anything is waited for, seconds."""

    connect_s: float = 10.0
    read_s: float = 20.0
    """Without a byte."""
    trickle_s: float = 20.0
    """With fewer bytes than `TRICKLE_BYTES`."""
    head_s: float = 60.0
    """From the question to the end of an answer's headers, whatever comes before that."""
    whole_s: float = 180.0
    """For all of a text or a page."""
    retry_pauses_s: tuple[float, ...] = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
    """Between one try and the next to go on with a recording; the last one again and again."""
    lost_after_s: float = 6.0
    """Who waits for a recording is told after so long; what is decoded ahead lasts for longer."""


TRICKLE_BYTES: Final = 4_096


class TooSlow(httpcore.ReadTimeout):
    """Bytes come, and too few of them."""


class Watch:
    """Looks after threads that wait: for the head of an answer, which may never end, and for all of it.

    What comes before a head counts, such as one interim response after another (RFC 9110 15.2).
    """

    def __init__(self, patience: Patience, clock: Clock) -> None:
        self.patience, self.clock = patience, clock
        self._until = threading.local()

    @contextmanager
    def head(self) -> Iterator[None]:
        """Wait for a head within; `check` raises when that takes too long."""
        self._until.head_s = self.clock() + self.patience.head_s
        try:
            yield
        finally:
            self._until.head_s = inf

    @contextmanager
    def within(self, limit_s: float) -> Iterator[None]:
        """Have all that this thread waits for within end in so many seconds; `check` raises after them."""
        self._until.whole_s = self.clock() + limit_s
        try:
            yield
        finally:
            self._until.whole_s = inf

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Wait for what is no server's fault: that does not count for `within`."""
        began_s = self.clock()
        try:
            yield
        finally:
            self._until.whole_s = getattr(self._until, "whole_s", inf) + self.clock() - began_s

    @property
    def left_s(self) -> float:
        """How long this thread may wait yet."""
        until = self._until
        nearest_s = min(getattr(until, "head_s", inf), getattr(until, "whole_s", inf))
        return max(0.0, nearest_s - self.clock())

    def check(self) -> None:
        """Raise `TooSlow` where what this thread waits for is overdue."""
        if not self.left_s:
            raise TooSlow
