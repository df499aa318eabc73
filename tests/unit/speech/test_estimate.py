"""The plan of a reading: what every word will take, in columns, for texts of any length."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise

import numpy as np
import pytest

from briefing.speech.estimate import Estimate, estimate, expected_length_s
from briefing.speech.pacing import PARAGRAPH_PAUSE_S, SENTENCE_PAUSE_S, Pace
from briefing.text.transcript import Transcript
from tests.builders import make_document
from tests.stage import narrated_words


def test_longer_words_and_numbers_take_longer() -> None:
    assert expected_length_s("a") < expected_length_s("considerable") < expected_length_s("1234567890 1")
    assert expected_length_s("會議") > expected_length_s("ab")
    assert expected_length_s(" ") == 0


def test_pauses_follow_sentences_and_paragraphs() -> None:
    document = make_document("One two. Three four.", "Five six.", title="")
    words = estimate(document, Transcript(document))
    (part,) = words.parts
    assert [document.text[a:b] for a, b in zip(part.text_start, part.text_stop, strict=True)] == (
        ["One", "two.", "Three", "four.", "Five", "six."]
    )
    steps = np.diff(part.pause_before_s)
    assert steps == pytest.approx([0, SENTENCE_PAUSE_S, 0, PARAGRAPH_PAUSE_S, 0])
    assert words.pause_s == pytest.approx(SENTENCE_PAUSE_S + 2 * PARAGRAPH_PAUSE_S)


def test_an_estimate_fills_its_time_in_order() -> None:
    document = make_document("One, two: 3,000 people. 會議在東京。", "(Four.) – “Five!”", caption="Unread.")
    timeline = estimate(document, Transcript(document)).timeline(Pace(175), 1.0, 48000, 96000)
    assert timeline.length_frames == 96000
    assert timeline[0].start_frame == 0
    assert all(one.stop_frame <= other.start_frame for one, other in pairwise(timeline))
    for word in narrated_words(document):
        index = timeline.index_of(word.start)
        assert index is not None
        assert word.start in timeline[index].span


def columns(words: Estimate) -> list[list[float]]:
    """Return all words' starts, stops, and the speech and pauses before them."""
    found: list[list[float]] = [[], [], [], [], []]
    for part in words.parts:
        base = (0, 0, part.speech_s, part.speech_s, part.pause_s)
        for column, values, first in zip(found, part[2:], base, strict=True):
            column += [value + first for value in values.tolist()]
    return found


def test_a_long_text_is_estimated_in_runs_as_if_it_were_one(monkeypatch: pytest.MonkeyPatch) -> None:
    document = make_document(*["One, two: 3,000 people. 會議在東京。 And – “so” on."] * 40, caption="Unread.")
    at_once = estimate(document, Transcript(document))
    monkeypatch.setattr("briefing.speech.estimate._SLICE", 100)
    in_runs = estimate(document, Transcript(document))
    assert len(in_runs.parts) > 1
    for joined, parted in zip(columns(at_once), columns(in_runs), strict=True):
        assert parted == pytest.approx(joined, abs=1e-4)
    rows = [one.timeline(Pace(175), 1.0, 1000, 60_000) for one in (at_once, in_runs)]
    assert all(abs(a.start_frame - b.start_frame) <= 1 for a, b in zip(*rows, strict=True))


def test_a_long_text_is_estimated_in_less_than_sixty_bytes_a_word() -> None:
    document = make_document(*["one two three four five six seven eight nine ten. " * 20] * 1000, title="")
    transcript = Transcript(document)
    tracemalloc.start()
    try:
        words = estimate(document, transcript)
        timeline = words.timeline(Pace(175), 1.0, 48_000, 48_000 * 80_000)
        _, most_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(timeline) == 200_000
    assert most_bytes < 60 * len(timeline)
