"""The skeleton: which part of the text is where in the recording, across a whole file.

Theory of operation: what the acoustic model hears is collapsed to *peaks*, about twelve a
second, each a vector of how well it fits every phone. The text's phones are aligned with
them by dynamic programming in the manner of Needleman and Wunsch (1970), with two more
moves, after Smith and Waterman (1981) and Moreno et al., "A recursive algorithm for the
forced alignment of very long audio segments" (1998): sound that the text lacks is passed
over at a word gap for one price however long it is (an intro, music, another story), and
so is text that is not spoken. A whole file is one problem, so no early mistake can lead
astray what follows.

One row of the table is a dozen vector operations over all phones of the text. Rows are
kept at intervals and made anew on the way back, so memory grows with the square root. A long
file is parted at places that are certain (`anchors`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import isqrt
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.acoustic.anchors import find_seams

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.align.acoustic.peaks import Peaks
    from briefing.align.arrays import Flags, Floats, Ints


_INSERT: Final = 1.2
"""A peak that no phone of the text stands for."""
_DELETE: Final = 1.0
"""A phone of the text that is not heard."""
_SKIP_SOUND: Final = 7.0
_SKIP_TEXT: Final = 9.0
_SKIP_TEXT_EACH: Final = 0.02
_NEVER: Final = np.float32(-1e30)


@dataclass(frozen=True, slots=True)
class Match:
    """For each phone of the text the peak it stands for, -1 where it is not heard; `score` of the whole.

    `skipped[p]` says whether phone p lies in text that was passed over as not spoken.
    """

    peak: Ints
    skipped: Flags
    score: float


class _Table:
    """The recurrences. `spoken` are cells that a phone ends in; `lost` those that pass over sound."""

    def __init__(self, fit: Floats, phones: Ints, gaps: Flags) -> None:
        self.fit, self.phones, self.gaps = fit, phones, gaps
        columns = np.arange(len(phones) + 1, dtype=np.float32)
        self.slide = columns * np.float32(_DELETE)
        self.leap = columns * np.float32(_SKIP_TEXT_EACH)
        self.closed = np.where(gaps, np.float32(0), _NEVER)

    def first(self) -> tuple[Floats, Floats]:
        spoken = np.full(len(self.phones) + 1, _NEVER, dtype=np.float32)
        spoken[0] = 0
        spoken = self._across(spoken)
        return spoken, spoken + self.closed - np.float32(_SKIP_SOUND / 2)

    def _across(self, spoken: Floats) -> Floats:
        """Let phones go unheard, and whole words unspoken."""
        reach = spoken + self.slide
        np.maximum.accumulate(reach, out=reach)
        reach -= self.slide
        leap = reach + self.leap
        leap += self.closed
        np.maximum.accumulate(leap, out=leap)
        leap -= self.leap + np.float32(_SKIP_TEXT)
        leap += self.closed
        np.maximum(reach, leap, out=reach)
        return reach

    def next(self, row: int, spoken: Floats, lost: Floats) -> tuple[Floats, Floats]:
        fresh = spoken - np.float32(_INSERT)
        np.maximum(fresh[1:], spoken[:-1] + self.fit[row, self.phones], out=fresh[1:])
        np.maximum(fresh, lost, out=fresh)
        fresh = self._across(fresh)
        away = fresh + self.closed
        away -= np.float32(_SKIP_SOUND)
        return fresh, np.maximum(away, lost, out=away)


def match(peaks: Peaks, phones: Ints, gaps: Flags, on_row: Callable[[int], None] = lambda _: None) -> Match:
    """Align the phones of a text with peaks.

    Args:
        peaks: what is heard.
        phones: the text's phones.
        gaps: bool (phones + 1,), whether a word begins at (or the text ends before) each phone.
        on_row: told now and then how many peaks are done; what it raises ends the search.
    """
    corners = [(0, 0), *find_seams(peaks, phones, gaps), (len(peaks.fit), len(phones))]
    peak, skipped, score = [], [], 0.0
    for (top, left), (bottom, right) in pairwise(corners):
        part = _match(
            peaks.fit[top:bottom],
            phones[left:right],
            gaps[left : right + 1],
            lambda row, top=top: on_row(top + row),  # type: ignore[misc]
        )
        peak.append(np.where(part.peak >= 0, part.peak + top, -1))
        skipped.append(part.skipped)
        score += part.score
    return Match(np.concatenate(peak), np.concatenate(skipped), score)


def _match(fit: Floats, phones: Ints, gaps: Flags, on_row: Callable[[int], None]) -> Match:
    count, size = len(fit), len(phones)
    peak = np.full(size, -1, dtype=np.int64)
    skipped = np.zeros(size, dtype=bool)
    if not count or not size:
        return Match(peak, np.ones(size, dtype=bool), 0.0)
    table = _Table(fit, phones, gaps)
    step = max(16, isqrt(count))
    kept: list[tuple[Floats, Floats]] = []
    spoken, lost = table.first()
    for row in range(count):
        if row % step == 0:
            kept.append((spoken, lost))
            on_row(row)
        spoken, lost = table.next(row, spoken, lost)
    # At the end of the file, text may be left unspoken and sound passed over for half a price.
    final = np.maximum(spoken, lost + np.float32(_SKIP_SOUND / 2))
    at, away = size, bool(lost[size] + _SKIP_SOUND / 2 >= spoken[size])
    score = float(final[size])
    row = count
    for block in range(len(kept) - 1, -1, -1):
        rows = list(_block(table, kept[block], block * step, min(row, (block + 1) * step)))
        for row in range(min(row, (block + 1) * step), block * step, -1):  # noqa: B020
            before, after = rows[row - 1 - block * step], rows[row - block * step]
            at, away = _step_back(table, row - 1, before, after, (at, away), peak, skipped)
        row = block * step
    skipped[:at] = True
    return Match(peak, skipped, score)


def _block(
    table: _Table, state: tuple[Floats, Floats], start: int, stop: int
) -> Iterator[tuple[Floats, Floats]]:
    yield state
    for row in range(start, stop):
        state = table.next(row, *state)
        yield state


def _step_back(  # noqa: PLR0917  # one step of a loop, told in full
    table: _Table,
    row: int,
    before: tuple[Floats, Floats],
    after: tuple[Floats, Floats],
    place: tuple[int, bool],
    peak: Ints,
    skipped: Flags,
) -> tuple[int, bool]:
    """Undo peak `row`: find from which cell of the row before `place` was reached, and note what it means."""
    at, away = place
    spoken, lost = before
    reached, _ = after
    if away:
        if lost[at] >= reached[at] - np.float32(_SKIP_SOUND) or row < 0:
            return at, True
        away = False
    while True:
        straight = float(spoken[at]) - _INSERT
        diagonal = float(spoken[at - 1] + table.fit[row, table.phones[at - 1]]) if at else -np.inf
        back = float(lost[at])
        here = max(straight, diagonal, back)
        if here >= float(reached[at]) - 1e-2 or not at:
            break
        slid = float(reached[at - 1]) - _DELETE
        if slid >= float(reached[at]) - 1e-2:
            at -= 1
            continue
        leap = reached[:at] + table.leap[:at] + table.closed[:at]
        origin = int(leap.argmax())
        skipped[origin:at] = True
        at = origin
    if here == back:
        return at, True
    if here == diagonal:
        peak[at - 1] = row
        return at - 1, False
    return at, False
