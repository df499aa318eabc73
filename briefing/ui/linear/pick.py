"""The number of a list's line, digit by digit; any other key closes the list and is a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class NumberPick:
    """Takes the digits of a number.

    Args:
        count: the highest number.
        choose: is given the number that was typed.
        close: called once, before anything else is: keys are commands again.
        say: writes an announcement.
        other: answers a key that is none of a number's.
    """

    def __init__(
        self,
        count: int,
        choose: Callable[[str], None],
        *,
        close: Callable[[], None],
        say: Callable[[str], None],
        other: Callable[[str], None],
    ) -> None:
        self._count, self._choose = count, choose
        self._close, self._say, self._other = close, say, other
        self._typed = ""

    def key(self, key: str) -> None:
        """Take a digit, or Enter after some."""
        is_digit = key.isascii() and key.isdigit()
        number = self._typed + key if is_digit else self._typed
        if is_digit and number != "0" and int(number) * 10 <= self._count:
            self._typed = number
            self._say(f"{number}. Another digit, or Enter.")
            return
        self._close()
        if is_digit or (self._typed and key == "enter"):
            self._choose(number)
        else:
            self._other(key)
