"""What the terminal's cursor is for while nothing is open: the text, or what is told in the status. Pure.

1. A control that has the focus is told there with its value, and so is what it is set to.
2. On a quiet screen, which is for readers, an answer to a key that moved nothing is there to be read, until
   something moves. Elsewhere the cursor stays at the sentence: it would only distract who sees the status.
"""

from __future__ import annotations


class Attention:
    """What is told."""

    def __init__(self) -> None:
        self._has_control = self._has_answer = self._has_moved = False

    @property
    def is_at_status(self) -> bool:
        """Whether the cursor belongs to the status."""
        return self._has_control or self._has_answer

    def ask(self) -> None:
        """A key was pressed: what comes now answers it."""
        self._has_moved = False

    def move(self) -> None:
        """Something else of the text is read: that is what the cursor is for."""
        self._has_moved, self._has_answer = True, False

    def answer(self, *, is_quiet: bool) -> None:
        """What was asked for stands in the status."""
        self._has_answer = is_quiet and not self._has_moved

    def focus(self, *, is_control: bool) -> None:
        """A control has the focus, or the text."""
        self._has_control, self._has_answer = is_control, False
