"""What the app opens over the transcript: help, palette, lists, and prompts for an argument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.commands import Prompt
from briefing.safe import safe_line
from briefing.ui.widgets.dialogs import PromptScreen, help_screen, pick_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.commands import Pick
    from briefing.ui.commanded_app import CommandedApp
    from briefing.ui.widgets.dialogs import ListScreen
    from briefing.ui.widgets.palette import Palette

_LINE_LIMIT: Final = 200
"""Characters of a line to choose."""


def show_help(app: CommandedApp) -> None:
    """Open the help; what is chosen there is run."""
    _open(app, help_screen(app.names, app.size.width), app.run_line)


def show_palette(app: CommandedApp) -> None:
    """Open the palette; what is typed or chosen there is run."""
    from briefing.ui.widgets.palette import Palette

    _open(app, Palette(app.names), app.run_line)


def ask(app: CommandedApp, command_id: str, asks: Prompt | Pick, lines: list[str]) -> None:
    """Open what asks for the argument of a command, which then is run with it.

    Args:
        app: where to open it.
        command_id: what to run.
        asks: as the command's row has it.
        lines: what there is to pick, if it is to be picked.
    """
    if isinstance(asks, Prompt):
        screen: PromptScreen | ListScreen = PromptScreen(asks.title, asks.example)
    else:
        numbered = [f"{number}. {safe_line(line, _LINE_LIMIT)}" for number, line in enumerate(lines, 1)]
        screen = pick_screen(asks.title, numbered)
    _open(app, screen, lambda argument: app.run_command(command_id, argument))


def _open(app: CommandedApp, screen: PromptScreen | ListScreen | Palette, run: Callable[[str], None]) -> None:
    def answer(found: str | None) -> None:
        if found:
            run(found)
        app.let_go_of_closed()
        app.after_view()

    app.push_screen(screen, answer)
