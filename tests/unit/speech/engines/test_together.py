"""A natural voice beside others: each reads its own, and where it fails nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SpeechError
from briefing.ports.speech import SpeechVoice
from briefing.speech.engines import registry
from briefing.speech.engines.fallback import FallbackSpeech
from briefing.speech.engines.synthesiser import Synthesiser
from briefing.speech.engines.together import SpeechTogether
from briefing.speech.voices import pick_voice, speaker_of
from tests.contracts import SpeechEngineContract
from tests.fakes import ToneSpeech
from tests.unit.speech.reading import Reading
from tests.unit.speech.test_narrate import NEWS

if TYPE_CHECKING:
    from collections.abc import Sequence

HEART = SpeechVoice("heart", "Heart", "en-US", is_natural=True, takes_sounds=True)


class Natural(ToneSpeech):
    """One voice, that is known, in an engine that counts how often it is started."""

    def __init__(self, breaks_on: str | None = None) -> None:
        super().__init__(breaks_on)
        self.voices_offered = [HEART]
        self.started = 0

    def start(self, language: str = "en", voice: str = "") -> None:
        self.started += 1


class Others(ToneSpeech):
    """Others, that count how often they are started or asked for their voices."""

    def __init__(self) -> None:
        super().__init__()
        self.started = self.asked = 0

    def start(self, language: str = "en", voice: str = "") -> None:
        self.started += 1

    def voices(self) -> Sequence[SpeechVoice]:
        self.asked += 1
        return super().voices()


class Both:
    """Two engines behind one, and what was told."""

    def __init__(self, natural: Natural | None = None) -> None:
        self.natural, self.others, self.told = natural or Natural(), Others(), list[str]()
        row = Synthesiser(
            "heart", "Heart", lambda: None, lambda: self.natural, tells_words=True, known=(HEART,)
        )
        tones = Synthesiser("tone", "The tone", lambda: None, lambda: self.others, tells_words=True)
        self.speech = SpeechTogether(row, FallbackSpeech((tones,)), self.told.append)


class TestTogether(SpeechEngineContract):
    @pytest.fixture
    def engine(self) -> SpeechTogether:
        return Both().speech


@pytest.mark.parametrize("language", ["en", "en-GB", "en-US", "en-IN"])
def test_english_of_every_region_is_read_naturally_and_nobody_else_is_asked(language: str) -> None:
    both = Both()
    both.speech.start(language)
    assert pick_voice(both.speech.voices(), language) == HEART
    assert both.natural.started == 1
    assert both.others.started == both.others.asked == 0


def test_another_language_is_read_by_the_others_and_the_natural_voice_is_not_started() -> None:
    both = Both()
    both.speech.start("de")
    voice = pick_voice(both.speech.voices(), "de")
    assert voice.id == "tone-de"
    assert both.speech.synthesise("Die Brücke ist offen.", voice.id, 175, 50).words
    assert both.natural.started == 0
    assert both.natural.texts == []


def test_all_voices_are_offered_and_one_that_is_named_reads() -> None:
    both = Both()
    voices = both.speech.voices()
    assert [each.id for each in voices] == ["heart", "tone-us", "tone-gb", "tone-de"]
    assert len(voices) == 4
    assert voices[-1].id == "tone-de"
    assert pick_voice(voices, "en", "tone-gb").id == "tone-gb"
    both.speech.start("en", "tone-gb")
    assert (both.natural.started, both.others.started) == (0, 1)
    both.speech.start("de", "Heart")
    assert both.natural.started == 1


def test_a_passage_in_english_within_another_text_is_read_naturally() -> None:
    both = Both()
    german = pick_voice(both.speech.voices(), "de")
    assert speaker_of(both.speech.voices(), "en", german) == HEART


def test_a_text_that_it_cannot_say_is_said_by_another_and_costs_nothing() -> None:
    both = Both(Natural(breaks_on="fatal"))
    assert both.speech.synthesise("A fatal text.", HEART.id, 175, 50).words
    assert both.others.used == {("tone-us", 175, 50)}
    both.speech.synthesise("And on.", HEART.id, 175, 50)
    assert both.others.texts == ["A fatal text."]
    assert both.told == []


def test_when_it_is_gone_the_others_go_on_at_the_same_text_and_it_is_told_once() -> None:
    both = Both()
    both.natural.is_gone = True
    for text in ("One.", "Two."):
        assert both.speech.synthesise(text, HEART.id, 175, 50).words
    assert both.others.texts == ["One.", "Two."]
    assert both.natural.is_closed
    assert both.told == [
        "Heart speaks no more. The voice broke down and was started again. The tone reads on."
    ]
    assert HEART not in both.speech.voices()


def test_a_reading_in_which_it_dies_is_read_to_its_end_with_every_word() -> None:
    both = Both(Natural(breaks_on="vote"))
    reading = Reading(both.speech, NEWS, 40.0)
    reading.read_all()
    assert reading.failures == []
    assert any("vote" in text for text in both.others.texts)
    assert all(cue.confidence == 1 for cue in reading.timeline)


def test_nothing_is_spoken_before_its_plan_is_made() -> None:
    natural = Natural()
    Reading(Both(natural).speech, NEWS, 40.0).source.close()
    assert all(text for text in natural.texts)
    assert len(natural.texts) <= 2 * len(set(natural.texts)), "each sentence at most at two rates"
    assert {wpm for _, wpm, _ in natural.used} != {300}, "none was said quickly, only to be measured"


def test_without_others_it_is_heard_all_the_same() -> None:
    both = Both()

    def gone() -> Sequence[SpeechVoice]:
        raise SpeechError("Speech cannot be started.")

    both.others.voices = gone  # type: ignore[method-assign]
    assert list(both.speech.voices()) == [HEART]


def test_what_must_answer_at_once_does_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    both = Both()
    row = Synthesiser("heart", "Heart", lambda: None, lambda: both.natural, tells_words=True, known=(HEART,))
    tones = Synthesiser("tone", "The tone", lambda: None, lambda: both.others, tells_words=True)
    monkeypatch.setattr(registry, "ENGINES", (row, tones))
    assert HEART in registry.open_speech().voices()
    assert HEART not in registry.open_speech("tone").voices()
    assert HEART not in registry.open_speech(is_quick=True).voices()
    assert HEART not in registry.open_speech("heart", is_quick=True).voices()
