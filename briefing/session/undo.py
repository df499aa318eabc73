"""What can be taken back: jumps, bookmarks, and what was done to the library."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

UNDO_DEPTH: Final = 50


class Undo:
    """The last `UNDO_DEPTH` things done, the latest first."""

    def __init__(self) -> None:
        self.told = ""
        """What is so since something was taken back; empty where the place tells it."""
        self._done: deque[tuple[Callable[[], object], str]] = deque(maxlen=UNDO_DEPTH)

    def remember(self, undo: Callable[[], object], told: str = "") -> None:
        """Let `undo` take something back, of which `told` will say what is so then."""
        self._done.append((undo, told))

    def take_back(self) -> bool:
        """Take the latest back; False if there is none."""
        if not self._done:
            return False
        undo, self.told = self._done.pop()
        undo()
        return True
