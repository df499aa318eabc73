"""How loud what is rendered is: a factor that goes to another within a ramp, never in one sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.level_line import LevelLine
from briefing.audio.pcm import ENGINE_RATE_HZ, REPLACEABLE_FRAMES

if TYPE_CHECKING:
    from numpy.typing import NDArray

RAMP_FRAMES: Final = ENGINE_RATE_HZ // 100
"""10 ms: too short to be heard as a fade, long enough not to be heard as a click."""
FADE_POWER: Final = 3
"""Loudness is felt roughly as the cube root of amplitude: so an even line sinks evenly."""
GAIN_STEP: Final = 1e-4
"""Volumes closer than this are the same (-80 dB)."""


class Volume:
    """The factor `now`, and the one that is `wanted`."""

    def __init__(self) -> None:
        self.now = self.wanted = 1.0
        self.fade = LevelLine()
        """How far it has faded to silence besides."""

    def applied(
        self, samples: NDArray[np.float32], gains: NDArray[np.float32], first: int
    ) -> NDArray[np.float32]:
        """Return the samples from output frame `first` on at their volume; untouched where that is 1."""
        played = samples if len(gains) == 1 and gains[0, 0] == 1.0 else samples * gains
        faded = self.fade.levels(first, len(samples))
        self.fade.forget(first - REPLACEABLE_FRAMES)
        return played if faded is None else played * faded**FADE_POWER

    def gains(self, frames: int) -> NDArray[np.float32]:
        """Return the volume for the next frames, (frames, 1), or (1, 1) where it stands still."""
        if self.now == self.wanted:
            return np.full((1, 1), self.now, np.float32)
        ramp = min(frames, RAMP_FRAMES)
        gains = np.full((frames, 1), self.wanted, np.float32)
        steps = np.arange(1, ramp + 1, dtype=np.float32) / RAMP_FRAMES
        gains[:ramp, 0] = self.now + (self.wanted - self.now) * steps
        reached = float(gains[ramp - 1, 0])
        is_there = ramp == RAMP_FRAMES or abs(self.wanted - reached) < GAIN_STEP
        self.now = self.wanted if is_there else reached
        return gains
