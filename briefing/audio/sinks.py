"""Where sound goes: a device, a file, nothing. All of them pull in real time.

| spec | sink |
|---|---|
| default | the sound device: `device.DeviceSink` |
| null | nowhere, at the pace of the clock: for machines without sound, and for tests |
| FILE.wav | a file that becomes what would have been heard, pauses included |
"""

from __future__ import annotations

import time
import wave
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Final

from briefing.audio.pcm import CHANNELS, ENGINE_RATE_HZ, to_int16
from briefing.errors import AudioError, UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from briefing.ports import AudioSink, Clock, Render

BLOCK_FRAMES: Final = ENGINE_RATE_HZ // 25
"""How much a paced sink pulls at a time: 40 ms."""
STALL_S: Final = 0.5
"""Further behind than this (the machine slept), a paced sink goes on from now instead of catching up."""


class NullSink:
    """Pulls at the pace of a clock and lets the sound go. A block is heard one block after it was pulled."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self.rate_hz = ENGINE_RATE_HZ
        self.name = "no sound device"
        self.underrun_frames = 0
        self._clock = clock
        self._lock = Lock()
        self._pulled = 0
        self._zero_s = 0.0
        """When frame 0 is or was heard."""
        self._stopping = Event()
        self._thread: Thread | None = None

    def start(self, render: Render) -> None:
        """Begin to pull."""
        if self._thread is not None:
            return
        self._begin()
        self._stopping.clear()
        self._zero_s = self._clock() + BLOCK_FRAMES / self.rate_hz
        self._thread = Thread(target=self._run, args=(render,), name="sound", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop pulling. Harmless if it was never started."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            self._finish()

    def replaceable(self, pulled: int) -> int:
        """Return 0: nothing is pulled ahead."""
        del pulled
        return 0

    def flush(self, pulled: int) -> int:
        """Nothing is pulled ahead that could be taken back."""
        del pulled
        return 0

    def heard_at(self, frame: int) -> float:
        """Return when the `frame`-th frame pulled is or was heard."""
        return self._zero_s + frame / self.rate_hz

    @property
    def pending_frames(self) -> int:
        """What was pulled and not heard yet."""
        with self._lock:
            heard = (self._clock() - self._zero_s) * self.rate_hz
            return min(max(round(self._pulled - heard), 0), self._pulled)

    @property
    def is_lost(self) -> bool:
        """Never."""
        return False

    def _run(self, render: Render) -> None:
        while not self._stopping.is_set():
            self._take(render(BLOCK_FRAMES))
            with self._lock:
                self._pulled += BLOCK_FRAMES
                due_s = self.heard_at(self._pulled - BLOCK_FRAMES)
                late_s = self._clock() - due_s
                if late_s > STALL_S:
                    self._zero_s += late_s
                    due_s += late_s
            self._stopping.wait(max(due_s - self._clock(), 0.0))

    def _begin(self) -> None:
        """Make ready to take blocks."""

    def _take(self, block: NDArray[np.float32]) -> None:
        """Do something with a block: here, nothing."""

    def _finish(self) -> None:
        """No more blocks come."""


class WaveSink(NullSink):
    """Writes a WAV file, 16 bits, at the pace of a clock; the file is whole after every block."""

    def __init__(self, path: Path, clock: Clock = time.monotonic) -> None:
        super().__init__(clock)
        self.name = path.name
        self._path = path
        self._file: wave.Wave_write | None = None

    def _begin(self) -> None:
        try:
            self._raw = self._path.open("wb")
        except OSError as error:
            raise AudioError(
                f"{self._path.name} cannot be written.", "Choose another place for the sound file."
            ) from error
        file = wave.open(self._raw, "wb")  # noqa: SIM115  # open as long as the sink
        file.setnchannels(CHANNELS)
        file.setsampwidth(2)
        file.setframerate(self.rate_hz)
        self._file = file

    def _take(self, block: NDArray[np.float32]) -> None:
        if self._file is not None:
            try:
                self._file.writeframes(to_int16(block).tobytes())
            except OSError:  # a full disk ends the file, not the player
                self._finish()

    def _finish(self) -> None:
        if self._file is not None:
            with suppress(OSError), self._raw:
                self._file.close()
            self._file = None


def open_sink(spec: str, clock: Clock = time.monotonic) -> AudioSink:
    """Return the sink that `spec` names: "default", "null", or a file that ends in .wav.

    Nothing is opened yet: `start` does that.

    Raises:
        UsageError: if it names none of these.
    """
    if spec == "default":
        from briefing.audio.device import DeviceSink  # the library is loaded with it

        return DeviceSink(clock)
    if spec == "null":
        return NullSink(clock)
    if spec.lower().endswith(".wav"):
        return WaveSink(Path(spec), clock)
    raise UsageError(f"{spec} is no place for sound.", "Use default, null, or the name of a .wav file.")
