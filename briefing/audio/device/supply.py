"""How much is rendered ahead for the device, and what of it is taken back. No threads, no time.

Up to `AHEAD_FRAMES` are rendered ahead, and never less than `LEAST_FRAMES` once it plays, so that nothing
the player does for a third of a second is heard. Between the two nothing is rendered: waking up costs many
times what a block does (0.8 ms and 0.1, measured), so it is done twice a second and not at each period. It
is still rendered block by block: where a source has nothing ready yet, little more than that becomes
silence.

A command must not wait for these: what cannot have been taken before `MARGIN_FRAMES` from now is
taken back, and what is rendered then replaces it. Silence is rendered ahead by `SILENT_AHEAD_FRAMES`
only, for it may end as soon as a source is ready.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.audio.device.clock import PERIOD_FRAMES
from briefing.audio.pcm import ENGINE_RATE_HZ

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

AHEAD_FRAMES: Final = 40 * PERIOD_FRAMES
LEAST_FRAMES: Final = 16 * PERIOD_FRAMES
SILENT_AHEAD_FRAMES: Final = 3 * PERIOD_FRAMES
GROWTH_FRAMES: Final = 3 * PERIOD_FRAMES
"""By so much the supply grows with each block after a silence."""
BLOCK_FRAMES: Final = 8 * PERIOD_FRAMES
"""So much is rendered at once when there is enough."""
MARGIN_FRAMES: Final = ENGINE_RATE_HZ // 100
"""In so much time, 10 ms, a replacement is rendered and on its way."""


class Supply:
    """Counts what was handed over. Whoever has several threads locks around it.

    A block is rendered between `begin_block` and `take_block`, and what was handed over may be taken back
    meanwhile: then of that block only what is before the cut is still valid.
    """

    def __init__(self) -> None:
        self.written = 0
        """Frames handed over, counted as the engine counts them."""
        self._cut: tuple[int, int] | None = None
        """Of the block that is being rendered: where it starts, and where what replaces it does."""
        self._goal_frames = SILENT_AHEAD_FRAMES
        self._is_filling = True

    def restart(self, frame: int) -> None:
        """Begin anew with `frame`."""
        self.written = frame
        self._goal_frames = SILENT_AHEAD_FRAMES

    def wanted(self, taken: int) -> tuple[int, int]:
        """Return how many frames to render next when so many are taken, and in how many frames' time."""
        ahead = self.written - taken
        if self._goal_frames < AHEAD_FRAMES:
            return PERIOD_FRAMES, max(ahead + PERIOD_FRAMES - self._goal_frames, 0)
        if ahead + BLOCK_FRAMES > AHEAD_FRAMES:
            self._is_filling = False
        elif ahead <= LEAST_FRAMES:
            self._is_filling = True
        return BLOCK_FRAMES, 0 if self._is_filling else ahead - LEAST_FRAMES

    @staticmethod
    def replaceable(pulled: int, taken: int) -> int:
        """Return how many of the last frames pulled are not on their way to the device."""
        return max(pulled - taken - MARGIN_FRAMES, 0)

    def flush(self, pulled: int, taken: int) -> int:
        """Take back what is not on its way to the device; return how many frames.

        There may be a block that is rendered and not handed over yet: then more was pulled than handed over.
        """
        kept = pulled - self.replaceable(pulled, taken)
        if pulled > self.written and self._cut is None:
            self._cut = (self.written, kept)
        self.written = kept
        self._goal_frames = SILENT_AHEAD_FRAMES
        return pulled - kept

    def begin_block(self) -> None:
        """A block is going to be rendered."""
        self._cut = None

    def take_block(self, block: NDArray[np.float32]) -> tuple[int, NDArray[np.float32], bool]:
        """Return where a rendered block starts, what of it is still valid, and whether that is silence."""
        if self._cut is None:
            start = self.written
            self.written += len(block)
        else:
            start, stop = self._cut
            block = block[: max(stop - start, 0)]
        is_silent = not block.any()
        grown = min(self._goal_frames + GROWTH_FRAMES, AHEAD_FRAMES)
        self._goal_frames = SILENT_AHEAD_FRAMES if is_silent else grown
        return start, block, is_silent
