"""What happens when a sentence was heard, to the frame: pulling is time, and every word is a second long."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.audio.volume import RAMP_FRAMES
from briefing.events import CueChanged
from briefing.kinds import EndOf
from briefing.model import TransportState, VoiceKind
from briefing.session.timers import Hearing
from tests.stage import DOCUMENT, WORD_S, Stage, ToneNarrator

if TYPE_CHECKING:
    from numpy.typing import NDArray


def studied(*hearings: Hearing, unit: EndOf = EndOf.SENTENCE, **around: object) -> Stage:
    """A stage on which each part is heard so often, at its first paragraph."""
    stage = Stage(**around).open()  # type: ignore[arg-type]
    stage.session.wish.hearings, stage.session.wish.unit = hearings, unit
    stage.session.ends.renew()
    stage.press("go p1.s1", "play")
    stage.events.clear()
    return stage


def silences(heard: NDArray[np.float32], least: int = 1_000) -> list[tuple[int, int]]:
    """Where it is silent for so long, as frames from and to."""
    is_silent = np.concatenate([[False], ~heard.any(axis=1), [False]]).astype(int)
    starts, stops = np.flatnonzero(np.diff(is_silent) == 1), np.flatnonzero(np.diff(is_silent) == -1)
    return [(int(a), int(b)) for a, b in zip(starts, stops, strict=True) if b - a >= least]


def first_frame(stage: Stage) -> int:
    """The output frame at which the first sentence began to be heard."""
    return int(np.flatnonzero(stage.sink.heard.any(axis=1))[0])


def test_it_is_silent_after_each_sentence_for_exactly_so_long() -> None:
    stage = studied(Hearing(pause_s=0.7))
    stage.play(3 * WORD_S + 0.3)
    assert stage.words == ["two", "three"]
    assert stage.session.state is TransportState.PLAYING
    assert stage.session.ends.is_waiting
    stage.play(0.5)
    assert stage.words == ["two", "three", "Four"]
    assert not stage.session.ends.is_waiting
    stage.play(3)
    from_, to = silences(stage.sink.heard[first_frame(stage) :])[0]
    sentence = round(3 * WORD_S * ENGINE_RATE_HZ)
    assert from_ == pytest.approx(sentence + RAMP_FRAMES, abs=2)
    assert to == pytest.approx(sentence + round(0.7 * ENGINE_RATE_HZ), abs=2)


def test_a_pause_may_be_as_long_as_the_sentence_at_the_speed_that_is_heard() -> None:
    stage = studied(Hearing(pause_lengths=1.0))
    stage.press("speed 1.5")
    stage.play(8)
    told = [event.heard_at_s for event in stage.events if isinstance(event, CueChanged)]
    by_word = dict(zip(stage.words, told, strict=True))
    assert by_word["Four"] - by_word["three"] == pytest.approx((WORD_S + 3 * WORD_S) / 1.5, abs=0.05)


def test_each_sentence_is_heard_so_often_and_each_time_at_its_pace() -> None:
    stage = studied(Hearing(0.5), Hearing(1.0), Hearing(2.0))
    stage.play(3 * WORD_S * (2 + 1 + 0.5) + 0.1)
    assert stage.words == ["two", "three", "One", "two", "three", "One", "two", "three", "Four"]
    told = [event.heard_at_s for event in stage.events if isinstance(event, CueChanged)]
    steps = np.diff(told)
    assert steps == pytest.approx([1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25], abs=0.06)
    assert stage.session.ends.hearing == (1, 3)
    assert stage.session.speed == 1.0


def test_the_speed_that_is_set_is_that_of_the_ladder_too() -> None:
    stage = studied(Hearing(0.5), Hearing(1.0))
    stage.press("speed 2")
    stage.play(0.2)
    assert stage.session.playback.engine is not None
    assert stage.session.playback.engine.speed == 1.0
    stage.play(3 * WORD_S)
    assert stage.session.playback.engine.speed == 2.0


def test_the_sentence_may_be_heard_again_softly() -> None:
    stage = studied(Hearing(), Hearing(loudness=0.25))
    stage.play(6 * WORD_S)
    start, length = first_frame(stage), round(3 * WORD_S * ENGINE_RATE_HZ)
    loud = np.abs(stage.sink.heard[start : start + length]).max()
    soft = np.abs(stage.sink.heard[start + length + 2_000 : start + 2 * length - 2_000]).max()
    assert soft == pytest.approx(loud / 4, rel=0.02)


def test_it_stops_once_at_the_end_of_the_sentence_and_goes_on_with_the_next() -> None:
    stage = Stage().open().press("go p1.s1", "play")
    stage.session.ends.stop_once(EndOf.SENTENCE)
    stage.play(3 * WORD_S + 0.2)
    assert stage.session.state is TransportState.PAUSED
    assert stage.words[-1] == "three"
    stage.press("play").play(4 * WORD_S - 0.1)
    assert stage.session.playback.is_playing
    assert stage.words[-4:] == ["Four", "five", "six", "Seven"]


@pytest.mark.parametrize(("unit", "last"), [(EndOf.SENTENCE, "three"), (EndOf.PARAGRAPH, "six")])
def test_it_stops_always_at_the_end_of_what_is_wanted(unit: EndOf, last: str) -> None:
    stage = Stage().open()
    stage.session.wish.always = unit
    stage.session.ends.renew()
    stage.press("go p1.s1", "play").play(5)
    assert (stage.session.state, stage.words[-1]) == (TransportState.PAUSED, last)
    stage.press("play").play(5)
    assert stage.session.state is TransportState.PAUSED
    assert stage.words[-1] == {"three": "six", "six": "twelve"}[last]


def test_a_paragraph_may_be_what_is_heard_again() -> None:
    stage = studied(Hearing(), Hearing(), unit=EndOf.PARAGRAPH)
    stage.play(7 * WORD_S)
    assert stage.words == ["two", "three", "Four", "five", "six", "One", "two"]


def test_pausing_in_a_gap_ends_it_and_playing_goes_on_at_once() -> None:
    stage = studied(Hearing(pause_s=5))
    stage.play(3 * WORD_S + 0.3).press("play").play(1)
    assert stage.session.state is TransportState.PAUSED
    assert stage.words[-1] == "three"
    stage.press("play").play(0.1)
    assert stage.words[-1] == "Four"


def test_in_a_gap_the_sentence_is_the_one_that_was_heard_and_can_be_heard_again() -> None:
    stage = studied(Hearing(pause_s=5))
    stage.play(3 * WORD_S + 0.3)
    assert stage.session.sentence.of(DOCUMENT.text) == "One two three."
    stage.press("repeat").play(3 * WORD_S + 0.3)
    assert stage.words == ["two", "three", "One", "two", "three"]
    assert stage.session.ends.is_waiting
    stage.press("sentence-forward").play(0.1)
    assert stage.words[-1] == "Four"


def test_another_voice_in_a_gap_goes_on_with_what_follows_and_in_the_same_way() -> None:
    stage = studied(Hearing(pause_s=1))
    stage.play(3 * WORD_S + 0.3).press("voice speech").play(0.5)
    assert stage.session.voice is VoiceKind.SPEECH
    assert stage.words[-1] == "Four"
    stage.play(6 * WORD_S)
    assert stage.words[-1] == "six"
    assert stage.session.ends.is_waiting


def test_the_last_sentence_is_heard_as_often_and_then_it_is_at_its_end() -> None:
    stage = studied(Hearing(), Hearing(pause_s=0.4))
    stage.press("go p2.s2").events.clear()
    stage.play(6 * WORD_S + 0.2)
    assert stage.words == ["eleven", "twelve", "Ten", "eleven", "twelve"]
    assert stage.session.playback.is_playing
    stage.play(0.5)
    assert stage.session.state is TransportState.ENDED


def test_a_loop_goes_round_by_itself_with_the_pauses_in_it() -> None:
    stage = studied(Hearing(pause_s=0.5))
    stage.press("loop", "go p1.s2", "loop", "go p1.s1").events.clear()
    stage.play(2 * (4 * WORD_S + 2 * 0.5) + 0.1)
    assert stage.words == ["two", "three", "Four", "One"] * 2


def test_it_goes_by_paragraphs_where_the_ends_of_sentences_are_not_known() -> None:
    stage = studied(Hearing(), Hearing(), recording=ToneNarrator(VoiceKind.RECORDING, confidence=0.1))
    stage.play(7 * WORD_S)
    assert stage.words == ["two", "three", "Four", "five", "six", "One", "two"]


def test_ahead_of_a_late_device_and_with_what_is_taken_back_nothing_is_lost_or_told_too_soon() -> None:
    stage = studied(Hearing(pause_s=0.3), Hearing(1.25, pause_s=0.3), latency_frames=ENGINE_RATE_HZ // 2)
    for _ in range(14):
        stage.play(0.35).press("quieter", "louder")
    told = [event for event in stage.events if isinstance(event, CueChanged)]
    assert stage.words[:8] == ["One", "two", "three", "One", "two", "three", "Four", "five"]
    assert all(late.heard_at_s > soon.heard_at_s for soon, late in pairwise(told))
