"""The process that owns the sound device (miniaudio): a ring of frames, and who takes them when.

Started by `link`, with the arguments RATE PERIOD_MS PERIODS.

Why a process: the device asks for its frames in a callback in Python, and the collector of
cyclic garbage, a redraw, or a busy machine can keep the interpreter of a face from it for a
tenth of a second and more. Here nothing else wants the interpreter.

What comes in and goes out is in `wire`. A chunk says at which frame it belongs, so what is already
there from that frame on is replaced. The end of input is the end.

Three threads: the main one reads what comes in; the device's own calls `feed`; and one asks the sound
server. What they share is the `Ring`, which has a lock.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from briefing.audio.device.wire import FRAME_BYTES, NEWS, RING_FRAMES, TOLD, DeviceMessage
from briefing.processes import messages

if TYPE_CHECKING:
    from collections.abc import Generator

FIRST_ANSWERS: Final = 12
FIRST_WAIT_S: Final = 0.033
"""The server is asked quickly at first, out of step with the periods."""
WAIT_S: Final = 1.0
"""And then in such pauses."""


class Ring:
    """The frames that are there. Written by one thread, taken by another."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._frames = memoryview(bytearray(RING_FRAMES * FRAME_BYTES))
        self._written = 0
        self._is_silent = True
        self.taken = 0
        self.inserted = 0
        self.interrupted = 0

    def write(self, start: int, data: bytes, is_silent: bool) -> None:
        """Put frames at `start` and after; what has been taken meanwhile is left out."""
        with self._lock:
            late = max(self.taken - start, 0)
            data = data[late * FRAME_BYTES :]
            at = (start + late) % RING_FRAMES * FRAME_BYTES
            first = data[: len(self._frames) - at]
            self._frames[at : at + len(first)] = first
            self._frames[: len(data) - len(first)] = data[len(first) :]
            self._written = max(start + late + len(data) // FRAME_BYTES, self.taken)
            self._is_silent = is_silent

    def take(self, frames: int) -> bytes:
        """Return so many frames, with silence for those that are not there."""
        with self._lock:
            taken = self.taken
            real = min(frames, self._written - taken)
            self.taken = taken + real
            at = taken % RING_FRAMES * FRAME_BYTES
            data = bytes(self._frames[at : at + real * FRAME_BYTES])
            if len(data) == frames * FRAME_BYTES:
                return data  # as nearly always, fifty times a second
            data += self._frames[: real * FRAME_BYTES - len(data)]
            self.inserted += frames - real
            if not self._is_silent:
                self.interrupted += frames - real
            return data + bytes((frames - real) * FRAME_BYTES)


class _Unloaded(ModuleType):
    """A module that is imported when something of it is first wanted."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def load_miniaudio() -> Any:
    """Import the library without what it does not need here: 21 MB and a quarter of a second less."""
    sys.modules["numpy"] = None  # type: ignore[assignment]  # it asks, and does without
    for name in ("html", "inspect", "urllib.request"):  # only for radio stations
        sys.modules[name] = _Unloaded(name)
    import miniaudio

    return miniaudio


def open_device(rate_hz: int, period_ms: int, periods: int) -> Any:
    """Open the default device of the first backend that has one; never the silent one.

    Raises:
        MiniaudioError: if there is none.
    """
    miniaudio = load_miniaudio()
    os.write(1, messages.pack(DeviceMessage.ASKING))
    names = ("WASAPI", "DSOUND", "WINMM", "COREAUDIO", "SNDIO", "AUDIO4", "OSS", "PULSEAUDIO", "ALSA", "JACK")
    return miniaudio.PlaybackDevice(
        miniaudio.SampleFormat.FLOAT32,
        2,
        rate_hz,
        period_ms,
        callback_periods=periods,
        backends=[miniaudio.Backend[name] for name in names],
        app_name="briefing",
    )


def tell(kind: DeviceMessage, time_s: float, ring: Ring, taken: int) -> None:
    """Send news; if nobody reads them, it is left out."""
    try:
        os.write(1, messages.pack(kind, taken, NEWS.pack(time_s, ring.inserted, ring.interrupted)))
    except OSError:
        return


def feed(ring: Ring, is_announced: threading.Event) -> Generator[bytes, int, None]:
    """Give what the device asks for; it sends the number of frames. Told only once the device was."""
    frames = yield b""
    untold = inserted = 0
    while True:
        taken = ring.taken
        data = ring.take(frames)
        untold += 1
        if (untold >= TOLD or ring.inserted > inserted) and is_announced.is_set():
            tell(DeviceMessage.TAKEN, time.monotonic(), ring, taken)
            untold, inserted = 0, ring.inserted
        frames = yield data


def ask_server(ring: Ring, rate_hz: int) -> None:
    """Tell again and again how late the server says this process's stream is."""
    from briefing.audio.device.pulse import PulseLatency
    from briefing.errors import AudioError

    answers = 0
    try:
        server = PulseLatency()
        while True:
            taken, before_s = ring.taken, time.monotonic()
            late_s = server.ask()
            after_s = time.monotonic()
            if late_s is not None and taken == ring.taken:  # else it may be about the frames before
                tell(DeviceMessage.LATENCY, (before_s + after_s) / 2 + late_s - taken / rate_hz, ring, taken)
                answers += 1
            time.sleep(FIRST_WAIT_S if answers < FIRST_ANSWERS else WAIT_S)
    except AudioError:
        return


def main() -> None:
    """Play what comes in until it ends."""
    rate_hz, period_ms, periods = map(int, sys.argv[1:4])
    ring = Ring()
    is_announced = threading.Event()
    feeding = feed(ring, is_announced)
    next(feeding)
    try:
        device = open_device(rate_hz, period_ms, periods)
        if device.backend == "Null":
            raise OSError("only the silent backend")  # noqa: TRY301  # answered like a missing device
        device.start(feeding)
    except Exception:  # noqa: BLE001  # whatever it is, there is no sound
        os.write(1, messages.pack(DeviceMessage.ABSENT))
        return
    os.write(
        1, messages.pack(DeviceMessage.OPENED, payload=json.dumps([device.backend, version(device)]).encode())
    )
    os.set_blocking(1, False)
    is_announced.set()
    if device.backend == "PulseAudio":
        threading.Thread(target=ask_server, args=(ring, rate_hz), daemon=True).start()
    for kind, start, frames in messages.read_all(sys.stdin.buffer):
        ring.write(start, frames, is_silent=kind == DeviceMessage.SILENCE)
    os._exit(0)  # the device's thread may hang in a server that died


def version(device: Any) -> str:
    """Return the library's version."""
    return str(sys.modules[type(device).__module__].__version__)
