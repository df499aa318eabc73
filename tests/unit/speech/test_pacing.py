"""A reading fills its time: the rate first, then the pauses, then stretching."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.speech.pacing import FASTEST_WPM, SLOWEST_WPM, fit, fitting_wpm

times = st.floats(0.5, 5000)


@given(times, times, st.floats(1, 20000))
def test_a_pace_fills_its_time_exactly(speech_s: float, pause_s: float, duration_s: float) -> None:
    pace = fit(speech_s, pause_s, 175, duration_s)
    assert pace.pause_scale >= 0
    assert pace.tempo > 0
    assert speech_s / pace.tempo + pause_s * pace.pause_scale == pytest.approx(duration_s)


@given(times, times, st.floats(0, 20000))
def test_the_rate_stays_within_what_a_voice_can_do(
    speech_s: float, pause_s: float, duration_s: float
) -> None:
    assert SLOWEST_WPM <= fitting_wpm(speech_s, pause_s, 175, duration_s) <= FASTEST_WPM


def test_the_rate_comes_before_the_pauses_and_they_before_stretching() -> None:
    assert fitting_wpm(100, 20, 175, 60) == 350
    assert fit(100, 20, 175, 130).tempo == 1
    assert fit(100, 20, 175, 110).tempo == 1
    assert fit(100, 20, 900, 60).tempo > 1
    assert fit(100, 20, 80, 300).tempo < 1
