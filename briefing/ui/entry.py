"""What is typed or pasted into a line that asks for words: how much of it, and how it is told. Pure.

Rules:
1. A line takes `LIMIT` characters. Whatever is handed to it, the rest costs nothing.
2. A paste becomes one line: where it breaks lines, the line asked for is not over.
3. Terminals without bracketed paste send a paste as if it were typed; it is known by its
   speed (`Burst`).
"""

from __future__ import annotations

import re
from typing import Final

LIMIT: Final = 500
"""Characters that a line takes."""
FULL: Final = f"No more than {LIMIT} characters fit."
"""Said when they are reached."""
BURST: Final = 64
"""So many characters without a pause, at this rate, were not typed by hand."""
RATE_HZ: Final = 200.0
"""A key that is held down repeats up to 50 times a second."""
PAUSE_S: Final = 0.05
_WHITE: Final = re.compile(r"\s+")


def one_line(text: str) -> str:
    """Return what was pasted as a line: white space is one space, controls are left out.

    White space at either end is kept: what is pasted may come in pieces.
    """
    kept = "".join(char for char in text[: LIMIT * 8] if char.isprintable() or char.isspace())
    return _WHITE.sub(" ", kept)[: LIMIT + 1]


class Burst:
    """Tells what is pasted from what is typed by how much comes without a pause."""

    def __init__(self) -> None:
        self._size = 0
        self._first_s = self._last_s = 0.0

    def grows(self, size: int, now_s: float) -> bool:
        """Take note that `size` characters came at `now_s`; return whether they belong to a paste."""
        if now_s - self._last_s > PAUSE_S:
            self._size, self._first_s = 0, now_s
        self._size += size
        self._last_s = now_s
        return self._size >= max(BURST, RATE_HZ * (now_s - self._first_s))
