"""What opens over the transcript as a list: help, bookmarks.

Rules:
1. Escape closes, and q and the key that opened it do, which is said. The sound goes on.
2. A list's highlighted line is where the terminal's cursor is. What keys do in it is `ui.lists.keys`.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.commands.command import Group
from briefing.commands.mentions import mention
from briefing.commands.table import BY_ID, COMMANDS
from briefing.model import Span
from briefing.ui.keys.names import UNKNOWN
from briefing.ui.keys.words import key_in_words
from briefing.ui.lists.entries import Entry, entries_of
from briefing.ui.lists.keys import Deed, deed_of, told
from briefing.ui.widgets.choices import Choices
from briefing.ui.widgets.told import FocusTold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Offset

    from briefing.commands.options import Extra, Options
    from briefing.ui.widgets.around import Around

VIEW_KEYS: Final = (
    (("PageUp", "PageDown"), "Look through the text", "Move the view by a page; the reading stays."),
    (("Ctrl+Up", "Ctrl+Down"), "Look by lines", "Move the view by a line; the reading stays."),
    (("Tab", "Shift+Tab"), "Next control", "Move between the text, the scrubber and the text size."),
    (("Escape",), "Close", "Close what is open, or return to the text."),
    (("Backspace",), "Leave a line", "Close a line to type in, with nothing typed in it."),
    (("Ctrl+C",), "Copy or leave", "Copy the text that is selected; with none, leave."),
)
"""Keys of the screen itself, which are no commands: keys, title, help. A command may take them over."""

_COLUMNS_FROM: Final = 84
_KEYS_WIDTH: Final = 20
_TITLE_WIDTH: Final = 24


class ListScreen(ModalScreen[str | None]):
    """Lines to look through and choose from; the answer is the chosen line's id."""

    DEFAULT_CSS = """
    ListScreen { padding: 1 2 0 2; &.-large { padding: 0 2; Static { height: 1; } }
        Static { color: $panel-strong; text-style: bold; height: 2; }
    }
    """

    def __init__(
        self,
        title: str,
        entries: Sequence[Entry],
        around: Around,
        *,
        own: str = "",
        at: int | None = None,
    ) -> None:
        super().__init__()
        self._title, self._around, self._own = title, around, own
        self._choices = Choices(entries, at=at)

    def compose(self) -> ComposeResult:
        """Make title and list."""
        yield Static(Text(self.heading), markup=False)
        yield self._choices

    @property
    def heading(self) -> str:
        """What it lists, and what to do."""
        return self._around.names.put_into(f"{self._title}. {self._hint()}")

    def on_mount(self) -> None:
        """Tell what has opened, and where in it one is."""
        self.app.post_message(FocusTold(f"{self._title}. {self._choices.told}"))

    @property
    def stands_still(self) -> bool:
        """Whether the entries stand where they did."""
        return self._choices.stands_still

    def cursor_cell(self) -> Offset | None:
        """Return where the highlighted entry stands."""
        return self._choices.cursor_cell()

    def _hint(self) -> str:
        return f"{mention('play-here')} chooses, {mention('help')} for keys, Escape closes."

    def on_key(self, event: events.Key) -> None:
        """Do what a key does in a list."""
        command_id, argument = self._around.command_of(event)
        if command_id and BY_ID[command_id].works_over_dialogs:
            return
        key = event.character if event.is_printable and event.character else event.key
        deed = deed_of(key, command_id, self._own)
        if deed is Deed.NOTHING and not event.is_printable and event.key != UNKNOWN:
            return  # what any screen has, such as Tab
        event.stop()
        event.prevent_default()
        # Not here: Textual offers the same key to the bindings of a screen that opens now.
        self.call_next(self._do, deed, key, command_id, argument)

    def _do(self, deed: Deed, key: str, command_id: str, argument: str) -> None:
        choices = self._choices
        match deed:
            case Deed.CLOSE:
                self._around.say(f"{self._title} closed.")
                self.dismiss(None)
            case Deed.CHOOSE:
                choices.action_choose()
            case Deed.NEXT | Deed.BACK:
                choices.action_move(1 if deed is Deed.NEXT else -1)
            case Deed.FIRST | Deed.LAST:
                choices.action_move_to_end(1 if deed is Deed.LAST else -1)
            case Deed.PAGE_ON | Deed.PAGE_BACK:
                choices.action_move_page(1 if deed is Deed.PAGE_ON else -1)
            case Deed.LETTER:
                if not choices.highlight_letter(key):
                    self._around.say(f"None begins with {key}.")
            case Deed.RUN:
                self._around.run_command(command_id, argument)
            case Deed.TELL_KEYS:
                entries = [Entry(f"{keys}  {title}.", "") for keys, title in self._told()]
                self._around.ask(ListScreen("Keys of lists", entries, self._around), lambda _: None)
            case _:
                self._around.say(f"{key} does nothing in a list. {mention('help')} tells the keys.")

    def _told(self) -> Iterable[tuple[str, str]]:
        return told(self._around.names)

    def on_choices_digits(self, event: Choices.Digits) -> None:
        """Say what digits lead nowhere yet."""
        event.stop()
        self._around.say(f"{event.typed}, another digit." if event.typed else "There is no such number here.")

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Answer with what was chosen."""
        event.stop()
        self.dismiss(event.entry_id)


class OptionsScreen(ListScreen):
    """What the argument of a command is chosen from; the answer is the argument.

    `again` returns what there is to choose when something was done with a row, or, given what is asked for
    then, when more has come.
    """

    def __init__(
        self, command_id: str, options: Options, again: Callable[[str], Options | None], around: Around
    ) -> None:
        super().__init__(options.title, entries_of(options), around, own=command_id, at=options.at)
        self._options, self._again = options, again
        self._tried = options.at

    def on_choices_pointed(self) -> None:
        """Try what is gone to, where rows are tried."""
        at = self._choices.highlighted
        if self._options.trying and at is not None and at != self._tried:
            self._tried = at
            word = self._options.trying.word
            self._around.run_command(self._own, f"{self._options.rows[at].argument} {word}")

    def _do(self, deed: Deed, key: str, command_id: str, argument: str) -> None:
        """Take back what was tried before it is left."""
        if deed is Deed.CLOSE and self._options.trying:
            self._around.run_command(self._own, self._options.trying.leave)
        super()._do(deed, key, command_id, argument)

    def _hint(self) -> str:
        besides = [f"{_keys_of(extra)}: {extra.title.lower()}." for extra in self._options.extras]
        return " ".join((super()._hint(), *besides))

    def _told(self) -> Iterable[tuple[str, str]]:
        return (*super()._told(), *((_keys_of(extra), extra.title) for extra in self._options.extras))

    def on_key(self, event: events.Key) -> None:
        """Do what else there is to do with a row, or what the key does in any list."""
        extra = next((extra for extra in self._options.extras if event.key in extra.keys), None)
        if extra is None:
            super().on_key(event)
            return
        event.stop()
        event.prevent_default()
        self.call_next(self._do_besides, extra.word)

    def _do_besides(self, word: str) -> None:
        at = self._choices.highlighted
        if at is None:
            return
        self._around.run_command(self._own, f"{self._options.rows[at].argument} {word}")
        self._take("", at)

    def take_more(self, command_id: str) -> None:
        """List what has come behind the others, if it is for this command; one stays where one is."""
        if self._options.more and command_id == self._own:
            self._take(self._options.more, self._choices.highlighted or 0)

    def _take(self, argument: str, at: int) -> None:
        if options := self._again(argument):
            self._options = options
            self._choices.replace(entries_of(options), min(at, len(options.rows) - 1))


def _keys_of(extra: Extra) -> str:
    return ", ".join(map(key_in_words, extra.keys))


def help_screen(around: Around, width: int) -> ListScreen:
    """Return the help: every command by group.

    Args:
        around: the screen below.
        width: columns of the window; in a narrow one each command takes more lines.
    """
    names = around.names
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
    return ListScreen("Help", entries, around, own="help")


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
