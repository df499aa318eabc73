"""Which sentences a learner gets, and where their clips begin and end."""

from __future__ import annotations

import pytest

from briefing.export.study.sentences import LEAD_S, TAIL_S, StudySentence, sentences_of
from briefing.model import Cue, Document, Span
from briefing.timeline import Timeline
from tests.builders import make_document
from tests.stage import narrated_words

RATE = 1000
DOCUMENT = make_document("One two. Three four.", "Five. — Six.", title="News")


def timed(document: Document, confidence: float = 1.0, pause: int = 600) -> Timeline:
    """Words of half a second each; a pause behind each sentence."""
    cues, at = [], 0
    for word in narrated_words(document):
        cues.append(Cue(word, at, at + 500, confidence))
        at += 500 + pause * (document.text[word.stop : word.stop + 1] in {".", ""})
    return Timeline(RATE, at + 1000, cues)


def clips(words: Timeline | None) -> list[StudySentence]:
    return list(sentences_of(DOCUMENT, words))


def test_each_sentence_that_is_read_has_its_place_its_paragraph_and_its_clip() -> None:
    found = clips(timed(DOCUMENT))
    assert [each.span.of(DOCUMENT.text) for each in found][1:3] == ["One two.", "Three four."]
    assert [each.address for each in found][1:4] == ["p1.s1", "p1.s2", "p2.s1"]
    assert found[1].block.of(DOCUMENT.text) == "One two. Three four."
    three = found[2]
    start = next(cue.start_frame for cue in timed(DOCUMENT) if cue.span.of(DOCUMENT.text) == "Three") / RATE
    assert three.start_s == pytest.approx(start - LEAD_S)
    assert three.stop_s == pytest.approx(start + 1.0 + TAIL_S)


def test_a_clip_takes_no_more_than_half_of_a_short_pause() -> None:
    one, three = clips(timed(DOCUMENT, pause=100))[1:3]
    assert one.stop_s == three.start_s


def test_where_words_touch_clips_do() -> None:
    one, three = clips(timed(DOCUMENT, pause=0))[1:3]
    assert one.stop_s == three.start_s


def test_without_times_that_are_sure_there_is_no_clip() -> None:
    assert {each.start_s for each in clips(timed(DOCUMENT, confidence=0.1))} == {None}
    assert {each.stop_s for each in clips(None)} == {None}
    assert {each.start_s for each in clips(Timeline(RATE, 1000))} == {None}


def test_the_last_sentence_has_its_tail_and_no_more_than_there_is() -> None:
    words = timed(DOCUMENT, pause=0)
    last = clips(words)[-1]
    assert last.stop_s == pytest.approx(words[len(words) - 1].stop_frame / RATE + TAIL_S)


def test_a_sentence_that_is_not_spoken_has_no_clip() -> None:
    words = [cue for cue in timed(DOCUMENT) if cue.span.of(DOCUMENT.text) != "Five"]
    found = {each.span.of(DOCUMENT.text): each for each in clips(Timeline(RATE, 20_000, words))}
    assert found["Five."].start_s is None
    assert Span(0, 1) not in [each.span for each in found.values()]
