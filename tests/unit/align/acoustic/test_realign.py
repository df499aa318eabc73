"""Realignment, on made-up emissions that hold known phones."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.align.acoustic.emissions import GAP, STAR, WIDTH
from briefing.align.acoustic.realign import realign
from briefing.align.acoustic.segments import TokenRows
from briefing.align.alignment import Stopped
from briefing.align.pronunciation.lattice import PronunciationLattice, Variant
from briefing.align.pronunciation.phones import BLANK, PHONES

ROWS_A_PHONE = 8


def lattice_of(words: int, seed: int, clauses: tuple[int, ...] = ()) -> PronunciationLattice:
    """Made-up words of four phones each; `clauses` names those with a pause after them."""
    made = np.random.default_rng(seed)
    tokens = tuple((Variant((tuple(PHONES[i] for i in made.integers(0, BLANK, 4)),)),) for _ in range(words))
    return PronunciationLattice(tokens, tuple(i in clauses or i + 1 == words for i in range(words)))


def emissions_of(
    lattice: PronunciationLattice, spoken: list[int], clearness: float = 1.5, seed: int = 3
) -> np.ndarray:
    """Emissions in which some of the words are heard, dimly: a peak every eight rows."""
    made = np.random.default_rng(seed)
    columns = [column for i in spoken for column in lattice.tokens[i][0].columns]
    rows = np.full((ROWS_A_PHONE * len(columns) + 1, WIDTH), -5.0, dtype=np.float32)
    rows[:, :BLANK] += made.normal(0, 0.5, (len(rows), BLANK))
    rows[:, GAP] = -0.05
    for k, column in enumerate(columns):
        rows[ROWS_A_PHONE * k, :BLANK] += 3.0
        rows[ROWS_A_PHONE * k, column] += clearness
        rows[ROWS_A_PHONE * k, GAP] = -2.0
    rows[:, STAR] = np.maximum(rows[:, :BLANK].max(axis=1) - 3, rows[:, GAP] - 0.03)
    return rows


def found_of(lattice: PronunciationLattice, first: list[int], skipped: tuple[int, int]) -> TokenRows:
    """Where each token starts by the global alignment, -1 for those from `skipped[0]` to `skipped[1]`."""
    length = 3 * ROWS_A_PHONE
    begin = np.array(first)
    is_skipped = np.zeros(len(lattice.tokens), dtype=bool)
    is_skipped[slice(*skipped)] = True
    begin[is_skipped] = -1
    return TokenRows(
        begin,
        np.where(begin >= 0, begin + length, -1),
        (~is_skipped).astype(float),
        is_skipped,
        np.ones(len(begin), dtype=np.float32),
    )


def places(spoken: list[int], count: int) -> list[int]:
    rows = dict(zip(spoken, range(0, 4 * ROWS_A_PHONE * count, 4 * ROWS_A_PHONE), strict=False))
    return [rows.get(i, -1) for i in range(count)]


def test_words_that_were_hardly_heard_are_found_where_there_is_room_for_them() -> None:
    lattice = lattice_of(20, 1)
    everything = list(range(20))
    found = realign(
        found_of(lattice, places(everything, 20), (5, 15)), emissions_of(lattice, everything), lattice
    )
    assert not found.skipped.any()
    assert (found.significance[5:15] == 0).all()


def test_words_that_are_not_spoken_stay_so_beside_other_sound_of_their_length() -> None:
    lattice, other = lattice_of(20, 1), lattice_of(10, 2)
    heard = np.concatenate(
        [
            emissions_of(lattice, list(range(5))),
            emissions_of(other, list(range(10))),
            emissions_of(lattice, list(range(15, 20))),
        ]
    )
    found = realign(found_of(lattice, places(list(range(20)), 20), (5, 15)), heard, lattice)
    assert found.skipped[5:15].all()
    assert (found.significance[5:15] == 0.5).all()


def test_without_room_there_is_no_doubt() -> None:
    lattice = lattice_of(20, 1)
    spoken = [*range(5), *range(15, 20)]
    found = realign(found_of(lattice, places(spoken, 20), (5, 15)), emissions_of(lattice, spoken), lattice)
    assert found.skipped[5:15].all()
    assert (found.significance[5:15] == 1).all()


def test_a_word_in_mid_clause_is_read_with_its_neighbours() -> None:
    lattice = lattice_of(10, 1)
    everything = list(range(10))
    found = realign(
        found_of(lattice, places(everything, 10), (4, 5)), emissions_of(lattice, everything), lattice
    )
    assert not found.skipped.any()


def test_a_word_that_stands_alone_may_be_an_unspoken_heading() -> None:
    lattice = lattice_of(10, 1, clauses=(3, 4))
    everything = list(range(10))
    found = realign(
        found_of(lattice, places(everything, 10), (4, 5)), emissions_of(lattice, everything), lattice
    )
    assert found.skipped[4]


def test_it_can_be_stopped() -> None:
    def stop() -> None:
        raise Stopped

    lattice = lattice_of(20, 1)
    everything = list(range(20))
    with pytest.raises(Stopped):
        realign(
            found_of(lattice, places(everything, 20), (5, 15)),
            emissions_of(lattice, everything),
            lattice,
            stop,
        )


def test_nothing_is_made_of_sound_in_which_no_word_was_found() -> None:
    """A tone was said to hold words, one by one, because a dash between them passed for their neighbour."""
    lattice = lattice_of(5, 1)
    silent = PronunciationLattice(
        (lattice.tokens[0], (Variant(()),), *lattice.tokens[1:]), (False,) * 5 + (True,)
    )
    heard = emissions_of(lattice_of(30, 2), list(range(30)))
    found = realign(found_of(silent, [-1] * 6, (0, 6)), heard, silent)
    assert found.skipped[[0, 2, 3, 4, 5]].all()
    apart = found_of(silent, [-1] * 6, (0, 6))
    apart.skipped[1] = False  # as the global alignment leaves what has no sound
    assert realign(apart, heard, silent).skipped[[0, 2, 3, 4, 5]].all()
