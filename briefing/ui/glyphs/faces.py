"""Faces: a font drawn in one way, and which of them a text is drawn in."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from briefing.sizes import Letters
from briefing.ui.glyphs.drawing import Drawing, cells_of
from briefing.ui.glyphs.fonts import SMALL, TALL, USUAL, WIDE, Font

if TYPE_CHECKING:
    from briefing.sizes import TextSize

_SAMPLE: Final = 20_000
"""How much of a text is looked at to choose its face, in characters."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font and its wide companion, drawn in one way.

    `stretch` is how many dots across and down stand for each dot of the font.
    """

    drawing: Drawing
    font: Font
    wide: Font | None = None
    stretch: tuple[int, int] = (1, 1)

    @property
    def columns(self) -> int:
        """How many cells wide a narrow character is; a wide one is twice that."""
        return self.font.width * self.stretch[0] // self.drawing.dots[0]

    @property
    def rows(self) -> int:
        """How many cells high a line is."""
        return -(-self.font.height * self.stretch[1] // self.drawing.dots[1])

    def draw(self, cluster: str, width: int) -> tuple[str, ...]:
        """Return `rows` strings of `columns * width` cells that show one character.

        Args:
            cluster: a character, with the marks that go over it.
            width: 1, or 2 for a wide one.
        """
        return _draw(self, cluster, width)

    def has(self, char: str) -> bool:
        """Whether the fonts have this character."""
        return _find(self, char) is not None


def _find(face: Typeface, char: str) -> tuple[Font, tuple[int, ...]] | None:
    for font in (face.font, face.wide):
        if font is not None and (rows := font.rows(char)) is not None:
            return font, rows
    return None


def _substitute(width: int, height: int) -> tuple[int, ...]:
    """Return a hollow box, a dot clear of its neighbours."""
    full = (1 << (width - 1)) - 2 if width > 2 else 1  # noqa: PLR2004 - too narrow to be hollow
    hollow = full & ~(full >> 1) | 2
    inner = [hollow] * (height - 4)
    return (0, full, *inner, full, 0)


@lru_cache(maxsize=1024)
def _draw(face: Typeface, cluster: str, width: int) -> tuple[str, ...]:
    dots_wide = face.font.width * width
    composed = unicodedata.normalize("NFC", cluster)
    dots = [0] * face.font.height
    for i, char in enumerate(composed):
        found = _find(face, char)
        if found is None:
            if i:
                continue  # a mark or joiner without a picture: its base stands for it
            rows: tuple[int, ...] = (
                (0,) * face.font.height if char.isspace() else _substitute(dots_wide, face.font.height)
            )
            shift = 0
        else:
            font, rows = found
            shift = dots_wide - font.width
        for y, row in enumerate(rows):
            dots[y] |= row << shift if shift >= 0 else row >> -shift
    across, down = face.stretch
    stretched = [_stretched(row, dots_wide, across) for row in dots for _ in range(down)]
    return cells_of(stretched, dots_wide * across, face.drawing)


def _stretched(row: int, width: int, across: int) -> int:
    """Return a row of `width` dots, each `across` times."""
    wide = (1 << across) - 1
    return row if across == 1 else sum(wide << x * across for x in range(width) if row >> x & 1)


def face_for(size: TextSize, drawing: Drawing, text: str) -> Typeface:
    """Return the face in which `text` is drawn in large print.

    Args:
        size: a size that is drawn.
        drawing: what the terminal draws best, or the user asks for; bold letters are always in half blocks.
        text: the whole text, of which the start decides.
    """
    chosen = Drawing.HALF if size.letters is Letters.BOLD else drawing
    if has_wide(text):
        return Typeface(chosen, TALL, WIDE)
    return Typeface(chosen, SMALL if chosen is Drawing.QUADRANT else USUAL)


@lru_cache(maxsize=2)  # of the text that is shown; it is asked at each layout
def has_wide(text: str) -> bool:
    """Whether a text has letters of the wide font, as far as its start tells; emoji are none."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return False
    return any(c.isalpha() and unicodedata.east_asian_width(c) in "WF" for c in set(sample))


@lru_cache(maxsize=8)
def covers(face: Typeface, text: str) -> bool:
    """Whether the face can show a text: fewer than one letter in ten would be a box."""
    letters = [c for c in text[:_SAMPLE] if c.isalnum()]
    kinds = {c: face.has(c) for c in set(letters)}
    missing = sum(not kinds[c] for c in letters)
    return missing * 10 <= len(letters)
