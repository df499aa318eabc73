"""Which bytes are there: spans of them, sorted and apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Ranges:
    """A set of bytes, held as spans `[start, stop)`."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._stops: list[int] = []
        for start, stop in spans:
            self.add(start, stop)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self._starts, self._stops, strict=True)

    def add(self, start: int, stop: int) -> None:
        """Add the bytes from `start` to `stop`; nothing where that is empty."""
        if start >= stop:
            return
        first = bisect_left(self._stops, start)  # the spans that it touches
        last = bisect_right(self._starts, stop)
        if first < last:
            start, stop = min(start, self._starts[first]), max(stop, self._stops[last - 1])
        self._starts[first:last] = [start]
        self._stops[first:last] = [stop]

    def hole(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return the first bytes from `start` to `stop` that are not there; None if all are."""
        place = bisect_right(self._starts, start)
        if place and self._stops[place - 1] > start:
            start = self._stops[place - 1]
        if start >= stop:
            return None
        return start, min(stop, self._starts[place]) if place < len(self._starts) else stop

    @property
    def count(self) -> int:
        """How many bytes are there."""
        return sum(self._stops) - sum(self._starts)
