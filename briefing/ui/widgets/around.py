"""What the screen below has for what opens over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.screen import Screen

    from briefing.ui.keys.mentions import KeyNames


class Around(Protocol):
    """What the screen below has for a list over it."""

    names: KeyNames
    """The keys that the user has."""

    def command_of(self, event: events.Key) -> tuple[str, str]:
        """Return the command of a key, and its argument; empty if it has none."""

    def run_command(self, command_id: str, argument: str = "") -> None:
        """Run a command, and ask for the argument that it lacks."""

    def ask(self, screen: Screen[str | None], run: Callable[[str], None]) -> None:
        """Open a screen over everything, and have its answer run."""

    def say(self, text: str) -> None:
        """Say a sentence, in which commands may be mentioned."""

    def set_listing(self, *, is_on: bool) -> None:
        """Take note whether a list stands above the lines."""

    def rows_above_lines(self) -> int:
        """Return how many rows are free above the lines that stay in view."""
