"""What was rendered in the last second, before the volume: so that it can fall when it is replaced."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing.audio.pcm import REPLACEABLE_FRAMES

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class _Block:
    """Samples from output frame `start` on, and their volume."""

    start: int
    samples: NDArray[np.float32]
    gains: NDArray[np.float32]

    @property
    def stop(self) -> int:
        """The output frame after the last of it."""
        return self.start + len(self.samples)


class History:
    """Blocks in order, the last of which ends where the output does."""

    def __init__(self) -> None:
        self._blocks: deque[_Block] = deque()

    def add(self, start: int, samples: NDArray[np.float32], gains: NDArray[np.float32]) -> None:
        """Keep what was rendered from output frame `start` on, and forget what is out of reach."""
        self._blocks.append(_Block(start, samples, gains))
        while self._blocks[0].stop <= start + len(samples) - REPLACEABLE_FRAMES:
            self._blocks.popleft()

    def take_back(self, cut: int, frames: int) -> tuple[NDArray[np.float32], float | None]:
        """Drop the last `frames` frames, from output frame `cut` on.

        Returns:
            Their samples, float32 (frames, 2), and the volume at the cut; None where that is not known.
        """
        whole = np.concatenate([block.samples for block in self._blocks])
        gain = None
        while self._blocks and self._blocks[-1].start >= cut:
            gain = float(self._blocks.pop().gains[0, 0])
        if self._blocks and (last := self._blocks[-1]).stop > cut:
            gains = np.broadcast_to(last.gains, (len(last.samples), 1))
            gain = float(gains[cut - last.start, 0])
            self._blocks[-1] = _Block(last.start, last.samples[: cut - last.start], last.gains)
        return whole[len(whole) - frames :], gain
