"""The trellis, on made-up emissions whose best path is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.align.acoustic.trellis import Costs, SilenceColumns, build_graph, viterbi

A, B, C, GAP, STAR = range(5)
COLUMNS = SilenceColumns(gap=GAP, star=STAR)
COSTS = Costs(star=6.0, skip=15.0)


def emissions(heard: str) -> np.ndarray:
    """Emissions in which one letter a frame is heard: a, b, c, `-` for nothing, `*` for something else."""
    rows = np.full((len(heard), 5), -10.0, dtype=np.float32)
    for frame, letter in enumerate(heard):
        rows[frame, STAR] = -3.0
        if letter != "*":
            rows[frame, "abc-".index(letter)] = -0.01
    return rows


def heard_words(heard: str, words: list[list[list[int]]]) -> list[tuple[int, int, int] | None]:
    """For each word: the reading that was taken and its first and last frame; None if passed over."""
    graph = build_graph(words, COLUMNS, COSTS)
    path = viterbi(emissions(heard), graph)
    assert path is not None
    found: list[tuple[int, int, int] | None] = [None] * len(words)
    for frame, state in enumerate(path.states):
        word = graph.word[state]
        if word >= 0 and graph.column[state] < GAP:
            old = found[word]
            found[word] = (graph.variant[state], old[1] if old else frame, frame)
    return found


def test_words_are_found_where_they_are_heard() -> None:
    assert heard_words("--ab---c--", [[[A, B]], [[C]]]) == [(0, 2, 3), (0, 7, 7)]


def test_a_phone_may_last() -> None:
    assert heard_words("aaabbb", [[[A, B]]]) == [(0, 0, 5)]


def test_a_doubled_phone_needs_a_blank_between() -> None:
    assert heard_words("aaa-a", [[[A, A]]]) == [(0, 0, 4)]


def test_the_reading_that_is_heard_is_taken() -> None:
    assert heard_words("-ac-", [[[A, B], [A, C]]]) == [(1, 1, 2)]


def test_other_sound_between_words_goes_to_a_star() -> None:
    assert heard_words("ab********c", [[[A, B]], [[C]]]) == [(0, 0, 1), (0, 10, 10)]


def test_a_word_that_is_not_spoken_is_passed_over() -> None:
    assert heard_words("-ab---ab-", [[[A, B]], [[C, C, C]], [[A, B]]]) == [(0, 1, 2), None, (0, 6, 7)]


def test_a_word_that_may_be_silent_costs_nothing() -> None:
    assert heard_words("a-b", [[[A]], [[]], [[B]]]) == [(0, 0, 0), None, (0, 2, 2)]


def test_two_unspoken_words_in_a_row() -> None:
    found = heard_words("--a-----b--", [[[A]], [[C, C]], [[C, B, C]], [[B]]])
    assert found == [(0, 2, 2), None, None, (0, 8, 8)]


def test_too_few_frames_have_no_path() -> None:
    graph = build_graph([[[A, B, C]]], COLUMNS, Costs(star=6.0, skip=float(np.float32(1e31))))
    path = viterbi(emissions("a"), graph)
    assert path is None or path.score < -1e30


def test_no_frames_have_no_path() -> None:
    assert viterbi(np.empty((0, 5), dtype=np.float32), build_graph([[[A]]], COLUMNS, COSTS)) is None


@given(
    st.lists(st.sampled_from([A, B, C]), min_size=1, max_size=4).flatmap(
        lambda first: st.tuples(st.just(first), st.lists(st.integers(1, 4), min_size=8, max_size=8))
    )
)
def test_a_path_that_is_spelled_out_is_recovered(made: tuple[list[int], list[int]]) -> None:
    phones, lengths = made
    heard, spans = "", []
    for phone, length in zip(phones, lengths, strict=False):
        heard += "-" * length
        spans.append((len(heard), len(heard) + length - 1))
        heard += "abc"[phone] * length
    heard += "-"
    words = [[[phone]] for phone in phones]
    assert heard_words(heard, words) == [(0, first, last) for first, last in spans]


@given(st.integers(0, 2**32 - 1), st.integers(4, 60))
def test_the_path_is_the_best_of_all_that_random_emissions_have(seed: int, frames: int) -> None:
    rows = np.random.default_rng(seed).normal(-2, 1, (frames, 5)).astype(np.float32)
    graph = build_graph([[[A, B]], [[C]]], COLUMNS, COSTS)
    path = viterbi(rows, graph)
    assert path is not None
    total = 0.0
    for frame, state in enumerate(path.states):
        arrivals = graph.starts if not frame else graph.before[state]
        origin = state if not frame else path.states[frame - 1]
        prices = [price for other, price in arrivals if other == origin]
        assert prices, "a step that the lattice does not have"
        total += float(rows[frame, graph.column[state]]) - min(prices)
    end = min(price for state, price in graph.ends if state == path.states[-1])
    assert total - end == pytest.approx(path.score, abs=1e-2)


def where_a_is(heard: str, costs: Costs, pauses: list[bool]) -> int:
    """Return the first frame of the first of two words, A and B."""
    graph = build_graph([[[A]], [[B]]], COLUMNS, costs, pauses)
    path = viterbi(emissions(heard), graph)
    assert path is not None
    return next(f for f, s in enumerate(path.states) if graph.word[s] == 0)


def test_a_word_keeps_to_its_neighbour_where_nobody_pauses() -> None:
    heard = "-a" + 18 * "-" + "a-b-"
    assert where_a_is(heard, Costs(star=6.0, skip=15.0, unexpected_pause=0.1), [False, True]) == 20


def test_a_word_may_stand_before_a_pause_where_one_is_expected() -> None:
    heard = "-a" + 18 * "-" + "c-b-"  # what is near the neighbour is no A
    assert where_a_is(heard, Costs(star=6.0, skip=15.0, unexpected_pause=0.1), [False, True]) == 1


def test_a_word_is_not_drawn_out_over_a_pause_in_it() -> None:
    heard = "a" + 30 * "-" + "a-b-"
    graph = build_graph([[[A, B]]], COLUMNS, Costs(star=6.0, skip=40.0, inner_blank=0.1))
    path = viterbi(emissions(heard), graph)
    assert path is not None
    assert next(f for f, s in enumerate(path.states) if graph.word[s] == 0) == 31
