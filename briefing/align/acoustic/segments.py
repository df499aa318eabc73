"""Cutting: a recording into stretches of a few seconds, each with the tokens it must hold.

Cuts are made in pauses between tokens of which the skeleton is sure. Where there is no
pause, neighbouring chunks share two tokens on either side, and each keeps its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from briefing.align.acoustic.global_alignment import Match
    from briefing.align.acoustic.peaks import Peaks
    from briefing.align.arrays import Doubles, Flags, Floats, Ints


_SURE: Final = 0.6
"""A token is sure where this share of its phones is heard."""
_BREAK_ROWS: Final = 250
"""Longer gaps always cut: what is in them is not the text."""
_PAUSE_ROWS: Final = 22
_LONG_ROWS: Final = 1100
_EDGE_ROWS: Final = 45
_LAG_ROWS: Final = 8
"""A peak comes about this much after its phone begins."""
_SHARED: Final = 2


@dataclass(frozen=True, slots=True)
class Found:
    """Where the skeleton puts each token: rows of its first and last peak, -1 where it has none."""

    first: Ints
    last: Ints
    share: Doubles
    """How much of it is heard, 0 to 1."""
    skipped: Flags
    trust: Floats
    """How sure it is that this is no chance, 0 to 1; of a skipped token, that it is not spoken."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows [start, stop) hold tokens [first, last); those in [keep_first, keep_last) are its own."""

    start: int
    stop: int
    first: int
    last: int
    keep_first: int
    keep_last: int


def find_tokens(peaks: Peaks, match: Match, trust: Floats, owner: Ints, count: int) -> Found:
    """Return where each of `count` tokens is; `owner` names the token of each phone."""
    first = np.full(count, -1, dtype=np.int64)
    last = np.full(count, -1, dtype=np.int64)
    heard = match.peak >= 0
    tokens, rows = owner[heard], match.peak[heard]
    first[tokens[::-1]] = peaks.first[rows][::-1]
    last[tokens] = peaks.last[rows]
    total = np.maximum(np.bincount(owner, minlength=count), 1)
    share = np.bincount(tokens, minlength=count) / total
    # A token without a sound of its own goes with its neighbours.
    skipped = np.bincount(owner[match.skipped], minlength=count) >= total
    sure = np.zeros(count, dtype=np.float32)
    np.maximum.at(sure, owner, trust)
    sure[skipped] = 1
    return Found(first, last, share, skipped, sure)


def cut(found: Found, rows: int) -> list[Chunk]:
    """Return chunks in order that together own every token that is not skipped."""
    spoken = np.flatnonzero(~found.skipped)
    if not spoken.size:
        return []
    sure = spoken[(found.share[spoken] >= _SURE) & (found.first[spoken] >= 0)]
    if not sure.size:
        return [Chunk(0, rows, int(spoken[0]), int(spoken[-1]) + 1, int(spoken[0]), int(spoken[-1]) + 1)]
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
    return [_chunk(found, gap, piece, pieces, i, rows) for i, piece in enumerate(pieces)]


def _halved(found: Found, gap: dict[int, int], a: int, b: int) -> list[tuple[int, int]]:
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
                    value = min(gap[t], 80) - 60 * abs(share - 0.5)
                    if 0.1 < share < 0.9 and value > worth:  # noqa: PLR2004
                        best, worth = t, value
        if best < 0:
            done.append((a, b))
        else:
            todo += [(best, b), (a, best)]
    return done


def _chunk(  # noqa: PLR0917
    found: Found,
    gap: dict[int, int],
    piece: tuple[int, int],
    pieces: list[tuple[int, int]],
    i: int,
    rows: int,
) -> Chunk:
    a, b = piece
    first, last = a, b
    if i and pieces[i - 1][1] == a and gap.get(a, _PAUSE_ROWS) < _PAUSE_ROWS:
        first = max(a - _SHARED, pieces[i - 1][0])
    if i + 1 < len(pieces) and pieces[i + 1][0] == b and gap.get(b, _PAUSE_ROWS) < _PAUSE_ROWS:
        last = min(b + _SHARED, pieces[i + 1][1])
    return Chunk(
        _start_row(found, first, a),
        _stop_row(found, last, b, rows),
        first,
        last,
        a,
        b,
    )


def _start_row(found: Found, first: int, own: int) -> int:
    earlier = next((t for t in range(first - 1, -1, -1) if found.last[t] >= 0), None)
    floor = int(found.last[earlier]) + 1 if earlier is not None else 0
    here = next((int(found.first[t]) for t in range(first, own + 1) if found.first[t] >= 0), -1)
    if here < 0 or found.share[first] < _SURE:
        return floor
    return max(floor, here - _EDGE_ROWS - _LAG_ROWS)


def _stop_row(found: Found, last: int, own: int, rows: int) -> int:
    later = next((t for t in range(last, len(found.first)) if found.first[t] >= 0), None)
    ceiling = int(found.first[later]) - _LAG_ROWS if later is not None else rows
    here = next(
        (int(found.last[t]) for t in range(last - 1, own - 2, -1) if t >= 0 and found.last[t] >= 0), -1
    )
    if here < 0 or found.share[last - 1] < _SURE:
        return max(ceiling, here + 2)
    return min(rows, max(here + 2, min(ceiling, here + _EDGE_ROWS)))
