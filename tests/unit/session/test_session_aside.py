"""A voice that plays its own sound, in a session: frames wait for it, and it says what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SpeechError
from briefing.kinds import StopAfter
from briefing.model import Light, TransportState, VoiceKind
from briefing.ports.speech import SpeechVoice
from briefing.settings import Settings
from briefing.speech.narrate import SpeechNarrator
from tests.fakes import ToneSpeech
from tests.stage import Stage
from tests.unit.speech.reading import SENSE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.ports.speech import TalkLine


class Speaker:
    """A talker that says a line until it is told that it has, and an engine of its one voice."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.lines: list[TalkLine] = []
        self.is_saying = self.is_closed = False
        self.fault: SpeechError | None = None
        self._wake: Callable[[], None] = lambda: None

    def say(self, lines: Sequence[TalkLine]) -> None:
        self.lines = list(lines)
        self.said.append(" ".join(each.text for each in lines))
        self.is_saying = True

    def hush(self) -> None:
        self.is_saying = False

    def wake_by(self, wake: Callable[[], None]) -> None:
        self._wake = wake

    def close(self) -> None:
        self.is_saying, self.is_closed = False, True

    def finish(self) -> None:
        self.is_saying = False
        self._wake()

    def fail(self) -> None:
        self.is_saying, self.fault = False, SpeechError("It did not answer in time.")
        self._wake()


class Aside(ToneSpeech):
    """An engine whose voice plays its sound itself until that fails; then it has another."""

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self.speaker = speaker

    def voices(self) -> Sequence[SpeechVoice]:
        if self.speaker.fault is not None:
            return super().voices()
        return [SpeechVoice("aside", "Aside", "en", talk=lambda: self.speaker)]


@pytest.fixture
def speaker() -> Speaker:
    return Speaker()


def begun(speaker: Speaker, **settings: object) -> Stage:
    """A stage on which it plays, and the first sentence is being said."""
    stage = Stage(has_recording=False, settings=Settings(voice=VoiceKind.SPEECH, **settings))  # type: ignore[arg-type]
    stage.narrators[VoiceKind.SPEECH] = SpeechNarrator(Aside(speaker), sense=SENSE)
    return stage.open().press("play").play(0.2)


def sentence(stage: Stage) -> str:
    return stage.session.sentence.of(stage.session.document.text)


def to_next(stage: Stage, speaker: Speaker) -> None:
    """End what is said, and hear the pause behind it."""
    speaker.finish()
    stage.play(1.2)


def test_the_frames_wait_at_the_end_of_a_sentence_until_it_was_said(speaker: Speaker) -> None:
    stage = begun(speaker)
    first = sentence(stage)
    stage.play(30)
    assert (len(speaker.said), sentence(stage), stage.session.state) == (1, first, TransportState.PLAYING)
    place_s = stage.session.position_s
    stage.play(30)
    assert stage.session.position_s == pytest.approx(place_s, abs=0.05)
    to_next(stage, speaker)
    assert len(speaker.said) == 2
    assert sentence(stage) == speaker.said[1]
    stage.session.close()


def test_what_was_estimated_too_long_is_passed_over_as_soon_as_it_was_said(speaker: Speaker) -> None:
    stage = begun(speaker)
    for count in range(1, 6):
        assert len(speaker.said) == count
        assert sentence(stage).startswith(speaker.said[-1].rstrip("."))
        to_next(stage, speaker)
    stage.session.close()


def test_all_is_said_once_and_then_it_ends(speaker: Speaker) -> None:
    stage = begun(speaker)
    for _ in range(12):
        to_next(stage, speaker)
    assert stage.session.state is TransportState.ENDED
    assert len(set(speaker.said)) == len(speaker.said)
    assert speaker.said[-4:] == [
        "One two three.",
        "Four five six.",
        "Seven eight nine.",
        "Ten eleven twelve.",
    ]
    stage.session.close()


def test_the_light_goes_by_the_sentence(speaker: Speaker) -> None:
    stage = begun(speaker)
    assert stage.session.reader.cursor.level is Light.SENTENCE
    stage.session.close()


def test_a_pause_is_silence_at_once_and_playing_on_says_the_sentence_again(speaker: Speaker) -> None:
    stage = begun(speaker)
    to_next(stage, speaker)
    stage.play(0.3).press("play")
    stage.session.tick()
    assert not speaker.is_saying
    assert stage.session.place == stage.session.sentence.start
    stage.play(5)
    assert len(speaker.said) == 2
    stage.press("play").play(0.2)
    assert speaker.said[1:] == [speaker.said[1]] * 2
    assert speaker.is_saying
    stage.session.close()


