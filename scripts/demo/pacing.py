"""Fits the narration to its declared length: first the voice's pace, then the pauses.

Theory of operation: the pauses between sentences, paragraphs and around the whole have
natural lengths. Of the paces near the voice's own, the one is taken whose reading comes
nearest to the declared length with natural pauses; what is left, a few parts in a
hundred, is shared among the pauses, to the sample.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from demo.story import Story
    from demo.voice import Reading

PACES: Final = (1.0, 0.97, 1.03, 0.94, 1.06, 0.91, 1.09)
PAUSE_S: Final = {"before": 0.5, "sentence": 0.5, "block": 1.05, "after": 1.0}
"""Natural pauses, on top of the silence that each sentence keeps around itself."""


@dataclass(frozen=True, slots=True)
class Narration:
    """The whole reading: float32 samples, and the (start, stop) samples of each token of each sentence."""

    samples: NDArray[np.float32]
    times: tuple[tuple[tuple[int, int], ...], ...]
    pace: float
    stretch: float
    """How much longer than natural the pauses are."""


def pace_to(
    story: Story, length: int, rate_hz: int, read: Callable[[float], tuple[Reading, ...]]
) -> Narration:
    """Return the narration of exactly `length` samples.

    Args:
        story: what is read.
        length: samples of the whole.
        rate_hz: their rate.
        read: gives all sentences read at a pace.
    """
    pauses = _pauses(story)
    natural = [PAUSE_S[kind] * rate_hz for kind in pauses]

    def stretch_of(readings: tuple[Reading, ...]) -> float:
        return (length - sum(len(r.samples) for r in readings)) / sum(natural)

    tried = {pace: read(pace) for pace in PACES}
    pace = min(PACES, key=lambda pace: abs(np.log(max(stretch_of(tried[pace]), 1e-9))))
    readings = tried[pace]
    stretch = stretch_of(readings)

    samples = np.zeros(length, np.float32)
    times = []
    spoken, paused = 0, 0.0
    for pause, reading in zip(natural, readings, strict=False):  # the last pause comes after all
        paused += pause * stretch
        at = spoken + round(paused)
        samples[at : at + len(reading.samples)] = reading.samples
        times.append(tuple((at + start, at + stop) for start, stop in reading.times))
        spoken += len(reading.samples)
    return Narration(samples, tuple(times), pace, stretch)


def _pauses(story: Story) -> list[str]:
    kinds = ["before"]
    for block in story.blocks:
        kinds += ["sentence"] * (len(block) - 1) + ["block"]
    return [*kinds[:-1], "after"]
