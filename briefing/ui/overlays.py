"""What the app opens over the transcript: help, palette, bookmarks, and prompts for an argument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.safe import safe_line
from briefing.ui.widgets.dialogs import PromptScreen, bookmarks_screen, help_screen

if TYPE_CHECKING:
    from briefing.ui.commanded_app import CommandedApp
    from briefing.ui.mentions import KeyNames

PROMPTS: Final = {
    "search": ("Search", "words to find"),
    "go": ("Go to", "a time such as 1:12, or a place such as p3.s2"),
}
"""Command id to the title of its prompt and an example."""


def show(app: CommandedApp, command_id: str, names: KeyNames) -> None:
    """Open what a command without its argument asks for.

    Args:
        app: where to open it; the answer is run as a command there.
        command_id: "help", "command", "bookmarks", "search" or "go".
        names: the keys that the user has.
    """

    def answer(found: str | None) -> None:
        if found and command_id in ("help", "command"):
            name, _, argument = found.partition(" ")
            app.run_command(name, argument)
        elif found:
            app.run_command(command_id, found)
        app.let_go_of_closed()
        app.after_view()

    if command_id == "command":
        from briefing.ui.widgets.palette import Palette

        app.push_screen(Palette(names), answer)
    elif command_id == "help":
        app.push_screen(help_screen(names, app.size.width), answer)
    elif command_id == "bookmarks":
        app.push_screen(bookmarks_screen(_bookmark_lines(app)), answer)
    else:
        app.push_screen(PromptScreen(*PROMPTS[command_id]), answer)


def _bookmark_lines(app: CommandedApp) -> list[str]:
    session = app.session
    lines = []
    for number, bookmark in enumerate(session.bookmarks, 1):
        sentence = session.transcript.sentence_at(bookmark.place.offset)
        words = bookmark.note or sentence.of(session.document.text)
        lines.append(f"{number}. {safe_line(words, 200)}")
    return lines
