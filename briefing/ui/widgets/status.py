"""The status: what was announced, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.message import Message

from briefing.ui.widgets.session_line import SessionLine

if TYPE_CHECKING:
    from briefing.events import Announced
    from briefing.session import Session
    from briefing.ui.keys.mentions import KeyNames

READ_S: Final = 2.0
"""Within this nobody has looked up and read a line."""


class Status(SessionLine):
    """What was announced last, in words, and what holds on: a size that cannot be shown, a refresh.

    An answer to a key stands alone, until something happens. What happens comes when it comes, two
    in a moment too: all stand for as long as it takes to look there (`READ_S`), beside the next.

    Where it keeps rows that an answer leaves free (`fit`), each answer begins a row lower or higher than the
    one before: BRLTTY says of a row that it is on already only what has changed in it.
    """

    class Grown(Message):
        """It takes more rows than before, or fewer: what stands above it has others."""

    note = ""
    progress = ""
    """How far something has come that goes on beside the reading; empty while nothing does."""
    rows = 1
    """As the style sheet has it."""
    first_row = 0
    """The row of them that its words begin in."""

    def __init__(self, session: Session, names: KeyNames) -> None:
        super().__init__(session)
        self._names = names
        self._told: list[tuple[float, str]] = []
        self._shown = ""
        self._seen = ""
        """What the last announcement begins with, and the text shows anyway."""

    @property
    def words(self) -> str:
        """All that it says, with the user's keys where it names commands."""
        told = " ".join(text for _, text in self._told)
        last = self.session.outbox.status.removeprefix(self._seen).lstrip()
        said = self._names.put_into(told or last)
        holds = [
            self.note if self.note not in said else "",
            self.progress if self.progress not in said else "",
        ]
        return " ".join(part for part in (said, *holds) if part)

    def on_resize(self) -> None:
        """Tell it when all around has its new place."""
        self.post_message(self.Grown())

    def hear(self, announced: Announced, *, is_answer: bool) -> None:
        """Take an announcement; `is_answer`: somebody has just asked for it."""
        now_s = self.session.clock()
        self._seen = announced.seen
        told = [] if is_answer else [(at_s, text) for at_s, text in self._told if now_s - at_s < READ_S]
        stays = is_answer or announced.urgent or bool(told)
        self._told = [*told, (now_s, announced.text)] if stays else []

    def tell_focused(self, text: str) -> None:
        """Say what has the focus, where the terminal's cursor rests with it."""
        self._told = [(self.session.clock(), text)]

    def forget(self) -> None:
        """Let nothing stand longer than the next announcement: what it was about is over."""
        self._told = []

    def render(self) -> Text:
        """Return the words, wrapped."""
        return Text("\n" * self.first_row + self.words, end="")

    def fit(self, width: int, most_rows: int, *, least_rows: int = 1) -> None:
        """Repaint in as many rows as the words take in `width` columns, `least_rows` to `most_rows`."""
        while len(self._told) > 1 and len(self.words) > most_rows * width:
            del self._told[0]
        words = self.words
        taken = -(-len(words) // max(1, width))
        rows = max(least_rows, min(most_rows, taken))
        if words != self._shown:
            self._shown = words
            self.first_row = int(self.first_row == 0 and taken < rows == least_rows > 1)
        if rows != self.rows:  # else the whole screen would be laid out for nothing
            self.rows = rows
            self.styles.height = rows
        self.refresh()
