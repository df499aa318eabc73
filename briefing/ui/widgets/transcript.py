"""The transcript: the text in lines, lit as it is heard, followed or looked through by hand.

Rules:
1. What is lit comes from the session; a light step repaints the rows it touches and no others.
2. Moving the view by hand never moves the reading. It posts `LookedAway`; the session
   decides what that means.
3. Through every change of size or window the current sentence stays on screen, if it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from briefing.sizes import USUAL, TextSize
from briefing.ui.themes import paint
from briefing.ui.widgets.flow import Flow, Spot
from briefing.ui.widgets.focus import excerpt_of
from briefing.ui.widgets.layout import layout_of
from briefing.ui.widgets.lights import lights_of, read_in
from briefing.ui.widgets.picture_rows import PictureRows
from briefing.ui.widgets.selecting import number_of, span_of
from briefing.ui.widgets.text_rows import TextRows
from briefing.ui.widgets.window import TextWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.segment import Segment
    from textual import events
    from textual.selection import Selection

    from briefing.model import Span
    from briefing.session import Session
    from briefing.ui.glyphs.drawing import Drawing
    from briefing.ui.widgets.geometry import Geometry

    Picture = Callable[[int, int], Sequence[Sequence[Segment]]]
    """Draws into so many columns and rows, as large as fits."""

_WHEEL_ROWS: Final = 3


class TranscriptView(Widget, can_focus=True):
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

    def __init__(self, session: Session, drawing: Callable[[], Drawing]) -> None:
        super().__init__(classes="part")
        self.session = session
        self._drawing = drawing
        self._draw_picture: Picture | None = None
        self._picture = PictureRows()
        self._shown: tuple[TextSize, str] | None = None
        self._is_painting = False
        self._painted: tuple[Spot | None, ...] = ()
        self.window = TextWindow(self._flow(), turns_pages=session.look.turns_pages)
        self._rows = TextRows(self.window)

    @property
    def left(self) -> int:
        """The column in which the text begins."""
        return self._rows.left

    @property
    def margin(self) -> int:
        """The column in which lines begin, where these are more than a word."""
        return self._rows.left if self._rows.has_bar else 0

    def _flow(self, excerpt: Sequence[Span] = ()) -> Flow:
        return Flow(
            self.session.document,
            with_kicker=self._shows_kicker,
            with_picture=self._draw_picture is not None,
            excerpt=excerpt,
        )

    @property
    def _shows_kicker(self) -> bool:
        """Whether there is no banner to show it."""
        return self.session.look.is_quiet or self.session.size.is_drawn

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
        window.turns_pages = session.look.turns_pages
        layout = layout_of(session, (width, height), self._drawing)
        shown = window.rows_of(read_in(session)[0])
        before = window.text_rows if window.flow.excerpt and window.height == height else None
        if (window.flow.with_kicker, window.flow.excerpt) != (self._shows_kicker, layout.excerpt):
            window.replace_flow(self._flow(layout.excerpt))
        self._rows.left, self._rows.has_bar = layout.left, layout.has_bar
        if self._draw_picture:
            drawn = self._draw_picture(min(layout.columns, USUAL.columns), self.app.size.height // 3)
            self._picture.show(drawn, self.left, width)
        self._place(layout.geometry(len(self._picture), session.look.spacing.lines), height, shown)
        self._rows.lights, self._rows.veil = lights_of(session), session.cursor.veil
        self._rows.selected, self._painted = None, ()
        if before is not None and layout.excerpt:  # nearly all of the window is empty, at each word
            self.refresh(*(Region(0, y, width, 1) for y in before | window.text_rows))
        else:
            self.refresh()
        if self._shown != (layout.size, layout.reason):
            self._shown = layout.size, layout.reason
            # Made by ourselves: while the screen paints it would be the sender, and Textual hands no
            # message on to the one who sent it.
            self.call_later(self._tell_size)

    def _place(self, geometry: Geometry, height: int, shown: Sequence[int]) -> None:
        """Lay the window out, with what was read in the rows in which it was `shown`."""
        session, window = self.session, self.window
        sentence, offset = read_in(session)
        if window.flow.excerpt:
            window.lay_out(geometry, height, offset, 0)
            window.follow(sentence, offset)
        elif geometry.sentence and (shown or session.look.is_following):
            window.lay_out(geometry, height, sentence.start, 0)
            window.follow(sentence, offset)
        elif shown or session.look.is_following or window.first_offset is None:
            window.lay_out(geometry, height, offset, shown[0] if shown else None)
            window.follow(sentence, offset)
        else:
            window.lay_out(geometry, height, window.first_offset, 0)

    def _tell_size(self) -> None:
        if self._shown is not None:
            self.post_message(self.SizeShown(*self._shown))

    def show_document(self) -> None:
        """Show the session's text from its start, in place of the one before."""
        self._draw_picture, self._picture = None, PictureRows()
        self.window.replace_flow(self._flow())
        self.lay_out()

    @property
    def has_picture(self) -> bool:
        """Whether a picture, or its words, stands before the caption."""
        return self._draw_picture is not None

    def show_picture(self, draw: Picture | None) -> None:
        """Put a picture before the caption, or none."""
        self._draw_picture = draw
        if draw is None:
            self._picture = PictureRows()
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
        offset = self.window.offset_at(event.x - self.left, event.y)
        if offset is not None and self._rows.selected is None:
            self.post_message(self.Picked(offset))

    # Lighting and following

    def update(self) -> None:
        """Show what the session lights now; follow it if the session follows, and the reading point."""
        old, new = self._rows.lights, lights_of(self.session)
        flow, session = self.window.flow, self.session
        sentence, offset = read_in(session)
        follows = new.point != old.point if new.point else session.look.is_following
        filling = flow.geometry.sentence if follows else None
        if flow.excerpt != excerpt_of(session) or filling not in {None, sentence}:
            self.lay_out()
        elif follows and self.window.follow(sentence, offset):
            self._rows.lights = new
            self.refresh()
        elif old != new:
            self._rows.lights = new
            changed = [span for was, now in zip(old, new, strict=True) if was != now for span in (was, now)]
            rows = {y for span in changed for y in self.window.rows_of(span)}
            if rows:
                self.refresh(*(Region(0, y, self.size.width, 1) for y in rows))

    @property
    def stands_still(self) -> bool:
        """Whether what was painted last is what is in view now, whatever is lit."""
        return self._painted == tuple(self.window.spots)

    def cursor_cell(self) -> Offset:
        """Return the cell, in the widget, of the reading point, else of the sentence or the text in view."""
        x, y = self.window.cell_of(self.session.point.span or self.session.sentence)
        return Offset(self.left + x, y)

    # Selecting: Textual keeps cells, which become offsets here

    def selection_updated(self, selection: Selection | None) -> None:
        """Show another selection."""
        self._rows.selected = span_of(selection, self.window, self.left) if selection else None
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the plain text that is selected, whatever the size."""
        span = span_of(selection, self.window, self.left)
        return (self.session.cursor.shown_of(span), "\n") if span else None

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return rows to be painted: without offsets, which nobody looks for on the screen.

        An offset makes a style of its own of every run of text at every row, and Textual keeps
        thousands of them, each with its escape sequences.
        """
        if not self.window.height:  # the first paint comes before the event that tells the size
            self.lay_out()
        self._is_painting, self._painted = True, tuple(self.window.spots)
        try:
            return super().render_lines(crop)
        finally:
            self._is_painting = False

    def render_line(self, y: int) -> Strip:
        """Return a row of the window; where it is not for painting, it tells where in the text it stands."""
        theme, width, window = self.app.theme, self.size.width, self.window
        base, aside = paint(theme, "text"), paint(theme, "aside")
        spot = window.spots[y] if y < len(window.spots) else None
        if spot is None:
            return Strip.blank(width, base)
        thumb = self._rows.thumb(y, theme)
        picture_row = window.picture_row(spot)
        if picture_row is None:
            segments = self._rows.segments(y, theme)
        elif self._is_painting:
            return self._picture.strip(picture_row, aside, thumb)
        else:
            segments = self._picture.segments(picture_row, aside)
        strip = Strip(segments).adjust_cell_length(width - 1, base)
        if not self._is_painting:
            # Textual finds the cell of a selection by this; the thumb is not to be selected.
            strip = strip.apply_offsets(0, number_of(spot))
        return Strip([*strip, thumb], width)
