"""Where the terminal's own cursor stands: what a screen reader or magnifier follows.

Textual hides the cursor and leaves it in a corner, and it sends a move only with its
next repaint. So the position is set before the repaint, for that to end there, and is
also written at once, and the cursor is shown: what follows the cursor may leave out one
that is hidden (DECTCEM). Every move of focus or highlight goes through `point_at`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget


def point_at(app: App[None], column: int, row: int) -> None:
    """Put the terminal's cursor on a cell of the screen, counted from 0."""
    app.cursor_position = Offset(column, row)
    driver = app._driver  # noqa: SLF001 - Textual has no public way to write a sequence
    if driver is not None and not app.is_headless:
        driver.write(f"\x1b[{row + 1};{column + 1}H\x1b[?25h")
        driver.flush()


def point_into(widget: Widget, column: int = 0, row: int = 0) -> None:
    """Put the terminal's cursor on a cell of a widget's content."""
    region = widget.content_region
    if region:
        point_at(widget.app, region.x + column, region.y + row)
