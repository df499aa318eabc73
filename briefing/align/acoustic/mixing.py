"""The mixing matrix: from the acoustic model's alphabet to the phones of the dictionary.

The model has an alphabet of its own (IPA), so a phone's probability is a weighted sum of symbols' ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.pronunciation.ipa import SYMBOL_WEIGHTS
from briefing.align.pronunciation.phones import BLANK, BOUNDARY, COLUMNS, INDEX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.arrays import Floats

_FAINT: Final = 1e-6
"""What is heard of a phone where the model hears nothing like it."""


def mixing_matrix(alphabet: Sequence[str]) -> Floats:
    """Return the matrix, float32 (alphabet, COLUMNS), that turns the model's probabilities into phones'."""
    at = {symbol: i for i, symbol in enumerate(alphabet)}
    matrix = np.full((len(alphabet), COLUMNS), _FAINT, dtype=np.float32)
    for phone, weights in SYMBOL_WEIGHTS.items():
        for symbol, weight in weights.items():
            if symbol in at:
                matrix[at[symbol], INDEX[phone]] = weight
    matrix[:, BLANK:] = 0
    matrix[at["<blank>"], :] = _FAINT
    matrix[at["<wb>"], :] = _FAINT
    matrix[at["<blank>"], BLANK] = 1
    matrix[at["<wb>"], BOUNDARY] = 1
    return matrix
