"""What is on a page of a PDF: words and where they stand, lines of them, and what kind of text that is.

Lengths are in points (1/72 inch), from the lower left corner; pages written from right to left are
mirrored, so that a line starts at its least `x0` in any script.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

RTL: Final = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""A letter of a script that is written from right to left."""
MARKS: Final = "0123456789*†‡,"
"""What refers to notes, where it is small and raised."""


class PdfWord(NamedTuple):
    """A run of characters without a space."""

    text: str
    x0: float
    bottom: float
    x1: float
    top: float
    is_bold: bool = False

    @property
    def height(self) -> float:
        """From the deepest to the highest that its font goes: some 1.2 of its size."""
        return self.top - self.bottom


class PdfLine(NamedTuple):
    """Words on one baseline, without a gap as wide as one between columns."""

    text: str
    x0: float
    bottom: float
    x1: float
    top: float
    height: float
    """Of most of its words."""
    is_bold: bool = False
    page: int = 0

    @property
    def width(self) -> float:
        """How long it is."""
        return self.x1 - self.x0

    def is_level_with(self, other: PdfLine) -> bool:
        """Return whether both stand on one baseline."""
        overlap = min(self.top, other.top) - max(self.bottom, other.bottom)
        return self.page == other.page and overlap > 0.5 * min(self.height, other.height)


class PdfPage(NamedTuple):
    """A page: how large it is, and its words in the order in which they were drawn."""

    width: float
    height: float
    words: list[PdfWord]
