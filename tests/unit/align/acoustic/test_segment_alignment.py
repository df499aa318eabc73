"""Every phone of a segment to its row, on made-up emissions."""

from __future__ import annotations

import numpy as np

from briefing.align.acoustic.emissions import GAP, STAR, WIDTH
from briefing.align.acoustic.segment_alignment import TokenPath, align_segment, path_score
from briefing.align.pronunciation.lattice import Variant
from briefing.align.pronunciation.phones import BLANK, INDEX


def emissions(*heard: str) -> np.ndarray:
    """Return rows that each say one phone clearly, or "-" for nothing."""
    rows = np.full((len(heard), WIDTH), -9.0, np.float32)
    rows[:, STAR] = -3.0
    for row, phone in enumerate(heard):
        if phone == "-":
            rows[row, [BLANK, GAP]] = -0.05
        else:
            rows[row, INDEX[phone]] = -0.05
    return rows


def variant(*phones: str) -> Variant:
    return Variant((phones,))


CAT, DOG = variant("K", "AE", "T"), variant("D", "AO", "G")
CATS = emissions("-", "K", "K", "AE", "T", "-", "-", "D", "AO", "AO", "G", "-")


def placed(found: list[TokenPath | None] | None) -> list[tuple[tuple[int, ...], tuple[int, ...]] | None]:
    assert found is not None
    return [None if path is None else (path.first, path.last) for path in found]


def test_each_phone_has_the_rows_in_which_it_is_heard() -> None:
    assert placed(align_segment(CATS, [[CAT], [DOG]])) == [((1, 3, 4), (2, 3, 4)), ((7, 8, 10), (7, 9, 10))]


def test_the_pronunciation_that_is_heard_is_taken() -> None:
    found = align_segment(CATS, [[DOG, CAT], [CAT, DOG]])
    assert found is not None
    assert [path and path.variant for path in found] == [CAT, DOG]


def test_a_word_that_is_not_heard_is_passed_over() -> None:
    other = [[CAT], [variant("SH", "IY", "P", "Z", "UW", "M", "IY", "NG", "B", "V")], [DOG]]
    assert placed(align_segment(CATS, other))[1] is None


def test_what_is_heard_clearly_fits_best() -> None:
    found = align_segment(CATS, [[CAT], [variant("T", "AO", "G")]])
    assert found is not None
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].fit == 0 > found[1].fit


def test_where_there_is_no_room_nothing_fits() -> None:
    assert align_segment(CATS[:0], [[CAT]]) is None
    assert path_score(CATS[:0], [[CAT]], [False]) == -np.inf


def test_the_text_that_is_spoken_scores_more_than_another() -> None:
    assert path_score(CATS, [[CAT], [DOG]], [True, False]) > path_score(CATS, [[DOG], [CAT]], [True, False])
