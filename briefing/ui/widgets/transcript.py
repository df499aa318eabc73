"""The transcript: the text in lines, lit as it is heard, followed or looked through by hand.

Rules:
1. What is lit comes from the session; a light step repaints the rows it touches and no others.
2. The view follows by the sentence, not by the word: it moves when the sentence being
   heard leaves the comfortable part of the window, and then puts it in the upper part.
3. Moving the view by hand never moves the reading. It posts `LookedAway`; the session
   decides what that means.
4. Through every change of size or window the current sentence stays on screen, if it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from briefing.model import BlockKind, Light, Span, TextSize
from briefing.ui.widgets.flow import Flow, Geometry, Line, Spot, clusters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual import events
    from textual.selection import Selection

    from briefing.session import Session
    from briefing.ui.glyphs import Drawing, Face

COLUMNS: Final = {TextSize.XS: 100, TextSize.SM: 72}
"""The longest lines of the plain sizes, in cells."""
LARGE_UNITS: Final = 72
"""The longest lines of large print, in characters."""
_GUTTER: Final = 3
"""Cells to the left for the bar, and to the right for the thumb."""
_FEWEST_UNITS: Final = 9
_FEWEST_LINES: Final = 2
"""A window with fewer characters or lines than these is too small for a size."""
_ROWS: Final = 1 << 20
"""More rows than a piece can have: a spot as one number, for Textual's selections."""
_BAR, _THUMB = "▌", "▐"

_CLASSES: Final = {
    BlockKind.KICKER: "aside",
    BlockKind.TITLE: "title",
    BlockKind.SUMMARY: "lead",
    BlockKind.HEADING: "heading",
    BlockKind.CAPTION: "aside",
    BlockKind.CREDIT: "aside",
}


@dataclass(frozen=True, slots=True)
class Lights:
    """What is lit: an area (a sentence or paragraph), a word in it, and a match of a search."""

    area: Span | None = None
    word: Span | None = None
    hit: Span | None = None

    def spans(self) -> Iterator[Span]:
        """Give those that are there."""
        for span in (self.area, self.word, self.hit):
            if span is not None:
                yield span


def lights_of(session: Session, *, is_quiet: bool) -> Lights:
    """Return what is to be lit now. A quiet screen has no moving word."""
    lit, sentence = session.lit, session.sentence
    hit = session.hit
    if lit is None:
        return Lights(hit=hit)
    if sentence is None or len(lit) >= len(sentence) or session.light is not Light.WORD:
        return Lights(lit, None, hit)
    return Lights(sentence, None if is_quiet else lit, hit)


def _touches(span: Span | None, start: int, stop: int) -> bool:
    return span is not None and span.start < stop and start < span.stop


