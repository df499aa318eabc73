"""The transcript: the text in lines, lit as it is heard, followed or looked through by hand.

Rules:
1. What is lit comes from the session; a light step repaints the rows it touches and no others.
2. Moving the view by hand never moves the reading. It posts `LookedAway`; the session
   decides what that means.
3. Through every change of size or window the current sentence stays on screen, if it was.
4. What is lit, matched and selected differ by more than colour: a bar and bold, an
   underline, a reversal.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.segment import Segment
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from briefing.model import BlockKind, Light, Span
from briefing.sizes import USUAL, TextSize
from briefing.ui.themes import paint
from briefing.ui.widgets.fitting import fit
from briefing.ui.widgets.flow import Flow, Geometry, Line, Spot, clusters
from briefing.ui.widgets.picture_rows import PictureRows
from briefing.ui.widgets.window import Window, touches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.style import Style
    from textual import events
    from textual.selection import Selection

    from briefing.session import Session
    from briefing.ui.glyphs import Drawing, Face

    Picture = Callable[[int, int], Sequence[Sequence[Segment]]]
    """Draws into so many columns and rows, as large as fits."""

_GUTTER: Final = 3
"""Cells to the left for the bar, and to the right for the thumb."""
_WHEEL_ROWS: Final = 3
_ROWS: Final = 1 << 20
"""More rows than a piece can have: a spot as one number, for Textual's selections."""
_BAR, _THUMB = "▌", "▐"

_PAINTS: Final = {
    BlockKind.KICKER: "aside",
    BlockKind.TITLE: "title",
    BlockKind.SUMMARY: "lead",
    BlockKind.HEADING: "heading",
    BlockKind.CAPTION: "aside",
    BlockKind.CREDIT: "aside",
}


class Lights(NamedTuple):
    """What is lit: an area (a sentence or paragraph), a word in it, and a match of a search."""

    area: Span | None = None
    word: Span | None = None
    hit: Span | None = None


def lights_of(session: Session, *, is_quiet: bool) -> Lights:
    """Return what is to be lit now. A quiet screen has no moving word."""
    lit, sentence, hit = session.cursor.lit(session.look.light), session.sentence, session.hit
    if lit is None:
        return Lights(hit=hit)
    if sentence is None or len(lit) >= len(sentence) or session.look.light is not Light.WORD:
        return Lights(lit, None, hit)
    return Lights(sentence, None if is_quiet else lit, hit)


@lru_cache(maxsize=1024)
def _large(text: str, face: Face) -> tuple[str, ...]:
    """Return the rows of a text in large print; kept, for each row asks for one of them."""
    drawn = [face.draw(text[start:stop], max(1, cells)) for start, stop, cells in clusters(text) if cells]
    return tuple("".join(rows) for rows in zip(*drawn, strict=True)) or ("",) * face.rows


