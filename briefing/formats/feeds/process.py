"""The parent's side of the processes that read feeds: a few, which live on and read many.

Theory of operation: the start of a process takes longer than most feeds, so each reads one feed after
another. One that dies over a feed, or takes too long, costs that feed a sentence, and the next that is read
a start. What a process has read may have left its memory in pieces, so after `MOST_READ_BYTES` it is
replaced too.
"""

from __future__ import annotations

import json
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING, Final, NoReturn, Self

from briefing.errors import SourceError
from briefing.formats.feeds.answer import unpack, unpack_subscriptions
from briefing.formats.feeds.asking import ReadingAnswer, ReadingRequest
from briefing.processes import door, messages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from briefing.feed import Feed, FeedAddress
    from briefing.processes.child import Child

WORKER: Final = "briefing.formats.feeds.worker"
LIMITS: Final = door.Limits(memory_bytes=512 << 20, open_files=32)
LIMIT_S: Final = 20.0
"""By the clock, for a feed: a busy machine gives a process less of its time than it works."""
MOST_BYTES: Final = 20 << 20
"""The longest feed that is read."""
MOST_READ_BYTES: Final = 16 << 20
MOST_PROCESSES: Final = 2
_AS_PAGE: Final = "Open the page of its site instead."


class _Reading:
    """A process, and how much it has read."""

    def __init__(self, child: Child) -> None:
        self.child = child
        self.read_bytes = 0


class FeedReaders:
    """Reads feeds: a `ports.library.FeedReader`. From any thread; close it when no more are to be read.

    Args:
        most: How many processes there are at once; who asks for more waits.
        limit_s: How long a feed may take.
        start: Starts a process.
    """

    def __init__(
        self, most: int = MOST_PROCESSES, limit_s: float = LIMIT_S, start: Callable[[], Child] | None = None
    ) -> None:
        self._limit_s = limit_s
        self._start = start or (lambda: door.start(door.command(WORKER, limits=LIMITS)))
        self._turns = BoundedSemaphore(most)
        self._lock = Lock()
        self._idle: list[_Reading] = []
        self._busy: list[_Reading] = []
        self._is_closed = False

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def read(self, data: bytes, address: str, called: str, charset: str = "") -> Feed:
        """Return what a feed holds; see `FeedReader`."""
        found = self._ask(ReadingRequest.FEED, data, [address, charset], called)
        if found is None:
            raise SourceError(f"{called} is no feed.", "Open it as a page, or give the address of its feed.")
        try:
            return unpack(found)
        except ValueError as error:
            _break_off(called, error)

    def subscriptions(self, data: bytes, called: str) -> Sequence[FeedAddress]:
        """Return the feeds that a list of subscriptions names; see `FeedReader`."""
        found = self._ask(ReadingRequest.SUBSCRIPTIONS, data, ["", ""], called)
        if found is None:
            raise SourceError(f"{called} is no list of subscriptions.", "Give one that was exported as OPML.")
        try:
            return unpack_subscriptions(found)
        except ValueError as error:
            _break_off(called, error)

    def close(self) -> None:
        """End all processes; who waits for one is told that it broke off. Harmless twice."""
        with self._lock:
            self._is_closed = True
            idle, self._idle = self._idle, []
            for reading in self._busy:
                reading.child.kill()
        for reading in idle:
            reading.child.close()

    def _ask(self, request: ReadingRequest, data: bytes, told: list[str], called: str) -> bytes | None:
        """Return what a process answers; None where it says that this is nothing of the kind.

        Raises:
            SourceError: if it is too long, or no answer comes.
        """
        if len(data) > MOST_BYTES:
            most = MOST_BYTES >> 20
            raise SourceError(f"{called} is larger than {most} megabytes, which no feed is.", _AS_PAGE)
        message = messages.pack(request, 0, json.dumps(told).encode() + b"\n" + data)
        with self._turns:
            reading = self._take(called)
            is_well = False
            try:
                with reading.child.within(self._limit_s) as is_late:
                    reading.child.write(message)
                    answer = _read(reading.child)
                is_well = answer is not None and not is_late.is_set()
            finally:
                self._let_go(reading, len(data), is_well=is_well)
        if is_late.is_set():
            raise SourceError(f"{called} takes too long to read.", _AS_PAGE)
        if answer is None:
            _break_off(called)
        return answer.payload if answer.kind == ReadingAnswer.FOUND else None

    def _take(self, called: str) -> _Reading:
        """Return a process that nobody else asks.

        Raises:
            SourceError: if none can be started, or no more are to be.
        """
        with self._lock:
            if self._is_closed:
                _break_off(called)
            while self._idle:
                reading = self._idle.pop()
                if not reading.child.has_ended:
                    self._busy.append(reading)
                    return reading
                reading.child.close()
        try:
            reading = _Reading(self._start())
        except OSError as error:
            raise SourceError(f"{called} cannot be read: no process could be started.") from error
        with self._lock:
            self._busy.append(reading)
            if self._is_closed:
                reading.child.kill()
        return reading

    def _let_go(self, reading: _Reading, read_bytes: int, *, is_well: bool) -> None:
        """Have a process wait for the next feed, or end it."""
        reading.read_bytes += read_bytes
        with self._lock:
            self._busy.remove(reading)
            if is_well and not self._is_closed and reading.read_bytes < MOST_READ_BYTES:
                self._idle.append(reading)
                return
        reading.child.close()


def _read(child: Child) -> messages.Message | None:
    """Return a process's answer; None where it died, or says what is none."""
    try:
        return messages.read(child.stdout)
    except (OSError, ValueError):
        return None


def _break_off(called: str, error: Exception | None = None) -> NoReturn:
    raise SourceError(f"{called} cannot be read: what reads feeds broke off.", _AS_PAGE) from error
