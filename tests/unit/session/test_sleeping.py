"""Falling asleep, on a sink that is pulled by hand: what is heard while it sinks, and where it plays on."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.model import SleepAt, TransportState, VoiceKind
from briefing.ports.media import TimedText
from briefing.session.arrival import Tags
from briefing.settings import Settings
from tests.stage import DOCUMENT, WORD_S, Stage


def loudness(stage: Stage, seconds: float) -> list[float]:
    """The level of each tenth of what was heard in the last seconds."""
    heard = stage.sink.heard[-round(seconds * ENGINE_RATE_HZ) :, 0]
    return [float(np.sqrt(np.mean(part**2))) for part in np.array_split(heard, 10)]


def state(stage: Stage) -> TransportState:
    return stage.session.state


def asleep(minutes: str = "1", fade_s: int = 2) -> Stage:
    stage = Stage(settings=Settings(sleep_fade_s=fade_s)).open().press("play", f"sleep {minutes}")
    stage.clock.advance(60 - 3.0)  # the device stood still so long
    stage.session.tick()
    return stage


def test_the_sound_sinks_evenly_to_silence_before_it_pauses() -> None:
    stage = asleep().play(0.95)
    (before,) = set(np.round(loudness(stage, 0.5), 2))
    stage.play(2.1)
    levels = loudness(stage, 2.05)
    assert all(after < level + 1e-3 for level, after in pairwise(levels))
    assert levels[0] > 0.6 * before
    assert levels[-1] < 0.01 * before
    assert state(stage) is TransportState.PAUSED
    assert stage.said[-1] == "Sleep timer: paused."


def test_it_plays_on_with_the_sentence_in_which_it_began_to_sink_as_loud_as_ever() -> None:
    stage = asleep().play(0.9)
    full = max(loudness(stage, 0.5))
    stage.play(0.2)
    began = stage.session.sentence
    stage.play(2.2)
    assert (stage.session.state, stage.session.place) == (TransportState.PAUSED, began.start)
    stage.press("play").play(0.4)
    assert max(loudness(stage, 0.3)) == pytest.approx(full, rel=0.05)


def test_a_key_while_it_sinks_brings_it_back_and_gives_more_time() -> None:
    stage = asleep().play(2.0)
    assert max(loudness(stage, 0.1)) < 0.25
    stage.press("louder").play(1.0)
    assert "Sleep timer: 1 minute more." in stage.said
    assert max(loudness(stage, 0.2)) > 0.3
    assert state(stage) is TransportState.PLAYING
    assert stage.session.sleep.left_s == pytest.approx(59, abs=0.1)


def test_play_while_it_sinks_says_that_one_is_awake_and_does_not_pause() -> None:
    stage = asleep().play(2.0).press("play").play(0.5)
    assert state(stage) is TransportState.PLAYING
    stage.press("play")
    assert state(stage) is TransportState.PAUSED


def test_without_a_fade_it_pauses_where_it_is() -> None:
    stage = asleep(fade_s=0).play(3.1)
    assert stage.said[-1] == "Sleep timer: paused."
    assert min(loudness(stage, 1.0)[:8]) > 0.3


def test_at_the_end_of_a_chapter_nothing_sinks_and_the_next_one_is_not_begun() -> None:
    chapters = (TimedText("One", 0.0), TimedText("Two", 3.0), TimedText("Three", 6.0))
    stage = Stage(tags=lambda: Tags(chapters=chapters)).open().press("play", "sleep chapter")
    assert stage.said[-1] == "Pause at the end of this chapter."
    stage.play(3.5)
    assert state(stage) is TransportState.PAUSED
    assert stage.said[-1] == "Sleep timer: paused at the end of the chapter."
    assert stage.session.position_s == pytest.approx(3.0, abs=0.001)
    heard = np.flatnonzero(np.abs(stage.sink.heard[:, 0]) > 0.01)
    assert heard[-1] / ENGINE_RATE_HZ == pytest.approx(3.0, abs=0.03)
    stage.press("play").play(4.0)
    assert state(stage) is TransportState.PLAYING, "once, and not again"


def test_at_the_end_of_a_sentence_it_pauses_before_the_next() -> None:
    stage = Stage().open().press("play", "go p1.s1", "sleep sentence").play(2 * 3 * WORD_S)
    assert state(stage) is TransportState.PAUSED
    assert stage.session.place == DOCUMENT.text.index("Four")


def test_going_past_the_end_of_the_chapter_by_hand_waits_for_the_end_of_that_one() -> None:
    chapters = (TimedText("One", 0.0), TimedText("Two", 1.5), TimedText("Three", 6.5))
    stage = Stage(tags=lambda: Tags(chapters=chapters)).open().press("play", "sleep chapter").play(0.5)
    stage.press("go 5").play(0.5)
    assert state(stage) is TransportState.PLAYING
    stage.play(1.5)
    assert state(stage) is TransportState.PAUSED
    assert stage.session.position_s == pytest.approx(6.5, abs=0.001)


def test_the_key_goes_from_minutes_to_the_ends_and_off() -> None:
    stage = Stage(settings=Settings(voice=VoiceKind.NONE)).open()
    for _ in range(8):
        stage.press("sleep")
    assert [said for said in stage.said if said.startswith(("Pause", "Sleep"))][-8:] == [
        "Pause in 15 minutes.",
        "Pause in 30 minutes.",
        "Pause in 45 minutes.",
        "Pause in 1 hour.",
        "Pause at the end of this chapter.",
        "Pause at the end of this briefing.",
        "Pause at the end of this sentence.",
        "Sleep timer off.",
    ]


def test_the_setting_is_in_force_from_the_start() -> None:
    stage = Stage(settings=Settings(sleep_at=SleepAt.SENTENCE)).open().press("play").play(6.0)
    assert state(stage) is TransportState.PAUSED