class Transcript(Widget, can_focus=True):
    """The text of the briefing."""

    class LookedAway(Message):
        """The view was moved by hand."""

    class Picked(Message):
        """A word was clicked."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class SizeShown(Message):
        """The text was laid out. `reason` says why the size is another than was asked for, or is empty."""

        def __init__(self, size: TextSize, reason: str) -> None:
            super().__init__()
            self.size = size
            self.reason = reason

    def __init__(self, session: Session, drawing: Callable[[], Drawing], *, is_quiet: bool = False) -> None:
        super().__init__(classes="part")
        self.session = session
        self.left = _GUTTER
        """The column in which the text begins."""
        self._drawing = drawing
        self._is_quiet = is_quiet
        self._draw_picture: Picture | None = None
        self._picture = PictureRows()
        self._shown: tuple[TextSize, str] | None = None
        self._lights = Lights()
        self._selected: Span | None = None
        self._is_painting = False
        self.window = Window(self._flow())

    def _flow(self) -> Flow:
        return Flow(
            self.session.document,
            with_kicker=self._is_quiet,
            with_picture=self._draw_picture is not None,
        )

    # Layout

    def on_resize(self) -> None:
        """Lay the text out for the new window."""
        self.lay_out()

    def lay_out(self) -> None:
        """Lay the text out for the window and the size; keep what was being read in view."""
        width, height = self.size
        if not width or not height:
            return
        session, window = self.session, self.window
        sentence = session.sentence
        room = (width - 2 * _GUTTER, height)
        size, face, reason = fit(session.size, session.document.text, sentence, room, self._drawing)
        columns = room[0] if width > 4 * _GUTTER else width
        unit = face.columns if face else 1
        columns = min(columns, size.columns * unit)
        columns -= columns % unit
        self.left = max(0, (width - columns) // 2)
        if self._draw_picture:
            drawn = self._draw_picture(min(columns, USUAL.columns), self.app.size.height // 3)
            self._picture.show(drawn, self.left, width)
        geometry = Geometry(columns, size, face, len(self._picture), sentence if size.fills else None)
        shown = window.rows_of(sentence)
        if size.fills and (shown or session.look.is_following):
            window.lay_out(geometry, height, sentence.start, 0)
            window.follow(sentence, session.place)
        elif shown or session.look.is_following or window.first_offset is None:
            window.lay_out(geometry, height, session.place, shown[0] if shown else None)
            window.follow(sentence, session.place)
        else:
            window.lay_out(geometry, height, window.first_offset, 0)
        self._lights = lights_of(session, is_quiet=self._is_quiet)
        self._selected = None
        self.refresh()
        if self._shown != (size, reason):
            self._shown = size, reason
            self.post_message(self.SizeShown(size, reason))

    def show_document(self) -> None:
        """Show the session's text from its start, in place of the one before."""
        self._draw_picture, self._picture = None, PictureRows()
        self.window.replace_flow(self._flow())
        self.lay_out()

    def show_picture(self, draw: Picture) -> None:
        """Put a picture before the caption."""
        self._draw_picture = draw
        is_at_start = self.window.is_at_start
        self.window.replace_flow(self._flow())
        self.lay_out()
        if is_at_start and self.window.rows_of(self.session.sentence):
            self.window.show_from(Spot(0, 0))

    # Looking

    def scroll_rows(self, rows: int) -> None:
        """Move the view by hand."""
        if self.window.scroll(rows):
            self.refresh()
            self.post_message(self.LookedAway())

    def scroll_lines(self, lines: int) -> None:
        """Move the view by hand, by lines of text."""
        self.scroll_rows(lines * self.window.flow.geometry.line_rows)

    def scroll_pages(self, pages: int) -> None:
        """Move the view by hand, by what is visible less a line."""
        line_rows = self.window.flow.geometry.line_rows
        self.scroll_rows(pages * max(line_rows, self.size.height - line_rows))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Wheel: look further down."""
        event.stop()
        self.scroll_rows(max(_WHEEL_ROWS, self.window.flow.geometry.line_rows))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Wheel: look further up."""
        event.stop()
        self.scroll_rows(-max(_WHEEL_ROWS, self.window.flow.geometry.line_rows))

    def on_click(self, event: events.Click) -> None:
        """Pick the word under the mouse, unless the mouse has selected text."""
        event.prevent_default()
        offset = self.window.offset_at(self._units(event.x), event.y)
        if offset is not None and self._selected is None:
            self.post_message(self.Picked(offset))

    def _units(self, x: int) -> int:
        return (x - self.left) // self.window.flow.geometry.unit

    # Lighting and following

    def update(self) -> None:
        """Show what the session lights now; follow it if the session follows."""
        old, new = self._lights, lights_of(self.session, is_quiet=self._is_quiet)
        filling = self.window.flow.geometry.sentence
        if filling and self.session.look.is_following and filling != self.session.sentence:
            self.lay_out()
        elif self.session.look.is_following and self.window.follow(self.session.sentence, self.session.place):
            self._lights = new
            self.refresh()
        elif old != new:
            self._lights = new
            changed = [span for was, now in zip(old, new, strict=True) if was != now for span in (was, now)]
            rows = {y for span in changed for y in self.window.rows_of(span)}
            if rows:
                self.refresh(*(Region(0, y, self.size.width, 1) for y in rows))

    def cursor_cell(self) -> Offset:
        """Return the cell, in the widget, at which the sentence being read begins, or the text in view."""
        window, sentence = self.window, self.session.sentence
        unit = window.flow.geometry.unit
        for y in window.rows_of(sentence):
            row = window.rows[y]
            if row:
                return Offset(self.left + window.units_before(sentence.start, row.line) * unit, y)
        return Offset(self.left, next((y for y, row in enumerate(window.rows) if row), 0))

    # Selecting: Textual keeps cells, which become offsets here

    def selection_updated(self, selection: Selection | None) -> None:
        """Show another selection."""
        self._selected = self._span_of(selection) if selection else None
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the plain text that is selected, whatever the size."""
        span = self._span_of(selection)
        return (span.of(self.window.flow.text), "\n") if span else None

    def _span_of(self, selection: Selection) -> Span | None:
        start = 0 if selection.start is None else self._offset_of(selection.start)
        stop = len(self.window.flow.text) if selection.end is None else self._offset_of(selection.end)
        return Span(start, stop) if start < stop else None

    def _offset_of(self, cell: Offset) -> int:
        """Return the offset of a cell whose row is a spot, written as one number by `render_line`."""
        window = self.window
        piece = min(cell.y // _ROWS, len(window.flow.pieces) - 1)
        spot = Spot(piece, cell.y % _ROWS)
        if spot in window.spots:
            offset = window.offset_at(self._units(cell.x), window.spots.index(spot), past_end=True)
            if offset is not None:
                return offset
        return window.flow.pieces[piece].start

    # Painting

    def _paint(self, name: str) -> Style:
        return paint(self.app.theme, name)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return rows to be painted: without offsets, which nobody looks for on the screen.

        An offset makes a style of its own of every run of text at every row, and Textual keeps
        thousands of them, each with its escape sequences.
        """
        self._is_painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._is_painting = False

    def render_line(self, y: int) -> Strip:
        """Return a row of the window; where it is not for painting, it tells where in the text it stands."""
        width, window = self.size.width, self.window
        base = self._paint("text")
        spot = window.spots[y] if y < len(window.spots) else None
        if spot is None:
            return Strip.blank(width, base)
        row = window.rows[y]
        picture_row = self._picture_row(spot)
        if self._is_painting and picture_row is not None:
            return self._picture.strip(picture_row, self._paint("aside"), self._thumb(y))
        segments = list(self._text(spot, row.line, row.part) if row else self._aside_row(spot))
        strip = Strip(segments).adjust_cell_length(width - 1, base)
        if not self._is_painting:
            # Textual finds the cell of a selection by this; the thumb is not to be selected.
            strip = strip.apply_offsets(0, spot.piece * _ROWS + spot.row)
        return Strip([*strip, self._thumb(y)], width)

    def _aside_row(self, spot: Spot) -> Iterator[Segment]:
        """Give a row of a picture, or of the name of who begins to speak."""
        flow, base = self.window.flow, self._paint("aside")
        if label := flow.label_at(spot):
            text, part = label
            face = flow.geometry.face
            yield Segment(" " * self.left, base)
            yield Segment(_large(text, face)[part] if face else text, self._paint("heading"))
            return
        row = self._picture_row(spot)
        if row is not None:
            yield from self._picture.segments(row, base)

    def _picture_row(self, spot: Spot) -> int | None:
        """Return which row of the picture this is; None if it is none of them."""
        flow = self.window.flow
        if flow.pieces[spot.piece].kind is not None:
            return None
        row = spot.row - flow.gap(spot.piece)
        return row if row >= 0 else None

    def _thumb(self, y: int) -> Segment:
        """Return the sign in the last column: where in the text the window stands."""
        style = self._paint("thumb")
        shown = [row.line for row in self.window.rows if row]
        if not shown or self.window.is_whole:
            return Segment(" ", style)
        height, whole = self.window.height, max(1, len(self.window.flow.text))
        visible = shown[-1].stop - shown[0].start
        size = max(1, min(height, visible * height // whole))
        at = min(height - size, shown[0].start * (height - size) // max(1, whole - visible))
        if self.window.is_at_start:
            at = 0
        return Segment(_THUMB if at <= y < at + size else " ", style)

    def _text(self, spot: Spot, line: Line, part: int) -> Iterator[Segment]:
        """Give a row of a line: bar, indent, and the text as it is lit."""
        flow = self.window.flow
        face, unit = flow.geometry.face, flow.geometry.unit
        piece = flow.pieces[spot.piece]
        plain = self._paint(_PAINTS.get(piece.kind, "text") if piece.kind else "text")
        bar = f"{_BAR} " if touches(self._lights.area, line) else ""
        yield Segment(bar.rjust(self.left)[-self.left :] if self.left else "", self._paint("bar"))
        if line.indent:
            begins = piece.kind is BlockKind.LIST_ITEM and line.start == piece.start and face is None
            yield Segment(("- " if begins else "").ljust(line.indent * unit), plain)
        style = plain
        for start, stop in self._runs(line):
            style = self._paint_at(start) or plain
            text = flow.text[start:stop]
            yield Segment(_large(text, face)[part] if face else text, style)
        if line.hyphen:
            yield Segment(_large("-", face)[part] if face else "-", style)

    def _runs(self, line: Line) -> Iterator[tuple[int, int]]:
        """Give the parts of a line within which nothing lit begins or ends."""
        edges = {line.start, line.stop}
        for span in (*self._lights, self._selected):
            if span is not None:
                edges |= {edge for edge in (span.start, span.stop) if line.start < edge < line.stop}
        return pairwise(sorted(edges))

    def _paint_at(self, offset: int) -> Style | None:
        """Return how the character at an offset is lit; None if it is not."""
        area, word, hit = self._lights
        if self._selected and offset in self._selected:
            return self._paint("select")
        is_hit = hit is not None and offset in hit
        if word and offset in word:
            return self._paint("word-hit" if is_hit else "word")
        if is_hit:
            return self._paint("hit")
        return self._paint("lit") if area and offset in area else None
