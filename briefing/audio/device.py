"""The sound device (miniaudio): kept open, kept fed, and found again when it goes away.

Theory of operation: a server asks for a period of `PERIOD_MS` when it has room for it, and what
is handed over is heard when all before it has been. Callbacks can come late, never early, and
the device's clock is not ours: the moment of frame 0 is the median over the last callbacks of
(when asked) - (frames asked before), and moves with them. What is to be added to it, the
server is asked for (`pulse`); its answer falls by a block and rises again, and the top of that
saw is when a frame is heard. Where nobody can be asked, it is all periods but one.

The callback is Python and needs the interpreter's lock; the slack of almost `BUFFER_MS`, and a
short switch interval, keep it in time while a face draws.

A device that asks for nothing for `LOST_S` is lost: a thread of the sink tries to open one
again every `RETRY_S` and goes on with the same frames.
"""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from statistics import median
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Final

import miniaudio
from miniaudio import Backend, MiniaudioError, PlaybackDevice, SampleFormat

from briefing.audio.pcm import CHANNELS, ENGINE_RATE_HZ
from briefing.audio.pulse import PulseLatency
from briefing.errors import AudioError

if TYPE_CHECKING:
    from collections.abc import Generator

    import numpy as np
    from numpy.typing import NDArray

    from briefing.ports import Clock, Render

PERIOD_MS: Final = 20
PERIODS: Final = 5
BUFFER_MS: Final = 110
"""What PulseAudio is asked to hold. Left to itself the library keeps a single period there, which a busy
machine is often late for (measured); and from a key to its sound it must not take over 120 ms."""
USUAL_LATENCY_S: Final = PERIOD_MS * (PERIODS - 1) / 1000
ANSWERS: Final = 24
"""The server's last answers that are kept: six seconds."""
FIRST_ANSWERS: Final = 12
FIRST_WAIT_S: Final = 0.033
"""The first answers are asked for at once, out of step with the periods."""
SWITCH_S: Final = 0.0005
"""How long a busy thread may keep the interpreter while the device waits; the default is ten times that."""
LOST_S: Final = 0.4
RETRY_S: Final = 0.25
CALLBACKS: Final = 51
"""Over so many the moment of frame 0 is taken: a second."""

BACKENDS: Final = [
    Backend.WASAPI,
    Backend.DSOUND,
    Backend.WINMM,
    Backend.COREAUDIO,
    Backend.SNDIO,
    Backend.AUDIO4,
    Backend.OSS,
    Backend.PULSEAUDIO,
    Backend.ALSA,
    Backend.JACK,
]
"""All but the silent one, which would be taken without a word if the list were left out."""

_HINT: Final = (
    "The text can be read and followed in silence. "
    "To hear it, connect a sound device, or start PulseAudio or PipeWire."
)


