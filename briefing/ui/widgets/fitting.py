"""Which text size a window allows, and how large letters may be that fill it. Pure.

Rules:
1. What the window or the fonts do not allow becomes the next smaller size; the reason is told. Where
   the fonts have half of the letters the rest stands among them in the terminal's own.
2. Letters that fill the window are those of the largest of all faces (`glyphs.growing`) in which the
   sentence being read is in the window as a whole, none of its words broken.
3. They are never smaller than what they grow from, the largest size that stays the same: where no
   such face holds the sentence they are as large as that, and the view follows within the sentence.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.sizes import USUAL_SPACING, up_to
from briefing.ui.widgets.geometry import leading
from briefing.ui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Span
    from briefing.sizes import Spacing, TextSize
    from briefing.ui.glyphs.drawing import Drawing
    from briefing.ui.glyphs.faces import Typeface

_FEWEST_LETTERS: Final = 9
_FEWEST_LINES: Final = 2
"""A window with fewer characters or lines than these is too small for a size."""
ENOUGH: Final = 0.5
"""Of a text of which the fonts have a smaller share no letter is drawn."""


class Fit(NamedTuple):
    """The size that is shown, its face (None: the terminal's letters), and why it is no larger."""

    size: TextSize
    face: Typeface | None
    reason: str


def fit(
    wanted: TextSize,
    text: str,
    sentence: Span,
    room: tuple[int, int],
    drawing: Callable[[], Drawing],
    *,
    spacing: Spacing = USUAL_SPACING,
) -> Fit:
    """Return the largest size up to `wanted` that the window and the fonts allow, and why not that.

    Args:
        wanted: the size that the user chose.
        text: the whole text.
        sentence: what is being read of it.
        room: columns and rows for text, in cells.
        drawing: what fine letters are drawn with; asked for only if there are any.
        spacing: how far apart lines and letters are.
    """
    width, height = room
    reason = ""
    for size in up_to(wanted):
        if not size.is_drawn:
            return Fit(size, None, reason)
        from briefing.ui.glyphs.faces import face_for, share_drawn

        finest = drawing()
        face = face_for(size, finest, text).spaced(spacing.letters)
        if share_drawn(text) < ENOUGH:
            reason = "large print has no letters for this language"
        elif width // face.columns < _FEWEST_LETTERS or height < _FEWEST_LINES * face.rows:
            reason = "the window is too small for it"
        else:
            if size.fills:
                most = spacing.longest(size)
                face = _grown(face, sentence.of(text), room, finest, most_letters=most, spacing=spacing)
            return Fit(size, face, reason)
    raise AssertionError("the smallest sizes are the terminal's own letters")


def _grown(
    face: Typeface,
    sentence: str,
    room: tuple[int, int],
    finest: Drawing,
    *,
    most_letters: int,
    spacing: Spacing,
) -> Typeface:
    """Return the largest face in which a sentence is whole in a room; `face` if none is larger."""
    from briefing.ui.glyphs.growing import cells_of_letter, faces_within

    least = cells_of_letter(face)
    for tight in faces_within(*room, finest, face):
        if cells_of_letter(tight) <= least:
            break
        grown = tight.spaced(spacing.letters)
        if is_whole(sentence, most_letters, room, grown, spacing.lines):
            return grown
    return face


def is_whole(
    sentence: str, most_letters: int, room: tuple[int, int], face: Typeface, line_spacing: float = 1.0
) -> bool:
    """Whether a sentence is in so many columns and rows as a whole, and none of its words is broken.

    Its lines have so many narrow letters at most.
    """
    from briefing.ui.glyphs.setting import cells, height

    width, rows = room
    between = leading(face.rows, line_spacing)
    columns, lines = min(most_letters * face.columns, width), (rows + between) // (face.rows + between)
    measure = partial(cells, face=face)
    words = [measure(word) for word in sentence.split()]  # what parts them is not drawn at a line's end
    if sum(words) > columns * lines or max(words, default=0) > columns:
        return False
    found = wrap(sentence, 0, len(sentence), columns, measure=measure)
    taken = sum(height(sentence[line.start : line.stop], face) + between for line in found)
    return taken - between <= rows
