"""Onsets, from made-up evidence and sound whose beginnings are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.align.acoustic.evidence import OnsetEvidence
from briefing.align.acoustic.onsets import OnsetEstimator, emission_delay_s, find_step
from briefing.align.arrays import RATE_HZ

if TYPE_CHECKING:
    from briefing.align.arrays import Floats

SURE = 80
"""So many tokens, and a recording's lag is known well."""


def sound(*, loud: list[tuple[float, float]], noise: float = 1e-4, seconds: float = 4.0) -> Floats:
    """Noise that is loud in the given stretches, seconds."""
    made = np.random.default_rng(1)
    samples = made.normal(0, noise, round(seconds * RATE_HZ))
    for start, stop in loud:
        first, last = round(start * RATE_HZ), round(stop * RATE_HZ)
        samples[first:last] += made.normal(0, 0.1, last - first)
    return samples.astype(np.float32)


def token(
    coarse: float, sphinx: float | None = None, *, phone: str = "M", fit: float = 0.0, hesitates: bool = False
) -> OnsetEvidence:
    """A token that the acoustic model puts at `coarse`, and pocketsphinx at `sphinx`, seconds."""
    heard = coarse + emission_delay_s(phone)
    stretch = None if sphinx is None else (sphinx, sphinx + 0.3)
    return OnsetEvidence(phone, heard, heard + 0.2, fit, hesitates, stretch)


def estimator(samples: Floats, late_s: float = 0.0) -> OnsetEstimator:
    """A weigher that knows its recording: the acoustic model comes so much later than pocketsphinx."""
    made = OnsetEstimator(samples)
    made.learn([token(1.0 + late_s, 1.0)] * SURE)
    return made


def test_witnesses_that_agree_are_both_heard() -> None:
    onset = estimator(sound(loud=[(0, 4)])).estimate(token(2.04, 2.0), 1.95)
    assert 2.0 < onset.start_s < 2.03
    assert onset.apart_s == pytest.approx(0.04, abs=0.005)


def test_a_voice_that_the_model_hears_late_is_learnt() -> None:
    onset = estimator(sound(loud=[(0, 4)]), late_s=0.03).estimate(token(2.03, None), 1.95)
    assert onset.start_s == pytest.approx(2.0, abs=0.01)


def test_the_first_witness_is_believed_where_the_second_is_lost() -> None:
    onset = estimator(sound(loud=[(0, 4)])).estimate(token(2.0, 1.5), 1.95)
    assert onset.start_s == pytest.approx(2.0, abs=0.01)


def test_a_word_does_not_begin_in_silence_before_it_sounds() -> None:
    samples = sound(loud=[(0, 1.5), (2.0, 2.5), (3, 4)])
    onset = estimator(samples).estimate(token(1.55, 2.0, fit=-0.8), 1.5)
    assert onset.start_s == pytest.approx(2.0, abs=0.02)


def test_a_word_that_is_heard_well_stays_where_it_is_heard() -> None:
    samples = sound(loud=[(0, 1.5), (2.0, 2.5), (3, 4)])
    onset = estimator(samples).estimate(token(1.55, 2.0, fit=0.0), 1.5)
    assert onset.start_s == pytest.approx(1.55, abs=0.02)


def test_a_short_word_that_is_hardly_heard_is_not_stretched_into_the_pause_before_it() -> None:
    """'I' after a pause, in noise: pocketsphinx took the pause into it, 0.6 s of it."""
    samples = sound(loud=[(0, 1.0), (2.0, 4.0)], noise=0.03)
    onset = estimator(samples).estimate(token(2.0, 1.4, phone="AY", fit=-3.5), 1.0)
    assert onset.start_s == pytest.approx(2.0, abs=0.05)


def test_a_hesitation_that_the_model_does_not_hear_is_placed_by_the_other() -> None:
    onset = estimator(sound(loud=[(0, 4)])).estimate(
        token(1.4, 2.0, phone="AH", fit=-2.0, hesitates=True), 1.35
    )
    assert onset.start_s == pytest.approx(2.0, abs=0.01)


@pytest.mark.parametrize("phone", ["M", "DH", "P"])
def test_after_a_pause_a_word_begins_with_its_sound(phone: str) -> None:
    samples = sound(loud=[(0, 1.0), (2.0, 4.0)])
    onset = estimator(samples).estimate(token(2.04, 1.96, phone=phone), 1.0)
    assert onset.start_s == pytest.approx(2.0, abs=0.012)


def test_a_soft_beginning_is_not_passed_over_for_the_loud_vowel_after_it() -> None:
    """'There' was lit 95 ms late: its first sound is faint beside what follows."""
    samples = sound(loud=[(0, 1.0), (2.1, 4.0)])
    soft = slice(2 * RATE_HZ, round(2.1 * RATE_HZ))
    samples[soft] += np.random.default_rng(2).normal(0, 0.004, round(0.1 * RATE_HZ)).astype(np.float32)
    onset = estimator(samples).estimate(token(2.06, 1.97, phone="DH"), 1.0)
    assert onset.start_s == pytest.approx(2.0, abs=0.03)


def test_a_faint_step_counts_less_than_a_clear_one() -> None:
    late = [
        estimator(sound(loud=[(0, 1.0), (2.05, 4.0)], noise=noise)).estimate(token(2.03, 2.0), 1.0).start_s
        for noise in (1e-4, 0.05)
    ]
    assert late[0] == pytest.approx(2.05, abs=0.012)
    assert late[1] < late[0] - 0.01


def test_there_is_no_step_where_the_sound_goes_on() -> None:
    assert find_step(sound(loud=[(0, 4)]), 1.5, 2.0) is None


def test_there_is_no_step_in_silence() -> None:
    assert find_step(sound(loud=[]), 1.0, 2.0) is None
