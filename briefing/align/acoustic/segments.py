"""Segmentation: a recording in segments of a few seconds, each with the tokens that it must hold.

Theory of operation: as Moreno et al. (1998) part a long recording at islands of confidence; what
lies between two of them is short enough for an exact search.

Cuts are made in pauses between tokens of which the global alignment is sure. Where there is no
pause, neighbouring segments share two tokens on either side, and each keeps its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from briefing.align.acoustic.global_alignment import GlobalAlignment
    from briefing.align.acoustic.peaks import Peaks
    from briefing.align.arrays import Doubles, Flags, Floats, Ints


_SURE: Final = 0.6
"""A token is sure where this share of its phones is heard. Where none ever is, 21 of the 36 unspoken words
are found."""
_BREAK_ROWS: Final = 250
"""Longer gaps, 2.5 s, always cut: what is in them is not the text."""
_PAUSE_ROWS: Final = 22
"""From this on, 0.22 s, a gap is a pause, and the segments on either side of it share nothing."""
_LONG_ROWS: Final = 1100
"""Eleven seconds: longer segments are cut, so that the exact search stays fast, and pocketsphinx certain."""
_EDGE_ROWS: Final = 45
"""Rows beside its first and last peak that a segment takes in, 0.45 s. Halved, the cold voice is at 46.5
ms."""
_AFTER_ROWS: Final = 2
"""Rows of them that are taken in anyhow, as a last phone goes on after its peak."""
_EMISSION_DELAY_ROWS: Final = 8
"""A peak comes up to about 80 ms after its phone begins (`onsets` has the delay of each)."""
_SHARED_TOKENS: Final = 2
"""Tokens on either side of a cut that both segments hold, where there is no pause."""
_MOST_GAP_ROWS: Final = 80
"""A longer pause, 0.8 s, is no better a place to cut."""
_OFF_CENTRE_ROWS: Final = 60
"""Rows of pause that would make up for a cut a whole segment's length off its middle."""
_LEAST_PART: Final = 0.1
"""The share of a segment that either part of it has at least."""


@dataclass(frozen=True, slots=True)
class TokenRows:
    """Where the global alignment puts each token: rows of its first and last peak, -1 where it has none."""

    first: Ints
    last: Ints
    share: Doubles
    """How much of it is heard, 0 to 1."""
    skipped: Flags
    significance: Floats
    """How sure it is that this is no chance, 0 to 1; of a skipped token, that it is not spoken."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows [start, stop) hold tokens [first, last); those in [keep_first, keep_last) are its own."""

    start: int
    stop: int
    first: int
    last: int
    keep_first: int
    keep_last: int


def locate_tokens(
    peaks: Peaks, alignment: GlobalAlignment, significance: Floats, owner: Ints, count: int
) -> TokenRows:
    """Return where each of `count` tokens is; `owner` names the token of each phone."""
    first = np.full(count, -1, dtype=np.int64)
    last = np.full(count, -1, dtype=np.int64)
    heard = alignment.peak >= 0
    tokens, rows = owner[heard], alignment.peak[heard]
    first[tokens[::-1]] = peaks.first[rows][::-1]
    last[tokens] = peaks.last[rows]
    total = np.maximum(np.bincount(owner, minlength=count), 1)
    share = np.bincount(tokens, minlength=count) / total
    # A token without a sound of its own goes with its neighbours.
    skipped = np.bincount(owner[alignment.skipped], minlength=count) >= total
    sure = np.zeros(count, dtype=np.float32)
    np.maximum.at(sure, owner, significance)
    sure[skipped] = 1
    return TokenRows(first, last, share, skipped, sure)


