"""A reading over which a speech engine dies: the next one goes on in it, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.model import Pcm
from briefing.ports.speech import Utterance, WordMark
from briefing.speech.cast import Cast
from briefing.speech.engines.fallback import FallbackSpeech
from briefing.speech.engines.synthesiser import Synthesiser
from briefing.speech.reader import SentenceReader, Spoken, narrated_sentences
from briefing.text.transcript import Transcript
from tests.builders import make_document
from tests.fakes import ToneSpeech
from tests.unit.speech.reading import SENSE, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.ports.speech import Sound, SpeechEngine

SENTENCES = [f"Sentence {name} is read to its very end." for name in ("one", "two", "three", "four", "five")]


class Dying(ToneSpeech):
    """Speaks until it is given a text with a certain word, and never again."""

    def __init__(self, last: str) -> None:
        super().__init__()
        self._last = last

    def synthesise(
        self, text: str, voice: str, wpm: int, pitch: int, sounds: Sequence[Sound] = ()
    ) -> Utterance:
        self.is_gone = self.is_gone or self._last in text
        return super().synthesise(text, voice, wpm, pitch, sounds)


class Slower(ToneSpeech):
    """Speaks at half the sample rate."""

    def synthesise(
        self, text: str, voice: str, wpm: int, pitch: int, sounds: Sequence[Sound] = ()
    ) -> Utterance:
        said = super().synthesise(text, voice, wpm, pitch, sounds)
        words = tuple(WordMark(word.start, word.stop, word.frame // 2) for word in said.words)
        return Utterance(Pcm(said.pcm.samples[::2], said.pcm.rate_hz // 2), words)


def row(name: str, engine: ToneSpeech) -> Synthesiser:
    return Synthesiser(name, name.title(), lambda: None, lambda: engine, tells_words=True)


@pytest.mark.parametrize("second", [ToneSpeech(), Slower()], ids=["same rate", "half the sample rate"])
def test_the_sentence_at_which_an_engine_dies_is_read_by_the_next_and_keeps_its_times(
    second: ToneSpeech,
) -> None:
    document = make_document(" ".join(SENTENCES), title="")
    first = Dying("three")
    whole = Reading(ToneSpeech(), document, 30.0)
    whole.read_all()
    told: list[str] = []
    reading = Reading(
        FallbackSpeech((row("first", first), row("second", second)), told.append), document, 30.0
    )
    sound = reading.read_all()
    assert told == ["First speaks no more. The voice broke down and was started again. Second reads on."]
    assert reading.failures == [], "no sentence is skipped"
    assert len(sound) == round(30.0 * ENGINE_RATE_HZ)
    assert [cue.span for cue in reading.timeline] == [cue.span for cue in whole.timeline]
    for cue, other in zip(reading.timeline, whole.timeline, strict=True):
        assert abs(cue.start_frame - other.start_frame) < 0.05 * ENGINE_RATE_HZ
        assert np.abs(sound[cue.start_frame : cue.stop_frame]).max() > 0.1, "each word sounds where it is lit"


def test_a_sentence_of_two_engines_is_one_sound_at_one_rate() -> None:
    crews = ", ".join(f"and crew {n} of them went over the old bridge to the harbour" for n in range(20))
    transcript = Transcript(make_document(f"They left {crews}.", title=""))
    ((sentence, _),) = narrated_sentences(transcript)

    def spoken(engine: SpeechEngine) -> Spoken:
        cast = Cast(transcript, engine.voices(), SENSE)
        reader = SentenceReader(
            transcript, engine, cast, pitch=50, length_of=lambda _text: 1.0, on_failure=pytest.fail
        )
        return reader.speak(sentence, 175)

    whole = spoken(ToneSpeech())
    first, second = Dying("crew fifteen"), Slower()
    both = spoken(FallbackSpeech((row("first", first), row("second", second))))
    assert len(first.texts) > len(second.texts) > 0, "each has a part of the sentence"
    assert both.rate_hz == whole.rate_hz
    assert both.duration_s == pytest.approx(whole.duration_s, abs=0.01)
    starts = [word.start_frame / both.rate_hz for word in both.words]
    assert starts == pytest.approx([word.start_frame / whole.rate_hz for word in whole.words], abs=0.02)
