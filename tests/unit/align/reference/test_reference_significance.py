"""Which local alignments chance explains, and which words stand opposite others' sound."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.align.reference.significance import CHANCE_GAIN, Candidate, mismatched, significances

ROWS = 10
"""Of sound to a word."""


def candidate(words: list[int | None], gains: list[float], tokens: int = 60) -> Candidate:
    """Return what a search found: word after word, or None for silence, ten rows each, at these gains."""
    token = np.repeat([-1 if word is None else word for word in words], ROWS)
    gain = np.repeat(np.array(gains, np.float32), ROWS)
    return Candidate(token, np.arange(len(token)), gain, tokens)


def beyond(words: list[int | None], gain: float) -> np.ndarray:
    """Return the significance of each token where these words were found in loud sound."""
    found = candidate(words, [gain] * len(words))
    return significances(found, np.ones(len(found.token), bool))


def test_a_sentence_that_gains_much_is_beyond_chance_and_one_that_gains_little_is_not() -> None:
    assert beyond(list(range(20)), 0.2)[:20].tolist() == [1.0] * 20
    assert beyond(list(range(20)), CHANCE_GAIN)[:20].tolist() == [0.0] * 20


def test_what_was_not_found_is_not_significant() -> None:
    assert beyond(list(range(20)), 0.2)[20:].tolist() == [0.0] * 40
    assert not beyond([None] * 20, 0.2).any()


@pytest.mark.parametrize("gap", [[30, 31, 32], [None] * 5 + [23, 24, 25]], ids=["text", "sound"])
def test_a_few_words_after_a_gap_do_not_live_on_those_before_it(gap: list[int | None]) -> None:
    found = beyond([*range(20), *gap], 0.1)
    assert found[:20].min() > 0
    assert found[20:].max() == 0


def test_a_few_words_that_were_overlooked_part_nothing() -> None:
    found = beyond([*range(20), 23, 24, 25], 0.1)
    assert found[23] == found[0] > 0


def test_words_opposite_other_words_are_told_from_the_rest() -> None:
    gains = [0.25] * 20 + [0.0] * 20 + [0.25] * 20
    found = candidate(list(range(60)), gains)
    assert np.flatnonzero(mismatched(found, np.ones(60, np.float32))).tolist() == list(range(20, 40))


def test_a_word_or_two_that_gain_nothing_stay() -> None:
    gains = [0.25] * 30 + [0.0] * 2 + [0.25] * 28
    assert not mismatched(candidate(list(range(60)), gains), np.ones(60, np.float32)).any()


def test_in_a_recording_that_is_heard_badly_none_are_told() -> None:
    gains = [0.1] * 20 + [0.0] * 20 + [0.1] * 20
    assert not mismatched(candidate(list(range(60)), gains), np.ones(60, np.float32)).any()