class DeviceSink:
    """The default sound device, at `ENGINE_RATE_HZ`, stereo."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self.rate_hz = ENGINE_RATE_HZ
        self.name = "sound device"
        self.underrun_frames = 0
        self._clock = clock
        self._lock = Lock()
        self._pulled = 0
        self._offsets: deque[float] = deque(maxlen=CALLBACKS)
        self._zero_s = 0.0
        """When frame 0 was handed over, reckoned from the callbacks of late."""
        self._latency_s = USUAL_LATENCY_S
        self._answers: deque[float] = deque(maxlen=ANSWERS)
        self._server: PulseLatency | None = None
        self._asked_s = 0.0
        self._is_lost = False
        self._device: PlaybackDevice | None = None
        self._render: Render | None = None
        self._stopping = Event()
        self._watch: Thread | None = None

    def start(self, render: Render) -> None:
        """Open the device and begin to feed it.

        Raises:
            AudioError: if there is none.
        """
        self._render = render
        sys.setswitchinterval(SWITCH_S)
        os.environ.setdefault("PULSE_LATENCY_MSEC", str(BUFFER_MS))  # libpulse's only way to be told
        self._zero_s = self._asked_s = self._clock()
        self._open()
        self._stopping.clear()
        self._watch = Thread(target=self._keep_open, name="sound device", daemon=True)
        self._watch.start()

    def _open(self) -> None:
        try:
            device = PlaybackDevice(
                SampleFormat.FLOAT32,
                CHANNELS,
                self.rate_hz,
                PERIOD_MS,
                callback_periods=PERIODS,
                backends=BACKENDS,
                app_name="briefing",
            )
        except MiniaudioError as error:
            raise AudioError("There is no sound device.", _HINT) from error
        if device.backend == "Null":
            device.close()
            raise AudioError("There is no sound device.", _HINT)
        feeding = self._feed()
        next(feeding)
        self._offsets.clear()
        self._answers.clear()
        try:
            device.start(feeding)
        except MiniaudioError as error:
            device.close()
            raise AudioError("The sound device cannot be started.", _HINT) from error
        self.name = device.backend
        self._device = device

    def stop(self) -> None:
        """Stop feeding and let go of the device. Harmless if it was never started."""
        self._stopping.set()
        if self._watch is not None:
            self._watch.join()
            self._watch = None
        self._close()

    def _close(self) -> None:
        if self._device is not None:
            self._device.close()
            self._device = None

    def flush(self) -> None:
        """What was handed over is the server's: it cannot be taken back."""

    def heard_at(self, frame: int) -> float:
        """Return when the `frame`-th frame ever pulled is or was heard."""
        return self._zero_s + frame / self.rate_hz + self._latency_s

    @property
    def pending_frames(self) -> int:
        """What was handed over and is not heard yet."""
        with self._lock:
            left_s = self.heard_at(self._pulled) - self._clock()
            return min(max(round(left_s * self.rate_hz), 0), self._pulled)

    @property
    def is_lost(self) -> bool:
        """Whether nothing asks for sound any more. It is being tried to open a device again."""
        return self._is_lost

    def _feed(self) -> Generator[NDArray[np.float32] | bytes, int, None]:
        """Give what the device asks for; it sends the number of frames."""
        render = self._render
        assert render is not None  # noqa: S101  # `start` has set it
        frames = yield b""
        while True:
            self._note_callback(frames)
            frames = yield render(frames)

    def _note_callback(self, frames: int) -> None:
        with self._lock:
            self._asked_s = self._clock()
            offset_s = self._asked_s - self._pulled / self.rate_hz
            gap_s = offset_s - self._zero_s - self._latency_s
            if self._offsets and gap_s > 0:  # all that was handed over has been heard already
                self.underrun_frames += round(gap_s * self.rate_hz)
                self._offsets.clear()
            self._offsets.append(offset_s)
            self._zero_s = median(self._offsets)
            self._pulled += frames

    def _keep_open(self) -> None:
        """Watch the device: how late it is, and whether it is there."""
        while not self._stopping.wait(FIRST_WAIT_S if len(self._answers) < FIRST_ANSWERS else RETRY_S):
            if self._clock() - self._asked_s < LOST_S:
                self._is_lost = False
                self._ask_server()
                continue
            self._is_lost = True
            self._leave_server()
            self._close()
            self._stopping.wait(RETRY_S)
            try:
                self._open()
            except AudioError:
                continue
            self._asked_s = self._clock()
        self._leave_server()

    def _ask_server(self) -> None:
        """Note how late the server says the stream is, if it can be asked."""
        if self.name != "PulseAudio":
            self._stopping.wait(RETRY_S)
            return
        try:
            if self._server is None:
                self._server = PulseLatency()
            pulled, before_s = self._pulled, self._clock()
            late_s = self._server.ask()
            after_s = self._clock()
        except AudioError:
            self._leave_server()
            self._stopping.wait(RETRY_S)
            return
        with self._lock:
            if late_s is None or pulled != self._pulled:
                return  # the answer may be about the frames before
            heard_s = (before_s + after_s) / 2 + late_s
            self._answers.append(heard_s - pulled / self.rate_hz - self._zero_s)
            if len(self._answers) >= FIRST_ANSWERS // 2:
                self._latency_s = sorted(self._answers)[-max(len(self._answers) // 12, 1)]

    def _leave_server(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None


def library_version() -> str:
    """Return the version of the library that plays."""
    return str(miniaudio.__version__)
