"""Significance of local alignments: runs of text and sound without a break, and whether chance explains them.

Theory of operation: Karlin and Altschul, "Methods for assessing the statistical
significance of molecular sequence features" (1990). The best score that chance finds
between m phones and n peaks grows like log(m n). Measured on recordings with other texts'
words, it stays below 1.7 times that, and mostly below 1.2; a true paragraph is at
hundreds. A local alignment that chance explains is no match, however good it looks by itself.
"""

from __future__ import annotations

from dataclasses import replace
from math import log
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.acoustic.global_alignment import DELETE, INSERT

if TYPE_CHECKING:
    from briefing.align.acoustic.global_alignment import GlobalAlignment
    from briefing.align.acoustic.peaks import Peaks
    from briefing.align.arrays import Flags, Floats, Ints

_CHANCE: Final = 1.2
"""The score, in parts of log(m n), up to which it is no match: what other texts' words mostly stay below.
Halved, 150 of 275 words of another text are found not to be spoken, and 224 as it is."""
_CERTAIN: Final = 2.4
"""The score from which on it is one for certain: well above the 1.7 that none of them passed. Doubled, the
same is lit: what is spoken has far more."""
_BREAK_PEAKS: Final = 7
"""More sound than this without a phone of the text, over half a second, ends a local alignment."""


def significant_part(
    peaks: Peaks, alignment: GlobalAlignment, phones: Ints
) -> tuple[GlobalAlignment, Floats]:
    """Return what chance does not explain of an alignment, and the significance of each phone, 0 to 1."""
    significance = np.zeros(len(phones), dtype=np.float32)
    skipped = alignment.skipped.copy()
    peak = alignment.peak.copy()
    if not len(peaks.fit) or not len(phones):
        return alignment, significance
    expected = log(len(peaks.fit) * len(phones) + 1)
    spoken = np.flatnonzero(~skipped & (peak >= 0))
    if not spoken.size:
        return replace(alignment, skipped=np.ones_like(skipped)), significance
    rows = peak[spoken]
    # a local alignment ends where sound was passed over, or text (cumulative counts differ).
    lost = np.cumsum(skipped)[spoken]
    breaks = np.flatnonzero((np.diff(rows) > _BREAK_PEAKS) | (np.diff(lost) > 0)) + 1
    for run in np.split(np.arange(len(spoken)), breaks):
        first, last = int(spoken[run[0]]), int(spoken[run[-1]])
        own = rows[run]
        score = float(peaks.fit[own, phones[spoken[run]]].sum())
        score -= INSERT * (int(own[-1] - own[0]) + 1 - len(run))
        score -= DELETE * (last - first + 1 - len(run))
        sure = (score / expected - _CHANCE) / (_CERTAIN - _CHANCE)
        significance[first : last + 1] = min(max(sure, 0.0), 1.0)
        if sure <= 0:
            skipped[first : last + 1] = True
            peak[first : last + 1] = -1
    return replace(alignment, peak=peak, skipped=_closed(skipped, significance)), significance


def _closed(skipped: Flags, significance: Floats) -> Flags:
    """Let unheard phones between skipped ones be skipped too: nothing significant speaks for them."""
    result = skipped.copy()
    sure = np.flatnonzero(significance > 0)
    previous = -1
    for here in [*sure.tolist(), len(skipped)]:
        if skipped[previous + 1 : here].any():
            result[previous + 1 : here] = True
        previous = here
    return result
