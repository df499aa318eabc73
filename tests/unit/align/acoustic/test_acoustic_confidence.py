"""How far a word's time is trusted: by what is heard around it."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.align.acoustic.confidence import confidences
from briefing.align.acoustic.segments import TokenRows
from briefing.align.alignment import WordTime

WORDS = 30


def weighed(
    share: float, *, significance: float = 1.0, skipped: tuple[int, ...] = (), odd: int | None = None
) -> list[float]:
    """Return the confidence of each of some words that were sure by themselves.

    Args:
        share: how much of each is heard.
        significance: how sure it is that this is no chance.
        skipped: words that are not spoken.
        odd: a word of which nothing is heard.
    """
    shares = np.full(WORDS, share)
    if odd is not None:
        shares[odd] = 0.0
    is_skipped = np.isin(np.arange(WORDS), skipped)
    rows = np.arange(WORDS)
    found = TokenRows(rows, rows, shares, is_skipped, np.full(WORDS, significance, np.float32))
    times = [WordTime(float(i), i + 0.5, 0.9) for i in range(WORDS)]
    return [time.confidence for time in confidences(times, found, 0, WORDS)]


def test_words_amid_what_is_heard_clearly_stay_as_sure_as_they_are() -> None:
    assert weighed(0.95) == [0.9] * WORDS


def test_words_of_which_no_more_is_heard_than_chance_matches_are_not_believed() -> None:
    assert weighed(0.5) == [0.0] * WORDS


def test_a_word_that_is_lost_makes_its_neighbours_less_sure_and_no_others() -> None:
    found = weighed(0.8, odd=15)
    assert found[15] == found[9] == found[21] < found[8] == found[22] == 0.9


def test_what_chance_may_explain_is_believed_as_far_as_it_is_significant() -> None:
    assert weighed(0.95, significance=0.5) == pytest.approx([0.45] * WORDS)


def test_where_nothing_around_a_word_is_spoken_nothing_is_believed() -> None:
    assert weighed(0.95, skipped=tuple(range(WORDS))) == [0.0] * WORDS


def test_only_the_words_that_were_asked_for_come_back() -> None:
    rows = np.arange(WORDS)
    found = TokenRows(rows, rows, np.ones(WORDS), np.zeros(WORDS, bool), np.ones(WORDS, np.float32))
    times = [WordTime(float(i), i + 0.5, 0.9) for i in range(WORDS)]
    assert [time.start_s for time in confidences(times, found, 5, 8)] == [5.0, 6.0, 7.0]
