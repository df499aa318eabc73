"""A line to type in over the transcript, at the foot of the screen: what is asked for, and where it is typed.

Escape closes it, and Backspace does with nothing typed. The sound goes on; text, status and scrubber stay in
view. What is typed or pasted is bounded, and it is said where it ends. Where the line would cut a line of
large print, it covers what is left of that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.ui.widgets.field import Field
from briefing.ui.widgets.told import FocusTold

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Offset
    from textual.widgets import Input

    from briefing.commands.command import Prompt


class PromptScreen(ModalScreen[str | None]):
    """A line to type in, at the foot of the screen; the answer is what was typed."""

    DEFAULT_CSS = """
    PromptScreen { align: left bottom;
        Horizontal { background: $panel-page; height: 1; padding: 0 2; }
        Static { color: $panel-strong; text-style: bold; width: auto; max-width: 60%; margin: 0 1 0 0; }
    }
    """
    BINDINGS: ClassVar = [("escape", "dismiss_none", "Close")]

    def __init__(self, asks: Prompt) -> None:
        super().__init__()
        self._title, self._example, self._before = asks

    def compose(self) -> ComposeResult:
        """Make title and line, in one row."""
        with Horizontal():
            # In the row of the line itself: it is read with what is typed there.
            yield Static(Text(f"{self._title}:", no_wrap=True, overflow="ellipsis"), markup=False)
            yield Field(self._example)

    def on_mount(self) -> None:
        """Tell what is asked for."""
        self.app.post_message(FocusTold(f"{self._title}:"))

    @property
    def top_row(self) -> int:
        """The row of the line itself, below what it covers."""
        return self.query_one(Horizontal).region.bottom - 1

    def cover(self, rows: int) -> None:
        """Cover so many rows more above the line."""
        self.query_one(Horizontal).set_styles(f"height: {rows + 1}; padding: {rows} 2 0 2;")

    def action_dismiss_none(self) -> None:
        """Close without an answer."""
        self.app.post_message(FocusTold(f"{self._title} closed."))
        self.dismiss(None)

    def on_field_left(self) -> None:
        """Close without an answer."""
        self.action_dismiss_none()

    def cursor_cell(self) -> Offset | None:
        """Return where the next letter will stand."""
        return self.query_one(Field).cursor_cell()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was typed."""
        event.stop()
        typed = event.value.strip()
        self.dismiss(f"{self._before} {typed}".strip() if typed else None)
