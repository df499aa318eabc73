"""What asks for a command's argument on the screen: a list, a line to type in, or a key to press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.commands.command import Prompt
from briefing.commands.options import Options
from briefing.ui.widgets.dialogs import OptionsScreen
from briefing.ui.widgets.prompt import PromptScreen
from briefing.ui.widgets.told import FocusTold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Offset
    from textual.screen import Screen

    from briefing.commands.command import KeyWanted
    from briefing.ui.widgets.around import Around


def asking_screen(
    command_id: str,
    asks: Prompt | Options | KeyWanted,
    again: Callable[[str], Options | None],
    around: Around,
) -> Screen[str | None]:
    """Return what asks; its answer is the argument. `again` returns what there is to choose from then.

    It is given what is asked for where more has come, else nothing.
    """
    if isinstance(asks, Prompt):
        return PromptScreen(asks)
    return OptionsScreen(command_id, asks, again, around) if isinstance(asks, Options) else KeyScreen(asks)


def take_more(screens: Iterable[Screen[Any]], command_id: str) -> None:
    """Show what has come since in the list of a command, if it is among these screens."""
    for screen in screens:
        if isinstance(screen, OptionsScreen):
            screen.take_more(command_id)


class KeyScreen(ModalScreen[str | None]):
    """Waits for a key, which is the answer behind what stands before it; Escape is none."""

    DEFAULT_CSS = """
    KeyScreen { align: left bottom; background: transparent;
        Static { background: $panel-page; color: $panel-strong; text-style: bold; padding: 0 2; }
    }
    """

    def __init__(self, asks: KeyWanted) -> None:
        super().__init__()
        self._title, self._before = asks

    def compose(self) -> ComposeResult:
        """Make the line."""
        yield Static(Text(f"{self._title}."), markup=False)

    def on_mount(self) -> None:
        """Tell what is asked for."""
        self.app.post_message(FocusTold(f"{self._title}."))

    def cursor_cell(self) -> Offset | None:
        """Return where the line begins."""
        return self.query_one(Static).content_region.offset

    def on_key(self, event: events.Key) -> None:
        """Answer with the key."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.app.post_message(FocusTold("No key is changed."))
            self.dismiss(None)
            return
        is_sign = event.is_printable and event.character and not event.character.isspace()
        self.dismiss(f"{self._before} {event.character if is_sign else event.key}")
