"""How sure the comparison with speech is of each word, and which words are not spoken at all.

Theory of operation: two things tell a word that was found from one that was not: the
distance of its rows from those they were warped to, beside that of rows that have nothing
to do with each other, and whether it takes about as long as in the reading. Distances are
looked at over the words around it too, because one word's says little. A third holds for
the whole recording: whether the text fits it better than chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.align.reference_reading import Reading

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

_GOOD: Final = 0.62
_BAD: Final = 0.95
"""Distances, in those between unrelated rows, at which a stretch is sure, and is nothing."""
_CHANCE: Final = 0.985
_TELLING: Final = 0.93
"""Parts of chance at which the text is not the recording's, and at which it surely is."""
_MOST: Final = 0.85
"""Nothing that was only compared is surer than this."""
_AROUND_TOKENS: Final = 4
_COLLAPSED: Final = 0.2
"""A word that takes less than this share of its time in the reading was passed over."""
_ABSENT_RUN: Final = 4
"""So many words in a row were passed over before they count as not spoken."""


@dataclass(frozen=True, slots=True)
class Trust:
    """For each word: confidence, 0 to 1, and whether it is not spoken."""

    confidence: Floats
    is_absent: NDArray[np.bool_]


def confidences(reading: Reading, first: Ints, last: Ints, fit: Floats, chance: float) -> Trust:
    """Return how sure each word's rows [first, last) are.

    Args:
        reading: what was compared.
        first: the row at which each word starts.
        last: the row at which it ends.
        fit: the distance of each row, 1 being that of unrelated rows.
        chance: the distance of the whole, 1 being what chance comes to.
    """
    length = np.maximum(last - first, 0)
    expected = np.maximum(reading.stop - reading.start, 1)
    stretch = length / expected
    is_absent = _runs(stretch < _COLLAPSED)
    total = np.concatenate(([0.0], np.cumsum(fit, dtype=np.float64)))
    summed = total[np.minimum(last, len(fit))] - total[np.minimum(first, len(fit))]
    window = np.ones(2 * _AROUND_TOKENS + 1)
    around = np.convolve(np.pad(summed, _AROUND_TOKENS), window, "valid")
    rows = np.convolve(np.pad(length.astype(float), _AROUND_TOKENS), window, "valid")
    distance = np.where(rows > 0, around / np.maximum(rows, 1), 1.0)
    sure = np.clip((_BAD - distance) / (_BAD - _GOOD), 0, 1)
    # Twice as long or half as long as expected still counts whole, four times as little.
    odd = np.abs(np.log2(np.maximum(stretch, 0.05)))
    paced = np.clip(2 - odd, 0.3, 1)
    belongs = min(max((_CHANCE - chance) / (_CHANCE - _TELLING), 0.0), 1.0)
    confidence = (_MOST * belongs * sure * paced).astype(np.float32)
    share = np.convolve(np.pad(is_absent.astype(float), _AROUND_TOKENS), window, "valid") / len(window)
    confidence = np.where(is_absent, np.clip(share, 0.3, _MOST), confidence * (1 - share)).astype(np.float32)
    return Trust(confidence, is_absent)


def _runs(flags: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the flags that stand in runs of at least `_ABSENT_RUN`."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    kept = np.zeros_like(flags)
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        kept[begin:end] = end - begin >= _ABSENT_RUN
    return kept
