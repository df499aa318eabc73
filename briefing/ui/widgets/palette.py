"""The command palette, fed from the table of commands.

A word finds commands by title or id; an id followed by an argument runs it with that:
"go 1:12", "size lg", "sleep 30".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.fuzzy import FuzzySearch
from textual.screen import ModalScreen

from briefing.commands.table import BY_ID, COMMAND_LINE, COMMANDS
from briefing.model import Span
from briefing.ui.lists.entries import Entry
from briefing.ui.widgets.choices import Choices
from briefing.ui.widgets.field import Field
from briefing.ui.widgets.told import FocusTold

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Offset
    from textual.timer import Timer
    from textual.widgets import Input

    from briefing.commands.command import Command
    from briefing.ui.keys.mentions import KeyNames

_NOTHING: Final = Entry("Nothing fits what is typed.")
REST_S: Final = 0.7
"""How long nothing is typed before it is told what fits best: between letters it would cut their echo."""


def entries_for(query: str, names: KeyNames) -> list[Entry]:
    """Return the commands that fit what was typed, the best first; all for nothing.

    Args:
        query: What was typed.
        names: the keys that the user has.

    Returns:
        Entries with ids such as "pause" or "go 1:12".
    """
    query = query.strip()
    if not query:
        return [_entry(command, names) for command in COMMANDS]
    name, _, argument = query.partition(" ")
    typed = BY_ID.get(name.lower())
    search = FuzzySearch()
    found: list[tuple[float, Entry]] = []
    if typed and argument:
        about = f"{typed.title}: {argument}\n{names.put_into(typed.help)}"
        found.append((1.0, Entry(about, f"{typed.id} {argument}")))
    for command in COMMANDS:
        score, offsets = search.match(query, command.title)
        score = 1.0 if command is typed else max(score, search.match(query, command.id)[0])
        if score > 0:
            found.append((score, _entry(command, names, tuple(Span(at, at + 1) for at in offsets))))
    return [entry for _, entry in sorted(found, key=lambda each: -each[0])]


def _entry(command: Command, names: KeyNames, hits: tuple[Span, ...] = ()) -> Entry:
    keys = ", ".join(names.each(command.id))
    help_ = names.put_into(command.help)
    about = f"{keys}. {help_}" if keys else help_
    return Entry(f"{command.title}\n{about}", command.id, hits=hits)


class Palette(ModalScreen[str | None]):
    """A line to type in, and below it the commands that fit; the answer is an id, and its argument if any."""

    DEFAULT_CSS = """
    Palette { align: center top;
        Field { height: 3; max-width: 90; padding: 1 2; }
        Choices { height: auto; max-height: 70vh; max-width: 90; }
        &.-large Choices { height: 1fr; max-height: 100vh; }
    }
    """
    BINDINGS: ClassVar = [
        Binding("escape", "dismiss_none", show=False),
        Binding("down", "move('move', 1)", show=False),
        Binding("up", "move('move', -1)", show=False),
        Binding("pagedown", "move('move_page', 1)", show=False),
        Binding("pageup", "move('move_page', -1)", show=False),
    ]

    def __init__(self, names: KeyNames) -> None:
        super().__init__()
        self._names = names
        self._is_in_list = False
        self._rest: Timer | None = None
        self._choices = Choices(entries_for("", names), margin=2, takes_keys=False)

    def compose(self) -> ComposeResult:
        """Make line and list."""
        yield Field(COMMAND_LINE.example)
        yield self._choices

    def on_mount(self) -> None:
        """Tell what it is, and the first command."""
        self.app.post_message(FocusTold(f"{COMMAND_LINE.title}: {self._choices.told}"))

    def cursor_cell(self) -> Offset | None:
        """Return where the next letter will stand, or the highlighted command once that was gone to."""
        return self._choices.cursor_cell() if self._is_in_list else self.query_one(Field).cursor_cell()

    def action_dismiss_none(self) -> None:
        """Close without an answer."""
        self.app.post_message(FocusTold(f"{COMMAND_LINE.title} closed."))
        self.dismiss(None)

    def on_field_left(self) -> None:
        """Close without an answer."""
        self.action_dismiss_none()

    def action_move(self, how: str, step: int) -> None:
        """Move the highlight, for the line has the focus."""
        move = self._choices.action_move if how == "move" else self._choices.action_move_page
        move(step)
        self._is_in_list = True
        self._begin_rest(is_wanted=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits."""
        event.stop()
        self._is_in_list = False
        self._choices.show(entries_for(event.value, self._names) or [_NOTHING], is_told=False)
        self._begin_rest(is_wanted=bool(event.value.strip()))

    def _begin_rest(self, *, is_wanted: bool) -> None:
        """Tell what fits best when nothing more was typed for a while, if that is wanted."""
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST_S, self._tell_best) if is_wanted else None

    def _tell_best(self) -> None:
        self.app.post_message(FocusTold(self._choices.told or _NOTHING.text))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose what is highlighted."""
        event.stop()
        self._choices.action_choose()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Answer with what was chosen."""
        event.stop()
        self.dismiss(event.entry_id)
