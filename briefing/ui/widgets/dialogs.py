"""What opens over the transcript: help, bookmarks, and a line to type in.

Rules:
1. Escape closes, and in lists q and ? do. The sound goes on; behind a line to type in the text, the
   status and the scrubber stay in view.
2. A list's highlighted line is where the terminal's cursor is.
3. Choosing a line of help runs the command; choosing a bookmark goes there.
4. What is typed or pasted into a line is bounded, and it is said where it ends.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar, Final

from rich.text import Text
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.commands.command import Group, Prompt
from briefing.commands.table import COMMANDS
from briefing.model import Span
from briefing.safe import safe_line
from briefing.ui import entry
from briefing.ui.widgets.choice_rows import Entry
from briefing.ui.widgets.choices import Choices
from briefing.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widgets import Input

    from briefing.commands.command import Pick
    from briefing.ui.keys.mentions import KeyNames

VIEW_KEYS: Final = (
    (("PageUp", "PageDown"), "Look through the text", "Move the view by a page; the reading stays."),
    (("Ctrl+Up", "Ctrl+Down"), "Look by lines", "Move the view by a line; the reading stays."),
    (("Tab", "Shift+Tab"), "Next control", "Move between the text, the scrubber and the text size."),
    (("Escape",), "Close", "Close what is open, or return to the text."),
    (("Ctrl+C",), "Copy or leave", "Copy the text that is selected; with none, leave."),
)
"""Keys of the screen itself, which are no commands: keys, title, help. A command may take them over."""

_COLUMNS_FROM: Final = 84
_KEYS_WIDTH: Final = 20
_TITLE_WIDTH: Final = 24
_LINE_LIMIT: Final = 200
"""Characters of a line to pick."""


class ListScreen(ModalScreen[str | None]):
    """Lines to look through and choose from; the answer is the chosen line's id."""

    DEFAULT_CSS = """
    ListScreen { padding: 1 2 0 2;
        Static { color: $panel-strong; text-style: bold; height: 2; }
    }
    """
    BINDINGS: ClassVar = [("escape,q,question_mark", "dismiss_none", "Close")]

    def __init__(self, title: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._title = title
        self._entries = entries

    def compose(self) -> ComposeResult:
        """Make title and list."""
        yield Static(Text(self._title), markup=False)
        yield Choices(self._entries)

    def action_dismiss_none(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Answer with what was chosen."""
        event.stop()
        self.dismiss(event.entry_id)


def help_screen(names: KeyNames, width: int) -> ListScreen:
    """Return the help: every command by group.

    Args:
        names: the keys that the user has.
        width: columns of the window; in a narrow one each command takes more lines.
    """
    entries: list[Entry] = []
    for group in Group:
        members = [command for command in COMMANDS if command.group is group]
        entries.append(Entry(group.value))
        for command in members:
            line = names.typed(command.id) if command.argument else ""
            typed = f" Or type {line} and {command.argument}." if line else ""
            about = names.put_into(command.help) + typed
            entries.append(_entry(names.listed(command.id), command.title, about, width, command.id))
    entries.append(Entry("The screen"))
    for keys, title, about in VIEW_KEYS:
        free = [key for key in keys if names.is_free(key.lower())]
        if free:
            entries.append(_entry(", ".join(free), title, about, width))
    return ListScreen("Help. Escape closes, Enter runs the command.", entries)


def _entry(keys: str, title: str, about: str, width: int, entry_id: str = "") -> Entry:
    """Return a command in columns, or in a narrow window as a title and a line below it.

    Without an id, choosing it closes the help.
    """
    if width < _COLUMNS_FROM:
        return Entry(f"{keys}  {title}.\n  {about}", entry_id)
    indent = _KEYS_WIDTH + _TITLE_WIDTH
    room = max(20, width - indent - 8)
    lines = wrap(about, room) if len(about) > room else [about]
    text = f"{keys:<{_KEYS_WIDTH}}{title:<{_TITLE_WIDTH}}" + f"\n{' ' * indent}".join(lines)
    return Entry(text, entry_id, strong=(Span(_KEYS_WIDTH, indent),))


def asking_screen(asks: Prompt | Pick, lines: Sequence[str]) -> PromptScreen | ListScreen:
    """Return what asks for the argument of a command, which is its answer.

    Args:
        asks: as the command's row has it.
        lines: what there is to pick, if it is to be picked: its number is the answer.
    """
    if isinstance(asks, Prompt):
        return PromptScreen(asks.title, asks.example)
    entries = [
        Entry(f"{number}. {safe_line(line, _LINE_LIMIT)}", str(number))
        for number, line in enumerate(lines, 1)
    ]
    return ListScreen(f"{asks.title}. Enter goes there, Escape closes.", entries)


class PromptScreen(ModalScreen[str | None]):
    """A line to type in, at the foot of the screen; the answer is what was typed."""

    DEFAULT_CSS = """
    PromptScreen { align: left bottom;
        Vertical { background: $panel-page; height: 2; padding: 0 2; }
        Static { color: $panel-strong; text-style: bold; height: 1; }
    }
    """
    BINDINGS: ClassVar = [("escape", "dismiss_none", "Close")]

    def __init__(self, title: str, example: str) -> None:
        super().__init__()
        self._title = title
        self._example = example

    def compose(self) -> ComposeResult:
        """Make title and line."""
        with Vertical():
            yield Static(Text(self._title), markup=False)
            yield Field(self._example)

    def action_dismiss_none(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def on_resize(self) -> None:
        """Keep the terminal's cursor in the line."""
        self.call_after_refresh(self.query_one(Field).point)

    def on_field_full(self) -> None:
        """Say it where the user looks."""
        self.query_one(Static).update(Text(f"{self._title}. {entry.FULL}"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was typed."""
        event.stop()
        self.dismiss(event.value.strip() or None)
