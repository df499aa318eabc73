"""What is said, as what a terminal is sent.

Rules:
1. An announcement is one write, and all that one key brings is one announcement: of several, BRLTTY finds
   the last. It is broken at words into rows of the terminal, and the cursor rests at the start of the
   first: there a braille display shows its start, and the reader's own key for the next line goes on.
2. It begins on an empty row. Below it as many rows as it has are made room for, by line feeds, before the
   cursor goes up: what is at the foot of a full window is all there. The next begins on the first of them.
3. It never rests on the row of the window on which the last one did: more rows are made where it would, or
   may (`standing`).
4. In a line that is typed the cursor stays behind the last letter, where the next will stand.
5. Arrows may move it over what was said, cell by cell, as routing keys of a braille display have them do
   (`touching`), and any row can be said again, alone. At a display more rows than the window has are not
   written at once: what had left it could be read no more.
6. Where output is no terminal, all that is said is a plain line, and letters wait for theirs. A terminal
   that cannot move the cursor (`TERM=dumb`, an editor's shell) breaks lines itself: it gets
   `CR LF text CR`.

Why, as heard in the readers of Linux (yasr 0.6.9, Fenrir 1.9.5, BRLTTY 6.5, Orca 43 in VTE, TDSR): 20
sentences of news of 120 to 220 characters, eight of them with accents, other alphabets or wide
characters, in windows of 40, 80 and 132 columns (the ways between the first and the last in 80).
*Whole*: said from the first word to the last without a key by yasr, Fenrir and TDSR, and by *Orca*.
*Braille*: BRLTTY's line began with the start of the sentence, in a window that was full or empty; BRLTTY
speaks that row, and its own key for the next line goes on. *Cut*: a word was said in two halves.

    way of writing                                      whole    braille         Orca      cut
                                                        of 20    full    empty   full      most of 20
    CR LF text CR, one line that the terminal breaks    19 or 20 0 to 3  0 to 3  0 or 20   20
    rows, the cursor on the last one                    20       0       0       20        0
    rows, the cursor on the first                       20       9       20      0         0
    as that, on rows that were made room for before     20       9       20      0         0
    first on the last, 150 ms later on the first        0 to 20  9       20      20        0
    each row 60 ms after the one before                 0 to 20  0       0       5         19
    as here                                             20       20      20      19 or 20  0

In windows of 40, 80 and 132 columns, this way was said whole by Orca 20, 20 and 19 times of 20 where they
were full and 20, 19 and 20 times where they were empty; by BRLTTY, with its key for the next line and on a
quiet machine, 20, 20 and 20 times where they were full and 19, 20 and 17 times where they were empty.
TDSR's own source said it whole 20, 20 and 20 times; the other ways were heard in a likeness of it.

BRLTTY speaks and shows the row of the cursor, and of a row that it was on already (rule 3) only what is
other than before: of "Speed 1.2." after "Speed 1.1." the 2, of the same words nothing. Orca speaks what was
inserted, from the start of its first row to the end of the cursor's, unless that is the first: so the first
must be empty before (rule 2). Fenrir compares the screen of one moment with the next, and loses rows
that come while it speaks.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.commands.mentions import mention
from briefing.events import Announced, Focused, LettersTyped, TextWritten
from briefing.safe import safe_text
from briefing.ui.linear.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.events import Event
    from briefing.model import Span
    from briefing.ui.keys.mentions import KeyNames

_DRAWN: Final = re.compile("[\u2500-\u259f\u2800-\u28ff]+")
"""Boxes, blocks and braille patterns: spoken as what they are, dot by dot."""
_LEAST_COLUMNS: Final = 10
_MOST_CELLS: Final = 2
"""Columns that one character takes at most."""
_LEAST_PAGE: Final = 3
"""Rows that are written at once, however low a window is."""
_ANY_COLUMNS: Final = 80
"""How wide rows are that are told one by one where no window says it."""
_STEPS: Final = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}
"""Key -> rows and cells that the cursor goes by."""


class Rows(NamedTuple):
    """What was said last, in rows: all of them, and the parts of the briefing's text that stand in them."""

    rows: list[str]
    shows: tuple[Span, ...] = ()


