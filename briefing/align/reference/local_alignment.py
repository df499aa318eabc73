"""Local alignment: which part of a reading is heard where in a recording, and what of either the other lacks.

Theory of operation: one dynamic programme, a row each 40 ms of the recording, a column each
40 ms of the reading, in the manner of Sakoe and Chiba (IEEE Trans. ASSP 26(1), 1978), as a
local alignment (Smith and Waterman, J. Mol. Biol. 147, 1981):

1. A cell is worth how much nearer its two sides are than the row is to most of the reading.
   So what resembles anything or nothing, such as music, hiss or another's words, is worth
   nothing anywhere, and only the right text gains.
2. Before each token is a *filler*, as in keyword spotting, where sound passes without gain or loss,
   and from which one may pass over text to any later filler. Those between utterances are free, others cost.
3. Of a long reading, only a window around the best way so far is looked at, minutes wide.

What gains no more than chance would is no match (`significance`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.align.arrays import Flags, Floats, Ints, Octets


WINDOW_COLUMNS: Final = 10_000
"""Columns of the reading that are looked at, nearly seven minutes."""
_BLOCK_ROWS: Final = 64
"""After so many rows the window is moved."""
_STAY_COST: Final = 0.1
"""What a column costs that lasts a row more; all costs are in distances between unrelated rows."""
_SKIP_COST: Final = 0.1
"""What a column costs that is passed over to keep up."""
_TEXT_COST: Final = 0.02
"""What a column of text costs that is not spoken."""
_FILLER_COST: Final = 3.0
"""What entering or leaving a filler within an utterance costs."""
_USUAL_RANK: Final = 0.1
"""The share of the reading that is nearer to a row than what counts as no match. Doubled, 12 of the 36
unspoken words are found, and the edited passage is 3 s off."""
_SAMPLE: Final = 600
"""Rows and columns, picked at random, by which it is judged which distances are usual."""
_BLOCK_GAINS: Final = 4096
"""Rows whose gains are worked out at a time, so that memory does not grow with the recording."""
_LEAST_DISTANCE: Final = 1e-6
"""Is added to the distance of unrelated rows, which in silence is nothing."""
_ROUNDING: Final = np.float32(1e-3)
"""Sums of float32 that are less far apart are the same."""
_BYTE_BITS: Final = 8
"""Moves that are packed in a byte."""


@dataclass(frozen=True, slots=True)
class ReferenceColumns:
    """A reading in columns of 40 ms, as the recording's pace has it.

    `features` is (columns, features); `begins` the first column of each token and, last, the
    number of columns; `is_free` tells of each filler, one before each token and one after the
    last, whether it lies between utterances.
    """

    features: Floats
    begins: Ints
    is_free: Flags

    @property
    def tokens(self) -> int:
        """The number of tokens."""
        return len(self.begins) - 1


@dataclass(frozen=True, slots=True)
class LocalAlignment:
    """The best local alignment: each row's column, -1 at a filler, and its filler, -1 at a column.

    `gain` is what each row was worth, in distances between rows that have nothing to do with
    each other: chance gains up to about 0.02 a row, a text that is spoken 0.06 and more.
    """

    column: Ints
    filler: Ints
    gain: Floats


@dataclass(frozen=True, slots=True)
class _Block:
    """The moves of some rows within a window: one bit a column, or a filler, packed in bytes."""

    first_token: int
    stays: Octets
    skips: Octets
    entered: Octets
    left: Octets
    passed: Octets


def align_locally(
    recording: Floats, reference: ReferenceColumns, bonus: float, on_share: Callable[[float], None]
) -> LocalAlignment:
    """Return the local alignment of most gain.

    Args:
        recording: its (rows, features), 40 ms each.
        reference: the reading.
        bonus: what every row is worth on top; the more, the less is passed over.
        on_share: told the share that is done; may raise to stop.
    """
    scale = _Costs(recording, reference.features, bonus)
    table = _Recurrence(reference)
    for first in range(0, len(recording), _BLOCK_ROWS):
        on_share(first / len(recording))
        rows = recording[first : first + _BLOCK_ROWS]
        low, high = table.move_window()
        table.advance(scale.costs(rows, low, high))
    column, filler = table.backtrace(len(recording))
    return LocalAlignment(column, filler, scale.gains(recording, column))


class _Costs:
    """What a row and a column that meet cost: less than nothing where they fit."""

    def __init__(self, recording: Floats, columns: Floats, bonus: float) -> None:
        rng = np.random.default_rng(0)
        self._columns = np.ascontiguousarray(columns.T)
        self._norms = (columns * columns).sum(axis=1)
        self._any = self._columns[:, rng.integers(0, len(columns), _SAMPLE)]
        self._any_norms = (self._any * self._any).sum(axis=0)
        sample = recording[rng.integers(0, len(recording), _SAMPLE)]
        self._unit = float(np.median(_apart(sample, self._any, self._any_norms))) + _LEAST_DISTANCE
        self._bonus = np.float32(bonus)

    def costs(self, rows: Floats, low: int, high: int) -> Floats:
        """Return (rows, columns) costs of columns [low, high)."""
        apart = _apart(rows, self._columns[:, low:high], self._norms[low:high])
        apart -= self._usual(rows)[:, np.newaxis]
        apart *= np.float32(1 / self._unit)
        apart -= self._bonus
        return apart

    def gains(self, recording: Floats, column: Ints) -> Floats:
        """Return what each row gained at its column; 0 at fillers."""
        gains = np.zeros(len(recording), np.float32)
        for first in range(0, len(recording), _BLOCK_GAINS):
            part = np.flatnonzero(column[first : first + _BLOCK_GAINS] >= 0) + first
            theirs = self._columns[:, column[part]].T
            apart = np.sqrt(((recording[part] - theirs) ** 2).sum(axis=1))
            gains[part] = (self._usual(recording[part]) - apart) / self._unit + self._bonus
        return gains

    def _usual(self, rows: Floats) -> Floats:
        """Return the distance of each row from the reading's columns that are rather like it."""
        apart = _apart(rows, self._any, self._any_norms)
        rank = int(_USUAL_RANK * _SAMPLE)
        usual: Floats = np.partition(apart, rank, axis=1)[:, rank]
        return usual


