"""From a document to tokens, and from their times to cues of words."""

from __future__ import annotations

import pytest

from briefing.align.alignment import WordTime
from briefing.align.arrays import RATE_HZ
from briefing.align.tokens import timeline_of, tokens_of
from tests.builders import make_document

DOCUMENT = make_document("A 會議a head — here.", title="Two words")
TOKENS = tokens_of(DOCUMENT)


def spoken_at(*times: tuple[float | None, float | None]) -> list[tuple[str, float, float]]:
    """Return the words that are lit, and when, for tokens with these times."""
    words = [WordTime(start, end, 0.9) for start, end in times]
    timeline = timeline_of(TOKENS[: len(words)], words, 10.0)
    return [
        (cue.span.of(DOCUMENT.text), cue.start_frame / RATE_HZ, cue.stop_frame / RATE_HZ) for cue in timeline
    ]


def test_a_token_is_what_space_parts_and_knows_its_block_and_words() -> None:
    assert [token.text for token in TOKENS] == ["Two", "words", "A", "會議a", "head", "—", "here."]
    assert [token.block for token in TOKENS] == [0, 0, 1, 1, 1, 1, 1]
    assert all(token.span.of(DOCUMENT.text) == token.text for token in TOKENS)
    assert [[word.of(DOCUMENT.text) for word in token.words] for token in TOKENS[3:6]] == [
        ["會", "議", "a"],
        ["head"],
        [],
    ]


def test_words_of_one_token_share_its_time_by_their_length() -> None:
    lit = spoken_at((None, None), (None, None), (0.0, 1.0), (1.0, 1.9))
    assert lit == [("A", 0.0, 1.0), ("會", 1.0, 1.3), ("議", 1.3, 1.6), ("a", 1.6, 1.9)]


def test_what_is_not_spoken_or_has_no_words_has_no_cue() -> None:
    assert [word for word, _, _ in spoken_at(*[(None, None)] * 4, (2.0, 3.0), (3.0, 4.0))] == ["head"]


def test_times_that_overlap_or_run_over_the_end_are_brought_into_order() -> None:
    assert spoken_at((1.0, 3.0), (2.0, 99.0)) == [("Two", 1.0, 3.0), ("words", 3.0, 10.0)]


def test_a_confidence_outside_its_range_is_brought_into_it() -> None:
    times = [WordTime(0.0, 1.0, 7.0), WordTime(1.0, 2.0, -1.0)]
    assert [cue.confidence for cue in timeline_of(TOKENS[:2], times, 10.0)] == [1.0, 0.0]


def test_a_time_for_every_token_is_asked_for() -> None:
    with pytest.raises(ValueError, match="shorter"):
        timeline_of(TOKENS, [WordTime(0.0, 1.0, 1.0)], 10.0)
