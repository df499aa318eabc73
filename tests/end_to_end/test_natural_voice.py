"""The natural voice keeps what is promised of speech: a reading by hibari in its process, beside eSpeak."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.cli.wiring import sources
from briefing.speech.cast import LanguageSense
from briefing.speech.engines import hibari
from briefing.speech.engines.registry import open_speech
from briefing.speech.engines.together import SpeechTogether
from briefing.speech.worker.supervisor import WorkerSpeech
from briefing.text.language import detect_language, language_name
from tests.builders import make_document
from tests.stage import narrated_words
from tests.unit.speech.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(hibari.check() is not None, reason="hibari is not installed")

SEVERAL = make_document(
    "The minister spoke in Hamburg on Tuesday, and everybody listened to what she had to say there.",
    "Die Brücke ist nach elf Tagen offen, und der erste Bus fuhr über sie in die Stadt und zum Hügel.",
    "Москва ответила во вторник, что переговоры начнутся через неделю.",
    "She said 谢谢大家 and left.",
    title="Several languages",
)


@pytest.fixture
def engine() -> Iterator[SpeechTogether]:
    engine = open_speech("hibari")
    assert isinstance(engine, SpeechTogether)
    yield engine
    engine.close()


def test_the_sample_fills_its_time_to_the_frame_and_every_word_has_its_moment(
    engine: SpeechTogether,
) -> None:
    document = sources.open_item("sample").document
    assert document.media.duration_s == 228.0
    reading = Reading(engine, document, 228.0)
    sound = reading.read_all()
    assert len(sound) == reading.source.length_frames == 228 * ENGINE_RATE_HZ
    assert not reading.failures
    assert [cue.span for cue in reading.timeline] == narrated_words(document)
    assert all(cue.confidence == 1 for cue in reading.timeline), "the voice told all of them"
    silent = [
        cue
        for cue in reading.timeline
        if np.abs(sound[cue.start_frame : cue.start_frame + ENGINE_RATE_HZ // 4]).max() < 0.02
    ]
    assert not silent, "each word sounds where it is lit"


def test_passages_are_read_by_voices_of_their_languages(engine: SpeechTogether) -> None:
    reading = Reading(engine, SEVERAL, 60.0, sense=LanguageSense(detect_language, language_name))
    sound = reading.read_all()
    assert not reading.failures
    assert len(sound) == 60 * ENGINE_RATE_HZ
    for word in ("Hamburg", "Brücke", "Москва", "谢谢大家", "left"):
        offset = SEVERAL.text.index(word)
        cue = next(each for each in reading.timeline if each.span.start <= offset < each.span.stop)
        assert cue.confidence == 1
        assert np.abs(sound[cue.start_frame : cue.stop_frame]).max() > 0.05


def test_its_process_may_be_killed_at_any_word_and_no_sentence_is_lost(engine: SpeechTogether) -> None:
    document = sources.open_item("sample").document
    reading = Reading(engine, document, 228.0)
    at = 0
    for second in (1, 12, 25, 40):
        reading.read(at, second * ENGINE_RATE_HZ - at)
        at = second * ENGINE_RATE_HZ
        worker = engine._engine
        assert isinstance(worker, WorkerSpeech)
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGKILL)
    reading.read(at, 60 * ENGINE_RATE_HZ - at)
    reading.source.close()
    assert not reading.failures
    heard = [cue for cue in reading.timeline if cue.stop_frame < 55 * ENGINE_RATE_HZ]
    assert len(heard) > 80
    assert all(cue.confidence == 1 for cue in heard)
