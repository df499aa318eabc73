"""How the text is laid out in a window: what of it, in which letters, lines and margins. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.model import Focus
from briefing.sizes import DRAWN
from briefing.ui.widgets.fitting import fit
from briefing.ui.widgets.focus import excerpt_of, word_face
from briefing.ui.widgets.geometry import Geometry
from briefing.ui.widgets.lights import read_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Span
    from briefing.session import Session
    from briefing.sizes import TextSize
    from briefing.ui.glyphs.drawing import Drawing
    from briefing.ui.glyphs.faces import Typeface

_GUTTER: Final = 3
"""Cells to the left for the bar, and to the right for the thumb."""
_NARROW_GUTTER: Final = 1
"""The same in larger print, of which a letter more in a line is a tenth of it."""


class TextLayout(NamedTuple):
    """What a window shows, and how.

    `size` is the one that is shown and `reason` why that is not the one that is wanted; `columns` are the
    cells for text and `left` the first of them; `filling` is the sentence that fills the window, in sizes
    that do so, and `excerpt` what is shown of the text, empty for all of it. `has_bar`: a bar stands beside
    what is lit, which tells nothing where one word is all there is.
    """

    size: TextSize
    reason: str
    face: Typeface | None
    columns: int
    left: int
    filling: Span | None
    excerpt: tuple[Span, ...]
    has_bar: bool

    def geometry(self, picture_rows: int, spacing: float) -> Geometry:
        """Return what lines depend on: this, the height of the picture, and how far apart they are."""
        return Geometry(self.columns, self.size, self.face, picture_rows, self.filling, spacing)


def layout_of(session: Session, window: tuple[int, int], drawing: Callable[[], Drawing]) -> TextLayout:
    """Return how a session's text is laid out.

    Args:
        session: what is wanted, and where the reading is.
        window: columns and rows.
        drawing: what fine letters are drawn with; asked for only if there are any.
    """
    width, height = window
    text, spacing = session.document.text, session.look.spacing
    sentence, _ = read_in(session)
    gutter = _NARROW_GUTTER if session.size.is_drawn else _GUTTER
    room = (width - 2 * gutter, height)
    size, face, reason = fit(session.size, text, sentence, room, drawing, spacing=spacing)
    fills, longest = size.fills, spacing.longest(size) * (face.columns if face else 1)
    excerpt = excerpt_of(session)
    has_bar = session.look.focus is not Focus.WORD or excerpt == (sentence,)
    if not has_bar:
        face = word_face(text, sentence, room, drawing())
        fills, longest = False, _cells(excerpt[0].of(text), face)
    elif session.look.focus is Focus.WORD:
        # No word is sure: its sentence stands there for it, as large as it can.
        largest, face, _ = fit(DRAWN[-1], text, sentence, room, drawing)
        fills, longest = largest.fills, spacing.longest(size) * (face.columns if face else 1)
    columns = room[0] if width > 4 * gutter else width
    unit = face.columns if face and has_bar else 1  # no letter would stand in less
    columns = max(unit, min(columns, longest) // unit * unit)
    left = max(0, (width - columns) // 2)
    return TextLayout(size, reason, face, columns, left, sentence if fills else None, excerpt, has_bar)


def _cells(word: str, face: Typeface | None) -> int:
    if face is None:
        from rich.cells import cell_len

        return cell_len(word)
    from briefing.ui.glyphs.setting import cells

    return cells(word, face)
