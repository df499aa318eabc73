"""Dynamic time warping of a recording and a reference in a band around what is known, in numpy alone.

Theory of operation: Sakoe and Chiba (IEEE Trans. ASSP 26(1), 1978), with one row a stretch
of the recording. Within a row the steps along the reference depend on one another; they
are resolved at once with a running minimum: D[j] = j p + min over k <= j of (M[k] - k p),
p being the price of passing over a row of the reference. A band around a coarser way
(Salvador and Chan, Intelligent Data Analysis 11(5), 2007) lets time and memory grow with
the length of the recording.

At some columns of the reference, the *fillers* between its utterances (as in keyword
spotting), any sound may pass at a fixed price: an introduction, a jingle, an inserted
passage. What is not spoken is passed over along the reference, also at a fixed price.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.align.arrays import Doubles, Flags, Floats, Ints, Octets


_RADIUS_ROWS: Final = 26
"""Half the band's width, in rows: 0.26 s either way."""
_FILLER_PRICE: Final = 0.75
"""The price of a row at a filler, in distances between rows that have nothing to do with each other.
Halved, the edited passage is at 146 ms, and doubled at 1140."""
_STAY_PRICE: Final = 0.15
"""What staying at a row of the reference costs above the rows' distance, in prices of a filler."""
_ALONG_PRICE: Final = 0.6
"""What a row of the reference costs that is passed over, in prices of a filler."""
_DIAGONAL, _STAY, _ALONG = 0, 1, 2
"""Moves: to the next column with the next row, to the next row alone, and to the next column alone."""
_SAMPLE_ROWS: Final = 2000
"""Pairs of rows by which it is estimated how far rows are apart that have nothing to do with each other."""
_TELL_ROWS: Final = 512
"""Rows after which progress is told: five seconds of sound."""
_LEAST_DISTANCE: Final = 1e-6
"""Is added to the distance of unrelated rows, which in silence is nothing."""
_ROUNDING: Final = 1e-9
"""Sums that are less far apart are the same."""


@dataclass(frozen=True, slots=True)
class ReferenceFeatures:
    """Features in 10 ms rows; `fillers` marks the rows where anything may pass (reference only)."""

    features: Floats
    fillers: Flags


def warp_within_band(
    recording: Floats, reference: ReferenceFeatures, near: Ints, on_rows: Callable[[float], None]
) -> Ints:
    """Return for each row of the recording its row of the reference.

    Args:
        recording: its (rows, features), 10 ms each.
        reference: what it is compared with.
        near: for each row, about where to look; never going back.
        on_rows: told the share that is done; may raise to stop.
    """
    low, high = _band_around(near, len(reference.features))
    return _warp(recording, reference, low, high, on_rows)


def _band_around(near: Ints, columns: int) -> tuple[Ints, Ints]:
    """Return the columns [low, high) of each row."""
    low = np.clip(near - _RADIUS_ROWS, 0, columns - 1)
    high = np.clip(near + _RADIUS_ROWS + 1, 1, columns)
    # Rows before which the way leaps along the reference see both of its ends.
    low[1:] = np.minimum(low[1:], np.maximum(high[:-1] - 1, 0))
    high[-1] = columns
    low[0] = 0
    return np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)


def _warp(
    recording: Floats, reference: ReferenceFeatures, low: Ints, high: Ints, on_rows: Callable[[float], None]
) -> Ints:
    """Return the best path inside a band: a column for each row."""
    theirs = reference.features
    norm_theirs = (theirs * theirs).sum(axis=1)
    norm_ours = (recording * recording).sum(axis=1)
    price = _FILLER_PRICE * _unrelated(recording, theirs)
    fillers = np.where(reference.fillers, price, np.inf).astype(np.float32)
    slope = np.arange(int((high - low).max())) * (_ALONG_PRICE * price)
    moves: list[Octets] = []
    before = np.empty(0)
    for row in range(len(recording)):
        a, b = int(low[row]), int(high[row])
        squared = norm_theirs[a:b] - 2 * (theirs[a:b] @ recording[row]) + norm_ours[row]
        cost = np.minimum(np.sqrt(np.maximum(squared, 0)), fillers[a:b]).astype(np.float64)
        along = slope[: b - a]
        if row == 0:
            entered = np.full(b - a, np.inf)
            entered[0] = cost[0]
            move = np.full(b - a, _STAY, dtype=np.uint8)
        else:
            a0, b0 = int(low[row - 1]), int(high[row - 1])
            stay = _shifted(before, a0, b0, a, b) + _STAY_PRICE * price
            diagonal = _shifted(before, a0 + 1, b0 + 1, a, b)
            move = (stay < diagonal).astype(np.uint8)
            entered = np.minimum(stay, diagonal) + cost
        best = np.minimum.accumulate(entered - along) + along
        move[best < entered - _ROUNDING] = _ALONG
        moves.append(move)
        before = best
        if row % _TELL_ROWS == 0:
            on_rows(row / len(recording))
    return _backtrace(moves, low, len(theirs))


def distances(recording: Floats, reference: ReferenceFeatures, path: Ints) -> Floats:
    """Return each row's distance from the row it was warped to; 1 is that of unrelated rows."""
    apart = np.sqrt(((recording - reference.features[path]) ** 2).sum(axis=1))
    relative: Floats = (apart / _unrelated(recording, reference.features)).astype(np.float32)
    return relative


def _unrelated(recording: Floats, theirs: Floats) -> float:
    """Return how far rows are apart that have nothing to do with each other."""
    rng = np.random.default_rng(0)
    ours = recording[rng.integers(0, len(recording), _SAMPLE_ROWS)]
    other = theirs[rng.integers(0, len(theirs), _SAMPLE_ROWS)]
    return float(np.median(np.sqrt(((ours - other) ** 2).sum(axis=1)))) + _LEAST_DISTANCE


def _shifted(values: Doubles, a0: int, b0: int, a: int, b: int) -> Doubles:
    """Return values of columns [a0, b0) for the columns [a, b), infinite where there are none."""
    if a0 == a and b0 == b:
        return values
    out = np.full(b - a, np.inf)
    first, last = max(a0, a), min(b0, b)
    if last > first:
        out[first - a : last - a] = values[first - a0 : last - a0]
    return out


def _backtrace(moves: list[Octets], low: Ints, columns: int) -> Ints:
    path = np.zeros(len(moves), dtype=np.int64)
    column = columns - 1
    for row in range(len(moves) - 1, -1, -1):
        at = column - int(low[row])
        while moves[row][at] == _ALONG:
            at -= 1
        column = int(low[row]) + at
        path[row] = column
        if row and moves[row][at] == _DIAGONAL:
            column -= 1
    return path
