"""How many wishes come through: a key that is held down does, a program that asks without end does not."""

from __future__ import annotations

from typing import Final

PER_S: Final = 20.0
AT_ONCE: Final = 40.0


class Rate:
    """Lets `AT_ONCE` through at once, and `PER_S` a second after them. Times are monotonic seconds."""

    def __init__(self, now_s: float) -> None:
        self._left, self._at_s = AT_ONCE, now_s

    def lets_through(self, now_s: float) -> bool:
        """Return whether one more comes through now."""
        self._left = min(AT_ONCE, self._left + (now_s - self._at_s) * PER_S)
        self._at_s = now_s
        if self._left < 1:
            return False
        self._left -= 1
        return True
