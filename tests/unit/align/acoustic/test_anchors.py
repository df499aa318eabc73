"""Anchors, on made-up peaks of long texts."""

from __future__ import annotations

import numpy as np

from briefing.align.acoustic import global_alignment
from briefing.align.acoustic.anchors import find_anchors
from briefing.align.acoustic.peaks import Peaks
from briefing.align.pronunciation.phones import BLANK

LENGTH = 6000


def text(seed: int, length: int = LENGTH) -> tuple[np.ndarray, np.ndarray]:
    """Return phones of a text and where its words begin."""
    made = np.random.default_rng(seed)
    phones = made.integers(0, BLANK, length)
    begins = made.random(length + 1) < 0.25
    begins[[0, -1]] = True
    return phones, begins


def peaks_of(phones: np.ndarray, wrong: float = 0.15, seed: int = 9) -> Peaks:
    """Return peaks that say these phones, some of them wrongly."""
    made = np.random.default_rng(seed)
    heard = np.where(made.random(len(phones)) < wrong, made.integers(0, BLANK, len(phones)), phones)
    fit = np.full((len(heard), BLANK), -1.5, dtype=np.float32)
    fit[np.arange(len(heard)), heard] = 2.0
    rows = np.arange(len(heard), dtype=np.int64) * 10
    return Peaks(rows, rows + 1, fit)


def test_a_long_recording_is_parted_where_it_and_its_text_belong_together() -> None:
    phones, begins = text(1)
    anchors = find_anchors(peaks_of(phones), phones, begins)
    assert len(anchors) >= 2
    assert all(peak == phone and begins[phone] for peak, phone in anchors)
    assert anchors == sorted(anchors)


def test_a_long_recording_is_parted_where_few_runs_of_phones_are_recognised_whole() -> None:
    phones, begins = text(10)
    anchors = find_anchors(peaks_of(phones, wrong=0.35), phones, begins)
    assert len(anchors) >= 2
    assert all(peak == phone for peak, phone in anchors)


def test_seams_lie_beside_what_the_text_lacks_and_what_is_not_spoken() -> None:
    phones, begins = text(2, 9000)
    other, _ = text(3, 700)
    spoken = np.concatenate([phones[:2500], other, phones[2500:5000], phones[6000:]])
    anchors = find_anchors(peaks_of(spoken), phones, begins)
    shifts = {(peak - phone, (phone >= 2500) + (phone >= 5000)) for peak, phone in anchors}
    assert shifts == {(0, 0), (700, 1), (-300, 2)}


def test_parted_or_not_the_same_is_found() -> None:
    phones, begins = text(4)
    peaks = peaks_of(np.concatenate([phones[:2000], text(5, 300)[0], phones[2000:]]))
    parted = global_alignment.align_globally(peaks, phones, begins)
    whole = global_alignment._align(peaks.fit, phones, begins, lambda _: None)
    assert len(find_anchors(peaks, phones, begins)) > 0
    assert (parted.peak == whole.peak).mean() > 0.995
    assert parted.score > whole.score - 5


def test_nothing_is_parted_where_text_and_sound_are_anothers() -> None:
    phones, begins = text(6)
    assert find_anchors(peaks_of(text(7)[0]), phones, begins) == []


def test_nothing_is_parted_in_a_text_that_only_repeats_itself() -> None:
    phones = np.tile(text(8, 40)[0], 150)
    begins = np.ones(len(phones) + 1, dtype=bool)
    assert find_anchors(peaks_of(phones, wrong=0.0), phones, begins) == []


def test_a_short_recording_is_matched_whole() -> None:
    phones, begins = text(9, 1500)
    assert find_anchors(peaks_of(phones), phones, begins) == []