def test_a_pause_behind_a_sentence_does_not_say_it_again(speaker: Speaker) -> None:
    stage = begun(speaker)
    speaker.finish()
    stage.play(0.1).press("play").play(1).press("play").play(1.2)
    assert len(speaker.said) == 2
    assert speaker.said[0] != speaker.said[1]
    stage.session.close()


def test_a_jump_says_what_was_gone_to_from_that_word_on(speaker: Speaker) -> None:
    stage = begun(speaker)
    offset = stage.session.document.text.index("eight")
    stage.session.move_to(offset)
    stage.play(0.2)
    assert speaker.said[-1] == "eight nine."
    assert stage.session.place == offset
    to_next(stage, speaker)
    assert speaker.said[-1] == "Ten eleven twelve."
    stage.session.close()


def test_a_jump_within_a_sentence_says_it_from_there(speaker: Speaker) -> None:
    stage = begun(speaker)
    for word in ("Seven", "nine", "eight"):
        stage.session.move_to(stage.session.document.text.index(word))
        stage.play(0.1)
        assert speaker.said[-1].startswith(word)
    stage.session.close()


def test_a_move_while_it_is_paused_says_nothing_before_it_plays(speaker: Speaker) -> None:
    stage = begun(speaker).press("play").play(0.1)
    offset = stage.session.document.text.index("Ten")
    stage.session.move_to(offset)
    stage.play(1)
    assert (len(speaker.said), stage.session.place) == (1, offset)
    stage.press("play").play(0.1)
    assert speaker.said[-1] == "Ten eleven twelve."
    stage.session.close()


def test_speed_and_volume_are_heard_at_once(speaker: Speaker) -> None:
    stage = begun(speaker)
    before = speaker.lines[0]
    stage.press("speed 2").play(0.1)
    assert speaker.lines[0].wpm == pytest.approx(2 * before.wpm)
    stage.session.reader.set_levels(volume=40)
    stage.play(0.1)
    assert (before.percent, speaker.lines[0].percent) == (100, 40)
    stage.press("mute").play(0.1)
    assert speaker.lines[0].percent == 0
    assert len(set(speaker.said)) == 1
    stage.session.close()


def test_another_voice_silences_it(speaker: Speaker) -> None:
    stage = begun(speaker).press("voice none").play(0.5)
    assert not speaker.is_saying
    assert stage.session.playback.voice is VoiceKind.NONE
    stage.session.close()


def test_leaving_closes_it(speaker: Speaker) -> None:
    stage = begun(speaker)
    stage.session.close()
    assert speaker.is_closed


def test_a_voice_that_is_gone_costs_its_sentence_and_another_reads_on_from_there(speaker: Speaker) -> None:
    stage = begun(speaker)
    to_next(stage, speaker)
    here = stage.session.sentence
    speaker.fail()
    stage.play(0.3)
    assert stage.session.sentence == here
    assert (stage.session.state, stage.session.playback.voice) == (TransportState.PLAYING, VoiceKind.SPEECH)
    assert stage.session.playback.voices.readings.aside(VoiceKind.SPEECH) is None
    stage.play(3)
    assert stage.session.place > here.stop
    assert len(speaker.said) == 2
    stage.session.close()


def test_stopping_behind_each_sentence_waits_for_the_sentence(speaker: Speaker) -> None:
    stage = begun(speaker, stop_after=StopAfter.SENTENCE)
    stage.play(20)
    assert stage.session.playback.is_playing
    speaker.finish()
    stage.play(5)
    assert stage.session.state is TransportState.PAUSED
    assert len(speaker.said) == 1
    stage.press("play").play(0.5)
    assert len(speaker.said) == 2
    assert speaker.said[0] != speaker.said[1]
    stage.session.close()


def test_what_is_studied_is_said_as_often_as_it_is_heard(speaker: Speaker) -> None:
    stage = begun(speaker, study=True, study_times=2, study_pause="1")
    first = speaker.said[0]
    for _ in range(2):
        speaker.finish()
        stage.play(8)
    assert speaker.said[:2] == [first, first]
    assert speaker.said[2] != first
    stage.session.close()


def test_shortened_pauses_do_not_shorten_what_is_said(speaker: Speaker) -> None:
    stage = begun(speaker, skip_silence=True)
    stage.play(0.5)
    assert stage.session.playback.engine is not None
    assert stage.session.playback.engine.sounding.saved_s == 0
    stage.session.close()
