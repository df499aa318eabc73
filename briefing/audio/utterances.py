"""The bus of what is said over what plays: utterances, one at a time, and the deck lower meanwhile.

Theory of operation: the bus is a function of the output frame. A piece of speech is put at a frame, a cut
gives it an end, and the deck's level is a line through points; whatever is asked for - `render` may be called
anywhere, in any order - the same frame has the same sample until a command changes it. So what a sink had
pulled ahead is taken back by rendering it again: nothing has to be undone here.

Rules:
1. One utterance at a time: the next one begins when the one before has ended, or has fallen after a cut.
2. Every piece rises and falls within `RAMP_FRAMES`, and so does what is cut: nothing clicks.
3. The deck goes down within `DUCK_FRAMES` when an utterance begins, and comes back within `BACK_FRAMES`,
   `HOLD_FRAMES` after it has ended: between two sentences it does not pump.
4. While nothing is said and the deck is up, the deck's samples pass bit for bit.

No time, no threads: `frames` says how far the output is, and whoever renders moves it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.level_line import LevelLine
from briefing.audio.pcm import ENGINE_RATE_HZ, stereo

if TYPE_CHECKING:
    from numpy.typing import NDArray

RAMP_FRAMES: Final = ENGINE_RATE_HZ // 200
"""5 ms: a consonant's beginning is not worn away, and a cut is not heard as a click."""
DUCK_FRAMES: Final = ENGINE_RATE_HZ // 20
BACK_FRAMES: Final = ENGINE_RATE_HZ // 4
HOLD_FRAMES: Final = ENGINE_RATE_HZ // 5
_FOREVER: Final = 1 << 62


@dataclass(frozen=True, slots=True)
class _Piece:
    """Samples from output frame `start` on, falling from `cut` on."""

    start: int
    samples: NDArray[np.float32]
    cut: int = _FOREVER

    @property
    def stop(self) -> int:
        """The frame after the last that sounds."""
        return min(self.start + len(self.samples), self.cut + RAMP_FRAMES)

    def add_to(self, out: NDArray[np.float32], first: int) -> None:
        """Add what falls into the frames from `first` on."""
        begin, end = max(self.start, first), min(self.stop, first + len(out))
        if begin >= end:
            return
        samples = self.samples[begin - self.start : end - self.start]
        if end > self.cut:
            fall = (self.cut + RAMP_FRAMES - np.arange(begin, end, dtype=np.float32)) / RAMP_FRAMES
            samples = samples * np.clip(fall, 0, 1).astype(np.float32)[:, np.newaxis]
        out[begin - first : end - first] += samples


class Utterances:
    """What is said, one after another. Not for several threads at once."""

    def __init__(self) -> None:
        self.frames = 0
        """The output frame that comes next."""
        self.gain = 1.0
        """The factor for what is said from now on."""
        self.duck = 1.0
        """The factor for the deck while something is said, from the next utterance on."""
        self.begun_at: int | None = None
        """The output frame of the first sample of the utterance begun last; None until a piece came."""
        self._pieces: list[_Piece] = []
        self._level = LevelLine()
        """The deck's."""

    @property
    def stop(self) -> int:
        """The output frame after all that was said so far, cuts included."""
        return max((piece.stop for piece in self._pieces), default=0)

    @property
    def is_late(self) -> bool:
        """Whether the next piece would follow a gap: all that was said has been rendered."""
        return self.stop <= self.frames

    def begin(self) -> None:
        """Begin an utterance: its pieces follow what was said before."""
        self.begun_at = None

    def add(self, samples: NDArray[np.float32]) -> None:
        """Add a piece to the utterance: float32 (n,), (n, 1) or (n, 2) at the engine's rate."""
        start = max(self.frames, self.stop)
        if not len(samples):
            return
        shaped = stereo(samples) * np.float32(self.gain)
        edge = min(RAMP_FRAMES, len(shaped))
        rise = np.arange(1, edge + 1, dtype=np.float32)[:, np.newaxis] / RAMP_FRAMES
        shaped[:edge] *= rise
        shaped[len(shaped) - edge :] *= rise[::-1]
        if self.begun_at is None:
            self.begun_at = start
            self._level.aim(start, self.duck, DUCK_FRAMES)
        self._pieces.append(_Piece(start, shaped))

    def end(self) -> int:
        """Let the deck come back when all that was added has been said; return the frame of its end."""
        stop = max(self.stop, self.frames)
        self._level.aim(stop + HOLD_FRAMES, 1.0, BACK_FRAMES)
        return stop

    def cut(self) -> int:
        """Let what is said fall silent now, and the deck come back; return the frame of the cut."""
        now = self.frames
        self._pieces = [
            replace(piece, cut=min(piece.cut, now)) for piece in self._pieces if piece.start < now
        ]
        self._level.aim(now + HOLD_FRAMES, 1.0, BACK_FRAMES)
        return now

    def render_over(self, out: NDArray[np.float32], first: int) -> NDArray[np.float32]:
        """Return `out`, the deck's frames from output frame `first` on, with what is said over it.

        Levels that are too much for both together are limited to what there is, -1 to 1.
        """
        last = first + len(out)
        self.frames = last
        level = self._level.levels(first, len(out))
        sounding = [piece for piece in self._pieces if piece.start < last and piece.stop > first]
        self._forget(first)
        if level is not None:
            out = out * level
        elif sounding:
            out = out.copy()
        for piece in sounding:
            piece.add_to(out, first)
        return np.clip(out, -1.0, 1.0) if sounding else out

    def rewind(self, frame: int) -> None:
        """Take note that the output goes on at an earlier frame."""
        self.frames = frame

    def _forget(self, frame: int) -> None:
        """Forget what no sink takes back any more."""
        past = frame - ENGINE_RATE_HZ
        self._pieces = [piece for piece in self._pieces if piece.stop > past]
        self._level.forget(past)
