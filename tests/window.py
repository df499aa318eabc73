"""A window of a terminal, as far as lines need one: rows, a cursor, scrolling, breaking at the edge."""

from __future__ import annotations

import re

from briefing.text.columns import columns_of

_SECOND_CELL = "\0"
"""What stands where a wide character goes on."""


class Window:
    """Shows what is written: text, CR, LF and steps of the cursor (CUU, CUD, CUF and CUB of ECMA-48).

    Args:
        columns: how wide it is.
        height: how many rows it shows.
        is_full: whether so much was written before that each new row scrolls.
    """

    def __init__(self, columns: int = 80, height: int = 24, *, is_full: bool = False) -> None:
        self.columns, self._height = columns, height
        self._lines = ["$ briefing"] * (height if is_full else 1)
        self._row, self._column = len(self._lines) - 1, 0

    def write(self, text: str) -> None:
        for piece in re.findall(r"\x1b\[\d+[ABCD]|[\r\n]|[^\r\n\x1b]+|\x1b", text):
            if piece == "\r":
                self._column = 0
            elif piece == "\n":
                self._feed()
            elif piece.startswith("\x1b"):
                self._move(int(piece[2:-1]), piece[-1])
            else:
                self._put(piece)

    def narrow(self, columns: int) -> None:
        """Make it narrower; what does not fit goes on in the row below, as in most terminals."""
        lines: list[str] = []
        for at, line in enumerate(self._lines):
            if at == self._row:
                self._row = len(lines)
            lines += [line[begin : begin + columns] for begin in range(0, len(line), columns)] or [""]
        self._lines, self.columns = lines, columns

    @property
    def cursor(self) -> tuple[int, int]:
        """The row of the window and the column of it, from 0."""
        return self._row - max(0, len(self._lines) - self._height), self._column

    @property
    def below(self) -> list[str]:
        """The rows of the window from the cursor's down, without empty ones at the end."""
        rows = [line.replace(_SECOND_CELL, "") for line in self._lines[self._row :]]
        while rows and not rows[-1]:
            rows.pop()
        return rows

    @property
    def lines(self) -> list[str]:
        """All that was written, row by row."""
        return self._lines

    def _move(self, by: int, way: str) -> None:
        if way in "AB":
            row = self._row + (by if way == "B" else -by)
            self._row = min(max(len(self._lines) - self._height, 0, row), len(self._lines) - 1)
        else:
            self._column = min(max(self._column + (by if way == "C" else -by), 0), self.columns - 1)

    def _feed(self) -> None:
        self._row += 1
        if self._row == len(self._lines):
            self._lines.append("")

    def _put(self, text: str) -> None:
        for char in text:
            width = max(1, columns_of(char))
            if self._column + width > self.columns:
                self._feed()
                self._column = 0
            cells = char + _SECOND_CELL * (width - 1)
            line = self._lines[self._row].ljust(self._column)
            self._lines[self._row] = line[: self._column] + cells + line[self._column + width :]
            self._column += width


def said(written: str) -> str:
    """Return the words of a write, without what moves the cursor and what breaks them into rows."""
    return " ".join(re.sub(r"\x1b\[\d+A", " ", written).split())
