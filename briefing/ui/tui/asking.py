"""The terminal is asked what it can draw before there is a screen, and answers while that is being made.

Its answer comes as if it were typed. So from the moment of the question the terminal echoes nothing and
hands on each byte as it comes; the screen's driver finds the answer among the first that it reads, whole or
in part, early or late, and starts no later for it. What was typed meanwhile is still there for it, too.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from briefing import leaving

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANSWER_S: Final = 0.2
"""How long an answer is waited for where no screen came to read it."""


class Asking:
    """A question to the terminal, and how the terminal stood before it.

    Args:
        question: What is written; empty for nothing.
    """

    def __init__(self, question: str) -> None:
        self._question = question
        self._modes: list[Any] | None = None

    @contextmanager
    def before_the_screen(self) -> Iterator[None]:
        """Ask now; afterwards have the terminal as it stood, if no screen has taken that upon itself."""
        self._ask()
        try:
            yield
        finally:
            self._give_up()

    def take_modes(self) -> list[Any] | None:
        """Return how the terminal stood (termios), to whoever gives it back in the end; None but once."""
        modes, self._modes = self._modes, None
        return modes

    def _ask(self) -> None:
        keys, screen = sys.__stdin__, sys.__stderr__  # where Textual reads and draws
        if not self._question or sys.platform == "win32" or keys is None or screen is None:
            return
        import termios

        try:
            fd = keys.fileno()
            is_ours = os.tcgetpgrp(fd) == os.getpgrp()  # in the background we would be stopped
            if not (screen.isatty() and is_ours):
                return
            found, quiet = termios.tcgetattr(fd), termios.tcgetattr(fd)
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 1, 0
            self._modes = found
            leaving.undo_when_leaving(self._put_back)  # no screen is there yet to do so
            termios.tcsetattr(fd, termios.TCSANOW, quiet)
            os.write(screen.fileno(), self._question.encode("ascii"))
        except (OSError, ValueError, termios.error):  # no terminal, or none any more
            return

    def _put_back(self) -> None:
        modes = self.take_modes()
        if modes is not None and sys.platform != "win32" and sys.__stdin__ is not None:
            import termios

            with suppress(OSError, termios.error):
                termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, modes)

    def _give_up(self) -> None:
        modes = self.take_modes()
        if modes is None or sys.platform == "win32" or sys.__stdin__ is None:
            return
        import select
        import termios

        fd = sys.__stdin__.fileno()
        try:
            select.select([fd], [], [], _ANSWER_S)
            # The answer goes with what was typed: the shell would take it for a line.
            termios.tcsetattr(fd, termios.TCSAFLUSH, modes)
        except (OSError, termios.error):
            return
