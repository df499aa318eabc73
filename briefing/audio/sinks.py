"""Where sound goes: a device, a file, nothing. All of them pull in real time.

| spec | sink |
|---|---|
| default | the sound device: `device.DeviceSink`; nowhere as long as there is none (`PatientSink`) |
| null | nowhere, at the pace of the clock: for machines without sound, and for tests |
| FILE.wav | a file that becomes what would have been heard, pauses included |
"""

from __future__ import annotations

import errno
import os
import stat
import time
import wave
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Final, Protocol

from briefing.audio.pcm import CHANNELS, ENGINE_RATE_HZ, to_int16
from briefing.errors import AudioError, UsageError
from briefing.ports import AudioSink

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    import numpy as np
    from numpy.typing import NDArray

    from briefing.ports import Clock, Render

BLOCK_FRAMES: Final = ENGINE_RATE_HZ // 25
"""How much a paced sink pulls at a time: 40 ms."""
STALL_S: Final = 0.5
"""Further behind than this (the machine slept), a paced sink goes on from now instead of catching up."""

PATIENCE_S: Final = 0.7
"""How long a start waits for a sound server that was asked; then the text moves on in silence. One that works
answers within 0.03 s (measured on a busy machine)."""
ASKING_S: Final = 3.0
"""How long it may take until the server is asked: a busy machine starts a process slowly."""
ATTEMPT_S: Final = 5.0
RETRY_S: Final = 1.0
LONGEST_RETRY_S: Final = 30.0
LOOK_S: Final = 0.5
_SILENT_SERVER: Final = (
    "The sound server does not answer, so the text moves on in silence; there will be sound when it does."
)


