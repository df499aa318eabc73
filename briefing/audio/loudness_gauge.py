"""How loud sound is so far, by EBU R 128, a tenth of a second at a time.

Theory of operation: ITU-R BS.1770 weights sound by a filter, and gates blocks of 400 ms of its power. Here
the power of each 100 ms is taken from its spectrum, weighted by what that filter does to each frequency; it
comes out within a tenth of a decibel of a filter that runs on. Pure.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.pcm import CHANNELS, ENGINE_RATE_HZ

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEP_FRAMES: Final = ENGINE_RATE_HZ // 10
_STEPS_OF_BLOCK: Final = 4
_ABSOLUTE_LUFS: Final = -70.0
_RELATIVE_DB: Final = 10.0
_OFFSET_DB: Final = -0.691
_MOST_BLOCKS: Final = 6000
"""Ten minutes: what was before counts no more."""
_FILTERS: Final = (
    ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)),
    ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)),
)
"""The two filters of BS.1770-4, annex 1, for 48 kHz."""


@cache
def _weights() -> NDArray[np.float64]:
    """Return the factor for the power of each frequency of a step."""
    turns = np.exp(-2j * np.pi * np.arange(STEP_FRAMES // 2 + 1) / STEP_FRAMES)
    powers = np.stack([np.ones_like(turns), turns, turns**2])
    response = np.ones_like(turns)
    for above, below in _FILTERS:
        response *= (np.array(above) @ powers) / (np.array(below) @ powers)
    weights: NDArray[np.float64] = np.abs(response) ** 2
    weights[1:-1] *= 2  # each stands for the negative frequency, too
    return weights / STEP_FRAMES**2


class LoudnessGauge:
    """Measures sound at the engine's rate, float32 (n, 2), piece by piece."""

    def __init__(self) -> None:
        self._rest = np.zeros((0, CHANNELS), np.float32)
        self._steps: list[float] = []
        self._blocks: list[float] = []
        self._lufs: float | None = None

    @property
    def lufs(self) -> float | None:
        """The integrated loudness so far; None while nothing was loud enough to count."""
        return self._lufs

    @property
    def measured_s(self) -> float:
        """How much sound was loud enough to count, seconds."""
        return len(self._blocks) * STEP_FRAMES / ENGINE_RATE_HZ

    def add(self, samples: NDArray[np.float32]) -> None:
        """Take in what comes next."""
        whole = np.concatenate([self._rest, samples]) if len(self._rest) else samples
        count = len(whole) // STEP_FRAMES
        for n in range(count):
            self._take(whole[n * STEP_FRAMES : (n + 1) * STEP_FRAMES])
        self._rest = whole[count * STEP_FRAMES :]
        if count and self._blocks:
            self._lufs = self._integrated()

    def _take(self, step: NDArray[np.float32]) -> None:
        power = np.abs(np.fft.rfft(step, axis=0)) ** 2
        self._steps = [*self._steps[1 - _STEPS_OF_BLOCK :], float(power.sum(axis=1) @ _weights())]
        if len(self._steps) == _STEPS_OF_BLOCK:
            mean = sum(self._steps) / _STEPS_OF_BLOCK
            if mean > 10 ** ((_ABSOLUTE_LUFS - _OFFSET_DB) / 10):
                self._blocks.append(mean)
                del self._blocks[:-_MOST_BLOCKS]

    def _integrated(self) -> float:
        blocks = np.array(self._blocks)
        gated = blocks[blocks > blocks.mean() * 10 ** (-_RELATIVE_DB / 10)]
        return float(_OFFSET_DB + 10 * np.log10(gated.mean()))
