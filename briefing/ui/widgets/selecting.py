"""What of the text a selection of the mouse holds. Pure: Textual keeps cells, which become offsets here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.model import Span
from briefing.ui.widgets.flow import Spot

if TYPE_CHECKING:
    from textual.geometry import Offset
    from textual.selection import Selection

    from briefing.ui.widgets.window import TextWindow

_ROWS: Final = 1 << 20
"""More rows than a piece can have."""


def number_of(spot: Spot) -> int:
    """Return a spot as one number, the row by which Textual knows a cell."""
    return spot.piece * _ROWS + spot.row


def span_of(selection: Selection, window: TextWindow, left: int) -> Span | None:
    """Return what is selected; None if that is nothing.

    Args:
        selection: its cells, rows as `number_of` has them.
        window: what is in view.
        left: the column in which the text begins.
    """
    start = 0 if selection.start is None else _offset_of(selection.start, window, left)
    stop = len(window.flow.text) if selection.end is None else _offset_of(selection.end, window, left)
    return Span(start, stop) if start < stop else None


def _offset_of(cell: Offset, window: TextWindow, left: int) -> int:
    piece = min(cell.y // _ROWS, len(window.flow.pieces) - 1)
    spot = Spot(piece, cell.y % _ROWS)
    if spot in window.spots:
        offset = window.offset_at(cell.x - left, window.spots.index(spot), past_end=True)
        if offset is not None:
            return offset
    return window.flow.pieces[piece].start
