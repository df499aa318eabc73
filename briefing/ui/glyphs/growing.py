"""Faces in all sizes: every font, drawn in every way, stretched by whole dots.

Rules:
1. Letters keep their shape: a dot is seen as a square, or up to half as high again as wide. A cell
   counts as twice as high as wide, which it is nearly everywhere.
2. The size of a face is the cells that a letter takes. Of faces of one size the one with the squarest
   dots goes first, and then the one that more terminals draw.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from briefing.ui.glyphs.drawing import Drawing
from briefing.ui.glyphs.faces import Typeface
from briefing.ui.glyphs.fonts import SMALL, TALL, USUAL

if TYPE_CHECKING:
    from collections.abc import Iterator

SLIMMEST: Final = 1.5
"""How much higher than wide a dot may be seen."""
_CELL: Final = 2.0
"""How much higher than wide a cell is seen."""


def slimness(face: Typeface) -> float:
    """Return how much higher than wide a dot of the font is seen."""
    (across, down), (wide, high) = face.drawing.dots, face.stretch
    return _CELL * (high / down) / (wide / across)


def cells_of_letter(face: Typeface) -> int:
    """Return the size of a face: the cells that a narrow letter takes."""
    return (face.columns - face.gap) * face.rows


@lru_cache(maxsize=4)
def faces_within(columns: int, rows: int, finest: Drawing, like: Typeface) -> tuple[Typeface, ...]:
    """Return all faces of which a letter is no larger than so many cells, the largest first.

    Args:
        columns: cells across.
        rows: cells down.
        finest: the finest drawing that may be used.
        like: a face whose first font has nearly all of the text's letters.
    """
    found = _faces(columns, rows, finest, like)
    ways = list(Drawing)
    return tuple(
        sorted(found, key=lambda face: (-cells_of_letter(face), slimness(face), ways.index(face.drawing)))
    )


def _faces(columns: int, rows: int, finest: Drawing, like: Typeface) -> Iterator[Typeface]:
    ways = list(Drawing)
    fonts = (SMALL, USUAL, TALL) if like.font in {SMALL, USUAL} else (like.font,)
    for drawing in ways[: ways.index(finest) + 1]:
        across, down = drawing.dots
        for font in fonts:
            for wide in range(1, columns * across // font.width + 1):
                for high in range(1, rows * down // font.height + 1):
                    face = Typeface(drawing, font, (wide, high))
                    if not font.width * wide % across and 1.0 <= slimness(face) <= SLIMMEST:
                        yield face
