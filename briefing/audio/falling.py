"""What is left and falls silent under what follows it: nothing ends in one sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.pcm import CHANNELS
from briefing.audio.volume import RAMP_FRAMES

if TYPE_CHECKING:
    from numpy.typing import NDArray

FALL: Final = np.linspace(1, 0, RAMP_FRAMES, endpoint=False, dtype=np.float32)[:, np.newaxis]
RISE: Final = 1 - FALL


class Falling:
    """Frames that are added to those that come next."""

    def __init__(self) -> None:
        self._samples = np.zeros((0, CHANNELS), np.float32)

    def add(self, samples: NDArray[np.float32], after_frames: int = 0) -> None:
        """Have samples added, `after_frames` behind those that come next."""
        whole = np.zeros((max(len(self._samples), after_frames + len(samples)), CHANNELS), np.float32)
        whole[: len(self._samples)] = self._samples
        whole[after_frames : after_frames + len(samples)] += samples
        self._samples = whole

    def replace(self, taken: NDArray[np.float32]) -> None:
        """Let what was taken back fall, and nothing else any more."""
        first = taken[:RAMP_FRAMES]
        held = np.repeat(first[-1:], RAMP_FRAMES - len(first), axis=0)
        self._samples = np.concatenate([first, held]) * FALL

    def add_to(self, out: NDArray[np.float32]) -> None:
        """Add what falls to the next frames."""
        count = min(len(self._samples), len(out))
        if count:
            out[:count] += self._samples[:count]
            self._samples = self._samples[count:]