def _apart(rows: Floats, columns: Floats, norms: Floats) -> Floats:
    """Return the distances of rows, (n, features), from columns, (features, m)."""
    squared = rows @ columns
    squared *= -2
    squared += norms
    squared += (rows * rows).sum(axis=1)[:, np.newaxis]
    np.maximum(squared, 0, out=squared)
    np.sqrt(squared, out=squared)
    return squared


class _Recurrence:
    """The dynamic programme's state, and the moves that led to it."""

    def __init__(self, reference: ReferenceColumns) -> None:
        self._begins = reference.begins
        self._filler_cost = np.where(reference.is_free, 0, _FILLER_COST).astype(np.float32)
        self._text = (reference.begins * _TEXT_COST).astype(np.float32)
        # Two columns that are never reached stand before the first.
        self._cost = np.full(len(reference.features) + 2, np.inf, np.float32)
        self._filler = self._text.copy()
        self._first, self._last = 0, 0
        self._blocks: list[_Block] = []

    def move_window(self) -> tuple[int, int]:
        """Move the window on to where the best way is; return its columns."""
        begins = self._begins
        low, high = int(begins[self._first]), int(begins[self._last])
        best = low
        if high > low:
            at = int(self._cost[low + 2 : high + 2].argmin())
            filler = self._first + int(self._filler[self._first : self._last + 1].argmin())
            best = low + at if self._cost[low + 2 + at] < self._filler[filler] else int(begins[filler])
        first = int(np.searchsorted(begins, best - WINDOW_COLUMNS // 2))
        first = min(max(self._first, first), len(begins) - 2)
        last = int(np.searchsorted(begins, max(best, int(begins[first])) + WINDOW_COLUMNS // 2))
        last = min(max(self._last, last, first + 1), len(begins) - 1)
        self._cost[: int(begins[first]) + 2] = np.inf
        if self._last:  # at the first row, any text may already have been passed over
            self._filler[self._last + 1 :] = np.inf
        self._first, self._last = first, last
        return int(begins[first]), int(begins[last])

    def advance(self, costs: Floats) -> None:
        """Take rows of costs of the window's columns."""
        a, b = self._first, self._last
        low, high = int(self._begins[a]), int(self._begins[b])
        starts, ends = self._begins[a:b] - low, self._begins[a + 1 : b + 1] - 1 - low
        edge_in, edge_out, text = (
            self._filler_cost[a:b],
            self._filler_cost[a + 1 : b + 1],
            self._text[a : b + 1],
        )
        before, fillers = self._cost[low : high + 2], self._filler[a : b + 1]
        shape = len(costs), high - low
        stays, skips = np.empty(shape, np.bool_), np.empty(shape, np.bool_)
        entered = np.empty((len(costs), b - a), np.bool_)
        left, passed = (
            np.zeros((len(costs), b - a + 1), np.bool_),
            np.empty((len(costs), b - a + 1), np.bool_),
        )
        stay, best = np.empty(high - low, np.float32), np.empty(high - low, np.float32)
        for row, cost in enumerate(costs):
            here, one, two = before[2:], before[1:-1], before[:-2]
            np.add(here, _STAY_COST, out=stay)
            np.less(stay, one, out=stays[row])
            np.minimum(stay, one, out=best)
            np.add(two, _SKIP_COST, out=stay)
            np.less(stay, best, out=skips[row])
            np.minimum(stay, best, out=best)
            opened, direct = fillers[:-1] + edge_in, best[starts]
            np.less(opened, direct, out=entered[row])
            best[starts] = np.minimum(opened, direct)
            closed = here[ends] + edge_out
            np.less(closed, fillers[1:], out=left[row, 1:])
            np.minimum(fillers[1:], closed, out=fillers[1:])
            over = np.minimum.accumulate(fillers - text) + text
            np.less(over, fillers - _ROUNDING, out=passed[row])
            np.copyto(fillers, over, where=passed[row])
            np.add(best, cost, out=here)
        packed = (np.packbits(bits, axis=1) for bits in (stays, skips, entered, left, passed))
        self._blocks.append(_Block(a, *packed))

    def backtrace(self, rows: int) -> tuple[Ints, Ints]:
        """Return each row's column and filler, -1 for the one that it is not at."""
        columns, fillers = np.full(rows, -1, np.int64), np.full(rows, -1, np.int64)
        here = slice(self._first, self._last + 1)
        filler, column = self._first + int((self._filler[here] - self._text[here]).argmin()), -1
        for row in range(rows - 1, -1, -1):
            block, at = self._blocks[row // _BLOCK_ROWS], row % _BLOCK_ROWS
            if column < 0:
                while _bit(block.passed[at], filler - block.first_token):
                    filler -= 1
                fillers[row] = filler
                if _bit(block.left[at], filler - block.first_token):
                    column = int(self._begins[filler]) - 1
                continue
            columns[row] = column
            low = int(self._begins[block.first_token])
            token = int(np.searchsorted(self._begins, column, side="right")) - 1
            is_start = self._begins[token] == column
            if is_start and _bit(block.entered[at], token - block.first_token):
                filler, column = token, -1
            elif _bit(block.skips[at], column - low):
                column -= 2
            elif not _bit(block.stays[at], column - low):
                column -= 1
        return columns, fillers


def _bit(packed: Octets, index: int) -> bool:
    return bool(packed[index // _BYTE_BITS] >> (_BYTE_BITS - 1 - index % _BYTE_BITS) & 1)
