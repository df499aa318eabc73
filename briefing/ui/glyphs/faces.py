"""Faces: fonts drawn in one way, and which of them a text is drawn in.

Rules:
1. A text has one face, whose first font has nine in ten of its letters, else the most. Small fonts go
   first: they leave room for more letters.
2. A word of which the first font lacks a letter is drawn in the next that has all of them, larger ones
   among them: all stand on one base line, so a line is as high as the largest font in it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from briefing.sizes import Letters
from briefing.ui.glyphs.drawing import Drawing, cells_of
from briefing.ui.glyphs.fonts import JOINED, JOINED_WIDE, SMALL, TALL, USUAL, WIDE, Font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.sizes import TextSize

_SAMPLE: Final = 20_000
"""How much of a text is looked at to choose its face, in characters."""
_NEARLY_ALL: Final = 0.9
_MARKS: Final = ("Mn", "Mc", "Me")
"""Categories of what goes over a base."""


_WITH_WIDE: Final = ((TALL, WIDE), (JOINED, JOINED_WIDE))
"""Fonts of narrow letters with those of wide ones that match them."""


@cache
def _fonts_from(first: Font) -> tuple[Font, ...]:
    """Return all fonts, in the order in which they are asked for a word."""
    mine = next((pair for pair in _WITH_WIDE if first in pair), (first,))
    return (*mine, *(font for pair in _WITH_WIDE for font in pair if font not in mine))


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font, and others for what it lacks, drawn in one way.

    `stretch` is how many dots across and down stand for each dot of the fonts, `gap` how many cells
    are left empty behind a narrow character, and twice as many behind a wide one.
    """

    drawing: Drawing
    font: Font
    stretch: tuple[int, int] = (1, 1)
    gap: int = 0

    @property
    def columns(self) -> int:
        """How many cells wide a narrow character of the first font is, with its gap."""
        return self.columns_in(self.font)

    @property
    def rows(self) -> int:
        """How many cells high a line is that is all in the first font."""
        return self.rows_in(self.font)

    @property
    def fonts(self) -> tuple[Font, ...]:
        """The fonts, the first before the others."""
        return _fonts_from(self.font)

    def columns_in(self, font: Font) -> int:
        """Return how many cells wide a character of a font is, with its gap; none where letters join."""
        gaps = 0 if font is JOINED else 2 if font.is_wide else 1
        return font.width * self.stretch[0] // self.drawing.dots[0] + self.gap * gaps

    def rows_in(self, font: Font) -> int:
        """Return how many cells high a line is in which a font is the largest."""
        return -(-font.height * self.stretch[1] // self.drawing.dots[1])

    def below(self, font: Font) -> int:
        """Return the dots that stay empty below the letters of such a line."""
        spare = self.rows_in(font) * self.drawing.dots[1] - font.height * self.stretch[1]
        return spare - spare // 2

    def draw(self, cluster: str, font: Font | None = None, largest: Font | None = None) -> tuple[str, ...]:
        """Return the rows of cells that show one character.

        Args:
            cluster: a character, with the marks that go over it.
            font: which of the fonts it is drawn in, the first if none is given.
            largest: the largest font of the line, which may be higher.
        """
        font = font or self.font
        return _draw(self, cluster, font, largest or font)

    def spaced(self, share: float) -> Typeface:
        """Return this face with so much room behind each letter, in letters; none where letters join.

        Any room is at least a cell.
        """
        gap = max(int(self.columns * share + 0.5), 1) if share > 0 and self.font is not JOINED else 0
        return replace(self, gap=gap)


def has_all(font: Font, cluster: str) -> bool:
    """Whether a font has a character and all marks that go over it; white space needs no picture."""
    composed = unicodedata.normalize("NFC", cluster)
    return (composed[0].isspace() or font.rows(composed[0]) is not None) and all(
        font.rows(mark) is not None for mark in composed[1:] if unicodedata.category(mark) in _MARKS
    )


@lru_cache(maxsize=2048)
def _draw(face: Typeface, cluster: str, font: Font, largest: Font) -> tuple[str, ...]:
    dots = [0] * font.height
    for char in unicodedata.normalize("NFC", cluster):
        for y, row in enumerate(font.rows(char) or ()):  # else white space, or a joiner: nothing to be seen
            dots[y] |= row
    across, down = face.stretch
    stretched = [_stretched(row, font.width, across) for row in dots for _ in range(down)]
    below = face.below(largest)
    above = face.rows_in(largest) * face.drawing.dots[1] - len(stretched) - below
    rows = cells_of([*[0] * above, *stretched, *[0] * below], font.width * across, face.drawing)
    room = " " * (face.columns_in(font) - len(rows[0]))
    return tuple(row + room for row in rows)


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
    return _best_face(chosen, text[:_SAMPLE])


@lru_cache(maxsize=8)  # of the text that is shown; it is asked at each layout
def _best_face(drawing: Drawing, text: str) -> Typeface:
    small = Typeface(drawing, SMALL if drawing is Drawing.QUADRANT else USUAL)
    if text.isascii():
        return small
    tall, joined = Typeface(drawing, TALL), Typeface(drawing, JOINED)
    faces = (small, tall, joined)
    shares = [_share(face.fonts[: 1 if face is small else 2], text) for face in faces]
    enough = (face for face, share in zip(faces, shares, strict=True) if share >= _NEARLY_ALL)
    return next(enough, faces[shares.index(max(shares))])


@lru_cache(maxsize=32)
def share_drawn(text: str) -> float:
    """Return the share of the letters, digits and marks at the start of a text that are drawn, 0 to 1."""
    return _share(_fonts_from(TALL), text)


def _share(fonts: Sequence[Font], text: str) -> float:
    counts = Counter(
        char for char in text[:_SAMPLE] if char.isalnum() or unicodedata.category(char) in _MARKS
    )
    drawn = sum(n for char, n in counts.items() if any(font.rows(char) is not None for font in fonts))
    return drawn / counts.total() if counts else 1.0