class Transcript(Widget, can_focus=True):
    """The text of the briefing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"transcript--{name}"
        for name in (
            "title",
            "lead",
            "heading",
            "text",
            "aside",
            "lit",
            "word",
            "hit",
            "select",
            "bar",
            "thumb",
        )
    }

    class LookedAway(Message):
        """The view was moved by hand."""

    @dataclass
    class Picked(Message):
        """A word was clicked."""

        offset: int

    @dataclass
    class SizeShown(Message):
        """The size that the window allows is another than before. `reason` ends a sentence, or is empty."""

        size: TextSize
        reason: str

    def __init__(self, session: Session, drawing: Drawing, *, is_quiet: bool = False) -> None:
        super().__init__()
        self.session = session
        self._drawing = drawing
        self._is_quiet = is_quiet
        self._picture: Sequence[Sequence[Segment]] = ()
        self._make_picture: Callable[[int, int], Sequence[Sequence[Segment]]] | None = None
        self.flow = Flow(session.document, with_kicker=is_quiet)
        self.shown_size = TextSize.SM
        self.shown_reason = ""
        self._top = Spot(0, 0)
        self._view: list[Spot | None] = []
        self._lines: list[tuple[Line, int] | None] = []
        self._lights = Lights()
        self._selected: Span | None = None
        self._left = 0
        self._painted: dict[str, Style] = {}

    # Layout

    def on_resize(self) -> None:
        """Lay the text out for the new window."""
        self.lay_out()

    def lay_out(self) -> None:
        """Lay the text out for the window and the size; keep what was being read in view."""
        width, height = self.size
        if not width or not height:
            return
        session = self.session
        anchor = self._anchor()
        self.shown_size, face, reason = self._fitting(session.size, width, height)
        columns = width - 2 * _GUTTER if width > 4 * _GUTTER else width
        unit = face.columns if face else 1
        columns = min(columns, LARGE_UNITS * unit if face else COLUMNS[self.shown_size])
        columns -= columns % unit
        if self._make_picture:
            self._picture = self._make_picture(min(columns, COLUMNS[TextSize.SM]), height * 2 // 5)
        self._left = max(0, (width - columns) // 2)
        self.flow.lay_out(Geometry(columns, self.shown_size, face, len(self._picture)))
        self._lights = lights_of(session, is_quiet=self._is_quiet)
        self._selected = None
        offset, row = anchor
        if offset is None:
            self._show_from(Spot(0, 0))
        else:
            spot = self.flow.spot_of(offset)
            self._show_from(self.flow.moved(spot, -min(row, max(0, height - self.flow.geometry.line_rows))))
            if offset == session.place:
                self.follow()
        if (reason, self.shown_size) != (self.shown_reason, session.size) or reason:
            self.shown_reason = reason
        self.post_message(self.SizeShown(self.shown_size, reason))

    def _anchor(self) -> tuple[int | None, int]:
        """Return the offset that is to stay in view, and its row; None at the very start."""
        session = self.session
        sentence = session.sentence
        place = session.place
        visible = [i for i, item in enumerate(self._lines) if item]
        shown = [
            i
            for i in visible
            if (item := self._lines[i]) and sentence and _touches(sentence, item[0].start, item[0].stop)
        ]
        if not visible:
            return (place, self.size.height // 4) if place else (None, 0)
        if self._top == (0, 0) and (shown or session.is_following) and not place:
            return None, 0
        if shown or session.is_following:
            return place, shown[0] if shown else self.size.height // 4
        first = self._lines[visible[0]]
        return (first[0].start if first else place), 0

    def _fitting(self, wanted: TextSize, width: int, height: int) -> tuple[TextSize, Face | None, str]:
        """Return the largest size up to `wanted` that the window and the fonts allow, and why not that."""
        if wanted in COLUMNS:
            return wanted, None, ""
        from briefing.ui.glyphs import covers, face_for

        reason = "the window is too small for it"
        for size in (TextSize.LG, TextSize.MD):
            if size is TextSize.LG and wanted is TextSize.MD:
                continue
            face = face_for(size, self._drawing, self.session.document.text)
            if face is None:
                break
            if not covers(face, self.session.document.text):
                reason = "its letters do not cover this language"
                break
            units = (width - 2 * _GUTTER) // face.columns
            if units >= _FEWEST_UNITS and height >= _FEWEST_LINES * face.rows:
                return size, face, "" if size is wanted else reason
        return TextSize.SM, None, reason

    def show_picture(self, make: Callable[[int, int], Sequence[Sequence[Segment]]]) -> None:
        """Put a picture before the caption; `make(columns, rows)` returns its rows, as large as fits."""
        self._make_picture = make
        self.flow = Flow(self.session.document, with_kicker=self._is_quiet, with_picture=True)
        self._top = Spot(0, 0) if self._top == (0, 0) else self._top
        anchor = next((item[0].start for item in self._lines if item), 0)
        at_start = self._top == (0, 0)
        self._view, self._lines = [], []
        self.lay_out()
        if at_start:
            self._show_from(Spot(0, 0))
        elif not self.session.is_following:
            self._show_from(self.flow.spot_of(anchor))

    def _show_from(self, top: Spot) -> None:
        """Show the text from a row on; not past the end."""
        height = max(1, self.size.height)
        flow = self.flow
        found = flow.line_at(top)
        if found and found[1]:
            top = flow.moved(top, -found[1])
        rows = flow.rows(top, height)
        if rows[-1] is None and top != (0, 0):
            top = flow.moved(flow.last(), 1 - height)
            found = flow.line_at(top)
            if found and found[1]:
                top = flow.moved(top, flow.geometry.line_rows - found[1])
            rows = flow.rows(top, height)
        self._top = top
        self._view = rows
        self._lines = [flow.line_at(spot) if spot else None for spot in rows]
        self._drop_cut_line()
        self.refresh()

    def _drop_cut_line(self) -> None:
        """Leave out the last line of large print if the window cuts it."""
        last = self._lines[-1]
        if (
            last
            and last[1] < self.flow.geometry.line_rows - 1
            and len(self._lines) > self.flow.geometry.line_rows
        ):
            for y in range(len(self._lines) - last[1] - 1, len(self._lines)):
                self._lines[y] = None

    # Looking

    def scroll_rows(self, rows: int) -> None:
        """Move the view by hand."""
        before = self._top
        self._show_from(self.flow.moved(self._top, rows))
        if self._top != before:
            self.post_message(self.LookedAway())

    @property
    def left(self) -> int:
        """The column in which the text begins."""
        return self._left

    @property
    def shows_title(self) -> bool:
        """Whether the first row of the text is in view."""
        return self._top == (0, 0)

    def scroll_lines(self, lines: int) -> None:
        """Move the view by hand, by lines of text."""
        self.scroll_rows(lines * self.flow.geometry.line_rows)

    def scroll_pages(self, pages: int) -> None:
        """Move the view by hand, by what is visible less a line."""
        line = self.flow.geometry.line_rows
        self.scroll_rows(pages * max(line, self.size.height - line))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Wheel: look further down."""
        event.stop()
        self.scroll_rows(max(3, self.flow.geometry.line_rows))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Wheel: look further up."""
        event.stop()
        self.scroll_rows(-max(3, self.flow.geometry.line_rows))

    def on_click(self, event: events.Click) -> None:
        """Pick the word under the mouse, unless the mouse has selected text."""
        event.prevent_default()
        offset = self.offset_at(event.x, event.y)
        if offset is not None and self._selected is None:
            self.post_message(self.Picked(offset))

    def offset_at(self, x: int, y: int) -> int | None:
        """Return the offset of the character at a cell; beyond a line's end its last; None off the text."""
        item = self._lines[y] if 0 <= y < len(self._lines) else None
        if item is None or self.session.document.text[item[0].start : item[0].stop] == "":
            return None
        line = item[0]
        unit = self.flow.geometry.unit
        units = (x - self._left) // unit - line.indent
        at = 0
        for start, _, cells in clusters(self.flow.text[line.start : line.stop]):
            at += cells
            if at > units:
                return line.start + start
        return line.stop - 1

    # Lighting and following

    def update(self) -> None:
        """Show what the session lights now; follow it if the session follows."""
        old, new = self._lights, lights_of(self.session, is_quiet=self._is_quiet)
        if old != new:
            self._lights = new
            changed = set(old.spans()) ^ set(new.spans())
            if old.area == new.word or old.word == new.area:
                changed |= {*old.spans(), *new.spans()}
            self._refresh_spans(changed)
        if self.session.is_following:
            self.follow()

    def _refresh_spans(self, spans: set[Span]) -> None:
        width = self.size.width
        regions = [
            Region(0, y, width, 1)
            for y, item in enumerate(self._lines)
            if item and any(_touches(span, item[0].start, item[0].stop) for span in spans)
        ]
        if regions:
            self.refresh(*regions)

    def follow(self) -> None:
        """Bring the sentence at the place into comfortable view, if it is not."""
        sentence, place = self.session.sentence, self.session.place
        if not self._lines:
            return
        height, line = self.size.height, self.flow.geometry.line_rows
        here = self._row_of(place)
        last = height - line if height < 4 * line else height - line - max(1, height // 8)
        if here is not None and here <= last:
            if sentence is None or place > sentence.start:
                return
            end = self._row_of(max(sentence.start, sentence.stop - 1))
            if (end is not None and end <= height - line) or here <= height // 3:
                return
        start = self.flow.spot_of(place)
        lead = height // 4 - height // 4 % line if height >= 4 * line else 0
        first = self.flow.spot_of(sentence.start) if sentence else start
        if first != start and self.flow.moved(first, height - line - lead) > start:
            start = first
        top = self.flow.moved(start, -lead)
        if self.flow.spot_of(0) >= top:
            top = Spot(0, 0)
        self._show_from(top)

    def _row_of(self, offset: int) -> int | None:
        """Return the row of the window in which an offset's line begins; None if it is not in view."""
        for y, item in enumerate(self._lines):
            if item and item[1] == 0 and item[0].start <= offset < max(item[0].stop, item[0].start + 1):
                return y
        for y, item in enumerate(self._lines):  # a space at a line's end belongs to no line
            if item and item[1] == 0 and item[0].stop == offset:
                return y
        return None

    def cursor_cell(self) -> Offset:
        """Return the cell, in the widget, at which the sentence being read begins, or the text in view."""
        sentence = self.session.sentence
        for y, item in enumerate(self._lines):
            if item and sentence and _touches(sentence, item[0].start, item[0].stop):
                line = item[0]
                before = self.flow.text[line.start : max(line.start, sentence.start)]
                units = line.indent + sum(cells for _, _, cells in clusters(before))
                return Offset(self._left + units * self.flow.geometry.unit, y)
        return Offset(self._left, next((y for y, item in enumerate(self._lines) if item), 0))

    # Selecting: Textual keeps cells, which become offsets here

    def selection_updated(self, selection: Selection | None) -> None:
        """Show another selection."""
        self._selected = self._span_of(selection) if selection else None
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the plain text that is selected, whatever the size."""
        span = self._span_of(selection)
        return (span.of(self.flow.text), "\n") if span else None

    def _span_of(self, selection: Selection) -> Span | None:
        start = 0 if selection.start is None else self._offset_of(selection.start)
        stop = len(self.flow.text) if selection.end is None else self._offset_of(selection.end)
        return Span(start, stop) if start < stop else None

    def _offset_of(self, cell: Offset) -> int:
        piece, row = divmod(cell.y, _ROWS)
        spot = Spot(min(piece, len(self.flow.pieces) - 1), row)
        try:
            y = self._view.index(spot)
        except ValueError:
            found = self.flow.line_at(spot)
            return found[0].start if found else self.flow.pieces[spot.piece].start
        offset = self.offset_at(cell.x, y)
        return self.flow.pieces[spot.piece].start if offset is None else offset

    # Painting

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._painted = {}
        super().notify_style_update()

    def _style(self, name: str) -> Style:
        found = self._painted.get(name)
        if found is None:
            found = self._painted[name] = self.get_component_rich_style(f"transcript--{name}")
        return found

    def render_line(self, y: int) -> Strip:
        """Return a row of the window."""
        width = self.size.width
        base = self._style("text")
        spot = self._view[y] if y < len(self._view) else None
        if spot is None:
            return Strip.blank(width, base)
        item = self._lines[y]
        if item:
            segments = list(self._text_row(spot, *item, base))
        elif self.flow.pieces[spot.piece].kind is None and spot.row >= (gap := self.flow.gap(spot.piece)):
            aside = self._style("aside")
            cells = self._picture[spot.row - gap]
            segments = [
                Segment(" " * self._left, base),
                *(Segment(t, aside + s if s else aside) for t, s, _ in cells),
            ]
        else:
            segments = []
        strip = Strip(segments).adjust_cell_length(width - 1, base)
        strip = strip.apply_offsets(0, spot.piece * _ROWS + spot.row)
        return Strip([*strip, Segment(*self._thumb_cell(y))], width)

    def _thumb_cell(self, y: int) -> tuple[str, Style]:
        """Return the sign in the last column: where in the text the window stands."""
        height = len(self._view)
        whole = max(1, len(self.flow.text))
        shown = [item[0] for item in self._lines if item]
        if not shown or (self._top == (0, 0) and self._view[-1] is None):
            return " ", self._style("text")
        size = max(1, min(height, (shown[-1].stop - shown[0].start) * height // whole))
        room = max(1, whole - (shown[-1].stop - shown[0].start))
        at = min(height - size, shown[0].start * (height - size) // room)
        if self._top == (0, 0):
            at = 0
        return (_THUMB if at <= y < at + size else " "), self._style("thumb")

    def _text_row(self, spot: Spot, line: Line, part: int, base: Style) -> Iterator[Segment]:
        geometry = self.flow.geometry
        piece = self.flow.pieces[spot.piece]
        lights = self._lights
        is_lit = _touches(lights.area, line.start, line.stop)
        bar = f"{_BAR} " if is_lit else "  "
        yield Segment(bar.rjust(self._left)[-self._left :] if self._left else "", self._style("bar"))
        if line.indent:
            is_item = piece.kind is BlockKind.LIST_ITEM and line.start == piece.start and not part
            sign = "- " if is_item and not geometry.face else ""
            yield Segment(sign.ljust(line.indent * geometry.unit), base)
        plain = self._style(_CLASSES.get(piece.kind, "text") if piece.kind else "text")
        last = plain
        for start, stop in self._runs(line):
            last = self._style_at(start, plain)
            yield Segment(self._drawn(start, stop, part), last)
        if line.hyphen:
            yield Segment(geometry.face.draw("-", 1)[part] if geometry.face else "-", last)

    def _runs(self, line: Line) -> Iterator[tuple[int, int]]:
        """Give the parts of a line within which nothing lit begins or ends."""
        edges = {line.start, line.stop}
        for span in (*self._lights.spans(), self._selected):
            if span is not None:
                edges |= {edge for edge in (span.start, span.stop) if line.start < edge < line.stop}
        ordered = sorted(edges)
        return pairwise(ordered)

    def _style_at(self, offset: int, plain: Style) -> Style:
        lights = self._lights
        if self._selected and offset in self._selected:
            return self._style("select")
        is_hit = lights.hit is not None and offset in lights.hit
        if lights.word and offset in lights.word:
            word = self._style("word")
            return word + Style(underline=True) if is_hit else word
        if is_hit:
            return self._style("hit")
        if lights.area and offset in lights.area:
            return self._style("lit")
        return plain

    def _drawn(self, start: int, stop: int, part: int) -> str:
        text = self.flow.text[start:stop]
        face = self.flow.geometry.face
        if face is None:
            return text
        return "".join(face.draw(text[a:b], max(1, cells))[part] for a, b, cells in clusters(text) if cells)
