"""The cursor over what was said: moved by arrows, cell by cell, and the reading point with it.

Theory of operation: a routing key of a braille display, above a cell, asks for the cursor to come there.
BRLTTY (its routing.c) has a program do that as a user would: it sends arrows, first for the row, then for the
column, watches where the cursor goes after each, and gives up when it does not move. So an arrow moves the
cursor by one cell or row, at once, and says nothing, for what is said would be another row.

Where the cell shows a part of the text, its word is the reading point: from there is read without a sound,
and Enter plays. The place of the player stays until then, whatever is touched (UAAG 2.0, 2.1.4). On other
words, or behind them, the point is where it was before the cursor was moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Unit
from briefing.ui.linear.rows import columns_taken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.model import Span
    from briefing.session import Session
    from briefing.ui.linear.lines import Lines


class Touch:
    """Moves the cursor, and the reading point to the word that it comes to."""

    def __init__(self, session: Session, lines: Lines) -> None:
        self._session, self._lines = session, lines
        self._is_moving = False
        self._before: Span | None = None

    def let_go(self) -> None:
        """Let the word that the cursor rests on be where the next move begins."""
        self._is_moving = False

    def move(self, key: str) -> None:
        """Move the cursor by an arrow."""
        point, cursor = self._session.point, self._session.cursor
        if not self._is_moving:
            self._is_moving, self._before = True, point.span
        self._lines.move_cursor(key)
        offset = self._offset()
        word = None if offset is None else point.units_of(cursor).at(Unit.WORD, offset)
        if word is None:
            word = self._before
        if word != point.span:
            point.put_back(word)

    def _offset(self) -> int | None:
        """Return which character of the text the cursor is on; None if on none."""
        touched, said = self._lines.touched, self._lines.said
        if touched is None:
            return None
        shown = [(part.start, part.of(self._session.document.text)) for part in said.shows]
        return offset_at(said.rows, *touched, shown, self._lines.told)


def offset_at(
    rows: Sequence[str],
    row: int,
    column: int,
    shown: Sequence[tuple[int, str]],
    told: Callable[[str], str],
) -> int | None:
    """Return where in a text the character stands that a cell shows; of a space, the one before it.

    Args:
        rows: what was said, broken at spaces.
        row: the index of a row.
        column: the column of a cell in it, from 0.
        shown: parts of a text, each with its offset, in the order in which they were said.
        told: returns a part as it stands in what was said, without breaks.
    """
    before = _up_to(rows[row], column)
    at = sum(len(_letters(each)) for each in rows[:row]) + len(_letters(before)) - 1
    said, begin = "".join(map(_letters, rows)), 0
    for start, text in shown:
        letters = _letters(told(text))
        found = said.find(letters, begin)
        if found < 0:
            continue
        begin = found + len(letters)
        if letters and found <= at < begin:
            return start + _index_of(text, letters, at - found)
    return None


def _letters(text: str) -> str:
    """Return a text without its spaces, of which a break takes some."""
    return "".join(text.split())


def _up_to(row: str, column: int) -> str:
    """Return a row up to the character that a cell shows, and with it."""
    taken = 0
    for at, char in enumerate(row, 1):
        taken += columns_taken(char)
        if taken > column:
            return row[:at]
    return row


def _index_of(text: str, letters: str, at: int) -> int:
    """Return where in a text the letter stands that is the one at `at` of those that were told of it."""
    index = -1
    for letter in letters[: at + 1]:
        index = max(text.find(letter, index + 1), index)
    return max(index, 0)
