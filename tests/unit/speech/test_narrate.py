"""A document read aloud: it fills its time to the frame, and every word has its moment."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.confidence import level_of
from briefing.errors import SpeechError
from briefing.model import BlockKind, Light, VoiceKind
from briefing.speech import narrate
from briefing.speech.engines.registry import open_speech
from briefing.speech.narrate import SpeechNarrator
from briefing.speech.script import SMALL_LINE_LIMIT
from tests.builders import make_document
from tests.fakes import ToneSpeech
from tests.stage import narrated_words
from tests.unit.speech.reading import PATIENCE_S, SENSE, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.model import Document
    from briefing.ports.speech import SpeechEngine

NEWS = make_document(
    "The U.S. and two neighbours met on Oct. 25. They agreed on a plan, worth $4.2 billion, for the coast.",
    "“Nobody expected that,” said the minister of the ROK. It was a 3-1 vote – and a close one.",
    "A third round of talks, held by the sea in the old harbour town, begins within a week.",
    title="Ministers agree on a plan",
    kicker="Breaking News",
    caption="A harbour at night.",
)


@pytest.fixture
def begin() -> Iterator[Callable[..., Reading]]:
    readings: list[Reading] = []

    def begin(engine: SpeechEngine, *arguments: object, **options: object) -> Reading:
        readings.append(Reading(engine, *arguments, **options))  # type: ignore[arg-type]
        return readings[-1]

    yield begin
    for reading in readings:
        reading.source.close()


@pytest.fixture(scope="module")
def espeak() -> Iterator[SpeechEngine]:
    engine = open_speech("espeak")
    yield engine
    engine.close()


def long_document(paragraphs: int = 120) -> Document:
    return make_document(
        *(f"Paragraph {n} says this, and then that. It ends with the word {n}." for n in range(paragraphs)),
        title="A long report",
    )


@pytest.mark.parametrize("duration_s", [2.0, 25.0, 61.7, 228.0])
def test_a_declared_duration_is_filled_to_the_frame(
    espeak: SpeechEngine, begin: Callable[..., Reading], duration_s: float
) -> None:
    reading = begin(espeak, NEWS, duration_s)
    sound = reading.read_all()
    assert len(sound) == reading.source.length_frames == round(duration_s * ENGINE_RATE_HZ)
    assert reading.timeline.length_frames == reading.narration.timeline.length_frames == len(sound)
    assert [cue.span for cue in reading.timeline] == narrated_words(NEWS)
    assert reading.timeline[len(reading.timeline) - 1].stop_frame > 0.8 * len(sound)
    assert not reading.failures


def test_each_sentence_begins_where_the_plan_said(
    espeak: SpeechEngine, begin: Callable[..., Reading]
) -> None:
    reading = begin(espeak, NEWS, 60.0)
    reading.read_all()
    plan, exact = reading.narration.timeline, reading.timeline
    for word in ("Ministers", "The", "They", "“Nobody", "It", "A third"):
        offset = NEWS.text.index(word)
        assert plan.frame_at(offset) == exact.frame_at(offset)
    assert all(cue.confidence == 1 for cue in exact)
    assert level_of(plan[3].confidence) is Light.SENTENCE


def test_words_are_heard_where_their_cues_say(begin: Callable[..., Reading]) -> None:
    engine = ToneSpeech()
    reading = begin(engine, NEWS)
    sound = reading.read_all()[:, 0]
    loud = np.flatnonzero(np.abs(sound) > 0.05)
    onsets = [int(loud[0]), *(int(x) for x in loud[1:][np.diff(loud) > ENGINE_RATE_HZ // 50])]
    assert len(onsets) >= len(reading.timeline)
    for cue in reading.timeline:
        assert min(abs(cue.start_frame - onset) for onset in onsets) < 0.06 * ENGINE_RATE_HZ


def test_a_text_in_several_languages_fills_its_time_word_by_word(
    begin: Callable[..., Reading], espeak: SpeechEngine
) -> None:
    document = make_document(
        "The minister spoke in Beijing on Monday.",
        "桥梁于星期一重新开放，市长感谢了工人。",
        "Москва ответила во вторник.",
        "市長は橋を開いた。人々は拍手した。",
        "He ended with the words 谢谢大家 and left.",
        title="Two languages",
    )
    reading = begin(espeak, document, 228.0)
    sound = reading.read_all()

    assert len(sound) == 228 * ENGINE_RATE_HZ
    assert [cue.span for cue in reading.timeline] == narrated_words(document)
    starts = [cue.start_frame for cue in reading.timeline]
    assert starts == sorted(starts)
    assert reading.failures == []


def test_the_banner_and_the_caption_are_not_read(begin: Callable[..., Reading]) -> None:
    engine = ToneSpeech()
    begin(engine, NEWS).read_all()
    assert not any("Breaking" in text or "harbour at night" in text for text in engine.texts)
    assert any("Ministers agree" in text for text in engine.texts)


def test_a_reading_of_free_length_goes_at_the_rate_that_is_set(begin: Callable[..., Reading]) -> None:
    slow, fast = (
        begin(ToneSpeech(), NEWS, None, wpm=wpm).narration.timeline.duration_s for wpm in (150, 300)
    )
    assert slow / fast == pytest.approx(2, rel=0.1)


def test_voice_pitch_and_volume_are_used(begin: Callable[..., Reading]) -> None:
    engine = ToneSpeech()
    reading = begin(engine, NEWS, None, voice="German", pitch=70, volume=50)
    sound = reading.read_all()
    assert {voice for voice, _, _ in engine.used} == {"tone-de"}
    assert {pitch for _, _, pitch in engine.used} == {70}
    assert np.abs(sound).max() == pytest.approx(0.5 / 8, rel=0.1)
    assert reading.narration.voice is VoiceKind.SPEECH
    assert reading.narration.description == "speech, German"


def test_estimates_of_a_voice_that_tells_no_words_light_the_sentence(begin: Callable[..., Reading]) -> None:
    reading = begin(ToneSpeech(is_exact=False), NEWS)
    reading.read_all()
    assert {level_of(cue.confidence) for cue in reading.timeline} == {Light.SENTENCE}


def test_a_short_text_is_timed_wholly_without_being_listened_to(begin: Callable[..., Reading]) -> None:
    reading = begin(ToneSpeech(), NEWS, 90.0)
    deadline = time.monotonic() + PATIENCE_S
    while not all(cue.confidence == 1 for cue in reading.timeline):
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)
    assert len(reading.timeline) == len(narrated_words(NEWS))


def test_a_short_text_that_is_read_anew_is_not_spoken_quickly_again_but_by_another_voice() -> None:
    engine = ToneSpeech()
    narrator = SpeechNarrator(engine, sense=SENSE)

    def quickly_spoken_by() -> set[str]:
        engine.used.clear()
        narrator.narrate(NEWS, None, lambda *_: None).source.close()
        return {voice for voice, wpm, _ in engine.used if wpm == narrate.QUICK_WPM}

    assert quickly_spoken_by() == {"tone-us"}
    narrator.read_with("tone-us", 200, 50)
    assert quickly_spoken_by() == set()
    narrator.read_with("tone-gb", 200, 50)
    assert quickly_spoken_by() == {"tone-gb"}


def test_a_long_text_is_spoken_only_where_it_is_listened_to(begin: Callable[..., Reading]) -> None:
    document = long_document()
    assert len(document.text) > narrate.SHORT_LETTERS
    engine = ToneSpeech()
    reading = begin(engine, document, 1800.0)
    assert reading.source.length_frames == 1800 * ENGINE_RATE_HZ
    frame = reading.narration.timeline.frame_at(document.text.index("Paragraph 100"))
    reading.read(frame, ENGINE_RATE_HZ)
    reading.source.close()
    assert any("Paragraph one hundred" in text for text in engine.texts)
    assert not any("It ends with the word fifty." in text for text in engine.texts)
    index = reading.timeline.index_of(document.text.index("Paragraph 100"))
    assert index is not None
    assert reading.timeline[index].confidence == 1
    assert len(reading.timeline) == len(narrated_words(document))


def test_timings_are_told_before_their_sound_can_be_read(begin: Callable[..., Reading]) -> None:
    document = long_document()
    reading = begin(ToneSpeech(), document, 900.0)
    for share in (0.7, 0.2, 0.5):
        frame = round(share * reading.source.length_frames)
        reading.read(frame, 480)
        index = reading.timeline.index_at(frame)
        assert index is not None
        assert reading.timeline[index].confidence == 1


def test_a_sentence_that_kills_the_voice_is_silence_and_is_told(begin: Callable[..., Reading]) -> None:
    engine = ToneSpeech(breaks_on="plan, worth")
    reading = begin(engine, NEWS, 60.0)
    sound = reading.read_all()
    assert len(reading.failures) == 1
    assert "They agreed on a plan" in reading.failures[0]
    plan = reading.narration.timeline
    start = plan.frame_at(NEWS.text.index("They"))
    stop = plan.frame_at(NEWS.text.index("“Nobody"))
    assert not sound[start:stop].any()
    assert sound[:start].any()
    assert sound[stop:].any()
    assert len(reading.timeline) == len(narrated_words(NEWS))


def test_it_is_tried_again_in_smaller_pieces(begin: Callable[..., Reading]) -> None:
    words = ", ".join(["alpha", "beta", "gamma"] * 12)
    engine = ToneSpeech(breaks_on=words)
    reading = begin(engine, make_document(f"{words}."))
    assert not reading.failures
    assert reading.read_all().any()
    assert any(words in text for text in engine.texts)
    assert all(len(text) <= SMALL_LINE_LIMIT for text in engine.texts if words not in text)


def test_a_voice_that_is_gone_for_good_is_an_error_and_no_silence(begin: Callable[..., Reading]) -> None:
    engine = ToneSpeech()
    document = long_document()
    reading = begin(engine, document, 900.0)
    reading.read(0, 480)
    engine.is_gone = True
    with pytest.raises(SpeechError):
        reading.read(600 * ENGINE_RATE_HZ, 60 * ENGINE_RATE_HZ)


def test_without_a_voice_from_the_start_nothing_is_narrated() -> None:
    engine = ToneSpeech()
    engine.is_gone = True
    with pytest.raises(SpeechError):
        SpeechNarrator(engine, sense=SENSE).narrate(long_document(), None, lambda *_: None)


def test_nothing_to_read_is_told() -> None:
    document = make_document(blocks=[(BlockKind.CAPTION, "Only a caption.")])
    with pytest.raises(SpeechError, match="nothing to read"):
        SpeechNarrator(ToneSpeech(), sense=SENSE).narrate(document, 60.0, lambda *_: None)


def test_reading_past_the_end_gives_nothing(begin: Callable[..., Reading]) -> None:
    reading = begin(ToneSpeech(), NEWS, 30.0)
    ended = reading.source.read(reading.source.length_frames, 100)
    assert ended is not None
    assert ended.shape == (0, 2)


paragraphs = st.text(alphabet="ab C.é漢9?“” -\n–$", max_size=120).map(str.strip)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(paragraphs, min_size=1, max_size=6),
    st.one_of(st.none(), st.floats(1.0, 40.0)),
    st.booleans(),
)
def test_any_text_is_read_to_its_end(texts: list[str], duration_s: float | None, is_long: bool) -> None:
    document = make_document(*texts, title="Any text")
    limit = narrate.SHORT_LETTERS
    narrate.SHORT_LETTERS = 0 if is_long else limit  # type: ignore[misc]
    try:
        reading = Reading(ToneSpeech(), document, duration_s)
    finally:
        narrate.SHORT_LETTERS = limit  # type: ignore[misc]
    sound = reading.read_all()
    assert sound.shape == (reading.source.length_frames, 2)
    if duration_s is not None:
        assert len(sound) == round(duration_s * ENGINE_RATE_HZ)
    assert [cue.span for cue in reading.timeline] == narrated_words(document)
