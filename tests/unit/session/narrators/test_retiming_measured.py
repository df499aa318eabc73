"""Timings that are probed, measured, and mended as somebody chooses."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import pytest

from briefing import announce_voices
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.model import Mend
from briefing.ports.narration import Probed
from briefing.session.narrators.retiming import doubted_stretch, wanders
from briefing.timeline import Timeline
from tests.unit.session.narrators.test_retiming import LENGTH_S, Ear, Reading, timeline

if TYPE_CHECKING:
    from collections.abc import Sequence


RIGHT = Probed(0.0, is_right=True, by_s=0.0)
UNHEARD = Probed(10.0, is_right=False, by_s=None)


def probed_as(ear: Ear, *found: Probed) -> Ear:
    ear.probed = found
    return ear


def lit_at(timeline: Timeline, word: int) -> float:
    return timeline[word].confidence


def test_timings_that_jump_light_no_word_falsely_until_they_are_mended() -> None:
    late = timeline(8.8, from_word=20)
    reading = Reading(timeline(30.0), probed_as(Ear(late), RIGHT._replace(at_s=38.0), UNHEARD, UNHEARD))
    doubted = reading.told[0][0]
    assert lit_at(doubted, 0) == 1.0
    assert lit_at(doubted, 20) == 0.0
    assert reading.told[-1][0] == late.at_rate(ENGINE_RATE_HZ, LENGTH_S * ENGINE_RATE_HZ)
    assert len(reading.said) == 1
    assert reading.said[0].endswith("The words were timed anew.")


def test_an_offset_of_less_than_a_second_is_noticed_and_mended() -> None:
    ear = probed_as(Ear(timeline(0.8)), *(Probed(n, is_right=False, by_s=0.8) for n in range(3)))
    reading = Reading(timeline(), ear)
    assert reading.starts_s[0] == 0.8
    assert reading.said == [
        "The timings that came with this recording are 0.8 seconds early. The words were timed anew."
    ]


def test_timings_that_were_right_after_all_stay_and_nothing_is_said() -> None:
    reading = Reading(timeline(), probed_as(Ear(timeline()), UNHEARD, UNHEARD, RIGHT._replace(at_s=50.0)))
    assert lit_at(reading.told[0][0], 0) == 0.0
    assert lit_at(reading.told[-1][0], 0) == 1.0
    assert reading.said == []


def test_where_nothing_of_the_text_is_heard_no_word_is_lit_and_that_is_said_once() -> None:
    reading = Reading(timeline(), probed_as(Ear(None), UNHEARD, UNHEARD))
    assert {cue.confidence for cue in reading.told[-1][0]} == {0.0}
    assert len(reading.said) == 1
    assert "do not fit it" in reading.said[0]


def test_one_passage_that_is_not_heard_proves_nothing() -> None:
    assert doubted_stretch([RIGHT, UNHEARD, RIGHT]) is None
    assert doubted_stretch([]) is None
    assert doubted_stretch([RIGHT._replace(at_s=40.0), UNHEARD]) == (40.0, inf)
    ear = probed_as(Ear(timeline()), RIGHT, UNHEARD, RIGHT)
    Reading(timeline(40.0), ear)
    assert ear.asked == 0


def test_what_is_heard_elsewhere_is_doubted_from_the_last_that_is_right_to_the_next() -> None:
    off = Probed(20.0, is_right=False, by_s=1.0)
    assert doubted_stretch([RIGHT, off, RIGHT._replace(at_s=30.0)]) == (0.0, 30.0)


def test_a_drift_wanders_and_guesses_within_a_line_do_not() -> None:
    given = timeline()
    drifting = [cue._replace(start_frame=round(cue.start_frame * 1.1)) for cue in given]
    drifted = Timeline(1000, LENGTH_S * 1000, [c._replace(stop_frame=c.start_frame + 1) for c in drifting])
    assert wanders(given, drifted) is not None
    uneven = Timeline(
        1000,
        LENGTH_S * 1000,
        [c._replace(start_frame=c.start_frame + (-1) ** n * 240 + 240) for n, c in enumerate(given)],
    )
    assert wanders(given, uneven) is None


def measured(reading: Reading) -> Sequence[Mend]:
    assert reading.narration.renew is not None
    assert reading.narration.mendable is not None
    reading.narration.renew()
    return reading.narration.mendable.mends


def test_timings_are_measured_before_anything_is_done_about_them() -> None:
    reading = Reading(timeline(), Ear(timeline(8.8, from_word=20), is_on=False))
    assert measured(reading) == tuple(Mend)
    assert reading.starts_s[20] == 10.0
    assert reading.said == [announce_voices.measured(8.8, 18.8)]
    assert reading.said[0].startswith("The words are lit 8.8 seconds early from 18 seconds on.")


@pytest.mark.parametrize("how", list(Mend))
def test_what_is_chosen_is_done_kept_and_taken_back(how: Mend) -> None:
    ear = Ear(timeline(8.8, from_word=20), is_on=False)
    reading = Reading(timeline(), ear)
    measured(reading)
    assert reading.narration.mendable is not None
    take_back = reading.narration.mendable.mend(how)
    expected = 10.0 if how is Mend.LEAVE else 18.8
    assert reading.starts_s[19:21] == [9.5, expected]
    assert (ear.kept is None) is (how is Mend.LEAVE)
    assert reading.narration.mendable.mends == ()
    take_back()
    assert reading.starts_s[20] == 10.0


def test_what_is_off_by_more_and_more_cannot_be_shifted() -> None:
    given = timeline()
    cues = [c._replace(start_frame=2 * c.start_frame, stop_frame=2 * c.stop_frame) for c in given]
    reading = Reading(given, Ear(Timeline(1000, LENGTH_S * 1000, cues), is_on=False))
    assert measured(reading) == (Mend.ANEW, Mend.LEAVE)


def test_timings_that_are_right_are_said_to_be_and_nothing_is_offered() -> None:
    reading = Reading(timeline(), Ear(timeline(), is_on=False))
    assert measured(reading) == ()
    assert reading.said == ["The timings are right: the words are lit as they are heard."]
