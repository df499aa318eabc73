"""Hear what a program plays: a PulseAudio null sink, its monitor recorded, every sample dated.

*Heard* is the moment at which the sound server, by its own account, plays a sample: the
latency that it reports for a playback stream on the same sink. Arrival at the monitor is not
it: a null sink hands a whole block on when the block begins, up to 20 ms early.

So marks are played through a stream of our own, whose latency is asked for with each write;
a mark found in the recording dates that sample, and between the marks at the start and at
the end dates are linear. The mark is a chirp, which its correlation finds to the sample.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Self

import numpy as np
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

RATE_HZ: Final = 48000
FRAME_BYTES: Final = 4
START_S: Final = 60.0
"""How long to wait for what must come; reached only where it never does."""
QUIET_S: Final = 0.25
"""Silence before a mark, in which the server's account of the latency settles."""
MARKS: Final = 3
MARK_GAP_S: Final = 0.2
TIMES_MARKED: Final = 10
"""So often marks are played at most, until two in a row agree."""
AGREE_S: Final = 0.004
"""How far apart two dates may be; on a machine with ten tasks waiting, one in 15 was 10 to 60 ms off."""


def is_installed() -> bool:
    """Whether there is a PulseAudio to start."""
    return shutil.which("pulseaudio") is not None and shutil.which("parec") is not None


NEEDS_SOUND: Final = [
    pytest.mark.sound,
    pytest.mark.skipif(not is_installed() and not os.environ.get("CI"), reason="PulseAudio is not installed"),
]
"""The marks of tests that start a PulseAudio."""


