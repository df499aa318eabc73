"""An app in whose frames the terminal's cursor ends where it belongs: see `widgets.cursor`."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from briefing.ui.tui.terminal_app import TerminalApp
from briefing.ui.widgets.cursor import HasCursor, StandsStill

if TYPE_CHECKING:
    from typing import Any

    from textual.geometry import Offset
    from textual.screen import Screen


class PointingApp(TerminalApp):
    """What is open over the text tells where the cursor is, and below it the app."""

    _is_shown = False
    _drawn_at: Offset | None = None

    @abstractmethod
    def cursor_cell(self) -> Offset | None:
        """Return where on the screen it belongs while nothing is open."""

    @property
    def _holder(self) -> object:
        return self.screen if len(self.screen_stack) > 1 else self

    def _aim(self) -> None:
        holder = self._holder
        cell = holder.cursor_cell() if isinstance(holder, HasCursor) else None
        if cell is not None:
            self.cursor_position = cell

    def _display(self, screen: Screen[object], renderable: Any) -> None:
        if self.screen_stack:  # what was asked for before the app was left
            self._aim()
        super()._display(screen, renderable)
        self._drawn_at = self.cursor_position

    def settle(self) -> None:
        """Send the cursor's place: now if the words are there, else after a repaint that has not."""
        if self.screen_stack and isinstance(self._holder, StandsStill) and self._holder.stands_still:
            self._send()
        self.call_after_refresh(self._send)

    def show_cursor(self) -> None:
        """Show the cursor, which is hidden whenever the terminal is taken over."""
        self._is_shown = False
        self.settle()

    def _send(self) -> None:
        if not self.screen_stack:
            return
        self._aim()
        if not self._is_shown or self.cursor_position != self._drawn_at:
            self._is_shown, self._drawn_at = True, self.cursor_position
            column, row = self.cursor_position
            # What follows the cursor may leave out one that is hidden (DECTCEM).
            self._write(f"\x1b[{row + 1};{column + 1}H\x1b[?25h")