class NullSink:
    """Pulls at the pace of a clock and lets the sound go. A block is heard one block after it was pulled."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self.rate_hz = ENGINE_RATE_HZ
        self.name = "no sound device"
        self.underrun_frames = 0
        self._clock = clock
        self._lock = Lock()
        self._notice = ""
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

    @property
    def pulled_frames(self) -> int:
        """How many frames were pulled, ever."""
        return self._pulled

    def take_notice(self) -> str:
        """Return what there is to tell of the sink, in a sentence, once."""
        notice, self._notice = self._notice, ""
        return notice

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
            self._raw = open_file(self._path)
            self._raw.truncate()
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
                self._raw.flush()
            except OSError as error:  # a full disk ends the file, not the player
                why = (error.strerror or "it failed").lower()
                self._notice = f"{self.name} takes no more sound: {why}. The reading goes on without it."
                self._finish()

    def _finish(self) -> None:
        if self._file is not None:
            with suppress(OSError), self._raw:
                self._file.close()
            self._file = None


def open_file(path: Path) -> BinaryIO:
    """Open a file to write into; only a regular one, and without waiting for anybody.

    Raises:
        OSError: if it is something else (a pipe, a device), or cannot be written.
    """
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(errno.EINVAL, "It is no file")
    # Without O_NONBLOCK, a pipe that has just come there would block for ever.
    number = os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o666)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, "It is no file")
    return os.fdopen(number, "wb")


class Device(AudioSink, Protocol):
    """A sink whose opening may take long, and is apart from its beginning."""

    def connect(self, within_s: float) -> None:
        """Open the device, and give it nothing yet.

        Raises:
            AudioError: if there is none, or it does not answer in so many seconds.
        """

    def begin(self, render: Render, first_frame: int) -> None:
        """Feed it; `first_frame` is the number of the first frame that is pulled."""


class PatientSink:
    """The sound device; as long as there is none, silence that moves on.

    `start` waits for a device for `patience_s` at most once its server is asked, as `asked` says: one
    that hangs answers nobody. It is looked for from then on, at once when something changed where
    servers and devices are found, and when one is there, it goes on with the same frames.
    """

    def __init__(
        self,
        make_device: Callable[[], Device],
        clock: Clock,
        patience_s: float = PATIENCE_S,
        asked: Event | None = None,
    ) -> None:
        self.rate_hz = ENGINE_RATE_HZ
        self._make_device = make_device
        self._patience_s = patience_s
        self._silence = NullSink(clock)
        self._sink: AudioSink = self._silence
        self._notice = self._why = ""
        self._is_told = False
        self._attempt: Device | None = None
        self._lock = Lock()
        self._stopping = Event()
        self._settled = Event()
        self._asked = asked or self._settled
        self._opener: Thread | None = None

    def start(self, render: Render) -> None:
        """Begin to pull, by a device if one is there soon."""
        self._stopping.clear()
        self._settled.clear()
        opener = Thread(target=self._look_for_device, args=(render,), name="sound opener", daemon=True)
        with self._lock:  # a thread that closes meanwhile finds one that it can wait for
            self._opener = opener
            opener.start()
        if self._asked is not self._settled:
            self._asked.wait(ASKING_S)
        self._settled.wait(self._patience_s)
        with self._lock:
            if self._sink is self._silence and not self._stopping.is_set():
                self._notice, self._is_told = self._why or _SILENT_SERVER, True
                self._silence.start(render)

    def stop(self) -> None:
        """Stop pulling, and looking. Harmless if it was never started."""
        with self._lock:
            self._stopping.set()
            attempt, opener = self._attempt, self._opener
        self._settled.set()
        self._asked.set()
        if attempt is not None:
            attempt.stop()
        if opener is not None:
            opener.join()
        self._sink.stop()

    def _look_for_device(self, render: Render) -> None:
        wait_s = RETRY_S
        while not self._stopping.is_set():
            device = self._make_device()
            with self._lock:
                if self._stopping.is_set():
                    return
                self._attempt = device
            places = _sound_places()
            try:
                device.connect(ATTEMPT_S)
            except AudioError as error:
                self._why = str(error)
                self._settled.set()
                self._asked.set()
                self._await_change(places, wait_s)
                wait_s = min(wait_s * 2, LONGEST_RETRY_S)
                continue
            with self._lock:
                if not self._stopping.is_set():
                    self._take_over(device, render)
                    return
            device.stop()

    def _take_over(self, device: Device, render: Render) -> None:
        """Go on with a device where the silence is."""
        self._silence.stop()
        device.begin(render, self._silence.pulled_frames)
        self._sink = device
        self._settled.set()
        self._asked.set()
        if self._is_told:
            self._notice = f"There is sound now, by {device.name}."

    def _await_change(self, places: object, wait_s: float) -> None:
        """Wait so long before the next attempt, or until something has changed."""
        until_s = time.monotonic() + wait_s
        while time.monotonic() < until_s and _sound_places() == places:
            if self._stopping.wait(LOOK_S):
                return

    @property
    def name(self) -> str:
        """What takes the sound now."""
        return self._sink.name

    @property
    def underrun_frames(self) -> int:
        """How much silence the device has put in."""
        return self._sink.underrun_frames

    def replaceable(self, pulled: int) -> int:
        """Return how many of the last frames pulled `flush` would take back."""
        return self._sink.replaceable(pulled)

    def flush(self, pulled: int) -> int:
        """Take back what can be replaced."""
        return self._sink.flush(pulled)

    def heard_at(self, frame: int) -> float:
        """Return when the `frame`-th frame pulled is or was heard, or would have been."""
        return self._sink.heard_at(frame)

    @property
    def pending_frames(self) -> int:
        """What was pulled and not heard yet."""
        return self._sink.pending_frames

    @property
    def is_lost(self) -> bool:
        """Whether a device that was there went away."""
        return self._sink.is_lost

    def take_notice(self) -> str:
        """Return what there is to tell of the sink, in a sentence, once."""
        notice, self._notice = self._notice, ""
        return notice


def _sound_places() -> list[tuple[int, int] | None]:
    """Return what stands where sound servers listen and devices are, to see that something has changed."""
    server = os.environ.get("PULSE_SERVER", "").removeprefix("unix:")
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    places = [server, "/dev/snd", *(f"{runtime}/{name}" for name in ("pulse/native", "pipewire-0", "pulse"))]
    found: list[tuple[int, int] | None] = []
    for place in places:
        try:
            status = os.stat(place)  # noqa: PTH116  # a name from outside, which may be none
        except (OSError, ValueError):
            found.append(None)
        else:
            found.append((status.st_ino, status.st_mtime_ns))
    return found


def open_sink(spec: str, clock: Clock = time.monotonic) -> AudioSink:
    """Return the sink that `spec` names: "default", "null", or a file that ends in .wav.

    No device is opened yet: `start` does that. A file is looked at, so that one that cannot be written
    is told before anything is shown.

    Raises:
        UsageError: if it names none of these, or no file that can be written.
    """
    if spec == "default":
        asked = Event()

        def make_device() -> Device:
            from briefing.audio.device import DeviceSink  # what it needs is loaded when it is wanted

            return DeviceSink(clock, asked.set)

        return PatientSink(make_device, clock, asked=asked)
    if spec == "null":
        return NullSink(clock)
    if not spec.lower().endswith(".wav"):
        raise UsageError(f"{spec} is no place for sound.", "Use default, null, or the name of a .wav file.")
    try:
        open_file(Path(spec)).close()
    except OSError as error:
        why = (error.strerror or "it failed").lower()
        raise UsageError(
            f"{spec} cannot be written: {why}.", "Choose another place for the sound file."
        ) from error
    return WaveSink(Path(spec), clock)
