"""Which text size a window allows, and how large letters may be that fill it. Pure.

Rules:
1. What the window or the fonts do not allow becomes the next smaller size; the reason is told.
2. Letters that fill the window are whole multiples of their size: the largest at which the
   sentence being read is in the window as a whole, none of its words broken. Where that is
   not so at any multiple they keep their size, and the view follows within the sentence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len

from briefing.sizes import TextSize, up_to
from briefing.ui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Span
    from briefing.ui.glyphs.drawing import Drawing
    from briefing.ui.glyphs.faces import Face

_FEWEST_UNITS: Final = 9
_FEWEST_LINES: Final = 2
"""A window with fewer characters or lines than these is too small for a size."""


class Fit(NamedTuple):
    """The size that is shown, its face (None: the terminal's letters), and why it is no larger."""

    size: TextSize
    face: Face | None
    reason: str


def fit(
    wanted: TextSize, text: str, sentence: Span, room: tuple[int, int], drawing: Callable[[], Drawing]
) -> Fit:
    """Return the largest size up to `wanted` that the window and the fonts allow, and why not that.

    Args:
        wanted: the size that the user chose.
        text: the whole text.
        sentence: what is being read of it.
        room: columns and rows for text, in cells.
        drawing: what fine letters are drawn with; asked for only if there are any.
    """
    width, height = room
    reason = ""
    for size in up_to(wanted):
        if not size.is_drawn:
            return Fit(size, None, reason)
        from briefing.ui.glyphs.faces import covers, face_for

        face = face_for(size, drawing(), text)
        if not covers(face, text):
            reason = "large print has no letters for this language"
        elif width // face.columns < _FEWEST_UNITS or height < _FEWEST_LINES * face.rows:
            reason = "the window is too small for it"
        else:
            face = _grown(face, sentence.of(text), size.columns, room) if size.fills else face
            return Fit(size, face, reason)
    raise AssertionError("the smallest sizes are the terminal's own letters")


def _grown(face: Face, sentence: str, most_units: int, room: tuple[int, int]) -> Face:
    """Return a face at the largest scale at which a sentence is whole in so many cells."""
    width, height = room
    longest = max(map(cell_len, sentence.split()), default=1)
    whole = cell_len(sentence)
    for scale in range(height // face.rows, 1, -1):
        grown = replace(face, scale=scale)
        units, lines = min(most_units, width // grown.columns), height // grown.rows
        is_small_enough = longest <= units and whole <= units * lines
        if is_small_enough and len(wrap(sentence, 0, len(sentence), units)) <= lines:
            return grown
    return face
