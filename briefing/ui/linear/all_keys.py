"""Media keys in lines: a terminal that can pass them on is asked to, and given back as it was.

Only a terminal that names itself one of these is asked (kitty's keyboard protocol): others might print the
question, and a reader say it. What it passes on then is media keys, and all others as before or by numbers.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from briefing.ui.linear.terminal import Hangup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

QUESTION: Final = "\x1b[?u"
TAKE: Final = "\x1b[>1u"
GIVE_BACK: Final = "\x1b[<u"
_KINDS: Final = ("kitty", "foot", "ghostty", "wezterm", "alacritty")


def is_to_be_asked(environ: Mapping[str, str]) -> bool:
    """Return whether a terminal names itself one that may pass on media keys."""
    named = f"{environ.get('TERM', '')} {environ.get('TERM_PROGRAM', '')}".lower()
    return any(kind in named for kind in _KINDS)


class AllKeys:
    """How the terminal stands; `write` sends to it."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._has_answered = self._is_taken = False

    def answered(self) -> None:
        """Take all keys: the terminal has answered that it passes them on."""
        self._has_answered = True
        self.take()

    def take(self) -> None:
        """Take them, again where they were given back meanwhile; nothing where no answer has come."""
        if self._has_answered and not self._is_taken:
            self._is_taken = True
            self._write(TAKE)

    def give_back(self) -> None:
        """Leave the keys as they were found, for a shell or for good."""
        if self._is_taken:
            self._is_taken = False
            with suppress(Hangup, OSError):  # the window is closed
                self._write(GIVE_BACK)
