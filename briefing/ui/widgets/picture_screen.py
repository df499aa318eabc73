"""The picture by itself, as large as the window, with the words for it below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Protocol, Self, cast

from rich.segment import Segment
from rich.text import Text
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from briefing.ui import graphics
from briefing.ui.themes import paint
from briefing.ui.widgets import sent_picture
from briefing.ui.widgets.picture import half_blocks

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Offset, Region

    from briefing.ui.widgets.raster import Raster


class DrawingApp(Protocol):
    """An app whose terminal may draw pictures."""

    graphics: graphics.Graphics | None

    def draw_at(self, column: int, row: int, sequence: str) -> None:
        """Send what draws at a cell of the screen, counted from 0."""


class PictureView(Widget):
    """A picture in the middle of its room: by the terminal's own graphics, or in half blocks until then."""

    def __init__(self, picture: Raster) -> None:
        super().__init__()
        self._picture = picture
        self._cells: list[list[Segment]] = []
        self._is_sent = False

    def on_mount(self) -> None:
        """Draw it anew whenever the terminal was given to others meanwhile."""
        self.app.app_resume_signal.subscribe(self, lambda _: self.draw())

    def on_resize(self) -> None:
        """Draw it as large as fits."""
        self._cells = half_blocks(self._picture, self.size.width, self.size.height)
        self._is_sent = False
        self.refresh()
        self.draw()

    def on_unmount(self) -> None:
        """Have the terminal forget it."""
        drawn = self._terminal.graphics
        if self._is_sent and drawn and drawn.protocol is graphics.Protocol.KITTY:
            self._terminal.draw_at(0, 0, sent_picture.FORGET)

    @property
    def _terminal(self) -> DrawingApp:
        return cast("DrawingApp", self.app)

    def draw(self) -> None:
        """Have the terminal draw it, if it is known by now that it can."""
        drawn = self._terminal.graphics
        if drawn is None or drawn.protocol is None or not self._cells or self.app.is_headless:
            return
        columns, rows = len(self._cells[0]), len(self._cells)
        match drawn.protocol:
            case graphics.Protocol.KITTY:
                self._send(sent_picture.sent_by_kitty(self._picture, columns, rows))
            case graphics.Protocol.ITERM2:
                self._send(sent_picture.sent_by_iterm2(self._picture, columns, rows))
            case graphics.Protocol.SIXEL:
                make = partial(self._make_sixels, columns, rows, drawn.colours)
                self.run_worker(make, thread=True, exclusive=True, exit_on_error=False)

    def _make_sixels(self, columns: int, rows: int, colours: int) -> None:
        from briefing.ui.widgets.sixels import sixels_of

        if sixels := sixels_of(self._picture, columns, rows, colours):
            self.app.call_from_thread(self._send, sixels)

    def _send(self, sequence: str) -> None:
        """Clear its cells, and draw when that has been done."""
        self._is_sent = True
        self.refresh()
        column = self.region.x + (self.size.width - len(self._cells[0])) // 2
        row = self.region.y + (self.size.height - len(self._cells)) // 2
        self.call_after_refresh(self._terminal.draw_at, column, row, sequence)

    def render_line(self, y: int) -> Strip:
        """Return a row."""
        base, (width, height) = paint(self.app.theme, "text"), self.size
        row = y - (height - len(self._cells)) // 2
        if self._is_sent or not 0 <= row < len(self._cells):
            return Strip.blank(width, base)
        left = Segment(" " * ((width - len(self._cells[row])) // 2), base)
        return Strip([left, *self._cells[row]]).adjust_cell_length(width, base)


class PictureScreen(ModalScreen[None]):
    """The picture; any of the keys that close a list closes it.

    Args:
        picture: What is shown.
        words: What was said of it.
    """

    DEFAULT_CSS = """
    PictureScreen {
        PictureView { height: 1fr; }
        Static { color: $panel-ink; background: $panel-page; height: auto; max-height: 6; padding: 0 2; }
    }
    """
    BINDINGS: ClassVar = [("escape,q,enter,G", "dismiss_none", "Close")]

    def __init__(self, picture: Raster, words: str) -> None:
        super().__init__()
        self._picture = picture
        self._words = words

    def compose(self) -> ComposeResult:
        """Make picture and words."""
        yield PictureView(self._picture)
        size = f"{self._picture.original[0]} by {self._picture.original[1]} pixels."
        yield Static(Text(f"{self._words} {size} Escape closes."), markup=False)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw itself anew, but no places that changed on the screen behind: letters there erase sixels."""
        if regions:
            return self
        return super().refresh(repaint=repaint, layout=layout, recompose=recompose)

    def cursor_cell(self) -> Offset | None:
        """Return where the words begin: the terminal's cursor belongs there."""
        region = self.query_one(Static).content_region
        return region.offset if region else None

    def action_dismiss_none(self) -> None:
        """Close it."""
        self.dismiss(None)
