"""A line that is typed: a search, a time to go to, a command.

No prompt stands before it is asked for. What is typed is echoed as a terminal would, so readers say each
letter once, and the cursor stays behind it, where the next letter will stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ui import entry
from briefing.ui.keys.words import spoken

if TYPE_CHECKING:
    from collections.abc import Callable


class LineEntry:
    """Takes a line key by key, and closes with Enter or Escape.

    Args:
        label: what is asked for, in words.
        run: carries out what was typed.
        close: called once, before `run`: keys are commands again.
        show: tells what the line is now, its label included.
        echo: tells the letters that were added to it.
        say: makes an announcement.
    """

    def __init__(
        self,
        label: str,
        run: Callable[[str], None],
        *,
        close: Callable[[], None],
        show: Callable[[str], None],
        echo: Callable[[str], None],
        say: Callable[[str], None],
    ) -> None:
        self._label, self._run, self._close = label, run, close
        self._show, self._echo, self._say = show, echo, say
        self._typed = ""

    def show(self, before: str = "") -> None:
        """Tell the line as it is now, after what is to be said before it."""
        self._show(f"{before}{self._label}: {self._typed}")

    def key(self, key: str) -> None:
        """Answer a key."""
        char = " " if key == "space" else key
        if len(char) == 1:
            self._type(char)
        elif key == "enter":
            self._close()
            if typed := self._typed.strip():
                self._run(typed)
            else:
                self._say(f"{self._label} closed, nothing typed.")
        elif key == "escape" or (key == "backspace" and not self._typed):
            self._close()
            self._say(f"{self._label} closed.")
        elif key == "backspace":
            gone, self._typed = self._typed[-1], self._typed[:-1]
            self.show(f"{spoken('space' if gone == ' ' else gone)} deleted. ")
        elif key == "ctrl+u":
            self._typed = ""
            self.show("Empty. ")
        else:
            self.show("Type, then Enter. Escape closes. ")

    def paste(self, text: str) -> None:
        """Take what was pasted, as one line."""
        self._type(entry.one_line(text))

    def _type(self, text: str) -> None:
        was_full = len(self._typed) == entry.LIMIT
        taken = text[: entry.LIMIT - len(self._typed)]
        self._typed += taken
        if taken:
            self._echo(taken)
        if len(self._typed) == entry.LIMIT and not was_full:
            self._say(entry.FULL)
