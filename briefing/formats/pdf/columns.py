"""The order in which lines are read: as they were drawn, unless that goes across columns.

Most programs draw one column after the other. Where lines on one baseline follow each other again and
again, each as long as a line of prose, the gap between them parts columns, and each is read by itself,
down to a line that goes across both.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.formats.pdf.words import PdfLine

_PROSE: Final = 18
"""Characters of a line in a narrow column; a table's cells are shorter."""
_LEAST: Final = 4
_SHARE: Final = 0.25
_MOST_COLUMNS: Final = 4


def in_order(lines: Sequence[PdfLine], depth: int = _MOST_COLUMNS) -> list[PdfLine]:
    """Return the lines of a page in the order in which they are read."""
    gutter = _gutter(lines)
    if gutter is None or not depth:
        return list(lines)
    return [line for band in _bands(lines, gutter) for line in in_order(band, depth - 1)]


def _gutter(lines: Sequence[PdfLine]) -> float | None:
    """Return where a gap parts columns that were drawn line by line across; None if there is none."""
    gaps = [
        (left.x1 + right.x0) / 2
        for left, right in pairwise(lines)
        if left.is_level_with(right)
        and left.x1 <= right.x0
        and min(len(left.text), len(right.text)) >= _PROSE
    ]
    if len(gaps) < max(_LEAST, _SHARE * len(lines)):
        return None
    return median(gaps)


def _bands(lines: Sequence[PdfLine], gutter: float) -> Iterator[list[PdfLine]]:
    """Yield the lines that belong together: left of the gap, right of it, and what goes across."""
    left: list[PdfLine] = []
    right: list[PdfLine] = []
    for line in lines:
        if line.x1 <= gutter:
            left.append(line)
        elif line.x0 >= gutter:
            right.append(line)
        else:
            yield from (left, right)
            yield [line]
            left, right = [], []
    yield from (left, right)
