"""What of a `Flow` is in view, and how the view follows the reading. Pure: rows and offsets, no screen.

Rules:
1. The view follows by the sentence: it moves when the sentence being heard leaves the
   comfortable part, and then puts its start at a quarter of the height, so what comes is
   in view and what was is not gone. It never moves with each word. Where it turns pages it stands still
   until the last of a page has been heard, and then puts what comes at the top.
2. Large print is never cut: the view begins at the top of a line, and a line that would
   be cut at the foot is left out. A sentence that fills the window begins in its first row.
3. A change of layout keeps a chosen offset at its row.
4. An excerpt stands in the middle of the window, if it is whole there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.ui.widgets.flow import Spot
from briefing.ui.widgets.wrapping import clusters

if TYPE_CHECKING:
    from briefing.model import Span
    from briefing.ui.widgets.flow import Flow
    from briefing.ui.widgets.geometry import Geometry
    from briefing.ui.widgets.wrapping import WrappedLine

_ROOMY_LINES = 4
"""Windows of fewer lines are used to the last; others keep an eighth free below."""


class VisibleRow(NamedTuple):
    """A row in view: a line of text, and which of the line's rows it is."""

    line: WrappedLine
    part: int


def touches(span: Span | None, line: WrappedLine) -> bool:
    """Whether a span has a character in a line."""
    return span is not None and span.start < line.stop and line.start < span.stop