def cut_segments(found: TokenRows, rows: int) -> list[Segment]:
    """Return segments in order that together own every token that is not skipped."""
    spoken = np.flatnonzero(~found.skipped)
    if not spoken.size:
        return []
    sure = spoken[(found.share[spoken] >= _SURE) & (found.first[spoken] >= 0)]
    if not sure.size:
        return [Segment(0, rows, int(spoken[0]), int(spoken[-1]) + 1, int(spoken[0]), int(spoken[-1]) + 1)]
    # A place to cut is before token b, where its spoken neighbour a is sure too.
    follows = np.flatnonzero(np.diff(spoken) == 1)
    skips = np.flatnonzero(np.diff(spoken) > 1)
    is_sure = np.zeros(len(found.first), dtype=bool)
    is_sure[sure] = True
    gap = {
        int(spoken[k + 1]): int(found.first[spoken[k + 1]] - found.last[spoken[k]])
        for k in follows
        if is_sure[spoken[k]] and is_sure[spoken[k + 1]]
    }
    forced = sorted({int(spoken[k + 1]) for k in skips} | {b for b, g in gap.items() if g > _BREAK_ROWS})
    bounds = [int(spoken[0]), *forced, int(spoken[-1]) + 1]
    pieces: list[tuple[int, int]] = []
    for a, b in pairwise(bounds):
        last = int(spoken[np.searchsorted(spoken, b) - 1]) + 1
        pieces += _halved(found, gap, a, last)
    return [_segment(found, gap, piece, pieces, i, rows) for i, piece in enumerate(pieces)]


def _halved(found: TokenRows, gap: dict[int, int], a: int, b: int) -> list[tuple[int, int]]:
    """Split tokens [a, b) at the best pauses until every part is short."""
    done: list[tuple[int, int]] = []
    todo = [(a, b)]
    while todo:
        a, b = todo.pop()
        placed = [t for t in range(a, b) if found.first[t] >= 0]
        length = int(found.last[placed[-1]] - found.first[placed[0]]) if placed else 0
        best, worth = -1, -np.inf
        if length > _LONG_ROWS:
            start = int(found.first[placed[0]])
            for t in range(a + 1, b):
                if t in gap:
                    share = (int(found.first[t]) - start) / length
                    value = min(gap[t], _MOST_GAP_ROWS) - _OFF_CENTRE_ROWS * abs(share - 0.5)
                    if _LEAST_PART < share < 1 - _LEAST_PART and value > worth:
                        best, worth = t, value
        if best < 0:
            done.append((a, b))
        else:
            todo += [(best, b), (a, best)]
    return done


def _segment(  # noqa: PLR0917
    found: TokenRows,
    gap: dict[int, int],
    piece: tuple[int, int],
    pieces: list[tuple[int, int]],
    i: int,
    rows: int,
) -> Segment:
    a, b = piece
    first, last = a, b
    if i and pieces[i - 1][1] == a and gap.get(a, _PAUSE_ROWS) < _PAUSE_ROWS:
        first = max(a - _SHARED_TOKENS, pieces[i - 1][0])
    if i + 1 < len(pieces) and pieces[i + 1][0] == b and gap.get(b, _PAUSE_ROWS) < _PAUSE_ROWS:
        last = min(b + _SHARED_TOKENS, pieces[i + 1][1])
    return Segment(
        _start_row(found, first, a),
        _stop_row(found, last, b, rows),
        first,
        last,
        a,
        b,
    )


def _start_row(found: TokenRows, first: int, own: int) -> int:
    earlier = next((t for t in range(first - 1, -1, -1) if found.last[t] >= 0), None)
    floor = int(found.last[earlier]) + 1 if earlier is not None else 0
    here = next((int(found.first[t]) for t in range(first, own + 1) if found.first[t] >= 0), -1)
    if here < 0 or found.share[first] < _SURE:
        return floor
    return max(floor, here - _EDGE_ROWS - _EMISSION_DELAY_ROWS)


def _stop_row(found: TokenRows, last: int, own: int, rows: int) -> int:
    later = next((t for t in range(last, len(found.first)) if found.first[t] >= 0), None)
    ceiling = int(found.first[later]) - _EMISSION_DELAY_ROWS if later is not None else rows
    here = next(
        (int(found.last[t]) for t in range(last - 1, own - 2, -1) if t >= 0 and found.last[t] >= 0), -1
    )
    if here < 0 or found.share[last - 1] < _SURE:
        return max(ceiling, here + _AFTER_ROWS)
    return min(rows, max(here + _AFTER_ROWS, min(ceiling, here + _EDGE_ROWS)))
