"""What opens over the transcript: help, bookmarks, and a line to type in.

Rules:
1. Escape closes; so do q and ?. The sound goes on, and the transport stays in view.
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
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from briefing.commands import COMMANDS, Group
from briefing.ui import entry
from briefing.ui.widgets.cursor import point_into
from briefing.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widgets import Input

VIEW_KEYS: Final = (
    ("PageUp, PageDown", "Look through the text", "Move the view by a page; the reading stays."),
    ("Ctrl+Up, Ctrl+Down", "Look by lines", "Move the view by a line; the reading stays."),
    ("Tab, Shift+Tab", "Next control", "Move between the text, the scrubber and the text size."),
    ("Escape", "Close", "Close what is open, or return to the text."),
    ("Ctrl+C", "Copy or leave", "Copy the text that is selected; with none, leave."),
)
"""Keys of the screen itself, which are no commands: keys, title, help."""

_COLUMNS_FROM: Final = 84
_KEYS_WIDTH: Final = 20
_TITLE_WIDTH: Final = 24

_CSS: Final = """
    background: $page;
    .dialog { background: $panel-page; color: $panel-ink; width: 100%; height: 100%; padding: 1 2 0 2; }
    .dialog--title { color: $panel-strong; text-style: bold; height: 2; }
    OptionList {
        height: 1fr; border: none; background: $panel-page; color: $panel-ink; padding: 0;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: $panel-page 0%; }
        & > .option-list--option { color: $panel-ink; background: $panel-page; padding: 0 1; }
        & > .option-list--option-disabled {
            color: $panel-strong; background: $panel-page; text-style: bold underline;
        }
        & > .option-list--option-highlighted { color: $word-ink; background: $word; text-style: bold; }
        & > .option-list--option-hover { color: $panel-ink; background: $lit-page; }
    }
    Input {
        border: none; height: 1; background: $panel-page; color: $panel-strong; padding: 0;
        background-tint: $panel-page 0%;
        &:focus { border: none; background-tint: $panel-page 0%; }
        & > .input--placeholder { color: $panel-aside; text-style: none; }
        & > .input--cursor { color: $panel-page; background: $panel-strong; text-style: none; }
        & > .input--selection { color: $select-ink; background: $select; }
    }
"""


class ListScreen(ModalScreen[str | None]):
    """Lines to look through and choose from; the answer is the chosen line's id."""

    DEFAULT_CSS = f"ListScreen {{ {_CSS} }}"
    BINDINGS: ClassVar = [("escape,q,question_mark", "dismiss_none", "Close")]

    def __init__(self, title: str, options: Sequence[Option]) -> None:
        super().__init__()
        self._title = title
        self._options = options

    def compose(self) -> ComposeResult:
        """Make title and list."""
        with Vertical(classes="dialog"):
            yield Static(Text(self._title), classes="dialog--title", markup=False)
            yield OptionList(*self._options, markup=False)

    def action_dismiss_none(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the chosen line."""
        event.stop()
        self.dismiss(event.option_id)

    def on_resize(self) -> None:
        """Keep the terminal's cursor on the highlighted line."""
        self.call_after_refresh(point_at_option, self.query_one(OptionList))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Take the terminal's cursor along."""
        event.stop()
        self.call_after_refresh(point_at_option, event.option_list)


def point_at_option(options: OptionList) -> None:
    """Put the terminal's cursor on the highlighted line of a list."""
    index = options.highlighted
    if index is not None and index < options.option_count:
        row = options._index_to_line.get(index, index)  # noqa: SLF001 - nothing public says where a line stands
        point_into(options, 1, max(0, row - options.scroll_offset.y))


def help_screen(keys: Mapping[str, str], width: int) -> ListScreen:
    """Return the help: every command by group.

    Args:
        keys: command id to its keys in words.
        width: columns of the window; in a narrow one each command takes more lines.
    """
    options: list[Option] = []
    for group in Group:
        members = [command for command in COMMANDS if command.group is group]
        options.append(Option(Text(group.value), disabled=True))
        for command in members:
            typed = f" Or type :{command.id} and {command.argument}." if command.argument else ""
            words = keys[command.id] or f":{command.id}"
            options.append(Option(_entry(words, command.title, command.help + typed, width), id=command.id))
    options.append(Option(Text("The screen"), disabled=True))
    options += [Option(_entry(*entry, width)) for entry in VIEW_KEYS]
    return ListScreen("Help. Escape closes, Enter runs the command.", options)


def _entry(keys: str, title: str, about: str, width: int) -> Text:
    """Return a command in columns, or in a narrow window as a title and a line below it."""
    if width < _COLUMNS_FROM:
        return Text(f"{keys}  {title}.\n  {about}")
    entry = Text(f"{keys:<{_KEYS_WIDTH}}")
    entry.append(f"{title:<{_TITLE_WIDTH}}", "bold")
    indent = _KEYS_WIDTH + _TITLE_WIDTH
    entry.append(f"\n{' ' * indent}".join(wrap(about, max(20, width - indent - 8))))
    return entry


def bookmarks_screen(lines: Sequence[str]) -> ListScreen:
    """Return the list of bookmarks; the answer is a bookmark's number."""
    options = [Option(Text(line), id=str(number)) for number, line in enumerate(lines, 1)]
    return ListScreen("Bookmarks. Enter goes there, Escape closes.", options)


class PromptScreen(ModalScreen[str | None]):
    """A line to type in, at the foot of the screen; the answer is what was typed."""

    DEFAULT_CSS = f"""
    PromptScreen {{ {_CSS} background: $page 0%; align: left bottom;
        .dialog {{ height: 3; padding: 0 2; }}
        .dialog--title {{ height: 1; }}
    }}
    """
    BINDINGS: ClassVar = [("escape", "dismiss_none", "Close")]

    def __init__(self, title: str, example: str) -> None:
        super().__init__()
        self._title = title
        self._example = example

    def compose(self) -> ComposeResult:
        """Make title and line."""
        with Vertical(classes="dialog"):
            yield Static(Text(self._title), classes="dialog--title", markup=False)
            yield Field(self._example)

    def action_dismiss_none(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def on_resize(self) -> None:
        """Keep the terminal's cursor in the line."""
        self.call_after_refresh(self.query_one(Field).point)

    def on_field_full(self) -> None:
        """Say it where the user looks."""
        self.query_one(".dialog--title", Static).update(Text(f"{self._title}. {entry.FULL}"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was typed."""
        event.stop()
        self.dismiss(event.value.strip() or None)
