"""The rows that the entries of a list take, laid out as far as somebody looks. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from briefing.ui.widgets.wrapping import WrappedLine, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.ui.glyphs.faces import Typeface
    from briefing.ui.lists.entries import Entry


class ChoiceRow(NamedTuple):
    """A row of the list: a line of an entry, or in large print a part of one."""

    entry: int
    """Its number."""
    line: WrappedLine
    part: int | None = None
    """Which row of large letters; None in the terminal's own."""

    def is_of_a_cut_line(self, y: int, height: int) -> bool:
        """Whether it is of large letters that are half in view, where whole ones could be.

        Args:
            y: where it stands in the window, from 0.
            height: rows of the window.
        """
        if self.part is None or self.line.rows > height:
            return False
        return not 0 <= y - self.part <= height - self.line.rows


def lines_of(text: str, width: int) -> list[WrappedLine]:
    """Return the lines of a text in so many cells."""
    lines: list[WrappedLine] = []
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        if cell_len(line) <= width:
            lines.append(WrappedLine(start, stop))
        else:
            lead = len(line) - len(line.lstrip())
            number, _, rest = line.partition(". ")
            hang = len(number) + len(". ") if rest and number.isdecimal() else 0
            plain = _plain_lines(text, start + lead, stop, width, (lead, hang))
            lines += plain or wrap(text, start + lead, stop, max(1, width), (lead, hang))
        start = stop + 1
    return lines


def _plain_lines(text: str, start: int, stop: int, width: int, indents: tuple[int, int]) -> list[WrappedLine]:
    """Return what `wrap` would, in a tenth of its time; nothing where it may part a word."""
    if not text.isascii() or width <= max(indents) or text[stop - 1] == " ":
        return []
    lines: list[WrappedLine] = []
    indent, rest = indents
    while stop - start > width - indent:
        cut = text.rfind(" ", start, start + width - indent + 1)
        word = text[cut + 1 : cut + 1 + width].partition(" ")[0]
        if cut <= start or text[cut - 1] == " " or not word or "-" in word or "/" in word:
            return []
        if len(word) > width - max(indents):
            return []
        lines.append(WrappedLine(start, cut, indent))
        start, indent = cut + 1, rest
    return [*lines, WrappedLine(start, stop, indent)]


def large_rows_of(text: str, width: int, face: Typeface) -> Iterator[tuple[WrappedLine, int | None]]:
    """Give the rows of what an entry begins with, its first line: small words, then large letters."""
    from briefing.ui.glyphs.setting import cells, height

    stop = len(text.partition("\n")[0])
    yield WrappedLine(0, stop), None
    for line in wrap(text, 0, stop, max(1, width), measure=lambda part: cells(part, face)):
        rows = height(text[line.start : line.stop], face)
        yield from ((line._replace(rows=rows), part) for part in range(rows))


class ChoiceRows:
    """The rows of entries in so many cells: those that were asked for, and how many there will be.

    Args:
        entries: any sequence; an entry is asked for when its rows are.
        width: cells of a row.
        face: what entries are drawn in; None for the terminal's own letters. In large print an entry is
            what its first line says.
    """

    def __init__(self, entries: Sequence[Entry], width: int, face: Typeface | None = None) -> None:
        self.width, self.face = width, face
        self._entries = entries
        self._rows: list[ChoiceRow] = []
        self._tops: list[int] = []

    def at(self, y: int) -> ChoiceRow | None:
        """Return a row; None above the first and below the last."""
        self._reach(lambda: len(self._rows) > y)
        return self._rows[y] if 0 <= y < len(self._rows) else None

    def of(self, index: int) -> range:
        """Return the rows of an entry."""
        self._reach(lambda: len(self._tops) > index)
        top = self._tops[index]
        return range(top, self._tops[index + 1] if index + 1 < len(self._tops) else len(self._rows))

    @property
    def height(self) -> int:
        """How many rows there are: for each entry that is not laid out as many as for the others."""
        done, count = len(self._tops), len(self._entries)
        return len(self._rows) if done == count else len(self._rows) * count // max(1, done)

    @property
    def last(self) -> ChoiceRow | None:
        """The last row; None if there is none."""
        self._reach(lambda: False)
        return self._rows[-1] if self._rows else None

    def _reach(self, is_reached: Callable[[], bool]) -> None:
        while not is_reached() and len(self._tops) < len(self._entries):
            index = len(self._tops)
            self._tops.append(len(self._rows))
            text = self._entries[index].text
            if self.face is None:
                self._rows += [ChoiceRow(index, line) for line in lines_of(text, self.width)]
            else:
                rows = large_rows_of(text, self.width, self.face)
                self._rows += [ChoiceRow(index, line, part) for line, part in rows]
