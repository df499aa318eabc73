"""Confidence: how far a word's time can be trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.acoustic.segments import TokenRows
    from briefing.align.alignment import WordTime

_CONTEXT_TOKENS: Final = 6
"""Words on either side that a word's confidence takes into account. Halved, 72 % of the cold voice's words
are lit, doubled 81, and of 100 that are lit 98 and 96 are within 100 ms."""
_CHANCE_SHARE: Final = 0.5
"""The share of its phones that chance alone finds of a text that is not there: about half. Halved, 81 % of
the cold voice's words are lit, 96 of 100 within 100 ms; doubled, nothing is ever sure."""
_CLEAR_MORE: Final = 0.3
"""So much more of them is found where the text is spoken clearly: four in five. Halved, it is as with half
the share of chance; doubled, 34 % of the cold voice's words are lit, and 77 of the fast voice's."""
_DIGITS: Final = 3
"""Decimals of a confidence that are kept, for those who read files of them; with six, the same is lit."""


def confidences(times: Sequence[WordTime], found: TokenRows, first: int, last: int) -> list[WordTime]:
    """Return the times of words [first, last) with what their neighbourhood says worked in."""
    weighed = []
    for number in range(first, last):
        near = slice(max(0, number - _CONTEXT_TOKENS), number + _CONTEXT_TOKENS + 1)
        spoken = ~found.skipped[near]
        share = float(found.share[near][spoken].mean()) if spoken.any() else 0.0
        context = float(np.clip((share - _CHANCE_SHARE) / _CLEAR_MORE, 0, 1))
        context *= float(found.significance[number])
        time = times[number]
        weighed.append(replace(time, confidence=round(time.confidence * context, _DIGITS)))
    return weighed
