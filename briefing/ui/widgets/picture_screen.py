"""The picture by itself, as large as the window, with the words for it below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.text import Text
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from briefing.ui.themes import paint
from briefing.ui.widgets.picture import half_blocks

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Offset

    from briefing.ui.widgets.raster import Raster


class PictureView(Widget):
    """A picture in half blocks, in the middle of its room."""

    def __init__(self, picture: Raster) -> None:
        super().__init__()
        self._picture = picture
        self._drawn: list[list[Segment]] = []

    def on_resize(self) -> None:
        """Draw it as large as fits."""
        self._drawn = half_blocks(self._picture, self.size.width, self.size.height)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a row."""
        base, (width, height) = paint(self.app.theme, "text"), self.size
        row = y - (height - len(self._drawn)) // 2
        if not 0 <= row < len(self._drawn):
            return Strip.blank(width, base)
        left = Segment(" " * ((width - len(self._drawn[row])) // 2), base)
        return Strip([left, *self._drawn[row]]).adjust_cell_length(width, base)


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

    def cursor_cell(self) -> Offset | None:
        """Return where the words begin: the terminal's cursor belongs there."""
        region = self.query_one(Static).content_region
        return region.offset if region else None

    def action_dismiss_none(self) -> None:
        """Close it."""
        self.dismiss(None)
