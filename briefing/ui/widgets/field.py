"""A line to type in: it takes no more than a line does, and the terminal's cursor stands in it.

Textual takes whatever is pasted or nothing of it, and sets the cursor before the line has its
place on the screen: in a corner, as long as nothing is typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input

from briefing.text.spelling import character
from briefing.ui import entry
from briefing.ui.widgets.told import FocusTold, LettersTold

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from textual import events


class Field(Input):
    """An input with bounds."""

    DEFAULT_CSS = """
    Field {
        border: none; height: 1; padding: 0;
        background-tint: $panel-page 0%;
        &:focus { border: none; background-tint: $panel-page 0%; }
        &, &:ansi {
            background: $panel-page; color: $panel-strong;
            & > .input--placeholder { color: $panel-aside; text-style: none; }
            & > .input--cursor { color: $panel-page; background: $panel-strong; text-style: $in-reverse; }
            & > .input--selection { color: $select-ink; background: $select; text-style: $in-reverse; }
        }
    }
    """

    class Full(Message):
        """More was typed or pasted than fits."""

    class Left(Message):
        """There was nothing left to delete: a second way out for those whose reader keeps Escape."""

    class Typed(Message):
        """What stands in the line is another: what was typed, or what may be."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, placeholder: str, **options: Any) -> None:
        super().__init__(placeholder=placeholder, max_length=entry.LIMIT, **options)
        self._before = ""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what was typed, or deleted and what is left."""
        before, self._before = self._before, event.value
        if event.value.startswith(before):
            self.app.post_message(LettersTold(event.value[len(before) :]))
        elif before.startswith(event.value):
            gone = before[len(event.value) :]
            called = character(gone) if len(gone) == 1 else gone
            self.app.post_message(FocusTold(f"{called} deleted. {event.value}"))
        else:
            self.app.post_message(FocusTold(event.value))

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where on the screen the next letter will stand; Textual's is one cell beyond at the end."""
        region = self.content_region
        before = cell_len(self.value[: self.cursor_position])
        return Offset(region.x + before - self.scroll_offset.x, region.y)

    def on_mount(self) -> None:
        """Tell what may be typed."""
        self.cursor_blink = self.app.animation_level != "none"
        self._tell()

    def cursor_cell(self) -> Offset | None:
        """Return where on the screen the next letter will stand."""
        return self.cursor_screen_offset if self.content_region else None

    def action_delete_left(self) -> None:
        """Delete the letter before the cursor; with nothing typed, leave the line."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.Left())

    def _move_and_tell(self, move: Callable[[], None]) -> None:
        """Move the cursor, and tell the letter on which it stands; at the end that."""
        move()
        at = self.cursor_position
        self.app.post_message(LettersTold(self.value[at]) if at < len(self.value) else FocusTold("End."))

    def action_cursor_left(self, select: bool = False) -> None:
        """Move to the letter before, and tell it."""
        self._move_and_tell(lambda: super(Field, self).action_cursor_left(select))

    def action_cursor_right(self, select: bool = False) -> None:
        """Move to the next letter, and tell it."""
        self._move_and_tell(lambda: super(Field, self).action_cursor_right(select))

    def action_home(self, select: bool = False) -> None:
        """Move to the first letter, and tell it."""
        self._move_and_tell(lambda: super(Field, self).action_home(select))

    def action_end(self, select: bool = False) -> None:
        """Move behind the last letter."""
        self._move_and_tell(lambda: super(Field, self).action_end(select))

    def watch_value(self) -> None:
        """Tell what stands there, however it came."""
        self._tell()

    def _tell(self) -> None:
        self.post_message(self.Typed(f"{self.value}_" if self.value else self.placeholder))

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        text = entry.one_line(event.text)
        start, stop = sorted(self.selection)
        room = entry.LIMIT - len(self.value) + stop - start
        self.replace(text[:room], start, stop)
        if len(text) > room:
            self.restricted()

    def restricted(self) -> None:
        """Say that nothing more fits."""
        self.post_message(self.Full())
