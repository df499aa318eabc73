"""Which part of a reading is heard where: made-up sides with a known way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.align.reference.local_alignment import ReferenceColumns, align_locally

if TYPE_CHECKING:
    from briefing.align.arrays import Floats

TOKENS = 40
COLUMNS = 8
"""A token's columns."""


def some_columns() -> ReferenceColumns:
    """Return a reading of forty tokens in utterances of ten."""
    rng = np.random.default_rng(5)
    begins = np.arange(TOKENS + 1) * COLUMNS
    is_free = np.arange(TOKENS + 1) % 10 == 0
    return ReferenceColumns(rng.normal(0, 1, (TOKENS * COLUMNS, 12)).astype(np.float32), begins, is_free)


def heard(reference: ReferenceColumns, *parts: tuple[int, int] | int) -> tuple[Floats, list[int]]:
    """Return sound of tokens [first, last), or so many rows of other sound, and each row's column or -1."""
    rng = np.random.default_rng(9)
    columns: list[int] = []
    for part in parts:
        if isinstance(part, int):
            columns += [-1] * part
        else:
            columns += range(part[0] * COLUMNS, part[1] * COLUMNS)
    at = np.array(columns)
    rows = np.where((at >= 0)[:, np.newaxis], reference.features[at], rng.normal(0, 1, (len(at), 12)))
    return (rows + rng.normal(0, 0.3, rows.shape)).astype(np.float32), columns


@pytest.mark.parametrize(
    "parts",
    [
        [(0, 40)],
        [60, (0, 40), 60],
        [(0, 10), 80, (10, 40)],
        [(0, 10), (20, 40)],
        [30, (10, 15), 30, (15, 27), (30, 40), 5],
        [(10, 30)],
    ],
    ids=["all", "intro and outro", "an inserted passage", "an unspoken utterance", "cut within", "a middle"],
)
def test_what_is_spoken_is_found_and_nothing_else(parts: list[tuple[int, int] | int]) -> None:
    reference = some_columns()
    sound, true = heard(reference, *parts)

    alignment = align_locally(sound, reference, 0.03, lambda _share: None)

    told, wanted = alignment.column, np.array(true)
    assert np.mean(told == wanted) > 0.85
    assert np.mean(np.abs(told - wanted)[(told >= 0) & (wanted >= 0)]) < 1
    assert ((alignment.filler >= 0) != (told >= 0)).all()


def test_the_way_never_goes_back() -> None:
    reference = some_columns()
    sound, _ = heard(reference, (20, 40), (0, 20))

    told = align_locally(sound, reference, 0.05, lambda _share: None).column

    assert (np.diff(told[told >= 0]) >= 0).all()


def test_a_window_follows_the_best_way_past_its_own_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.align.reference.local_alignment.WINDOW_COLUMNS", 160)
    reference = some_columns()
    sound, true = heard(reference, 40, (0, 10), (13, 40), 20)

    told = align_locally(sound, reference, 0.03, lambda _share: None).column

    assert np.mean(told == np.array(true)) > 0.9


def test_sound_of_another_text_gains_nothing() -> None:
    reference = some_columns()
    sound, _ = heard(reference, 300)

    alignment = align_locally(sound, reference, 0.0, lambda _share: None)

    assert alignment.gain.sum() < 5


def test_stopping_stops() -> None:
    reference = some_columns()
    sound, _ = heard(reference, (0, 40))

    def stop(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        align_locally(sound, reference, 0.03, stop)