class TextWindow:
    """The rows of a flow that are in view; `turns_pages`: it follows as seldom as it can."""

    def __init__(self, flow: Flow, *, turns_pages: bool = False) -> None:
        self.flow = flow
        self.turns_pages = turns_pages
        self.height = 0
        self.top = Spot(0, 0)
        self.spots: list[Spot | None] = []
        self.rows: list[VisibleRow | None] = []
        """For each row in view its text; None in a gap, a picture, or past the end."""

    @property
    def is_at_start(self) -> bool:
        """Whether the first row of the text is in view."""
        return self.top == (0, 0) and not self.flow.excerpt

    @property
    def is_whole(self) -> bool:
        """Whether all of the text is in view."""
        return self.top == (0, 0) and bool(self.spots) and self.spots[-1] is None

    @property
    def text_rows(self) -> set[int]:
        """The rows in view that hold text, or who begins to speak."""
        return {y for y, spot in enumerate(self.spots) if spot is not None}

    @property
    def first_offset(self) -> int | None:
        """The offset of the first text in view."""
        return next((row.line.start for row in self.rows if row), None)

    def lay_out(self, geometry: Geometry, height: int, anchor: int, row: int | None = None) -> None:
        """Lay the flow out anew and show it with the line of `anchor` at its row, or at `row`."""
        if row is None:
            row = self.row_of(anchor)
        self.flow.lay_out(geometry)
        self.height = max(1, height)
        kept = min(row if row is not None else self.height // 4, max(0, self.height - geometry.line_rows))
        self._show_at(self.flow.spot_of(anchor), kept, anchor)

    def replace_flow(self, flow: Flow) -> None:
        """Show another flow of the same text; `lay_out` comes next."""
        self.flow = flow

    def show_from(self, top: Spot) -> None:
        """Show the text from a row on; not past the end, nor from the middle of a line."""
        flow = self.flow
        top = flow.moved(top, -self._part(top))
        spots = flow.rows(top, self.height)
        if spots[-1] is None and top != (0, 0):
            top = flow.moved(flow.last(), 1 - self.height)
            cut = self._part(top)
            top = flow.moved(top, self._rows_left(top) if cut else 0)
            spots = flow.rows(top, self.height)
        if flow.excerpt and spots[-1] is None:
            above = spots.count(None) // 2
            spots = [*[None] * above, *spots[: self.height - above]]
        self.top, self.spots = top, spots
        found = (flow.line_at(spot) if spot else None for spot in spots)
        self.rows = [VisibleRow(*each) if each else None for each in found]
        self._leave_out_cut_line()

    def _part(self, spot: Spot) -> int:
        found = self.flow.line_at(spot)
        return found[1] if found else 0

    def _rows_left(self, spot: Spot) -> int:
        """Return how many rows there are of a line from a row of it on."""
        found = self.flow.line_at(spot)
        return found[0].rows + self.flow.geometry.leading - found[1] if found else 0

    def _leave_out_cut_line(self) -> None:
        last = self.rows[-1]
        if last and last.part < last.line.rows - 1 and self.height > last.line.rows:
            for y in range(self.height - last.part - 1, self.height):
                self.rows[y] = None

    def scroll(self, rows: int) -> bool:
        """Move the view; return whether it could."""
        before = self.top
        self.show_from(self.flow.moved(self.top, rows))
        return self.top != before

    def follow(self, sentence: Span, place: int) -> bool:
        """Bring the sentence at `place` into comfortable view; return whether the view moved."""
        if not self.height or self._is_comfortable(sentence, place):
            return False
        flow, line_rows = self.flow, self.flow.geometry.line_rows
        is_roomy = self._is_roomy and not flow.geometry.sentence
        lead = self.height // 4 // line_rows * line_rows if is_roomy else 0
        spot, first = flow.spot_of(place), flow.spot_of(sentence.start)
        if flow.moved(first, self.height - line_rows - lead) >= spot:
            spot = first
        before = self.top
        self._show_at(spot, lead, place)
        return self.top != before

    @property
    def _is_roomy(self) -> bool:
        """Whether it leaves rows free above and below what is read."""
        return self.height >= _ROOMY_LINES * self.flow.geometry.line_rows and not self.turns_pages

    def _show_at(self, spot: Spot, row: int, offset: int) -> None:
        """Show a spot at a row, or as near to it as keeps `offset` in view."""
        self.show_from(self.flow.moved(spot, -row))
        if self.row_of(offset) is None:
            self.show_from(spot)
        if self.row_of(offset) is None:
            self.show_from(self.flow.spot_of(offset))

    def _is_comfortable(self, sentence: Span, place: int) -> bool:
        line_rows = self.flow.geometry.line_rows
        last = self.height - line_rows
        spare = self.height // 8 if self._is_roomy else 0
        here = self.row_of(place)
        if here is None or here > last - spare:
            return False
        if place > sentence.start or here <= self.height // 3:
            return True
        end = self.row_of(max(sentence.start, sentence.stop - 1))
        return end is not None and end <= last

    def row_of(self, offset: int) -> int | None:
        """Return the row at which an offset's line begins; None if it is not in view."""
        for y, row in enumerate(self.rows):
            # The space at a line's end belongs to no line: it counts to the line before.
            if row and row.part == 0 and row.line.start <= offset <= row.line.stop:
                following = self.rows[y + 1] if y + 1 < len(self.rows) else None
                if following is None or following.line.start != offset or following.part:
                    return y
        return None

    def rows_cut_at(self, y: int) -> int:
        """Return how many rows of the line at a row are above it; 0 where none is cut there."""
        row = self.rows[y] if 0 <= y < len(self.rows) else None
        return row.part if row and row.part < row.line.rows else 0

    def rows_left_at(self, y: int) -> int:
        """Return how many rows of the line at a row are in it and below; 0 where none is cut there."""
        row = self.rows[y] if 0 <= y < len(self.rows) else None
        return row.line.rows - row.part if row and 0 < row.part < row.line.rows else 0

    def rows_of(self, span: Span | None) -> list[int]:
        """Return the rows in view that have a character of a span."""
        return [y for y, row in enumerate(self.rows) if row and touches(span, row.line)]

    def offset_at(self, cells: int, y: int, *, past_end: bool = False) -> int | None:
        """Return the offset of the character so many cells into a row; None where there is no text.

        Beyond the end of a line it is the line's last character, or with `past_end` what follows that.
        """
        row = self.rows[y] if 0 <= y < len(self.rows) else None
        if row is None or row.line.start == row.line.stop:
            return None
        line = row.line
        if placed := self.flow.placed(line):
            reached = [each for each in placed if each.left <= max(0, cells - line.indent)]
            if placed[-1].left + placed[-1].cells > cells - line.indent:
                return line.start + reached[-1].start
        else:
            end = line.indent
            for start, _, wide in clusters(self.flow.text[line.start : line.stop]):
                end += wide
                if end > cells:
                    return line.start + start
        return line.stop if past_end else line.stop - 1

    def cells_before(self, offset: int, line: WrappedLine) -> int:
        """Return the cells in a line to the left of an offset, the indent included."""
        at = max(line.start, offset) - line.start
        if placed := self.flow.placed(line):
            here = next((each.left for each in placed if each.start <= at < each.stop), None)
            return line.indent + (placed[-1].left + placed[-1].cells if here is None else here)
        before = self.flow.text[line.start : line.start + at]
        return line.indent + sum(cells for _, _, cells in clusters(before))

    def cell_of(self, span: Span | None) -> tuple[int, int]:
        """Return column and row, from the text's left edge and the top, of a span; of the text without it."""
        for y in self.rows_of(span):
            if span is not None and (row := self.rows[y]):
                return self.cells_before(span.start, row.line), y
        return 0, next((y for y, row in enumerate(self.rows) if row), 0)

    def picture_row(self, spot: Spot) -> int | None:
        """Return which row of the picture this is; None if it is none of them."""
        if self.flow.pieces[spot.piece].kind is not None:
            return None
        row = spot.row - self.flow.gap(spot.piece)
        return row if row >= 0 else None
