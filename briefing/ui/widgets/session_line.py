"""What the lines around the transcript have in common: words about the session, each in a paint of the theme.

What is on, chosen or focused is shown by words, brackets, reverse or bold; colour only repeats it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.widget import Widget

from briefing.ui.themes import paint

if TYPE_CHECKING:
    from briefing.session import Session


class SessionLine(Widget):
    """A line of words about the session."""

    def __init__(self, session: Session, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes="part line")
        self.session = session

    def styled(self, *parts: tuple[str, str]) -> Text:
        """Return a text of (words, paint) parts; an empty paint is plain."""
        line = Text(no_wrap=True, end="")
        for words, name in parts:
            line.append(words, paint(self.app.theme, name) if name else None)
        return line
