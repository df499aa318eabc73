"""Speech made faster or slower to fill its time."""

from __future__ import annotations

import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.speech.stretching import stretched
from tests.fakes import tone


@pytest.mark.parametrize("tempo", [0.8, 1.0, 1.5, 9.0])
def test_stretching_changes_the_length_by_the_tempo(tempo: float) -> None:
    sound = tone(ENGINE_RATE_HZ * 2, 150.0)[:, 0]
    assert len(stretched(sound, tempo)) == pytest.approx(len(sound) / tempo, rel=0.03)
