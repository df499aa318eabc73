"""Global alignment: which part of the text is where in the recording, across a whole file.

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

from briefing.align.acoustic.anchors import find_anchors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.align.acoustic.peaks import Peaks
    from briefing.align.arrays import Flags, Floats, Ints


INSERT: Final = 1.2
"""The price of a peak that no phone of the text stands for, where a phone that fits best earns 2
(`peaks`)."""
DELETE: Final = 1.0
"""The price of a phone of the text that is not recognised."""
_SKIP_SOUND: Final = 7.0
"""The price of passing over sound at a word gap, however much: what three or four phones earn that fit."""
_SKIP_TEXT: Final = 9.0
"""The price of passing over text, however much: two more than sound, so of the two sound is passed over."""
_SKIP_TEXT_EACH: Final = 0.02
"""And for each phone of it: so of two ways the one that keeps more of the text wins."""
_ROUNDING: Final = 1e-2
"""Scores that are no farther apart are the same: sums of thousands of float32 are no surer."""
_LEAST_STEP_ROWS: Final = 16
"""Rows between those that are kept, at least: for fewer the way back is no shorter."""
_IMPOSSIBLE: Final = np.float32(-1e30)
"""The score of what cannot be, beyond any sum of prices; finite, since infinities less infinities are no
number."""


@dataclass(frozen=True, slots=True)
class GlobalAlignment:
    """For each phone of the text the peak it stands for, -1 where it is not heard; `score` of the whole.

    `skipped[p]` says whether phone p lies in text that was passed over as not spoken.
    """

    peak: Ints
    skipped: Flags
    score: float


class _Recurrences:
    """The recurrences. `matched` are cells that a phone ends in; `passing` those that pass over sound."""

    def __init__(self, fit: Floats, phones: Ints, begins: Flags) -> None:
        self.fit, self.phones, self.begins = fit, phones, begins
        columns = np.arange(len(phones) + 1, dtype=np.float32)
        self.deletion = columns * np.float32(DELETE)
        self.skip = columns * np.float32(_SKIP_TEXT_EACH)
        self.closed = np.where(begins, np.float32(0), _IMPOSSIBLE)

    def first(self) -> tuple[Floats, Floats]:
        matched = np.full(len(self.phones) + 1, _IMPOSSIBLE, dtype=np.float32)
        matched[0] = 0
        matched = self._across(matched)
        return matched, matched + self.closed - np.float32(_SKIP_SOUND / 2)

    def _across(self, matched: Floats) -> Floats:
        """Let phones go unheard, and whole words unspoken."""
        reach = matched + self.deletion
        np.maximum.accumulate(reach, out=reach)
        reach -= self.deletion
        skip = reach + self.skip
        skip += self.closed
        np.maximum.accumulate(skip, out=skip)
        skip -= self.skip + np.float32(_SKIP_TEXT)
        skip += self.closed
        np.maximum(reach, skip, out=reach)
        return reach

    def next(self, row: int, matched: Floats, passing: Floats) -> tuple[Floats, Floats]:
        fresh = matched - np.float32(INSERT)
        np.maximum(fresh[1:], matched[:-1] + self.fit[row, self.phones], out=fresh[1:])
        np.maximum(fresh, passing, out=fresh)
        fresh = self._across(fresh)
        away = fresh + self.closed
        away -= np.float32(_SKIP_SOUND)
        return fresh, np.maximum(away, passing, out=away)


def align_globally(
    peaks: Peaks, phones: Ints, begins: Flags, on_row: Callable[[int], None] = lambda _: None
) -> GlobalAlignment:
    """Align the phones of a text with peaks.

    Args:
        peaks: what is heard.
        phones: the text's phones.
        begins: bool (phones + 1,), whether a word begins at (or the text ends before) each phone.
        on_row: told now and then how many peaks are done; what it raises ends the search.
    """
    corners = [(0, 0), *find_anchors(peaks, phones, begins), (len(peaks.fit), len(phones))]
    peak, skipped, score = [], [], 0.0
    for (top, left), (bottom, right) in pairwise(corners):
        part = _align(
            peaks.fit[top:bottom],
            phones[left:right],
            begins[left : right + 1],
            lambda row, top=top: on_row(top + row),  # type: ignore[misc]
        )
        peak.append(np.where(part.peak >= 0, part.peak + top, -1))
        skipped.append(part.skipped)
        score += part.score
    return GlobalAlignment(np.concatenate(peak), np.concatenate(skipped), score)


def _align(fit: Floats, phones: Ints, begins: Flags, on_row: Callable[[int], None]) -> GlobalAlignment:
    count, size = len(fit), len(phones)
    peak = np.full(size, -1, dtype=np.int64)
    skipped = np.zeros(size, dtype=bool)
    if not count or not size:
        return GlobalAlignment(peak, np.ones(size, dtype=bool), 0.0)
    recurrences = _Recurrences(fit, phones, begins)
    step = max(_LEAST_STEP_ROWS, isqrt(count))
    kept: list[tuple[Floats, Floats]] = []
    matched, passing = recurrences.first()
    for row in range(count):
        if row % step == 0:
            kept.append((matched, passing))
            on_row(row)
        matched, passing = recurrences.next(row, matched, passing)
    # At the end of the file, text may be left unspoken and sound passed over for half a price.
    final = np.maximum(matched, passing + np.float32(_SKIP_SOUND / 2))
    at, away = size, bool(passing[size] + _SKIP_SOUND / 2 >= matched[size])
    score = float(final[size])
    row = count
    for block in range(len(kept) - 1, -1, -1):
        rows = list(_block(recurrences, kept[block], block * step, min(row, (block + 1) * step)))
        for row in range(min(row, (block + 1) * step), block * step, -1):  # noqa: B020
            before, after = rows[row - 1 - block * step], rows[row - block * step]
            at, away = _back_over(recurrences, row - 1, before, after, (at, away), peak, skipped)
        row = block * step
    skipped[:at] = True
    return GlobalAlignment(peak, skipped, score)


def _block(
    recurrences: _Recurrences, state: tuple[Floats, Floats], start: int, stop: int
) -> Iterator[tuple[Floats, Floats]]:
    yield state
    for row in range(start, stop):
        state = recurrences.next(row, *state)
        yield state


def _back_over(  # noqa: PLR0917  # one step of a loop, told in full
    recurrences: _Recurrences,
    row: int,
    before: tuple[Floats, Floats],
    after: tuple[Floats, Floats],
    place: tuple[int, bool],
    peak: Ints,
    skipped: Flags,
) -> tuple[int, bool]:
    """Undo peak `row`: find from which cell of the row before `place` was reached, and note what it means."""
    at, away = place
    matched, passing = before
    reached, _ = after
    if away:
        if passing[at] >= reached[at] - np.float32(_SKIP_SOUND) or row < 0:
            return at, True
        away = False
    while True:
        straight = float(matched[at]) - INSERT
        diagonal = (
            float(matched[at - 1] + recurrences.fit[row, recurrences.phones[at - 1]]) if at else -np.inf
        )
        back = float(passing[at])
        here = max(straight, diagonal, back)
        if here >= float(reached[at]) - _ROUNDING or not at:
            break
        slid = float(reached[at - 1]) - DELETE
        if slid >= float(reached[at]) - _ROUNDING:
            at -= 1
            continue
        skip = reached[:at] + recurrences.skip[:at] + recurrences.closed[:at]
        origin = int(skip.argmax())
        skipped[origin:at] = True
        at = origin
    if here == back:
        return at, True
    if here == diagonal:
        peak[at - 1] = row
        return at - 1, False
    return at, False
