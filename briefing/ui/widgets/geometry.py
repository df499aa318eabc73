"""What a layout in cells depends on: the columns, the size, the letters and how far apart lines are. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

if TYPE_CHECKING:
    from briefing.model import Span
    from briefing.sizes import TextSize
    from briefing.ui.glyphs.faces import Typeface


def leading(letter_rows: int, spacing: float) -> int:
    """Return the empty rows between two lines: whole ones, for a terminal has no others."""
    return int(letter_rows * (spacing - 1) + 0.5)


class Geometry(NamedTuple):
    """What the layout depends on.

    `columns` are the cells for text; `face` is None for plain cells; `picture_rows` is
    the height of the picture, 0 without one. `sentence` is the one that fills the window, in
    sizes that do so: no other text stands in its lines. `spacing` is how far apart lines are,
    as a multiple of their height.
    """

    columns: int
    size: TextSize
    face: Typeface | None = None
    picture_rows: int = 0
    sentence: Span | None = None
    spacing: float = 1.0

    @property
    def capacity(self) -> int:
        """Cells in a line."""
        return max(1, self.columns)

    @property
    def unit(self) -> int:
        """Cells of a narrow letter."""
        return self.face.columns if self.face else 1

    @property
    def letter_rows(self) -> int:
        """Rows of a usual line's letters."""
        return self.face.rows if self.face else 1

    @property
    def line_rows(self) -> int:
        """Rows of a usual line: its letters', and below them the empty ones before the next."""
        return self.letter_rows + self.leading

    @property
    def leading(self) -> int:
        """Empty rows below each line."""
        return leading(self.letter_rows, self.spacing)

    def measure(self, text: str) -> int:
        """Return the cells of a text."""
        if self.face is None:
            return cell_len(text)
        from briefing.ui.glyphs.setting import cells

        return cells(text, self.face)

    def letter_rows_of(self, text: str) -> int:
        """Return the rows of the letters of a line."""
        if self.face is None:
            return 1
        from briefing.ui.glyphs.setting import height

        return height(text, self.face)

    @property
    def gap(self) -> int:
        """Rows between two blocks."""
        return self.size.gap
