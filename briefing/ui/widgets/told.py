"""What took the focus, and what is typed, in words: for who hears the screen, which shows it by itself.

They are posted to the app: what a screen has a widget do ends on its way up at that screen.
"""

from __future__ import annotations

from textual.message import Message


class FocusTold(Message):
    """A control, a row of a list, or a line to type in has the focus, or is other than it was."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = " ".join(text.split())


class LettersTold(Message):
    """Letters were typed."""

    def __init__(self, letters: str) -> None:
        super().__init__()
        self.letters = letters
