"""What shows a session."""

from __future__ import annotations

from typing import Protocol


class Face(Protocol):
    """What shows a session, as far as a command needs it: its clipboard, its help, its leaving."""

    def copy(self, text: str) -> bool:
        """Put text on the clipboard of whoever looks or listens; False if there is none."""

    def show_help(self) -> None:
        """Tell every command with its keys."""

    def open_command_line(self) -> None:
        """Let a command be typed, and run it."""

    def show_library(self, words: str = "") -> None:
        """List the items of the library, or those in which there are these words."""

    def show_subscriptions(self) -> None:
        """List the subscriptions."""

    def show_player(self) -> None:
        """Go to what tells how it plays, or tell it."""

    def show_size(self) -> None:
        """Go to the control of the text size, or tell the size."""

    def say_row(self, step: int) -> None:
        """Say the next row of what was said last, or the one before; where it stands whole, say so."""

    def suspend_job(self) -> None:
        """Let the shell have the terminal until it brings us back; say so where there is none."""

    def leave(self) -> None:
        """End the visit."""
