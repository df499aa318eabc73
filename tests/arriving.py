"""A recording that arrives as a test wants it: the stand-in for `ports.Arriving`, held to its contract."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from briefing.errors import LostError
from briefing.ports.network import ArrivingNews

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.ports.network import ArrivingListener


class HandArriving:
    """A recording that arrives as it is told to: `give` brings more of it, `lose` takes the network away.

    With ranges, `PIECE_BYTES` come at once wherever they are asked for; `asked` has where that was.
    """

    PIECE_BYTES = 16_384

    def __init__(
        self, path: Path, data: bytes, come: int = 0, *, has_ranges: bool = True, has_size: bool = True
    ) -> None:
        self.path = path
        self.size_bytes = len(data) if has_size else None
        self.has_ranges = has_ranges
        self.asked: list[int] = []
        self.wakes = 0
        self.is_waited_for = False
        self._data = data
        self._there = bytearray(len(data))
        self._lost = ""
        self._is_closed = False
        self._changed = threading.Condition()
        self._listeners: list[ArrivingListener] = []
        path.write_bytes(bytes(len(data)))
        self.give(come)

    @property
    def is_whole(self) -> bool:
        return all(self._there)

    def give(self, count: int) -> None:
        """Bring so many bytes more, from the first hole on."""
        with self._changed:
            start = self._there.find(0)
            if count and start >= 0:
                self._write(start, min(start + count, len(self._data)))
            self._changed.notify_all()
        if self.is_whole:
            self._tell(ArrivingNews.WHOLE)

    def lose(self, why: str = "The connection to example.org was lost.") -> None:
        with self._changed:
            self._lost = why
            self._changed.notify_all()
        self._tell(ArrivingNews.LOST)

    def find_again(self) -> None:
        with self._changed:
            self._lost = ""
        self._tell(ArrivingNews.BACK)

    def reach(self, start: int, is_wanted: Callable[[], bool] = lambda: True) -> int:
        with self._changed:
            while start < len(self._data) and not self._there[start]:
                if self._lost or self._is_closed or not is_wanted():
                    raise LostError(self._lost or "It is not wanted any more.")
                if self.has_ranges:
                    self.asked.append(start)
                    self._write(start, min(start + self.PIECE_BYTES, len(self._data)))
                else:
                    self.is_waited_for = True
                    self._changed.wait()
                    self.is_waited_for = False
            hole = self._there.find(0, start)
            return len(self._data) if hole < 0 else max(hole, start)

    def _write(self, start: int, stop: int) -> None:
        with self.path.open("r+b") as file:
            file.seek(start)
            file.write(self._data[start:stop])
        self._there[start:stop] = b"\1" * (stop - start)

    def wake(self) -> None:
        with self._changed:
            self.wakes += 1
            self._changed.notify_all()

    def wait(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self.is_whole or self._lost or self._is_closed)
            if not self.is_whole:
                raise LostError(self._lost or "It is not wanted any more.")

    def watch(self, listener: ArrivingListener) -> None:
        self._listeners.append(listener)
        if self.is_whole:
            listener(ArrivingNews.WHOLE)

    def _tell(self, news: ArrivingNews) -> None:
        for listener in self._listeners:
            listener(news)

    def close(self) -> None:
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
