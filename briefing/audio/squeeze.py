"""A source without its long pauses, and which frame of the source each frame of the rest is.

Theory of operation: the source is read once, in order, somewhat ahead of what is given. A pause that lasts
x

Rules:
1. `read` never waits. What of a pause is not ready yet is given as it is: nothing is held back for it.
2. All that is not in a long pause is given untouched.
"""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.audio.silence import HOP_FRAMES, SilenceSense

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.ports.sound import FrameSource

TAIL_FRAMES: Final = 15 * HOP_FRAMES
LEAD_FRAMES: Final = 10 * HOP_FRAMES
JOIN_FRAMES: Final = HOP_FRAMES
KEPT_FRAMES: Final = TAIL_FRAMES + LEAD_FRAMES
"""What is left of a pause: a quarter of a second."""
LEAST_FRAMES: Final = KEPT_FRAMES + JOIN_FRAMES
"""No shorter pause is shortened."""
AHEAD_FRAMES: Final = ENGINE_RATE_HZ // 2
"""How far ahead joins are known."""
READ_FRAMES: Final = 10 * HOP_FRAMES
MOST_READ: Final = 3 * ENGINE_RATE_HZ
"""How much is read at once: a silence of minutes may take some calls to pass over."""
_RISE: Final = np.linspace(0, 1, JOIN_FRAMES, endpoint=False, dtype=np.float32)[:, np.newaxis]
_KEPT_JOINS: Final = 64


class Squeeze:
    """Reads a source from a frame on. Frames of the result count from there, too.

    Args:
        source: what is read, at the engine's rate.
        frame: where to begin.
        limit: how long a pause has to be to be shortened, frames.
        sense: knows what is silent in it.
    """

    def __init__(self, source: FrameSource, frame: int, limit: int, sense: SilenceSense) -> None:
        self._source, self._sense = source, sense
        self._limit = max(limit, LEAST_FRAMES)
        self._read_at = self._made = self._given = frame
        self._joins: deque[tuple[int, int]] = deque([(frame, frame)])
        """Frame of the result -> the source's, from there on one after another."""
        self._ready: deque[NDArray[np.float32]] = deque()
        self._head: list[NDArray[np.float32]] = []
        """The pause that goes on, up to the limit; from there on only the end of it is kept."""
        self._tail: deque[NDArray[np.float32]] = deque()
        self._pause = 0
        """How long that is."""

    def read(self, frames: int) -> NDArray[np.float32] | None:
        """Return at most so many frames, float32 (n, 2); None where nothing is ready.

        Raises:
            AudioError, SpeechError: if the source can never be read here.
        """
        self._fill(frames)
        pieces = []
        while frames and self._ready:
            piece = self._ready.popleft()
            if len(piece) > frames:
                self._ready.appendleft(piece[frames:])
                piece = piece[:frames]
            pieces.append(piece)
            frames -= len(piece)
        if not pieces:
            return None
        self._given += sum(map(len, pieces))
        return pieces[0] if len(pieces) == 1 else np.concatenate(pieces)

    @property
    def is_at_end(self) -> bool:
        """Whether everything has been given."""
        return self._read_at >= self._source.length_frames and not self._ready and not self._pause

    def place_of(self, frame: float) -> float:
        """Return the source's frame that a frame of the result is."""
        at = next((join for join in reversed(self._joins) if join[0] <= frame), self._joins[0])
        return at[1] + frame - at[0]

    def frame_of(self, place: float) -> float:
        """Return the frame of the result that a source's frame is, or the join that it was left out at."""
        joins = [*self._joins]
        for at, (frame, source) in enumerate(joins):
            there = frame + place - source
            if at + 1 == len(joins) or place < joins[at + 1][1]:
                return min(there, float(joins[at + 1][0])) if at + 1 < len(joins) else there
        return place

    def joins_between(self, start: float, stop: float) -> list[tuple[int, int, int]]:
        """Return the joins within frames of the result: frame, the source's before it, and behind it."""
        found = []
        joins = [*self._joins]
        for (before, source), (frame, place) in pairwise(joins):
            if start < frame < stop:
                found.append((frame, source + frame - before, place))
        return found

    def _fill(self, frames: int) -> None:
        """Read on until so much is ready, and some more."""
        budget = MOST_READ
        while self._made - self._given < frames + AHEAD_FRAMES and budget > 0:
            left = self._source.length_frames - self._read_at
            if left <= 0:
                self._end_pause()
                return
            samples = self._source.read(self._read_at, min(READ_FRAMES, left))
            if samples is None or not len(samples):
                self._end_pause()
                return
            self._read_at += len(samples)
            budget -= len(samples)
            self._take(samples)

    def _take(self, samples: NDArray[np.float32]) -> None:
        silent = self._sense.silent(samples)
        if not silent.any():
            self._end_pause()
            self._give(samples)
            return
        for at, is_silent in enumerate(silent):
            hop = samples[at * HOP_FRAMES : (at + 1) * HOP_FRAMES]
            if is_silent:
                self._go_on_pausing(hop)
            else:
                self._end_pause()
                self._give(hop)
        rest = samples[len(silent) * HOP_FRAMES :]
        if len(rest):
            self._end_pause()
            self._give(rest)

    def _go_on_pausing(self, hop: NDArray[np.float32]) -> None:
        self._pause += len(hop)
        if self._pause <= self._limit:
            self._head.append(hop)
            return
        self._tail.append(hop)
        while len(self._tail) > (LEAD_FRAMES + JOIN_FRAMES) // HOP_FRAMES:
            self._tail.popleft()

    def _end_pause(self) -> None:
        """Give the pause that there was, shortened if it was long."""
        if not self._pause:
            return
        head, length = self._head, self._pause
        if length <= self._limit:
            for hop in head:
                self._give(hop)
        else:
            whole = np.concatenate([*head, *self._tail])
            kept, left = whole[:TAIL_FRAMES].copy(), whole[-LEAD_FRAMES - JOIN_FRAMES :]
            kept[-JOIN_FRAMES:] = kept[-JOIN_FRAMES:] * (1 - _RISE) + left[:JOIN_FRAMES] * _RISE
            self._give(kept)
            source = self._joins[-1][1] + self._made - self._joins[-1][0]
            self._joins.append((self._made, source + length - KEPT_FRAMES))
            self._give(left[JOIN_FRAMES:])
            while len(self._joins) > _KEPT_JOINS:
                self._joins.popleft()
        self._head, self._pause = [], 0
        self._tail.clear()

    def _give(self, samples: NDArray[np.float32]) -> None:
        self._ready.append(samples)
        self._made += len(samples)
