"""Which text size a window allows, and how large letters may be that fill it. Pure.

Rules:
1. What the window or the fonts do not allow becomes the next smaller size; the reason is told.
2. Letters that fill the window are those of the largest of all faces (`glyphs.growing`) in which the
   sentence being read is in the window as a whole, none of its words broken.
3. They are never smaller than what they grow from, the largest size that stays the same: where no
   such face holds the sentence they are as large as that, and the view follows within the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len

from briefing.sizes import TextSize, up_to
from briefing.ui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Span
    from briefing.ui.glyphs.drawing import Drawing
    from briefing.ui.glyphs.faces import Typeface

_FEWEST_UNITS: Final = 9
_FEWEST_LINES: Final = 2
"""A window with fewer characters or lines than these is too small for a size."""


class Fit(NamedTuple):
    """The size that is shown, its face (None: the terminal's letters), and why it is no larger."""

    size: TextSize
    face: Typeface | None
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

        finest = drawing()
        face = face_for(size, finest, text)
        if not covers(face, text):
            reason = "large print has no letters for this language"
        elif width // face.columns < _FEWEST_UNITS or height < _FEWEST_LINES * face.rows:
            reason = "the window is too small for it"
        else:
            if size.fills:
                face = _grown(face, sentence.of(text), size.columns, room, finest)
            return Fit(size, face, reason)
    raise AssertionError("the smallest sizes are the terminal's own letters")


def _grown(
    face: Typeface, sentence: str, most_units: int, room: tuple[int, int], finest: Drawing
) -> Typeface:
    """Return the largest face in which a sentence is whole in a room; `face` if none is larger."""
    from briefing.ui.glyphs.growing import cells_of_letter, faces_within

    least = cells_of_letter(face)
    needed = [char for char in set(sentence) if face.has(char)]
    for grown in faces_within(*room, finest, with_wide=face.wide is not None):
        if cells_of_letter(grown) <= least:
            break
        if is_whole(sentence, most_units, room, grown) and all(map(grown.has, needed)):
            return grown
    return face


def is_whole(sentence: str, most_units: int, room: tuple[int, int], face: Typeface) -> bool:
    """Whether a sentence is in so many columns and rows as a whole, and none of its words is broken."""
    width, height = room
    units, lines = min(most_units, width // face.columns), height // face.rows
    words = [cell_len(word) for word in sentence.split()]  # what parts them is not drawn at a line's end
    if sum(words) > units * lines or max(words, default=0) > units:
        return False
    return len(wrap(sentence, 0, len(sentence), units)) <= lines
