"""A driver of pyttsx3 that saves files, in its process: an engine like any other, whatever it does."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from briefing.errors import SpeechError
from briefing.speech.engines.pyttsx import open_driver
from briefing.speech.worker.supervisor import WorkerSpeech
from tests.contracts import SpeechEngineContract, english
from tests.unit.speech.worker.alive import PATIENCE_S, await_true, is_running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ports.speech import SpeechEngine

FILE_DRIVER = "tests.speech_driver"
HINT = "Get another voice."


class TestFileDriver(SpeechEngineContract):
    @pytest.fixture
    def engine(self) -> Iterator[SpeechEngine]:
        engine = open_driver(FILE_DRIVER, hint=HINT)
        yield engine
        engine.close()

    def test_its_words_are_estimates_within_the_sound_without_its_edges(self, engine: SpeechEngine) -> None:
        said = engine.synthesise("Four five.", english(engine), 175, 50)
        assert not said.is_exact
        assert said.words[0].frame == 0
        assert len(said.pcm.samples) == pytest.approx(10 * 0.05 * said.pcm.rate_hz, rel=0.05)

    def test_languages_are_tidied(self, engine: SpeechEngine) -> None:
        assert [voice.language for voice in engine.voices()] == ["en-US", "de-DE"]

    def test_a_refusal_costs_one_text_and_no_process(self, engine: SpeechEngine) -> None:
        assert isinstance(engine, WorkerSpeech)
        voice = english(engine)
        before = engine.pid
        with pytest.raises(SpeechError, match="no such phoneme"):
            engine.synthesise("Please refuse.", voice, 175, 50)
        with pytest.raises(SpeechError, match="unknown voice"):
            engine.synthesise("Who?", "nobody", 175, 50)
        assert engine.synthesise("And on.", voice, 175, 50).words
        assert engine.pid == before

    def test_a_crash_costs_one_text(self, engine: SpeechEngine) -> None:
        voice = english(engine)
        with pytest.raises(SpeechError):
            engine.synthesise("A segfault.", voice, 175, 50)
        assert engine.synthesise("And on.", voice, 175, 50).words

    def test_a_hang_is_noticed(self) -> None:
        engine = open_driver(FILE_DRIVER, hint=HINT, watchdog_s=0.5)
        try:
            voice = english(engine)
            with pytest.raises(SpeechError, match="stopped answering"):
                engine.synthesise("Now hang.", voice, 175, 50)
            assert engine.synthesise("And on.", voice, 175, 50).words
        finally:
            engine.close()

    def test_closing_does_not_wait_for_a_hanging_voice(self) -> None:
        engine = open_driver(FILE_DRIVER, hint=HINT, watchdog_s=PATIENCE_S)
        voice = english(engine)
        pid = engine.pid
        failures: list[SpeechError] = []

        def speak() -> None:
            try:
                engine.synthesise("Now hang.", voice, 175, 50)
            except SpeechError as error:
                failures.append(error)

        thread = threading.Thread(target=speak)
        thread.start()
        engine.close()
        thread.join(PATIENCE_S)
        assert failures
        assert pid is not None
        assert await_true(lambda: not is_running(pid))


def test_a_driver_that_is_not_there_is_told_in_a_sentence() -> None:
    engine = open_driver("tests.no_such_driver", hint=HINT)
    try:
        with pytest.raises(SpeechError, match="cannot be started") as caught:
            engine.voices()
        assert caught.value.hint
    finally:
        engine.close()
