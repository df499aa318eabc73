"""How a row of the transcript looks: bar, text as it is lit, thumb; in plain letters or in large print.

Bar and thumb are blanks in reverse: screen readers say the name of whatever sign stands in the row. Only in
large print, which is signs, the bar is half a cell where the margin is one: it would grow into the letters.

What is lit, matched and selected differ by more than colour: a bar and bold, an underline, a reversal.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from briefing.model import BlockKind, Span
from briefing.ui.themes import paint
from briefing.ui.widgets.lights import Lights
from briefing.ui.widgets.window import touches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.session.veil import Veil
    from briefing.ui.glyphs.faces import Typeface
    from briefing.ui.widgets.flow import Spot
    from briefing.ui.widgets.window import TextWindow
    from briefing.ui.widgets.wrapping import WrappedLine

_NO_LINE: Final = Style(underline=False)
_THIN_BAR: Final = "▌"
_PAINTS: Final = {
    BlockKind.KICKER: "aside",
    BlockKind.TITLE: "title",
    BlockKind.SUMMARY: "lead",
    BlockKind.HEADING: "heading",
    BlockKind.CAPTION: "aside",
    BlockKind.CREDIT: "aside",
    BlockKind.NOTE: "aside",
}


def _drawn(text: str, face: Typeface | None, part: int, rows: int = 0) -> str:
    """Return a row of a text that stands by itself, or with `rows` in a line of so many."""
    if face is None:
        return "" if part else text
    from briefing.ui.glyphs.setting import rows_of

    drawn = rows_of(text, face, rows)
    return drawn[part] if part < len(drawn) else ""


def _unless(hidden: Sequence[Span], offset: int, cells: str) -> str:
    """Return what stands at an offset; as many blanks where that is hidden."""
    return " " * cell_len(cells) if any(offset in span for span in hidden) else cells


@cache
def _forward(style: Style) -> Style:
    """Return a look for a sign in the colour that a blank in reverse has."""
    return style + Style(reverse=False)


@cache
def without_line(style: Style) -> Style:
    """Return a look for what is above the foot of a large letter: a line through it would strike it out."""
    return style + _NO_LINE


class TextRows:
    """Paints the rows of a window; its owner says what is lit and selected, and where the text begins."""

    def __init__(self, window: TextWindow) -> None:
        self._window = window
        self.lights = Lights()
        self.veil: Veil | None = None
        """What is hidden of the text: blanks stand there."""
        self.selected: Span | None = None
        self.left = 0
        """The column in which the text begins."""
        self.has_bar = True
        """Whether a bar stands beside what is lit."""

    def segments(self, y: int, theme: str) -> Iterator[Segment]:
        """Give a row of text, or of the name of who begins to speak, without the thumb; else nothing."""
        spot, row = self._window.spots[y], self._window.rows[y]
        if spot is not None:
            yield from self._text(spot, row.line, row.part, theme) if row else self._label(spot, theme)

    def _label(self, spot: Spot, theme: str) -> Iterator[Segment]:
        flow = self._window.flow
        if label := flow.label_at(spot):
            text, part = label
            face = flow.geometry.face
            yield Segment(" " * self.left, paint(theme, "aside"))
            yield Segment(_drawn(text, face, part), paint(theme, "heading"))

    def _text(self, spot: Spot, line: WrappedLine, part: int, theme: str) -> Iterator[Segment]:
        """Give a row of a line: bar, indent, and the text as it is lit."""
        flow = self._window.flow
        face = flow.geometry.face
        piece = flow.pieces[spot.piece]
        plain = paint(theme, _PAINTS.get(piece.kind, "text") if piece.kind else "text")
        if self.left > 1 and self.has_bar and touches(self.lights.area, line):
            yield Segment(" " * (self.left - 2), plain)
            yield Segment(" ", paint(theme, "bar"))
            yield Segment(" ", plain)
        elif self.left == 1 and face is not None and self.has_bar and touches(self.lights.area, line):
            yield Segment(_THIN_BAR, _forward(paint(theme, "bar")))
        else:
            yield Segment(" " * self.left, plain)
        if part >= line.rows:
            return
        if line.indent:
            begins = piece.kind is BlockKind.LIST_ITEM and line.start == piece.start and face is None
            yield Segment(("- " if begins else "").ljust(line.indent), plain)
        style = plain
        is_foot = part == line.rows - 1
        for text, lit in self._runs(line, part, theme):
            style = lit or plain
            if style.underline and not is_foot:
                style = without_line(style)
            yield Segment(text, style)
        if line.hyphen:
            yield Segment(_drawn("-", face, part, line.rows), style)

    def _runs(self, line: WrappedLine, part: int, theme: str) -> Iterator[tuple[str, Style | None]]:
        """Give the cells of a line from left to right, parted where the light changes, and their light."""
        flow = self._window.flow
        hidden = tuple(self.veil.hidden_in(Span(line.start, line.stop))) if self.veil else ()
        if flow.geometry.face is not None:
            runs = groupby(flow.placed(line), key=lambda each: self._paint_at(line.start + each.start, theme))
            for style, run in runs:
                cells = ((each.rows[part], line.start + each.start) for each in run)
                yield "".join(_unless(hidden, at, row) for row, at in cells), style
            return
        edges = {line.start, line.stop}
        for span in (*self.lights, self.selected, *hidden):
            if span is not None:
                edges |= {edge for edge in (span.start, span.stop) if line.start < edge < line.stop}
        for start, stop in pairwise(sorted(edges)):
            yield _unless(hidden, start, flow.text[start:stop]), self._paint_at(start, theme)

    def _paint_at(self, offset: int, theme: str) -> Style | None:
        """Return how the character at an offset is lit; None if it is not."""
        area, word, hit, point = self.lights
        if any(span and offset in span for span in (self.selected, point)):
            return paint(theme, "select")
        if word and offset in word:
            return paint(theme, "word")
        if hit and offset in hit:
            return paint(theme, "hit")
        return paint(theme, "lit") if area and offset in area else None

    def thumb(self, y: int, theme: str) -> Segment:
        """Return the sign in the last column: where in the text the window stands."""
        none = Segment(" ", paint(theme, "text"))
        shown = [row.line for row in self._window.rows if row]
        if not shown or self._window.is_whole:
            return none
        height, whole = self._window.height, max(1, len(self._window.flow.text))
        visible = shown[-1].stop - shown[0].start
        size = max(1, min(height, visible * height // whole))
        at = min(height - size, shown[0].start * (height - size) // max(1, whole - visible))
        if self._window.is_at_start:
            at = 0
        return Segment(" ", paint(theme, "thumb")) if at <= y < at + size else none
