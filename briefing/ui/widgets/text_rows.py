"""How a row of the transcript looks: bar, text as it is lit, thumb; in plain letters or in large print.

What is lit, matched and selected differ by more than colour: a bar and bold, an underline, a reversal.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rich.segment import Segment

from briefing.model import BlockKind
from briefing.ui.themes import paint
from briefing.ui.widgets.lights import Lights
from briefing.ui.widgets.window import touches
from briefing.ui.widgets.wrapping import clusters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style

    from briefing.model import Span
    from briefing.ui.glyphs.faces import Typeface
    from briefing.ui.widgets.flow import Spot
    from briefing.ui.widgets.window import TextWindow
    from briefing.ui.widgets.wrapping import WrappedLine

_BAR, _THUMB = "▌", "▐"

_PAINTS: Final = {
    BlockKind.KICKER: "aside",
    BlockKind.TITLE: "title",
    BlockKind.SUMMARY: "lead",
    BlockKind.HEADING: "heading",
    BlockKind.CAPTION: "aside",
    BlockKind.CREDIT: "aside",
    BlockKind.NOTE: "aside",
}


@lru_cache(maxsize=256)
def _large(text: str, face: Typeface) -> tuple[str, ...]:
    """Return the rows of a text in large print; kept, for each row asks for one of them."""
    drawn = [face.draw(text[start:stop], max(1, cells)) for start, stop, cells in clusters(text) if cells]
    return tuple("".join(rows) for rows in zip(*drawn, strict=True)) or ("",) * face.rows


class TextRows:
    """Paints the rows of a window; its owner says what is lit and selected, and where the text begins."""

    def __init__(self, window: TextWindow) -> None:
        self._window = window
        self.lights = Lights()
        self.selected: Span | None = None
        self.left = 0
        """The column in which the text begins."""

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
            yield Segment(_large(text, face)[part] if face else text, paint(theme, "heading"))

    def _text(self, spot: Spot, line: WrappedLine, part: int, theme: str) -> Iterator[Segment]:
        """Give a row of a line: bar, indent, and the text as it is lit."""
        flow = self._window.flow
        face, unit = flow.geometry.face, flow.geometry.unit
        piece = flow.pieces[spot.piece]
        plain = paint(theme, _PAINTS.get(piece.kind, "text") if piece.kind else "text")
        bar = f"{_BAR} " if touches(self.lights.area, line) else ""
        yield Segment(bar.rjust(self.left)[-self.left :] if self.left else "", paint(theme, "bar"))
        if line.indent:
            begins = piece.kind is BlockKind.LIST_ITEM and line.start == piece.start and face is None
            yield Segment(("- " if begins else "").ljust(line.indent * unit), plain)
        style = plain
        for start, stop in self._runs(line):
            style = self._paint_at(start, theme) or plain
            text = flow.text[start:stop]
            yield Segment(_large(text, face)[part] if face else text, style)
        if line.hyphen:
            yield Segment(_large("-", face)[part] if face else "-", style)

    def _runs(self, line: WrappedLine) -> Iterator[tuple[int, int]]:
        """Give the parts of a line within which nothing lit begins or ends."""
        edges = {line.start, line.stop}
        for span in (*self.lights, self.selected):
            if span is not None:
                edges |= {edge for edge in (span.start, span.stop) if line.start < edge < line.stop}
        return pairwise(sorted(edges))

    def _paint_at(self, offset: int, theme: str) -> Style | None:
        """Return how the character at an offset is lit; None if it is not."""
        area, word, hit = self.lights
        if self.selected and offset in self.selected:
            return paint(theme, "select")
        is_hit = hit is not None and offset in hit
        if word and offset in word:
            return paint(theme, "word-hit" if is_hit else "word")
        if is_hit:
            return paint(theme, "hit")
        return paint(theme, "lit") if area and offset in area else None

    def thumb(self, y: int, theme: str) -> Segment:
        """Return the sign in the last column: where in the text the window stands."""
        style = paint(theme, "thumb")
        shown = [row.line for row in self._window.rows if row]
        if not shown or self._window.is_whole:
            return Segment(" ", style)
        height, whole = self._window.height, max(1, len(self._window.flow.text))
        visible = shown[-1].stop - shown[0].start
        size = max(1, min(height, visible * height // whole))
        at = min(height - size, shown[0].start * (height - size) // max(1, whole - visible))
        if self._window.is_at_start:
            at = 0
        return Segment(_THUMB if at <= y < at + size else " ", style)
