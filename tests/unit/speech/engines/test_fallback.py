"""Several engines behind one: the next goes on with the very text at which one was lost."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.errors import SpeechError
from briefing.speech.engines.fallback import FallbackSpeech
from briefing.speech.engines.synthesiser import Synthesiser
from briefing.speech.worker.supervisor import WorkerSpeech
from tests.contracts import english
from tests.fakes import ToneSpeech

if TYPE_CHECKING:
    from briefing.ports.speech import SpeechEngine, SpeechVoice

TEXT = "One area, where three nations share a view."
TONE = Synthesiser("tone", "The tone", lambda: None, ToneSpeech, tells_words=True)


def sorry() -> SpeechError:
    return SpeechError("It is a part of another system.")


def row(engine: ToneSpeech, name: str = "first", *, title: str = "The first") -> Synthesiser:
    """A row whose engine is this very one."""
    return Synthesiser(name, title, lambda: None, lambda: engine, tells_words=True)


class Bells(ToneSpeech):
    """Another engine than the tone: its voices are called otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.voices_offered = [replace(voice, id=f"bell/{voice.id}") for voice in self.voices_offered]


class Mute(ToneSpeech):
    """An engine that is installed and cannot be started."""

    def voices(self) -> list[SpeechVoice]:
        raise SpeechError("Speech cannot be started: its data is missing.")


def test_an_engine_whose_check_fails_is_passed_over_and_told() -> None:
    told: list[str] = []
    absent = Synthesiser("absent", "Absent", sorry, Mute, tells_words=True)
    speech = FallbackSpeech((absent, TONE), told.append)
    assert speech.voices()
    assert told == ["It is a part of another system. The tone reads instead."]


def test_an_engine_that_cannot_be_started_gives_way_to_the_next() -> None:
    told: list[str] = []
    mute = Mute()
    speech = FallbackSpeech((row(mute), TONE), told.append)
    assert speech.synthesise(TEXT, english(speech), 175, 50).words
    assert mute.is_closed
    assert told == [
        "The first speaks no more. Speech cannot be started: its data is missing. The tone reads on."
    ]


def test_the_very_text_at_which_an_engine_dies_is_spoken_by_the_next() -> None:
    dying, bells = ToneSpeech(), Bells()
    speech = FallbackSpeech((row(dying), row(bells, "bells", title="Bells")))
    voice = next(each.id for each in speech.voices() if each.language == "de")
    assert speech.synthesise(TEXT, voice, 175, 50).words
    dying.is_gone = True
    assert speech.synthesise(TEXT, voice, 175, 50).words
    assert bells.texts == [TEXT]
    assert bells.used == {("bell/tone-de", 175, 50)}, "a voice of the same language goes on"


def test_a_text_that_kills_a_voice_costs_that_text_and_no_engine() -> None:
    first, second = ToneSpeech(breaks_on="fatal"), ToneSpeech()
    speech = FallbackSpeech((row(first), row(second, "second")))
    voice = english(speech)
    with pytest.raises(SpeechError):
        speech.synthesise("A fatal text.", voice, 175, 50)
    assert speech.synthesise("And on.", voice, 175, 50).words
    assert second.texts == []


def test_the_last_engine_is_never_given_up() -> None:
    last = ToneSpeech()
    speech = FallbackSpeech((row(Mute()), row(last)))
    voice = english(speech)
    last.is_gone = True
    with pytest.raises(SpeechError):
        speech.synthesise(TEXT, voice, 175, 50)
    last.is_gone = False
    assert speech.synthesise(TEXT, voice, 175, 50).words


def test_a_rate_is_brought_into_what_an_engine_can_speak() -> None:
    tone = ToneSpeech()
    speech = FallbackSpeech((replace(row(tone), rates_wpm=(120, 400)),))
    for wpm in (80, 200, 900):
        speech.synthesise(TEXT, english(speech), wpm, 50)
    assert {wpm for _, wpm, _ in tone.used} == {120, 200, 400}


def test_closing_in_the_middle_of_a_sentence_opens_no_other_engine() -> None:
    opened: list[str] = []

    def second() -> SpeechEngine:
        opened.append("second")
        return ToneSpeech()

    entered, released = threading.Event(), threading.Event()

    class Slow(ToneSpeech):
        def synthesise(self, *_: object) -> object:  # type: ignore[override]
            entered.set()
            released.wait(20)
            raise SpeechError("The voice broke down.")

    speech = FallbackSpeech((row(Slow()), Synthesiser("second", "S", lambda: None, second, tells_words=True)))
    voice = english(speech)
    failures: list[SpeechError] = []

    def speak() -> None:
        try:
            speech.synthesise(TEXT, voice, 175, 50)
        except SpeechError as error:
            failures.append(error)

    thread = threading.Thread(target=speak)
    thread.start()
    assert entered.wait(20)
    speech.close()
    released.set()
    thread.join(20)
    assert failures
    assert opened == []


def test_a_process_that_ends_for_good_gives_way_at_the_same_text() -> None:
    tone = ToneSpeech()
    broken = Synthesiser(
        "broken",
        "Broken",
        lambda: None,
        lambda: WorkerSpeech("tests.no_such_voice", "", hint="Get another."),
        tells_words=True,
    )
    told: list[str] = []
    speech = FallbackSpeech((broken, row(tone, title="The tone")), told.append)
    try:
        assert speech.synthesise(TEXT, "tone-us", 175, 50).words
        assert tone.texts == [TEXT]
        assert told[0].endswith("The tone reads on.")
    finally:
        speech.close()
