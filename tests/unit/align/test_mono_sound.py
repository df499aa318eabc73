"""What both ways of the aligner take of a recording: one channel of numbers."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.align.arrays import RATE_HZ
from briefing.align.mono_sound import mono_samples, peak_amplitude
from briefing.errors import AlignError
from briefing.model import Pcm


def test_two_channels_are_heard_as_one() -> None:
    both = np.array([[0.5, -0.5], [1.0, 0.0], [0.25, 0.25]], np.float32)
    assert mono_samples(Pcm(both, RATE_HZ)).tolist() == pytest.approx([0.0, 0.5, 0.25])


@pytest.mark.parametrize("broken", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_silence_and_the_rest_is_heard(broken: float) -> None:
    samples = np.array([[0.5], [broken], [-0.25]], np.float32)
    assert mono_samples(Pcm(samples, RATE_HZ)).tolist() == [0.5, 0.0, -0.25]


def test_another_rate_is_refused_in_a_sentence() -> None:
    with pytest.raises(AlignError, match="not at 48000"):
        mono_samples(Pcm(np.zeros((10, 1), np.float32), 48_000))


@pytest.mark.parametrize(("samples", "loudest"), [([0.25, -0.75], 0.75), ([0.5, -0.1], 0.5), ([], 0.0)])
def test_the_peak_is_the_loudest_sample_on_either_side(samples: list[float], loudest: float) -> None:
    assert peak_amplitude(np.array(samples, np.float32)) == loudest
