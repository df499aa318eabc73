"""The command palette, fed from the table of commands.

A word finds commands by title or id; an id followed by an argument runs it with that:
"go 1:12", "size lg", "sleep 30".
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.command import CommandInput, CommandPalette, DiscoveryHit, Hit, Provider

from briefing.commands import BY_ID, COMMANDS
from briefing.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.command import Hits


def palette(run: Callable[[str, str], None], keys: Mapping[str, str]) -> CommandPalette:
    """Return the palette; `run` is called with the id and argument that were chosen."""

    class Commands(Provider):
        """Commands as the palette wants them."""

        async def discover(self) -> Hits:
            """Give every command, in the table's order."""
            for command in COMMANDS:
                yield DiscoveryHit(
                    command.title,
                    partial(run, command.id, ""),
                    text=command.title,
                    help=_about(command.id, keys),
                )

        async def search(self, query: str) -> Hits:
            """Give the commands that fit what was typed."""
            name, _, argument = query.strip().partition(" ")
            typed = BY_ID.get(name.lower())
            if typed and argument:
                title = f"{typed.title}: {argument}"
                yield Hit(1.0, Text(title), partial(run, typed.id, argument), text=title, help=typed.help)
            matcher = self.matcher(query)
            for command in COMMANDS:
                score = max(matcher.match(command.title), matcher.match(command.id))
                if command is typed:
                    score = 1.0
                if score > 0:
                    yield Hit(
                        score,
                        matcher.highlight(command.title),
                        partial(run, command.id, ""),
                        text=command.title,
                        help=_about(command.id, keys),
                    )

    return Palette(providers=[Commands], placeholder=_EXAMPLE)


def _about(name: str, keys: Mapping[str, str]) -> str:
    words = keys[name]
    return f"{words}. {BY_ID[name].help}" if words else BY_ID[name].help


_EXAMPLE: Final = "Type a command, such as: go 1:12"
_CSS: Final = """
Palette {
    background: $page;
    SearchIcon { display: none; }
    & > .command-palette--help-text { color: transparent; text-style: none; }
    & > .command-palette--highlight { text-style: bold underline; }
    & > Vertical { margin-top: 0; background: $panel-page; width: 100%; max-width: 90; }
    & #--input { border: none; padding: 0 1; background: $panel-page; }
    & #--input.--list-visible { border: none; }
    CommandInput, CommandInput:focus {
        border: none; height: 1; margin: 1 0; padding: 0 1; background: $panel-page; color: $panel-strong;
        & > .input--placeholder { color: $panel-aside; text-style: none; }
        & > .input--cursor { color: $panel-page; background: $panel-strong; text-style: none; }
    }
    CommandList {
        border: none; background: $panel-page; padding: 0; scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: $panel-page 0%; }
        & > .option-list--option { color: $panel-ink; background: $panel-page; text-style: none; }
        & > .option-list--option-disabled { color: $panel-ink; background: $panel-page; text-style: none; }
        & > .option-list--option-highlighted { color: $word-ink; background: $word; text-style: bold; }
        & > .option-list--option-hover { color: $panel-ink; background: $lit-page; }
    }
    LoadingIndicator { display: none; }
}
"""


class CommandLine(CommandInput, Field):
    """The palette's line, with bounds."""


class Palette(CommandPalette):
    """Textual's palette in our colours: no icon, no borders, no faint text."""

    DEFAULT_CSS = _CSS

    def compose(self) -> ComposeResult:
        """Make the parts, with our line in place of Textual's."""
        for part in super().compose():
            yield CommandLine(_EXAMPLE, select_on_focus=False) if isinstance(part, CommandInput) else part
