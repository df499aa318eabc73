"""Islands: runs of text and sound that match without a break, and whether chance explains them.

Theory of operation: Karlin and Altschul, "Methods for assessing the statistical
significance of molecular sequence features" (1990). The best score that chance finds
between m phones and n peaks grows like log(m n). Measured on recordings with other texts'
words, it stays below 1.7 times that, and mostly below 1.2; a true paragraph is at
hundreds. An island that chance explains is no match, however good it looks by itself.
"""

from __future__ import annotations

from dataclasses import replace
from math import log
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from briefing.align.acoustic.global_alignment import Match
    from briefing.align.acoustic.peaks import Peaks
    from briefing.align.arrays import Flags, Floats, Ints

_CHANCE: Final = 1.2
_CERTAIN: Final = 2.4
_INSERT: Final = 1.2
_DELETE: Final = 1.0
_BREAK_PEAKS: Final = 7


def weigh_islands(peaks: Peaks, match: Match, phones: Ints) -> tuple[Match, Floats]:
    """Return the match without islands that chance explains, and how sure each phone's island is, 0 to 1."""
    trust = np.zeros(len(phones), dtype=np.float32)
    skipped = match.skipped.copy()
    peak = match.peak.copy()
    if not len(peaks.fit) or not len(phones):
        return match, trust
    expected = log(len(peaks.fit) * len(phones) + 1)
    spoken = np.flatnonzero(~skipped & (peak >= 0))
    if not spoken.size:
        return replace(match, skipped=np.ones_like(skipped)), trust
    rows = peak[spoken]
    # An island ends where sound was passed over, or text (cumulative counts differ).
    lost = np.cumsum(skipped)[spoken]
    breaks = np.flatnonzero((np.diff(rows) > _BREAK_PEAKS) | (np.diff(lost) > 0)) + 1
    for part in np.split(np.arange(len(spoken)), breaks):
        first, last = int(spoken[part[0]]), int(spoken[part[-1]])
        own = rows[part]
        score = float(peaks.fit[own, phones[spoken[part]]].sum())
        score -= _INSERT * (int(own[-1] - own[0]) + 1 - len(part))
        score -= _DELETE * (last - first + 1 - len(part))
        sure = (score / expected - _CHANCE) / (_CERTAIN - _CHANCE)
        trust[first : last + 1] = min(max(sure, 0.0), 1.0)
        if sure <= 0:
            skipped[first : last + 1] = True
            peak[first : last + 1] = -1
    return replace(match, peak=peak, skipped=_closed(skipped, trust)), trust


def _closed(skipped: Flags, trust: Floats) -> Flags:
    """Let unheard phones between skipped ones be skipped too: nothing trusted speaks for them."""
    result = skipped.copy()
    sure = np.flatnonzero(trust > 0)
    previous = -1
    for here in [*sure.tolist(), len(skipped)]:
        if skipped[previous + 1 : here].any():
            result[previous + 1 : here] = True
        previous = here
    return result
