"""A decoder at a distance: the parent's side of the process in which libav runs (`decoding`).

To whoever uses it, it is a `Decoder`. A process that breaks off, or says nothing for `LIMIT_S`, is
replaced, and the next one goes on where it was: it may have been killed, and the file be good. If that
one breaks off before it has given anything, it is the file, and that part of it cannot be played. Of a
playlist, another process goes on without that file.

Of a recording that is still arriving the process is told what has come (`Arriving.reach`). Where nothing
more can be had, it is ended, for libav would take that for the file's end; another one goes on later.
"""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.media import starting
from briefing.audio.media.awaited import UNKNOWN_BYTES
from briefing.audio.media.decoding_wire import DecodingMessage
from briefing.errors import AudioError, BriefingError, LostError, SourceError, UnsafeError
from briefing.playlist import Playlist
from briefing.ports.media import told_name
from briefing.processes import messages
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from briefing.playlist import Recorded
    from briefing.ports.network import Arriving
    from briefing.processes.child import Child
    from briefing.processes.messages import Message

LIMIT_S: Final = 10.0
LENGTH_LIMIT_S: Final = 30.0
"""To measure ten hours of packets from a slow disk takes its time."""
MOST_ENDS: Final = 6
"""So many processes that end one after another without any sound, and no other one is started."""
_FAULTS: Final = {"unsafe": UnsafeError, "audio": AudioError, "source": SourceError}
_HINT: Final = "Its file may be damaged, or was changed meanwhile."


class _BrokenOffError(AudioError):
    """The process ended, or was ended, before it had answered."""


