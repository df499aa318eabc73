"""Confidence: how sure the comparison with speech is of each word.

Theory of operation: two things tell a word that was found from one that was not: the
distance of its rows from those they were warped to, beside that of rows that have nothing
to do with each other, and whether it takes about as long as in the reading. Distances are
looked at over the words around it too, because one word's says little. A third holds for
a whole local alignment of words: whether it fits better than chance (`search`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from briefing.align.arrays import Flags, Floats, Ints
    from briefing.align.reference.synthesis import Synthesis


_GOOD: Final = 0.62
"""The distance, in those between unrelated rows, up to which a stretch is sure. Halved, no word of the edited
passage or the fast voice is lit, which are 67 and 59 % as it is."""
_BAD: Final = 0.95
"""The distance from which on it is nothing: next to that of unrelated rows, which is 1. Doubled, beyond it,
86 and 99 % are lit, and as many of them are within 100 ms: it errs on the dark side."""
_MOST: Final = 0.85
"""Nothing that was only compared is surer than this. At 1 and more 87 and 100 % would be lit; below 0.6
(`briefing.confidence`) none is."""
_LEAST_PACED: Final = 0.3
"""What is left of a confidence where a word takes four times, or a quarter of, its usual time, or worse: with
the most of above, less than what lights a sentence. Halved or doubled, the same words are lit."""
_LEAST_STRETCH: Final = 0.05
"""The least part of its usual time that is told apart, so that no logarithm is of nothing."""
_AROUND_TOKENS: Final = 4
"""How many words on either side are looked at, too. Halved, 62 and 56 % are lit, doubled 79 and 61."""


def confidences(synthesis: Synthesis, first: Ints, last: Ints, fit: Floats, significance: Floats) -> Floats:
    """Return how sure each word's rows [first, last) are, 0 to 1.

    Args:
        synthesis: what was compared.
        first: the row at which each word starts.
        last: the row at which it ends.
        fit: the distance of each row, 1 being that of unrelated rows.
        significance: for each word, how far its local alignment is beyond chance, 0 to 1.
    """
    length = np.maximum(last - first, 0)
    stretch = length / np.maximum(synthesis.stop - synthesis.start, 1)
    total = np.concatenate(([0.0], np.cumsum(fit, dtype=np.float64)))
    summed = total[np.minimum(last, len(fit))] - total[np.minimum(first, len(fit))]
    window = np.ones(2 * _AROUND_TOKENS + 1)
    around = np.convolve(np.pad(summed, _AROUND_TOKENS), window, "valid")
    rows = np.convolve(np.pad(length.astype(float), _AROUND_TOKENS), window, "valid")
    distance = np.where(rows > 0, around / np.maximum(rows, 1), 1.0)
    sure = np.clip((_BAD - distance) / (_BAD - _GOOD), 0, 1)
    # Twice as long or half as long as the voice's usual still counts whole, four times as little.
    usual = float(np.median(stretch[length > 0])) if (length > 0).any() else 1.0
    odd = np.abs(np.log2(np.maximum(stretch / usual, _LEAST_STRETCH)))
    paced = np.clip(2 - odd, _LEAST_PACED, 1)
    confidence: Floats = (_MOST * significance * sure * paced).astype(np.float32)
    return confidence


def absences(is_spoken: Flags, significance: Floats) -> Floats:
    """Return how sure it is of each word that it is not spoken: as sure as of the spoken ones beside it."""
    known = np.flatnonzero(is_spoken)
    if not len(known):
        return np.zeros(len(is_spoken), np.float32)
    at = np.searchsorted(known, np.arange(len(is_spoken)))
    before = significance[known[np.maximum(at - 1, 0)]]
    after = significance[known[np.minimum(at, len(known) - 1)]]
    return (_MOST * np.minimum(before, after)).astype(np.float32)