class Lines:
    """Writes lines.

    Args:
        write: takes text as it is sent.
        names: how the user's keys are told, where a line names commands.
        columns: tells how wide the window is now, 0 for a terminal that cannot move its cursor; None where
            it is sent to no terminal.
        cells: tells how many cells of braille a row is to fit on, 0 for as many as the window has columns.
        height: tells how many rows the window has, 0 where that is not known.
        is_paged: tells whether no more rows are to be written at once than the window has.
    """

    def __init__(
        self,
        write: Callable[[str], None],
        names: KeyNames,
        columns: Callable[[], int] | None,
        cells: Callable[[], int] = lambda: 0,
        *,
        height: Callable[[], int] = lambda: 0,
        is_paged: Callable[[], bool] = lambda: False,
    ) -> None:
        self._write, self._names, self._columns = write, names, columns
        self._cells, self._height, self._is_paged = cells, height, is_paged
        self._held: list[str] = []
        """What is said and not written yet, a line each."""
        self._shows: list[Span] = []
        """What of the text stands in it."""
        self._is_held = self._is_row = False
        self._rows = [""]
        """The rows that were written last."""
        self._rows_columns = 0  # how wide the window was when they were written
        self._room = 0  # how many rows there are below the first of them that may be written on
        self._row = self._column = 0  # where the cursor is among them
        self._standing = Standing()
        self.typed = ""  # the key that is answered: TDSR takes a letter that comes first for its echo
        self.said = Rows([])
        self._top = 0
        """Which of the rows that were said is the first that is written."""
        self._again: tuple[Rows, int] | None = None
        """What is said again now, and from which row on."""

    def hear(self, event: Event) -> None:
        """Write what there is to write of an event."""
        match event:
            case Announced(text, is_row=True, shows=shows) | TextWritten(text, shows):
                self.list_row(text, shows)
            case Announced(text, shows=shows):
                self.announce(text, shows)
            case Focused(text, takes_text=False):
                self.announce(text)
            case Focused(text, takes_text=True):
                self.ask(text)
            case LettersTyped(letters):
                self.echo(letters)
            case _:
                pass  # nothing that is written

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write as one announcement what is said meanwhile, when that is over."""
        self._is_held = self._columns is not None
        try:
            yield
        finally:
            self._is_held = False
            self.write_held()

    def announce(self, text: str, shows: Span | None = None) -> None:
        """Write an announcement, behind what was announced just before."""
        self._show(shows)
        if self._held and not self._is_row:
            self._held[-1] += f" {self.told(text)}"
        else:
            self._held.append(self.told(text))
        self._is_row = False
        if not self._is_held:
            self.write_held()

    def list_row(self, text: str, shows: Span | None = None) -> None:
        """Write a row of a list, or a part of the text, which begins on a row of its own."""
        self._show(shows)
        self._is_row = True
        self._held.append(self.told(text))
        if not self._is_held:
            self.write_held()

    def _show(self, shows: Span | None) -> None:
        if shows is not None:
            self._shows.append(shows)

    def write_held(self) -> None:
        """Write what is held until now, as one announcement."""
        lines, shows = self._held.copy(), tuple(self._shows)
        self._held.clear()
        self._shows.clear()
        if not lines:
            return
        if self._columns is None:
            self._take_said(lines, shows)
            self._write("".join(f"{line}\n" for line in lines))
            return
        columns = self._columns()
        rows = [row for line in lines for row in self._broken(line, columns or _ANY_COLUMNS)]
        self._take_said(rows, shows)
        if columns:
            self._write(self._rested(self._page(rows), columns))
        else:
            self._write("".join(f"\r\n{line}\r" for line in lines))

    def _take_said(self, rows: list[str], shows: tuple[Span, ...]) -> None:
        self.said, self._top = self._again or (Rows(rows, shows), 0)
        self._again = None

    def _page(self, rows: list[str]) -> list[str]:
        """Return as many rows as are to be written at once, and how to get at the others."""
        height = self._height() if self._is_paged() else 0
        most = max(_LEAST_PAGE, height - 2)  # each second time one row is left out
        if not height or len(rows) <= most:
            return rows
        hint = self.told(f"More, {mention('row-next')}.")
        return [*rows[: most - 1], hint]

    def row_again(self, step: int) -> str:
        """Return the row that is so many on from the cursor's, to be said next, alone; at an end, say so."""
        last = len(self.said.rows) - 1
        if last < 0:
            return "Nothing has been said yet."
        is_beside = self._row > 0 and self.touched is None  # on the hint that there are more
        here = min(self._top + self._row - is_beside, last)
        to = min(max(here + step, 0), last)
        self._again = self.said, to
        edge = "" if to != here else "Last row. " if step > 0 else "First row. "
        return f"{edge}{self.said.rows[to]}"

    def move_cursor(self, key: str) -> None:
        """Move the cursor by a cell or row over what was written last, as an arrow does in an editor."""
        columns = self._columns() if self._columns else 0
        if not columns or columns < self._rows_columns:
            return  # nobody knows where it is
        from briefing.ui.linear.rows import columns_taken

        down, right = _STEPS[key]
        row = min(max(self._row + down, 0), len(self._rows) - 1)
        column = min(self._column + right, columns_taken(self._rows[row]) - 1)
        self._go_to(row, max(column, 0))

    def _go_to(self, row: int, column: int) -> None:
        down, right = row - self._row, column - self._column
        self._standing.move(down)
        self._row, self._column = row, column
        moves = ((down, "B"), (-down, "A"), (right, "C"), (-right, "D"))
        if moved := "".join(f"\x1b[{by}{way}" for by, way in moves if by > 0):
            self._write(moved)

    @property
    def touched(self) -> tuple[int, int] | None:
        """The row of `said` and the column where the cursor is; None if it is on none of them."""
        row = self._top + self._row
        written = self._rows[self._row]
        return (row, self._column) if self.said.rows[row : row + 1] == [written] else None

    def ask(self, line: str) -> None:
        """Write a line to type in: its label, and what stands in it already."""
        line = " ".join((*self._held, line))
        self._held.clear()
        if self._columns is None:
            self._write(f"{line.rstrip()}\n")
        elif columns := self._columns():
            rows = self._broken(line, columns)
            down = self._down(columns)
            self._write(down + "\r\n".join(rows))
            self._standing.feed(down.count("\n") + len(rows) - 1)
            self._take(rows[-1:], columns, 0)
        else:
            self._write(f"\r\n{line}")

    def echo(self, letters: str) -> None:
        """Write what was typed behind it."""
        if self._columns is not None:
            self._write(safe_text(letters))

    def step_below(self) -> None:
        """Go to the row below all that was written, where another program may write."""
        if self._columns is not None:
            columns = self._columns()
            self._write(self._down(columns))
            self._standing.lose()
            self._take([""], columns, 0)

    def _take(self, rows: list[str], columns: int, room: int) -> None:
        """Note what is written now."""
        self._rows, self._rows_columns, self._room = rows, columns, room
        self._row = self._column = 0

    def told(self, text: str) -> str:
        """Return a text with the user's keys, without what would be spoken as drawn."""
        told = self._names.put_into(text)
        return " ".join(_DRAWN.sub(" ", safe_text(told, keep_newlines=False)).split())

    def _down(self, columns: int) -> str:
        """Return what goes to the row below all that was written."""
        rows = self._rows[self._row :]
        taken = len(rows)
        if columns < self._rows_columns:  # it may have broken each row in several
            from briefing.ui.linear.rows import columns_taken

            taken = sum(-(-max(1, columns_taken(row)) // columns) for row in rows)
        return "\r" + "\n" * taken

    def _rested(self, rows: list[str], columns: int) -> str:
        """Return what writes rows, and leaves the cursor at the start of the first."""
        down, below = self._down(columns), len(rows) - 1
        standing, fed = self._standing, down.count("\n")
        standing.resize(self._height())
        if columns != self._rows_columns:
            standing.lose()
        room = standing.room(len(rows), fed, self._room - self._row)
        standing.feed(fed + room)
        standing.move(-room)
        self._take(rows, columns, room)
        echo = " \r" if self.typed and rows[0].startswith(self.typed) else ""
        self.typed = ""
        return down + echo + "\r\n".join(rows) + "\n" * (room - below) + f"\x1b[{room}A\r"

    def _broken(self, line: str, columns: int) -> list[str]:
        """Return a line as rows. The last column stays free: terminals differ in what is behind it."""
        usable = max(_LEAST_COLUMNS, min(columns - 1, self._cells() or columns))
        if _MOST_CELLS * len(line) <= usable:
            return [line]
        from briefing.ui.linear.rows import rows_of  # most answers are short

        return rows_of(line, usable)