class RemoteDecoder:
    """Decodes one recording to int16 at `rate_hz`, in one or two channels as each part of it has them.

    Not for several threads at once, but for `kill`.

    Args:
        recording: the file, or the playlist.
        rate_hz: frames a second that are wanted.
        arriving: what brings it, where it is not all there; its length is what it claims then.
        tell: is told in a sentence what of a playlist cannot be heard.

    Raises:
        SourceError: if there is no sound in it that can be decoded.
    """

    def __init__(
        self,
        recording: Recorded,
        rate_hz: int,
        arriving: Arriving | None = None,
        tell: Callable[[str], None] = lambda _sentence: None,
    ) -> None:
        self.rate_hz = rate_hz
        self.size_bytes = 0
        self._recording = recording
        self._name = told_name(recording.path if isinstance(recording, Playlist) else recording)
        self._arriving = arriving
        self._tell = tell
        self._silent: list[int] = []
        """The files of a playlist that end whoever decodes them, by their numbers."""
        self._file = 0
        """The one that is being decoded."""
        self.is_wanted: Callable[[], bool] = lambda: True
        """Whether what was asked for is still wanted, while it is waited for what has not come."""
        self._process: Child | None = None
        self._ends = 0
        """How many processes have broken off since one gave sound."""
        self._is_killed = False
        self._lock = threading.Lock()
        self._start()

    def _wanted(self) -> bytes:
        """Return what the process is to open."""
        recording, arriving = self._recording, self._arriving
        if isinstance(recording, Playlist):
            order = {"playlist": recording.packed(), "rate_hz": self.rate_hz, "silent": self._silent}
            return json.dumps(order).encode()
        more: list[int] = []
        if arriving is not None:
            size_bytes = UNKNOWN_BYTES if arriving.size_bytes is None else arriving.size_bytes
            more = [size_bytes, arriving.has_ranges]
        return json.dumps([str(recording.absolute()), self.rate_hz, *more]).encode()

    def _start(self) -> None:
        """Start the process; it looks at the file.

        Raises:
            SourceError: if the file cannot be decoded.
        """
        try:
            process = starting.DECODERS.take()
        except OSError as error:
            raise SourceError(f"{self._name} cannot be decoded: no process could be started.") from error
        with self._lock:
            self._process = process
            if self._is_killed:
                process.kill()
        self._ask(DecodingMessage.OPEN, payload=self._wanted())
        try:
            answer = self._answer(LIMIT_S)
        except _BrokenOffError as error:
            raise SourceError(f"{self._name} is damaged: what decodes it failed.", _HINT) from error
        except BriefingError:
            self.close()
            raise
        if answer.kind == DecodingMessage.OPENED:
            self.size_bytes = answer.number

    @property
    def pid(self) -> int | None:
        """The process that decodes, None if there is none."""
        return None if self._process is None else self._process.pid

    def duration_s(self) -> Fraction:
        """Measure the length; what the header claims is trusted only while not all of it is there.

        Returns:
            Seconds; 0 where nothing is claimed.

        Raises:
            SourceError: if the file cannot be read through.
            UnsafeError: if it claims more sound than it can hold.
        """
        try:
            self._ask(DecodingMessage.LENGTH)
            length = self._answer(LENGTH_LIMIT_S)
        except _BrokenOffError as error:
            raise SourceError(f"{self._name} is damaged: what decodes it failed.", _HINT) from error
        numerator, denominator = json.loads(length.payload)
        return Fraction(numerator, denominator)

    def read_from(
        self, start_frame: int, least_frames: int, first_frames: int = 0
    ) -> Iterator[NDArray[np.int16]]:
        """Yield int16 arrays of shape (n, channels) from `start_frame` to the end, without a gap.

        All have `least_frames` or more, but for the first one, where it may have `first_frames` only, and
        the last ones of a part.

        Raises:
            AudioError: if the file breaks off or cannot be read any more.
            LostError: if it has not come up to here, and does not.
        """
        wanted = first_frames or least_frames
        while True:
            before = start_frame
            try:
                if self._process is None and self._ends < MOST_ENDS and not self._is_killed:
                    self._start()
                self._ask(DecodingMessage.SEEK, start_frame)
                while (piece := self._next(wanted)) is not None:
                    yield piece
                    start_frame += len(piece)
                    wanted = least_frames
            except _BrokenOffError:
                is_the_file = start_frame == before and self._ends > 1
                if self._is_killed or self._ends >= MOST_ENDS:
                    raise
                if is_the_file and not self._goes_on_without_file():
                    raise
            else:
                return

    def _goes_on_without_file(self) -> bool:
        """Leave out the file of a playlist that was being decoded; False where there is no other one."""
        if not isinstance(self._recording, Playlist) or self._file in self._silent:
            return False
        self._silent.append(self._file)
        self._ends = 0
        name = safe_line(self._recording.files[self._file], 80)
        self._tell(f"{name} is damaged, and is silent: what decodes it failed.")
        return True

    def _next(self, least_frames: int) -> NDArray[np.int16] | None:
        self._ask(DecodingMessage.NEXT, least_frames)
        answer = self._answer(LIMIT_S)
        if answer.kind != DecodingMessage.SOUND:
            return None
        self._ends = 0
        return np.frombuffer(answer.payload, np.int16).reshape(-1, answer.number)

    def _ask(self, kind: DecodingMessage, number: int = 0, payload: bytes = b"") -> None:
        if self._process is None:
            raise _BrokenOffError("The recording cannot be decoded any further.", _HINT)
        self._process.write(messages.pack(kind, number, payload))

    def _answer(self, limit_s: float) -> Message:
        """Return the next answer.

        Raises:
            BriefingError: as the process says, or if it breaks off, or says nothing in time.
        """
        process = self._process
        assert process is not None  # noqa: S101  # it was asked
        is_given_up = False
        while True:
            answer = None
            with process.within(limit_s) as is_late, suppress(ValueError):  # what is no message is no answer
                answer = messages.read(process.stdout)
            if answer is not None and answer.kind == DecodingMessage.NOTE:
                self._tell(safe_line(answer.payload.decode(errors="replace")))
                continue
            if answer is not None and answer.kind == DecodingMessage.FILE:
                self._file = answer.number
                continue
            if answer is None or answer.kind != DecodingMessage.NEED:
                break
            reached = self._reached(answer.number)
            is_given_up |= reached is None
            process.write(messages.pack(DecodingMessage.HERE, answer.number if reached is None else reached))
        if is_given_up and answer is not None:
            raise LostError("What was waited for is not wanted any more.")
        if answer is None:
            self.close()
            self._ends += 1
            is_ours = is_late.is_set() or self._is_killed
            shortage = None if is_ours else process.shortage()
            raise _BrokenOffError("The recording cannot be decoded any further.", _HINT) from shortage
        if answer.kind == DecodingMessage.FAILED:
            fault, message, hint = json.loads(answer.payload)
            raise _FAULTS[fault](message, hint)
        return answer

    def _reached(self, offset: int) -> int | None:
        """Wait until something from `offset` on has come; return up to where, None if it is given up.

        Raises:
            LostError: if it does not come.
        """
        if self._arriving is None:
            return offset
        try:
            return self._arriving.reach(offset, self._is_still_wanted)
        except BriefingError:
            if not self._is_still_wanted() and not self._is_killed:
                return None  # the process takes that for the end, until it is told to go elsewhere
            self.close()
            raise

    def _is_still_wanted(self) -> bool:
        return not self._is_killed and self.is_wanted()

    def kill(self) -> None:
        """End the process at once, whatever another thread asks of it; that is told that it broke off."""
        with self._lock:
            self._is_killed = True
            if self._process is not None:
                self._process.kill()
        if self._arriving is not None:
            self._arriving.wake()

    def close(self) -> None:
        """End the process and let go of it. Harmless twice."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.close()
