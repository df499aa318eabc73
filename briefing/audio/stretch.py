"""Speed at unchanged pitch, and which moment of the source each frame of the result is.

Sonic (B. Cox, "Sonic", 2010; libsonic is its port) joins or repeats whole pitch periods, so
it takes its input unevenly: output times speed drifts seconds away in minutes. Instead the
pair (frames given out, frames taken in) is kept after every `STEP_FRAMES` of input, and a
place is interpolated between pairs, less the input that Sonic holds back. How much that is
depends on the speed; `LAG_S` was measured, by finding windows of the output in the input
(median over speech; nine windows in ten lie within 12 ms of it up to twice the speed).

At speed 1 Sonic gives its input back at once, rounded to 16 bits; whoever plays at that
speed does without it, see `deck`.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from briefing.audio.pcm import CHANNELS, ENGINE_RATE_HZ

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

STEP_FRAMES: Final = 480
"""Input is given in steps of 10 ms, so that the pairs lie close together."""
LAG_S: Final = (
    (0.5, 0.0246),
    (0.6, 0.0261),
    (0.7, 0.0250),
    (0.75, 0.0220),
    (0.8, 0.0180),
    (0.9, 0.0108),
    (0.95, 0.0035),
    (1.05, 0.0025),
    (1.1, 0.0090),
    (1.2, 0.0155),
    (1.3, 0.0190),
    (1.5, 0.0230),
    (2.0, 0.0207),
    (2.5, 0.0232),
    (3.0, 0.0255),
    (4.0, 0.0281),
)
"""(speed, seconds of source that Sonic holds back at that speed), between them linear."""


class TempoStream(Protocol):
    """What makes interleaved samples faster or slower: Sonic, or what stands in for it."""

    def set_speed(self, speed: float) -> None: ...  # noqa: D102
    def write(self, samples: NDArray[np.float32]) -> None: ...  # noqa: D102
    def flush(self) -> None: ...  # noqa: D102
    def available_frames(self) -> int: ...  # noqa: D102
    def read(self, frames: int) -> Sequence[float] | NDArray[np.float32]: ...  # noqa: D102


def _open_stream() -> tuple[TempoStream, tuple[tuple[float, float], ...]]:
    """Return a stream, and the lags of its kind by speed."""
    try:
        from libsonic import SonicStream  # 1 ms, and nobody who leaves the speed alone wants it
    except ImportError:  # no wheel for this machine
        from briefing.audio import tempo

        return tempo.AtempoStream(ENGINE_RATE_HZ, CHANNELS), tempo.LAG_S
    return SonicStream(ENGINE_RATE_HZ, CHANNELS), LAG_S


class Stretch:
    """A stream of sound made faster or slower. Starts at source frame `start_frame`."""

    def __init__(self, start_frame: int, speed: float) -> None:
        self._sonic, lags = _open_stream()
        self._lag_speeds, self._lags_s = (np.array(column) for column in zip(*lags, strict=True))
        self._fed = start_frame
        self._made = 0
        self._taken = 0
        self._ready: deque[NDArray[np.float32]] = deque()
        self._pairs: deque[tuple[int, float]] = deque([(0, float(start_frame))])
        self.speed = speed

    @property
    def speed(self) -> float:
        """The factor, `SPEED_LOW` to `SPEED_HIGH`; setting it changes what is fed from now on."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        self._speed = speed
        self._lag = float(np.interp(speed, self._lag_speeds, self._lags_s)) * ENGINE_RATE_HZ
        self._sonic.set_speed(speed)

    @property
    def available_frames(self) -> int:
        """How many frames can be taken now."""
        return self._made - self._taken

    def feed(self, samples: NDArray[np.float32]) -> None:
        """Take in source frames, float32 (n, 2), that follow on those fed before."""
        for start in range(0, len(samples), STEP_FRAMES):
            step = samples[start : start + STEP_FRAMES]
            self._sonic.write(step.ravel())
            self._fed += len(step)
            self._collect(self._fed - self._lag)

    def release(self, samples: NDArray[np.float32]) -> None:
        """Back at speed 1: take in a last piece, which pushes out all that is held back, and end."""
        self.feed(samples)
        self.finish()

    def finish(self) -> None:
        """No more input: give out what is held back."""
        self._sonic.flush()
        self._collect(float(self._fed))
        self._pairs[-1] = (self._made, float(self._fed))

    def _collect(self, place: float) -> None:
        frames = self._sonic.available_frames()
        if not frames:
            return
        made = np.array(self._sonic.read(frames), np.float32).reshape(-1, CHANNELS)
        self._ready.append(made)
        self._made += len(made)
        self._pairs.append((self._made, max(place, self._pairs[-1][1])))

    def take(self, frames: int) -> NDArray[np.float32]:
        """Return at most `frames` frames of the result, float32 (n, 2)."""
        pieces = []
        wanted = frames
        while wanted and self._ready:
            piece = self._ready.popleft()
            if len(piece) > wanted:
                self._ready.appendleft(piece[wanted:])
                piece = piece[:wanted]
            pieces.append(piece)
            wanted -= len(piece)
        taken = np.concatenate(pieces) if pieces else np.zeros((0, CHANNELS), np.float32)
        self._taken += len(taken)
        return taken

    @property
    def place(self) -> float:
        """The source frame that the next frame taken is; pairs from before it are forgotten."""
        while len(self._pairs) > 1 and self._pairs[1][0] <= self._taken:
            self._pairs.popleft()
        made, place = self._pairs[0]
        if len(self._pairs) == 1:
            return place
        next_made, next_place = self._pairs[1]
        return place + (next_place - place) * (self._taken - made) / (next_made - made)
