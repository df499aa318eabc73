"""How loud sound is so far, beside libav's own measure of EBU R 128."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from briefing.audio.loudness_gauge import LoudnessGauge
from briefing.audio.media.loudness import measured
from briefing.audio.media.whole import decode
from briefing.audio.pcm import ENGINE_RATE_HZ, gain_of_db, stereo
from tests.fakes import tone

SAMPLE = Path(__file__).parents[3] / "media" / "arms-transfers.mp3"


def test_of_a_recording_it_says_what_libav_says_at_any_loudness_and_in_pieces_of_any_size() -> None:
    voice = stereo(decode(SAMPLE, ENGINE_RATE_HZ, 5.0, 25.0).samples)
    for level_db in (0.0, -18.0):
        sound = voice * np.float32(gain_of_db(level_db))
        gauge = LoudnessGauge()
        for at in range(0, len(sound), 7777):
            gauge.add(sound[at : at + 7777])
        assert gauge.lufs == pytest.approx(measured([sound], ENGINE_RATE_HZ).lufs, abs=0.15)


@pytest.mark.parametrize("pitch_hz", [100.0, 1000.0, 6000.0])
def test_each_frequency_counts_as_it_does_there(pitch_hz: float) -> None:
    sound = tone(3 * ENGINE_RATE_HZ, pitch_hz)
    gauge = LoudnessGauge()
    gauge.add(sound)
    assert gauge.lufs == pytest.approx(measured([sound], ENGINE_RATE_HZ).lufs, abs=0.2)


def test_pauses_count_for_nothing_and_of_silence_nothing_is_known() -> None:
    gauge = LoudnessGauge()
    gauge.add(np.zeros((2 * ENGINE_RATE_HZ, 2), np.float32))
    assert (gauge.lufs, gauge.measured_s) == (None, 0)
    gauge.add(tone(3 * ENGINE_RATE_HZ, 440.0))
    before = gauge.lufs
    assert before is not None
    gauge.add(np.zeros((20 * ENGINE_RATE_HZ, 2), np.float32))
    assert gauge.lufs == pytest.approx(before, abs=0.5)
