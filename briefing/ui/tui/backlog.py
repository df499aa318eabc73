"""Keys that came and wait for the screen: never more than it can answer soon. Pure.

Rules:
1. What is kept is bounded. Of a storm of keys the first and the last are kept: the first
   were meant, and the last may be the one that ends it.
2. Ctrl-C waits for nothing: what came before it is dropped.
3. Characters that came faster than anybody types are a paste to whoever asks for words,
   and keys to whoever does not.
4. Of mouse moves in a row the last counts.
"""

from __future__ import annotations

import re
from collections import deque
from typing import Final

from briefing.ui.entry import LIMIT, Burst
from briefing.ui.keys.sequences import Pasted, Sequence, Typed, Unit

KEPT: Final = LIMIT + 12
"""Characters at the start of a storm that are kept: more than a line takes, for it to say so."""
LAST: Final = 32
"""Characters, or units, at its end that are."""
KEYS: Final = 64
"""Characters of a paste that are keys where nobody asks for words."""
MOST: Final = 96
"""Units that are kept."""
_INTERRUPT: Final = "\x03"
_MOVE: Final = re.compile(rb"\x1b\[<(3[2-9]|[45]\d|6[0-3]);-?\d+;-?\d+M")
"""The mouse has moved, with or without a button held."""


class _Run:
    """Characters in a row. `is_burst` once they came too fast for a hand."""

    def __init__(self, text: str, *, is_burst: bool) -> None:
        self.text = text
        self.is_burst = is_burst
        self.taken = 0


class Backlog:
    """Units in the order in which they came."""

    def __init__(self) -> None:
        self._waiting: deque[_Run | Unit] = deque()
        self._burst = Burst()

    def add(self, unit: Unit, now_s: float) -> None:
        """Put a unit last that came at `now_s`, by any clock that never goes back."""
        if isinstance(unit, Typed):
            self._add_text(unit.text, now_s)
        else:
            if self._waiting and _is_move(self._waiting[-1]) and _is_move(unit):
                self._waiting.pop()
            self._waiting.append(unit)
        if len(self._waiting) > MOST:
            del self._waiting[-LAST]

    def _add_text(self, text: str, now_s: float) -> None:
        is_burst = self._burst.grows(len(text), now_s)
        if _INTERRUPT in text:
            self._waiting.clear()
            text = text[text.rindex(_INTERRUPT) :]
        last = self._waiting[-1] if self._waiting else None
        if isinstance(last, _Run) and (is_burst or not last.is_burst):
            last.text += text
            last.is_burst = is_burst
        else:
            last = _Run(text, is_burst=is_burst)
            self._waiting.append(last)
        if len(last.text) > KEPT + LAST:
            last.text = last.text[:KEPT] + last.text[-LAST:]

    def take(self, *, is_asked_for_words: bool) -> Unit | None:
        """Return the first unit and drop it; of characters, one, or all that were pasted as if typed.

        Args:
            is_asked_for_words: whether it goes to a line that is typed into.
        """
        if not self._waiting:
            return None
        first = self._waiting[0]
        if not isinstance(first, _Run):
            self._waiting.popleft()
            return first
        if first.is_burst and is_asked_for_words:
            self._waiting.popleft()
            return Pasted(first.text)
        if first.is_burst and first.taken >= KEYS:
            first.text = first.text[-LAST:]
        char, first.text = first.text[0], first.text[1:]
        first.taken += 1
        if not first.text:
            self._waiting.popleft()
        return Typed(char)


def _is_move(unit: _Run | Unit) -> bool:
    return isinstance(unit, Sequence) and _MOVE.fullmatch(unit.data) is not None
