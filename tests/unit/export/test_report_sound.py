"""How loud a recording is, for a picture of it."""

from __future__ import annotations

import numpy as np

from briefing.export.report_sound import COLUMNS, Loudness, peaks_of
from briefing.model import Pcm

RATE_HZ = 8000


def half_loud(seconds: int) -> Pcm:
    """Sound that is silent in its first half and as loud as can be in its second."""
    samples = np.zeros((seconds * RATE_HZ, 1), np.float32)
    samples[len(samples) // 2 :] = 0.5
    return Pcm(samples, RATE_HZ)


def test_the_loudest_sample_of_all_is_a_whole_one_and_silence_none() -> None:
    first, second = peaks_of(half_loud(4), row_s=2.0, rows=2)
    assert len(first) == len(second) == COLUMNS
    assert (first.max(), second.min()) == (0, 1)


def test_sound_that_is_as_loud_as_the_words_is_told_from_silence_and_a_breath_is_not() -> None:
    loudness = Loudness(half_loud(8), [(5.0, 6.0, 1.0, "word")])
    assert loudness.is_loud(6.0, 8.0)
    assert not loudness.is_loud(0.0, 3.0)
    assert not loudness.is_loud(6.0, 6.5)