def mark() -> NDArray[np.float64]:
    """Return 20 ms of a chirp from 2 to 10 kHz."""
    t = np.arange(RATE_HZ // 50) / RATE_HZ
    return 0.6 * np.sin(2 * np.pi * (2000 * t + 200_000 * t * t)) * np.hanning(len(t))


class Server:
    """A PulseAudio of our own with one null sink, in a folder of its own; it can be killed and come back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.runtime = folder / "runtime"
        self.runtime.mkdir(mode=0o700, parents=True)
        (folder / "home").mkdir()
        self._script = folder / "pulse.pa"
        self._script.write_text(
            "load-module module-native-protocol-unix auth-anonymous=1\n"
            "load-module module-null-sink sink_name=ci norewinds=1 rate=48000 channels=2 format=s16le\n"
            "set-default-sink ci\n"
        )
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs in its environment to play here and nowhere else."""
        other = ("PULSE_", "DBUS_", "DISPLAY", "WAYLAND_", "PIPEWIRE_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(other)}
        return {**kept, "XDG_RUNTIME_DIR": str(self.runtime)}

    @property
    def socket(self) -> Path:
        """Where the server listens."""
        return self.runtime / "pulse" / "native"

    def start(self) -> None:
        """Start it and wait until it listens."""
        command = ["pulseaudio", "-n", "-F", str(self._script), "--daemonize=no", "--exit-idle-time=-1"]
        log = (self.folder / "pulse.log").open("ab")
        with log:
            self._process = subprocess.Popen(
                [*command, "--realtime=no", "--high-priority=yes"],
                env={**self.environment, "HOME": str(self.folder / "home")},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        wait_until(self.socket.exists, START_S, "PulseAudio does not start")

    def kill(self) -> None:
        """End it at once, as a crash would."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None
            shutil.rmtree(self.runtime / "pulse", ignore_errors=True)

    def stop(self) -> None:
        """End it."""
        if self._process:
            end(self._process)
            self._process = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


@dataclass
class Recording:
    """What was heard: mono samples, and pairs (sample index, monotonic seconds) that date them."""

    samples: NDArray[np.float64]
    pairs: list[tuple[float, float]] = field(default_factory=list)

    def time_of(self, index: float) -> float:
        """Return when the sample at `index` was heard."""
        indices, times = (np.array(column) for column in zip(*self.pairs, strict=True))
        shift = np.interp(index, indices, times - indices / RATE_HZ)
        return float(index / RATE_HZ + shift)

    def index_of(self, time_s: float) -> int:
        """Return the index of the sample heard at `time_s`."""
        guess = (time_s - self.time_of(0)) * RATE_HZ
        return round(guess - (self.time_of(guess) - time_s) * RATE_HZ)

    @property
    def drift_s(self) -> float:
        """By how much the marks at both ends disagree on the date: how well it is known."""
        shifts = [time_s - index / RATE_HZ for index, time_s in self.pairs]
        return max(shifts) - min(shifts)


class Ear:
    """Records the monitor of a server's sink from entering to leaving."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._chunks: list[bytes] = []
        self._frames = 0
        self._pairs: list[tuple[float, float]] = []

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [
                "parec",
                "-d",
                "ci.monitor",
                "--format=s16le",
                "--rate=48000",
                "--channels=2",
                "--raw",
                "--latency-msec=20",
            ],
            env=self._server.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        wait_until(lambda: self._frames > 0, START_S, "nothing arrives from the monitor")
        self._mark()
        return self

    def __exit__(self, *_: object) -> None:
        end(self._process)
        self._thread.join()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as pipe:
            while data := os.read(pipe.fileno(), 1 << 16):
                self._chunks.append(data)
                self._frames += len(data) // FRAME_BYTES

    @property
    def frames(self) -> int:
        """How many frames were recorded so far."""
        return self._frames

    def _samples(self) -> NDArray[np.float64]:
        data = b"".join(list(self._chunks))
        whole = data[: len(data) // FRAME_BYTES * FRAME_BYTES]
        both: NDArray[np.int16] = np.frombuffer(whole, "<i2").reshape(-1, 2)
        mono: NDArray[np.float64] = both.mean(axis=1) / 32768
        return mono

    def _mark(self) -> None:
        """Play marks until two in a row agree on the date, and keep it: one pair for the middle of all.

        Where the machine has no time for the recorder or for us, marks are lost, or dated wrong.
        """
        before: float | None = None
        for _ in range(TIMES_MARKED):
            if pair := self._marked():
                index, time_s = pair
                zero_s = time_s - index / RATE_HZ
                if before is not None and abs(zero_s - before) <= AGREE_S:
                    self._pairs.append(pair)
                    return
                before = zero_s
        pytest.fail("no two marks in a row agree")

    def _marked(self) -> tuple[float, float] | None:
        """Play marks, and find them; None if some are not in the recording."""
        sound = mark()
        since = self._frames
        gap = round(MARK_GAP_S * RATE_HZ)
        starts = [round(QUIET_S * RATE_HZ) + k * gap for k in range(MARKS)]
        train = np.zeros(starts[-1] + gap)
        for start in starts:
            train[start : start + len(sound)] = sound
        began_s = play_and_date(self._server.socket, train)
        wait_until(
            lambda: self._frames > since + len(train) + RATE_HZ // 2, START_S, "the monitor has stopped"
        )
        heard = self._samples()[since:]
        likeness = np.correlate(heard, sound, "valid")
        # the train's place is where all its marks fit best together
        span = len(likeness) - starts[-1]
        together = np.sum([likeness[start : start + span] for start in starts], axis=0)
        place = int(np.argmax(together))
        is_whole = together[place] > 0.5 * MARKS * np.dot(sound, sound)
        return (float(since + place), began_s) if is_whole else None

    def recording(self) -> Recording:
        """Return what was heard up to now, dated at both ends."""
        self._mark()
        return Recording(self._samples(), list(self._pairs))


def play_and_date(socket: Path, samples: NDArray[np.float64]) -> float:
    """Play mono samples to the end; return when the first was heard, by the server's account."""
    simple: Any = ctypes.CDLL("libpulse-simple.so.0")
    pointer, size, unsigned = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_uint32
    simple.pa_simple_new.restype = pointer
    simple.pa_simple_new.argtypes = (
        [ctypes.c_char_p] * 2 + [ctypes.c_int] + [ctypes.c_char_p] * 2 + [pointer] * 4
    )
    simple.pa_simple_write.argtypes = [pointer, ctypes.c_char_p, size, pointer]
    simple.pa_simple_get_latency.argtypes = [pointer, pointer]
    simple.pa_simple_get_latency.restype = ctypes.c_uint64
    simple.pa_simple_drain.argtypes = [pointer, pointer]
    simple.pa_simple_free.argtypes = [pointer]

    class SampleSpec(ctypes.Structure):
        _fields_ = [("format", ctypes.c_int), ("rate", unsigned), ("channels", ctypes.c_uint8)]

    default = 0xFFFFFFFF
    spec = SampleSpec(3, RATE_HZ, 2)  # 3: 16 bits, little endian
    buffering = (unsigned * 5)(default, RATE_HZ // 20 * FRAME_BYTES, default, default, default)
    error = ctypes.c_int(0)
    stream = simple.pa_simple_new(
        f"unix:{socket}".encode(),
        b"ear",
        1,
        None,
        b"marks",
        ctypes.byref(spec),
        None,
        buffering,
        ctypes.byref(error),
    )
    assert stream, f"libpulse: error {error.value}"
    data = np.repeat((samples * 32767).astype("<i2"), 2).tobytes()
    step = RATE_HZ // 100 * FRAME_BYTES
    began = []
    for start in range(0, len(data), step):
        piece = data[start : start + step]
        assert simple.pa_simple_write(stream, piece, len(piece), ctypes.byref(error)) == 0
        before_s = time.monotonic()
        latency_us = simple.pa_simple_get_latency(stream, ctypes.byref(error))
        now_s = (before_s + time.monotonic()) / 2
        began.append(now_s + latency_us / 1e6 - (start + len(piece)) / FRAME_BYTES / RATE_HZ)
    simple.pa_simple_drain(stream, ctypes.byref(error))
    simple.pa_simple_free(stream)
    return float(np.median(began[len(began) // 4 :]))


def wait_until(happens: Any, limit_s: float, otherwise: str) -> None:
    """Wait for something to be true; fail if it does not happen."""
    until = time.monotonic() + limit_s
    while not happens():
        assert time.monotonic() < until, otherwise
        time.sleep(0.01)


def end(process: subprocess.Popen[Any]) -> None:
    """Ask a process of ours to end, and see to it."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(3)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
