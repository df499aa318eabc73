"""A recording that comes into a file, from wherever it is needed.

Theory of operation: a thread fetches from some byte on, to the next one that is there, then the next hole,
until there is none. Whoever needs what is far from there has it fetched by another thread, which takes over:
the one before may wait for a server that has fallen silent, and ends at its next piece.

A connection that is lost is made again from what is there, after pauses that grow. Only when that has
been in vain for a while are those told who wait; it goes on being tried.
"""

from __future__ import annotations

import time
from itertools import chain, repeat
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final

from briefing.errors import LostError, SourceError
from briefing.ports.network import ArrivingNews
from briefing.sources.web.cache.partial import PartialFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ports.clock import Clock
    from briefing.ports.network import ArrivingListener
    from briefing.sources.web.answer import Answer
    from briefing.sources.web.cache.partial import Held
    from briefing.sources.web.patience import Patience

_NEAR_BYTES: Final = 1 << 16
"""What comes so soon is waited for; another request would take as long."""
_FAR_BYTES: Final = 1 << 62


class ArrivingFile:
    """A `ports.Arriving` by HTTP."""

    def __init__(
        self,
        begun: Answer | None,
        partial: PartialFile | Held,
        again: Callable[[int], Answer],
        *,
        patience: Patience,
        clock: Clock = time.monotonic,
    ) -> None:
        """Take what has come, and go on.

        Args:
            begun: The answer that brings more; none where it is whole, or there is no network now.
            partial: Where it goes, and what is there of it.
            again: Asks anew, from a byte on.
            patience: How long is waited before a lost connection is made again, and told.
            clock: Monotonic seconds.
        """
        self.path = partial.path
        self.has_ranges = begun is None or begun.takes_ranges
        self._partial, self._again = partial, again
        self._patience, self._clock = patience, clock
        self._changed = Condition()
        self._turn = 0
        """Which of the threads fetches; those before it end."""
        self._at = 0
        """Where it fetches."""
        self._failure: SourceError | None = None
        """Why nothing comes. A `LostError` may pass."""
        self._is_closed = self._is_told = False
        self._listeners: list[ArrivingListener] = []
        if not partial.is_whole:
            self._fetch_from(begun.at if begun else self._there_to(0), begun)

    @property
    def size_bytes(self) -> int | None:
        """How long it will be; see `ports.Arriving`."""
        return self._partial.size_bytes

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there."""
        return self._partial.is_whole

    def reach(self, start: int, is_wanted: Callable[[], bool] = lambda: True) -> int:
        """Wait until something is there; see `ports.Arriving`."""
        with self._changed:
            while (stop := self._there_to(start)) <= start:
                if self.size_bytes is not None and start >= self.size_bytes:
                    return start
                if self._is_closed or not is_wanted():
                    raise LostError("The recording is not waited for any more.")
                if self._failure is not None:
                    raise type(self._failure)(self._failure.message, self._failure.hint)
                if self.has_ranges and not self._at <= start < self._at + _NEAR_BYTES:
                    self._fetch_from(start)
                self._changed.wait()
        return stop

    def _there_to(self, start: int) -> int:
        """Return up to where all bytes from `start` on are there."""
        end = _FAR_BYTES if self.size_bytes is None else self.size_bytes
        hole = self._partial.hole(start, end) if start < end else None
        return end if hole is None else hole[0]

    def wake(self) -> None:
        """Let those who wait look again; see `ports.Arriving`."""
        with self._changed:
            self._changed.notify_all()

    def wait(self) -> None:
        """Wait until all of it is there; see `ports.Arriving`."""
        with self._changed:
            self._changed.wait_for(lambda: self.is_whole or self._failure or self._is_closed)
            if self.is_whole:
                return
            failure = self._failure or LostError("The recording is not waited for any more.")
        raise type(failure)(failure.message, failure.hint)

    def watch(self, listener: ArrivingListener) -> None:
        """Have a listener told what becomes of it; see `ports.Arriving`."""
        with self._changed:
            self._listeners.append(listener)
            is_whole = self.is_whole
        if is_whole:
            listener(ArrivingNews.WHOLE)

    def close(self) -> None:
        """Stop; see `ports.Arriving`."""
        with self._changed:
            self._is_closed = True
            self._turn += 1
            self._changed.notify_all()
        self._partial.close()

    # -- the threads that fetch

    def _fetch_from(self, start: int, answer: Answer | None = None) -> None:
        """Have a new thread fetch from there on; the one before ends."""
        self._turn += 1
        self._at = start
        Thread(target=self._fetch, args=(self._turn, answer), name="arriving", daemon=True).start()

    def _fetch(self, turn: int, begun: Answer | None) -> None:
        pauses = self._pauses()
        lost_s: float | None = None
        while (start := self._next_hole(turn)) is not None:
            try:
                with begun or self._again(start) as answer:
                    begun = None
                    # A server without ranges sends it from its beginning again.
                    self.has_ranges &= start in {answer.start, answer.at}
                    self._pour(answer, turn)
            except LostError as error:
                if self._at != start:
                    pauses, lost_s = self._pauses(), None
                lost_s = self._clock() if lost_s is None else lost_s
                self._lose(turn, error, is_long=self._clock() - lost_s >= self._patience.lost_after_s)
                self._pause(turn, next(pauses))
            except SourceError as error:  # another version, or a refusal: that does not pass
                self._lose(turn, error, is_long=True)
                return
            except OSError as error:
                if turn == self._turn:
                    reason = f"The recording cannot be kept: {error.strerror}."
                    self._lose(turn, SourceError(reason, "Make room on the disk."), is_long=True)
                return

    def _pauses(self) -> chain[float]:
        return chain(self._patience.retry_pauses_s, repeat(self._patience.retry_pauses_s[-1]))

    def _next_hole(self, turn: int) -> int | None:
        """Go to the next hole and return where it is; None where there is none, or another thread fetches."""
        with self._changed:
            if turn != self._turn:
                return None
            if not self.is_whole:
                size = _FAR_BYTES if self.size_bytes is None else self.size_bytes
                hole = self._partial.hole(min(self._at, size), size) or self._partial.hole(0, size)
                self._at = self._at if hole is None else hole[0]
                return self._at
            is_told, self._is_told = self._is_told, True
        if not is_told:
            self._tell(ArrivingNews.WHOLE)
        return None

    def _pour(self, answer: Answer, turn: int) -> None:
        """Put what comes into its place, as long as it is lacking there."""
        began = answer.at
        for piece in answer.pieces():
            start = answer.at - len(piece)
            with self._changed:
                if turn != self._turn:
                    return
                self._write(start, piece)
                self._at = answer.at
                is_back, self._failure = self._failure is not None, None
                self._changed.notify_all()
            if is_back:
                self._tell(ArrivingNews.BACK)
            if self.has_ranges and self._there_to(answer.at) > answer.at:
                return
        with self._changed:
            if self.size_bytes is None:
                self._partial.size_bytes = answer.at
            self._changed.notify_all()
        if not self.is_whole and answer.at == began:
            raise LostError("The server sends nothing more.", "Try again later.")

    def _write(self, start: int, piece: bytes) -> None:
        assert isinstance(self._partial, PartialFile)  # noqa: S101  # what is held is whole
        self._partial.write(start, piece)

    def _lose(self, turn: int, error: SourceError, *, is_long: bool) -> None:
        """Tell those who wait that nothing comes, where that has been so for long."""
        with self._changed:
            if turn != self._turn or not is_long:
                return
            is_new, self._failure = self._failure is None, error
            self._changed.notify_all()
        if is_new:
            self._tell(ArrivingNews.LOST)

    def _pause(self, turn: int, seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: turn != self._turn, seconds)

    def _tell(self, news: ArrivingNews) -> None:
        with self._changed:
            self._changed.notify_all()
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(news)
