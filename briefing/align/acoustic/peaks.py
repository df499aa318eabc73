"""Peaks: emissions collapsed to runs of rows in which one phone is heard, about twelve a second.

CTC models emit a phone in a spike of a row or two and nothing between (Graves et al.,
"Connectionist Temporal Classification", 2006), so a search over spikes is a tenth of one over rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.pronunciation.phones import BLANK

if TYPE_CHECKING:
    from briefing.align.arrays import Floats, Ints


_MATCH: Final = 2.0
"""What the phone scores that is likeliest in a peak: the unit of all prices of the global alignment."""
_WORST: Final = -2.5
"""The least that any phone scores there: little more than an insertion and a deletion cost together, which
avoid it."""
_SCORE_A_NAT: Final = 0.7
"""What a nat less of probability costs between the two."""
_BREAK_ROWS: Final = 2
"""How far apart, in rows of 10 ms, rows of one phone may be that are one peak."""
_AUDIBLE: Final = -1.2
"""The log-probability, in nats, from which on a phone counts as recognised in a row: 0.3."""


@dataclass(frozen=True, slots=True)
class Peaks:
    """Runs of rows in which one phone is heard: rows `first` to `last`, and their fit to each phone."""

    first: Ints
    last: Ints
    fit: Floats
    """(peaks, phones): from the worst to the best for the phone that is heard best."""


def find_peaks(emissions: Floats) -> Peaks:
    """Return the peaks of emissions (rows, columns)."""
    phones = emissions[:, :BLANK]
    best = phones.argmax(axis=1)
    loud = phones[np.arange(len(best)), best] > _AUDIBLE
    runs: list[tuple[int, int]] = []
    rows = np.flatnonzero(loud)
    if rows.size:
        breaks = np.flatnonzero((np.diff(rows) > _BREAK_ROWS) | (np.diff(best[rows]) != 0)) + 1
        runs = [(int(part[0]), int(part[-1])) for part in np.split(rows, breaks)]
    first = np.array([a for a, _ in runs], dtype=np.int64)
    last = np.array([b for _, b in runs], dtype=np.int64)
    if not runs:
        return Peaks(first, last, np.empty((0, BLANK), dtype=np.float32))
    ends = np.stack([first, last + 1], axis=1).ravel()
    ends[-1] = min(ends[-1], len(phones) - 1)
    fits = np.maximum.reduceat(phones, ends, axis=0)[::2]
    fits = np.maximum(fits, phones[last])
    fit = np.clip(_MATCH + _SCORE_A_NAT * (fits - fits.max(axis=1, keepdims=True)), _WORST, _MATCH)
    return Peaks(first, last, fit.astype(np.float32))
