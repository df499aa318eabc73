"""What can be taken back: jumps and bookmarks."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

UNDO_DEPTH: Final = 50


class Undo:
    """The last `UNDO_DEPTH` things done, the latest first."""

    def __init__(self) -> None:
        self._done: deque[Callable[[], object]] = deque(maxlen=UNDO_DEPTH)

    def remember(self, undo: Callable[[], object]) -> None:
        """Let `undo` take something back."""
        self._done.append(undo)

    def take_back(self) -> bool:
        """Take the latest back; False if there is none."""
        if not self._done:
            return False
        self._done.pop()()
        return True
