"""Peaks: runs of rows in which one phone is heard, on made-up emissions."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.align.acoustic.emissions import WIDTH
from briefing.align.acoustic.peaks import Peaks, find_peaks

SILENT = -11.0


def peaks_of(*heard: int | None) -> Peaks:
    """Return the peaks of rows that each say one phone clearly, or nothing."""
    emissions = np.full((len(heard), WIDTH), SILENT, np.float32)
    for row, phone in enumerate(heard):
        if phone is not None:
            emissions[row, phone] = -0.1
    return find_peaks(emissions)


def test_rows_that_say_the_same_are_one_peak_over_a_row_of_silence() -> None:
    peaks = peaks_of(None, 3, 3, None, 3, None, None, None, 3)
    assert list(zip(peaks.first.tolist(), peaks.last.tolist(), strict=True)) == [(1, 4), (8, 8)]


def test_another_phone_begins_another_peak() -> None:
    peaks = peaks_of(3, 3, 5, 3)
    assert peaks.first.tolist() == [0, 2, 3]
    assert peaks.fit.argmax(axis=1).tolist() == [3, 5, 3]


def test_what_is_heard_best_fits_best_and_the_worst_has_a_floor() -> None:
    fit = peaks_of(3).fit[0]
    assert fit[3] == 2.0
    assert np.delete(fit, 3).tolist() == [-2.5] * (len(fit) - 1)


@pytest.mark.parametrize("rows", [0, 4])
def test_in_silence_there_are_none(rows: int) -> None:
    peaks = peaks_of(*[None] * rows)
    assert peaks.first.size == peaks.last.size == len(peaks.fit) == 0
