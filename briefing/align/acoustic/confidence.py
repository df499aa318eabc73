"""How far a word's time can be trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.acoustic.segments import Found
    from briefing.align.alignment import WordTime

_REACH: Final = 6
"""A word is trusted as far as this many neighbours on either side are heard."""


def confidences(times: Sequence[WordTime], found: Found, first: int, last: int) -> list[WordTime]:
    """Return the times of words [first, last) with what their neighbourhood says worked in."""
    trusted = []
    for number in range(first, last):
        near = slice(max(0, number - _REACH), number + _REACH + 1)
        spoken = ~found.skipped[near]
        share = float(found.share[near][spoken].mean()) if spoken.any() else 0.0
        # Chance alone matches about half of the phones of a text that is not there.
        context = float(np.clip((share - 0.5) / 0.3, 0, 1))
        context *= float(found.trust[number])
        time = times[number]
        trusted.append(replace(time, confidence=round(time.confidence * context, 3)))
    return trusted
