"""A reading by a voice that plays its sound itself: silence as far as it may be reached, and its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.model import Span, VoiceKind
from briefing.ports.speech import SpeechVoice
from briefing.speech.narrate import SpeechNarrator
from tests.builders import make_document
from tests.fakes import ToneSpeech
from tests.unit.session.test_session_aside import Speaker
from tests.unit.speech.reading import SENSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.ports.narration import Narration
    from briefing.ports.speech import Sound, Utterance
    from briefing.speech.aside import SpeechAside

NEWS = make_document("It costs $4.2 million. They met on Oct. 25, by the sea.", "« Bonjour », he said.")


class Engine(ToneSpeech):
    """Speech whose voice plays its sound itself, and fails a test that asks it for sound."""

    def __init__(self) -> None:
        super().__init__()
        self.speaker = Speaker()

    def voices(self) -> Sequence[SpeechVoice]:
        return [SpeechVoice("aside", "Aside", "en", talk=lambda: self.speaker)]

    def synthesise(
        self,
        text: str,
        voice: str,
        wpm: int,
        pitch: int,
        sounds: Sequence[Sound] = (),
    ) -> Utterance:
        pytest.fail(f"it was asked for the sound of {text}")


@pytest.fixture
def engine() -> Engine:
    return Engine()


def narrated(
    engine: Engine, duration_s: float | None = None, wpm: int = 175
) -> tuple[Narration, SpeechAside]:
    narrator = SpeechNarrator(engine, sense=SENSE, wpm=wpm, pitch=60)
    narration = narrator.narrate(NEWS, duration_s, lambda *_: None)
    return narration, narration.source  # type: ignore[return-value]


def test_it_is_planned_without_a_sound(engine: Engine) -> None:
    narration, source = narrated(engine)
    assert (narration.voice, narration.description) == (VoiceKind.SPEECH, "speech, Aside")
    assert narration.aside is source
    assert source.length_frames == narration.timeline.length_frames > 3 * ENGINE_RATE_HZ
    assert not source.keeps_times


def test_its_frames_are_silence_as_far_as_they_may_be_reached(engine: Engine) -> None:
    _, source = narrated(engine)
    assert source.read(0, 100) is None
    source.let_reach(150)
    for start, count in ((0, 100), (100, 50)):
        frames = source.read(start, 100)
        assert frames is not None
        assert frames.shape == (count, 2)
        assert not frames.any()
    assert source.read(150, 100) is None


def test_at_its_end_there_are_no_more_frames(engine: Engine) -> None:
    _, source = narrated(engine)
    source.let_reach(source.length_frames)
    frames = source.read(source.length_frames - 10, 100)
    assert frames is not None
    assert len(frames) == 10
    end = source.read(source.length_frames, 100)
    assert end is not None
    assert len(end) == 0


def test_what_is_said_is_worded_as_for_any_voice(engine: Engine) -> None:
    _, source = narrated(engine, wpm=200)
    sentence = NEWS.text.index("They")
    source.say(Span(0, sentence - 1), 1.5, 40)
    (line,) = engine.speaker.lines
    assert "million dollars" in line.text
    assert (line.voice, line.pitch, line.percent) == ("aside", 60, 40)
    assert line.wpm == pytest.approx(300)
    assert source.is_saying


def test_a_declared_length_is_planned_for(engine: Engine) -> None:
    narration, _ = narrated(engine, duration_s=60.0)
    assert narration.timeline.duration_s == pytest.approx(60.0)


def test_closing_it_closes_what_speaks(engine: Engine) -> None:
    _, source = narrated(engine)
    source.close()
    assert engine.speaker.is_closed
