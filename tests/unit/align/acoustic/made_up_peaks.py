"""Made-up texts in phones, and the peaks of a recording that says them."""

from __future__ import annotations

import numpy as np

from briefing.align.acoustic.peaks import Peaks
from briefing.align.pronunciation.phones import BLANK


def peaks_of(phones: list[int]) -> Peaks:
    """Peaks that say each of these phones clearly, one every ten rows."""
    rows = np.arange(len(phones), dtype=np.int64) * 10
    fit = np.full((len(phones), BLANK), -2.5, dtype=np.float32)
    fit[np.arange(len(phones)), phones] = 2.0
    return Peaks(rows, rows + 1, fit)


def text_of(words: list[list[int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    owner = np.repeat(np.arange(len(words)), [len(word) for word in words])
    phones = np.array([phone for word in words for phone in word], dtype=np.int64)
    begins = np.ones(len(phones) + 1, dtype=bool)
    begins[1:-1] = owner[1:] != owner[:-1]
    return phones, owner, begins


def story(seed: int, words: int) -> list[list[int]]:
    made = np.random.default_rng(seed)
    return [made.integers(0, BLANK, made.integers(2, 7)).tolist() for _ in range(words)]


def flat(words: list[list[int]]) -> list[int]:
    return [phone for word in words for phone in word]
