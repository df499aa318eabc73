"""Faces: a font drawn in one way, and which of them a text is drawn in.

A text is drawn in one face, the first whose fonts have nine in ten of its letters, else the one that has
the most. Small fonts go first: they leave room for more letters.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from briefing.sizes import Letters
from briefing.ui.glyphs.drawing import Drawing, cells_of
from briefing.ui.glyphs.fonts import JOINED, JOINED_WIDE, SMALL, TALL, USUAL, WIDE, Font

if TYPE_CHECKING:
    from briefing.sizes import TextSize

_SAMPLE: Final = 20_000
"""How much of a text is looked at to choose its face, in characters."""
_NEARLY_ALL: Final = 0.9
_MARKS: Final = ("Mn", "Mc", "Me")
"""Categories of what goes over a base."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font and its wide companion, drawn in one way.

    `stretch` is how many dots across and down stand for each dot of the font, `gap` how many cells
    are left empty behind a narrow character, and twice as many behind a wide one.
    """

    drawing: Drawing
    font: Font
    wide: Font | None = None
    stretch: tuple[int, int] = (1, 1)
    gap: int = 0

    @property
    def columns(self) -> int:
        """How many cells wide a narrow character is with its gap; a wide one is twice that."""
        return self.font.width * self.stretch[0] // self.drawing.dots[0] + self.gap

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

    def has_all(self, cluster: str) -> bool:
        """Whether the fonts have a character and all marks that go over it; white space needs no picture."""
        composed = unicodedata.normalize("NFC", cluster)
        return (composed[0].isspace() or self.has(composed[0])) and all(
            self.has(mark) for mark in composed[1:] if unicodedata.category(mark) in _MARKS
        )

    def units_of(self, char: str) -> int:
        """Return how many narrow characters wide a character is that the fonts have: 1 or 2."""
        found = _find(self, char)
        return found[0].width // self.font.width if found else 1

    def spaced(self, share: float) -> Typeface:
        """Return this face with so much room behind each letter, in letters; none where letters join.

        Any room is at least a cell.
        """
        gap = max(int(self.columns * share + 0.5), 1) if share > 0 and self.font is not JOINED else 0
        return replace(self, gap=gap)


def _find(face: Typeface, char: str) -> tuple[Font, tuple[int, ...]] | None:
    for font in (face.font, face.wide):
        if font is not None and (rows := font.rows(char)) is not None:
            return font, rows
    return None


@lru_cache(maxsize=1024)
def _draw(face: Typeface, cluster: str, width: int) -> tuple[str, ...]:
    dots_wide = face.font.width * width
    dots = [0] * face.font.height
    for char in unicodedata.normalize("NFC", cluster):
        if found := _find(face, char):  # else white space, or a joiner: nothing to be seen
            font, rows = found
            over = dots_wide - font.width
            is_mark = unicodedata.category(char) in _MARKS
            shift = over // 2 if is_mark and over > 0 else over
            for y, row in enumerate(rows):
                dots[y] |= row << shift if shift >= 0 else row >> -shift
    across, down = face.stretch
    stretched = [_stretched(row, dots_wide, across) for row in dots for _ in range(down)]
    room = " " * (face.gap * width)
    return tuple(row + room for row in cells_of(stretched, dots_wide * across, face.drawing))


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
    tall, joined = Typeface(drawing, TALL, WIDE), Typeface(drawing, JOINED, JOINED_WIDE)
    faces = (tall, joined) if has_wide(text) else (small, tall, joined)
    shares = [share_drawn(face, text) for face in faces]
    enough = (face for face, share in zip(faces, shares, strict=True) if share >= _NEARLY_ALL)
    return next(enough, faces[shares.index(max(shares))])


def has_wide(text: str) -> bool:
    """Whether a text has letters of the wide font, as far as its start tells; emoji are none."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return False
    return any(c.isalpha() and unicodedata.east_asian_width(c) in "WF" for c in set(sample))


@lru_cache(maxsize=32)
def share_drawn(face: Typeface, text: str) -> float:
    """Return the share of the letters, digits and marks at the start of a text that a face has, 0 to 1."""
    counts = Counter(
        char for char in text[:_SAMPLE] if char.isalnum() or unicodedata.category(char) in _MARKS
    )
    return sum(n for char, n in counts.items() if face.has(char)) / counts.total() if counts else 1.0
