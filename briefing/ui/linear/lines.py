"""What is said, as what a terminal is sent.

Rules:
1. An announcement is one write, and all that one key brings is one announcement: of several, BRLTTY finds
   the last. It is broken at words into rows of the terminal, and the cursor rests at the start of the
   first: there a braille display shows its start, and the reader's own key for the next line goes on.
2. It begins on an empty row. Below it as many rows as it has are made room for, by line feeds, before the
   cursor goes up: what is at the foot of a full window is all there. The next begins on the first of them.
3. It never rests on the row of the window on which the last one did: one row more is made where it would.
4. In a line that is typed the cursor stays behind the last letter, where the next will stand.
5. Where output is no terminal, all that is said is a plain line, and letters wait for theirs. A terminal
   that cannot move the cursor (`TERM=dumb`, an editor's shell) breaks lines itself: it gets
   `CR LF text CR`.

Why, as heard in the readers of Linux (yasr 0.6.9, Fenrir 1.9.5, BRLTTY 6.5, Orca 43 in VTE, and a likeness of
TDSR): 20 sentences of news of 120 to 220 characters, eight of them with accents, other alphabets or
wide characters, in windows of 40, 80 and 132 columns (the ways between the first and the last in 80).
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
"TDSR" is no run of that reader: it is a likeness of it, rebuilt from its published source.

BRLTTY speaks and shows the row of the cursor, and of a row that it was on already (rule 3) only what is
other than before: of "Speed 1.2." after "Speed 1.1." the 2, of the same words nothing. Orca speaks what was
inserted, from the start of its first row to the end of the cursor's, unless that is the first: so the first
must be empty before (rule 2). Fenrir compares the screen of one moment with the next, and loses rows
that come while it speaks.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from briefing.events import Announced, Focused, LettersTyped, TextWritten
from briefing.safe import safe_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.events import Event
    from briefing.ui.keys.mentions import KeyNames

_DRAWN: Final = re.compile("[\u2500-\u259f\u2800-\u28ff]+")
"""Boxes, blocks and braille patterns: spoken as what they are, dot by dot."""
_LEAST_COLUMNS: Final = 10
_MOST_CELLS: Final = 2
"""Columns that one character takes at most."""


class Lines:
    """Writes lines.

    Args:
        write: takes text as it is sent.
        names: how the user's keys are told, where a line names commands.
        columns: tells how wide the window is now, 0 for a terminal that cannot move its cursor; None where
            it is sent to no terminal.
        cells: tells how many cells of braille a row is to fit on, 0 for as many as the window has columns.
    """

    def __init__(
        self,
        write: Callable[[str], None],
        names: KeyNames,
        columns: Callable[[], int] | None,
        cells: Callable[[], int] = lambda: 0,
    ) -> None:
        self._write, self._names, self._columns, self._cells = write, names, columns, cells
        self._held: list[str] = []
        """What is said and not written yet, a line each."""
        self._is_held = self._is_row = False
        self._rows = [""]
        """The rows from that of the cursor down to the last that is written on."""
        self._rows_columns = 0
        """How wide the window was when they were written."""
        self._room = 0
        """How many rows there are below the cursor's that may be written on."""

    def hear(self, event: Event) -> None:
        """Write what there is to write of an event."""
        match event:
            case Announced(text, is_row=True) | TextWritten(text):
                self.list_row(text)
            case Announced(text) | Focused(text, takes_text=False):
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
            self._write_held()

    def announce(self, text: str) -> None:
        """Write an announcement, behind what was announced just before."""
        if self._held and not self._is_row:
            self._held[-1] += f" {self._told(text)}"
        else:
            self._held.append(self._told(text))
        self._is_row = False
        if not self._is_held:
            self._write_held()

    def list_row(self, text: str) -> None:
        """Write a row of a list, or a part of the text, which begins on a row of its own."""
        self._is_row = True
        self._held.append(self._told(text))
        if not self._is_held:
            self._write_held()

    def _write_held(self) -> None:
        lines = self._held.copy()
        self._held.clear()
        if not lines:
            return
        if self._columns is None:
            self._write("".join(f"{line}\n" for line in lines))
        elif columns := self._columns():
            self._write(self._rested([row for line in lines for row in self._broken(line, columns)], columns))
        else:
            self._write("".join(f"\r\n{line}\r" for line in lines))

    def ask(self, line: str) -> None:
        """Write a line to type in: its label, and what stands in it already."""
        line = " ".join((*self._held, line))
        self._held.clear()
        if self._columns is None:
            self._write(f"{line.rstrip()}\n")
        elif columns := self._columns():
            rows = self._broken(line, columns)
            self._write(self._down(columns) + "\r\n".join(rows))
            self._rows, self._rows_columns, self._room = rows[-1:], columns, 0
        else:
            self._write(f"\r\n{line}")

    def echo(self, letters: str) -> None:
        """Write what was typed behind it."""
        if self._columns is not None:
            self._write(safe_text(letters))

    def step_below(self) -> None:
        """Go to the row below all that was written, where another program may write."""
        if self._columns is not None:
            self._write(self._down(self._columns()))
            self._rows, self._room = [""], 0

    def _told(self, text: str) -> str:
        """Return a text with the user's keys, without what would be spoken as drawn."""
        told = self._names.put_into(text)
        return " ".join(_DRAWN.sub(" ", safe_text(told, keep_newlines=False)).split())

    def _down(self, columns: int) -> str:
        """Return what goes to the row below all that was written."""
        taken = len(self._rows)
        if columns < self._rows_columns:  # it may have broken each row in several
            from briefing.ui.linear.rows import columns_taken

            taken = sum(-(-max(1, columns_taken(row)) // columns) for row in self._rows)
        return "\r" + "\n" * taken

    def _rested(self, rows: list[str], columns: int) -> str:
        """Return what writes rows, and leaves the cursor at the start of the first."""
        down, below = self._down(columns), len(rows) - 1
        room = len(rows) if len(rows) != self._room else len(rows) + 1
        self._rows, self._rows_columns, self._room = rows, columns, room
        return down + "\r\n".join(rows) + "\n" * (room - below) + f"\x1b[{room}A\r"

    def _broken(self, line: str, columns: int) -> list[str]:
        """Return a line as rows. The last column stays free: terminals differ in what is behind it."""
        usable = max(_LEAST_COLUMNS, min(columns - 1, self._cells() or columns))
        if _MOST_CELLS * len(line) <= usable:
            return [line]
        from briefing.ui.linear.rows import rows_of  # most answers are short

        return rows_of(line, usable)
