"""How sure the comparison with speech is of a word: by distance, pace and significance."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.align.reference.confidence import absences, confidences
from briefing.align.reference.synthesis import Synthesis

WORDS, ROWS = 20, 30
READING = Synthesis(
    np.zeros((WORDS * ROWS, 1), np.float32),
    np.zeros(WORDS * ROWS, bool),
    np.arange(WORDS) * ROWS,
    np.arange(1, WORDS + 1) * ROWS,
    np.zeros(WORDS, np.int64),
)


def sure(distance: float, lengths: list[int] | None = None, significance: float = 1.0) -> list[float]:
    """Return how sure it is of each word of a reading, heard at a distance and in so many rows."""
    length = np.array(lengths or [ROWS] * WORDS)
    last = np.cumsum(length)
    fit = np.full(int(last[-1]), distance, np.float32)
    beyond = np.full(WORDS, significance, np.float32)
    found: list[float] = confidences(READING, last - length, last, fit, beyond).tolist()
    return found


def test_the_nearer_the_sound_the_surer() -> None:
    near, middling, far = (sure(distance) for distance in (0.5, 0.78, 1.0))
    assert near == pytest.approx([0.85] * WORDS)
    assert all(0.3 < each < 0.6 for each in middling)
    assert far == [0.0] * WORDS


def test_a_word_of_four_times_its_usual_length_is_hardly_believed_and_one_of_twice_is() -> None:
    lengths = [ROWS] * WORDS
    lengths[5], lengths[15] = 4 * ROWS, 2 * ROWS
    found = sure(0.5, lengths)
    assert found[5] == pytest.approx(0.3 * 0.85)
    assert found[15] == pytest.approx(0.85)


def test_a_recording_that_is_slower_throughout_is_believed() -> None:
    assert sure(0.5, [3 * ROWS] * WORDS) == pytest.approx([0.85] * WORDS)


def test_what_is_no_more_than_chance_is_not_believed() -> None:
    assert sure(0.5, significance=0.0) == [0.0] * WORDS


def test_words_without_a_row_are_not_believed_and_are_no_trouble() -> None:
    assert sure(0.5, [0] * WORDS) == [0.0] * WORDS


def test_a_word_is_as_surely_absent_as_those_beside_it_are_heard() -> None:
    is_spoken = np.array([True, False, False, True, False])
    significance = np.array([0.8, 0, 0, 0.4, 0], np.float32)
    assert absences(is_spoken, significance)[[1, 2, 4]].tolist() == pytest.approx([0.34, 0.34, 0.34])


def test_where_nothing_is_heard_no_absence_is_sure() -> None:
    assert absences(np.zeros(4, bool), np.ones(4, np.float32)).tolist() == [0.0] * 4
