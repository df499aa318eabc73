"""A decoder at a distance: the parent's side of the process in which libav runs (`decoding`).

To whoever uses it, it is a `Decoder`. A process that breaks off, or says nothing for `LIMIT_S`, is
replaced, and the next one goes on where it was: it may have been killed, and the file be good. If that
one breaks off before it has given anything, it is the file, and that part of it cannot be played.
"""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing import processes
from briefing.audio.media.decoding_wire import ANSWER, REQUEST, Kind
from briefing.errors import AudioError, BriefingError, SourceError, UnsafeError

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

WORKER: Final = "briefing.audio.media.decoding"
LIMITS: Final = processes.Limits(memory_bytes=512 << 20, open_files=32)
LIMIT_S: Final = 10.0
LENGTH_LIMIT_S: Final = 30.0
"""To measure ten hours of packets from a slow disk takes its time."""
MOST_ENDS: Final = 6
"""So many processes that end one after another without any sound, and no other one is started."""
MOST_BYTES: Final = 64 << 20
"""No honest answer is longer."""
_FAULTS: Final = {"unsafe": UnsafeError, "audio": AudioError, "source": SourceError}
_HINT: Final = "Its file may be damaged, or was changed meanwhile."


class _BrokenOffError(AudioError):
    """The process ended, or was ended, before it had answered."""


class RemoteDecoder:
    """Decodes one sound file to int16 at `rate_hz`, in one or two channels as each part of it has them.

    Not for several threads at once, but for `kill`.

    Raises:
        SourceError: if there is no sound in it that can be decoded.
    """

    def __init__(self, path: Path, rate_hz: int) -> None:
        self.rate_hz = rate_hz
        self.size_bytes = 0
        self._name = path.name
        self._command = processes.command(WORKER, str(path.absolute()), str(rate_hz), limits=LIMITS)
        self._process: subprocess.Popen[bytes] | None = None
        self._ends = 0
        """How many processes have broken off since one gave sound."""
        self._is_killed = False
        self._lock = threading.Lock()
        self._start()

    def _start(self) -> None:
        """Start the process; it looks at the file.

        Raises:
            SourceError: if the file cannot be decoded.
        """
        try:
            process = processes.start(self._command)
        except OSError as error:
            raise SourceError(f"{self._name} cannot be decoded: no process could be started.") from error
        with self._lock:
            self._process = process
            if self._is_killed:
                process.kill()
        try:
            kind, _, payload = self._answer(LIMIT_S)
        except _BrokenOffError as error:
            raise SourceError(f"{self._name} is damaged: what decodes it failed.", _HINT) from error
        except BriefingError:
            self.close()
            raise
        if kind is Kind.OPENED:
            self.size_bytes = int(json.loads(payload))

    @property
    def pid(self) -> int | None:
        """The process that decodes, None if there is none."""
        return None if self._process is None else self._process.pid

    def duration_s(self) -> Fraction:
        """Measure the length; what the header claims is not trusted.

        Raises:
            SourceError: if the file cannot be read through.
            UnsafeError: if it claims more sound than it can hold.
        """
        try:
            self._ask(Kind.LENGTH)
            _, _, payload = self._answer(LENGTH_LIMIT_S)
        except _BrokenOffError as error:
            raise SourceError(f"{self._name} is damaged: what decodes it failed.", _HINT) from error
        numerator, denominator = json.loads(payload)
        return Fraction(numerator, denominator)

    def read_from(self, start_frame: int, least_frames: int) -> Iterator[NDArray[np.int16]]:
        """Yield int16 arrays of shape (n, channels) from `start_frame` to the end, without a gap.

        All have `least_frames` or more, but for the last ones of a part.

        Raises:
            AudioError: if the file breaks off or cannot be read any more.
        """
        while True:
            before = start_frame
            try:
                if self._process is None and self._ends < MOST_ENDS and not self._is_killed:
                    self._start()
                self._ask(Kind.SEEK, start_frame)
                while (piece := self._next(least_frames)) is not None:
                    yield piece
                    start_frame += len(piece)
            except _BrokenOffError:
                is_the_file = start_frame == before and self._ends > 1
                if is_the_file or self._is_killed or self._ends >= MOST_ENDS:
                    raise
            else:
                return

    def _next(self, least_frames: int) -> NDArray[np.int16] | None:
        self._ask(Kind.NEXT, least_frames)
        kind, channels, payload = self._answer(LIMIT_S)
        if kind is not Kind.SOUND:
            return None
        self._ends = 0
        return np.frombuffer(payload, np.int16).reshape(-1, channels)

    def _ask(self, kind: Kind, number: int = 0) -> None:
        process = self._process
        if process is None or process.stdin is None:
            raise _BrokenOffError("The recording cannot be decoded any further.", _HINT)
        with suppress(OSError):  # it is gone: that is noticed when it does not answer
            process.stdin.write(REQUEST.pack(kind, number))
            process.stdin.flush()

    def _answer(self, limit_s: float) -> tuple[Kind, int, bytes]:
        """Return the next answer.

        Raises:
            BriefingError: as the process says, or if it breaks off, or says nothing in time.
        """
        process = self._process
        assert process is not None  # noqa: S101  # it was asked
        assert process.stdout is not None  # noqa: S101  # it was started with a pipe
        is_late = threading.Event()

        def give_up() -> None:
            is_late.set()
            process.kill()

        clock = threading.Timer(limit_s, give_up)
        clock.daemon = True
        clock.start()
        try:
            header = process.stdout.read(ANSWER.size)
            kind, channels, size = ANSWER.unpack(header) if len(header) == ANSWER.size else (0, 0, 0)
            payload = process.stdout.read(size) if size <= MOST_BYTES else b""
        finally:
            clock.cancel()
        if not kind or len(payload) < size:
            self.close()
            self._ends += 1
            is_ours = is_late.is_set() or self._is_killed
            shortage = None if is_ours else processes.shortage_of(process)
            raise _BrokenOffError("The recording cannot be decoded any further.", _HINT) from shortage
        if kind == Kind.FAILED:
            fault, message, hint = json.loads(payload)
            raise _FAULTS[fault](message, hint)
        return Kind(kind), channels, payload

    def kill(self) -> None:
        """End the process at once, whatever another thread asks of it; that is told that it broke off."""
        with self._lock:
            self._is_killed = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """End the process and let go of it. Harmless twice."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            processes.end(process)
            if process.stdout is not None:
                process.stdout.close()
