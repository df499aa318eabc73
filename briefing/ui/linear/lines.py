"""What is said, as what a terminal is sent.

An announcement is one write of `CR LF text CR`: every reader speaks it whole, and the cursor rests where a
braille display shows its start. In a line that is typed it stays behind the last letter, where the next will
stand. Where output is no terminal, all that is said is a plain line, and letters wait for theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.safe import safe_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ui.keys.mentions import KeyNames

_DRAWN: Final = re.compile("[\u2500-\u259f\u2800-\u28ff]+")
"""Boxes, blocks and braille patterns: spoken as what they are, dot by dot."""


class Lines:
    """Writes lines.

    Args:
        write: takes text as it is sent.
        names: how the user's keys are told, where a line names commands.
        is_screen: whether it is sent to a terminal.
    """

    def __init__(self, write: Callable[[str], None], names: KeyNames, *, is_screen: bool) -> None:
        self._write, self._names, self._is_screen = write, names, is_screen

    def announce(self, text: str) -> None:
        """Write an announcement."""
        told = self._names.put_into(text)
        line = " ".join(_DRAWN.sub(" ", safe_text(told, keep_newlines=False)).split())
        self._write(f"\r\n{line}\r" if self._is_screen else f"{line}\n")

    def ask(self, line: str) -> None:
        """Write a line to type in: its label, and what stands in it already."""
        self._write(f"\r\n{line}" if self._is_screen else f"{line.rstrip()}\n")

    def echo(self, letters: str) -> None:
        """Write what was typed behind it."""
        if self._is_screen:
            self._write(safe_text(letters))
