"""What is heard is reckoned from what was rendered, in both directions."""

from __future__ import annotations

import pytest

from briefing.audio.mixer import Mixer
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.audio.reckoning import Reckoning
from tests.fakes import ArraySource, FakeClock, ManualSink
from tests.unit.audio.bench import LENGTH, soft


def test_what_has_no_output_frame_is_where_reading_is_and_is_heard_when_it_plays() -> None:
    clock = FakeClock()
    mixer = Mixer()
    reckoning = Reckoning(clock, ManualSink(clock), mixer)
    mixer.jump(ArraySource(soft(LENGTH)), 4_800)
    assert reckoning.place_at(0) == 4_800
    assert reckoning.heard_at(9_600, 1.0, is_playing=False) is None
    at_s, later_s = (reckoning.heard_at(frame, 2.0, is_playing=True) for frame in (4_800, 9_600))
    assert at_s is not None
    assert later_s is not None
    assert later_s - at_s == pytest.approx(4_800 / 2 / ENGINE_RATE_HZ)
