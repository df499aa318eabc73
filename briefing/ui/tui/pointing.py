"""An app in whose frames the terminal's cursor ends where it belongs: see `widgets.cursor`.

Fenrir says what was written since it looked last, or the cursor's row where nothing was, and never both. So a
frame that takes the cursor to another row leaves it where it was, and it goes there by itself a moment later
(`AFTER_S`): what was written is cut short, and the row is said.

On a quiet screen, which is for readers, the row that it was left on is none that now has other words, which a
reader that looks meanwhile would say, but a blank one, if there is one. There an answer in the row
that the cursor has already is gone to again, too. But an answer that is all that was written, while nothing
is being said any more, is said as it is written: the frame ends there. That is sooner by a tenth of a second.
"""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from typing import TYPE_CHECKING, Final

from textual._compositor import LayoutUpdate
from textual.geometry import Offset, Region

from briefing.ui.tui.terminal_app import TerminalApp
from briefing.ui.widgets.cursor import HasCursor, StandsStill

if TYPE_CHECKING:
    from typing import Any

    from textual.screen import Screen

_EDGES: Final = " │┃▌▐█▎▊▁▔"
"""What may stand behind the words of a row: a border, a scroll bar."""
FRAME_S: Final = 0.03
"""Within this an answer is drawn."""
AFTER_S: Final = 0.05
"""The cursor goes so long after a frame: Fenrir has read that by then."""
AFTER_ALL_S: Final = 0.12
"""And so long after one that draws the whole window."""
A_ROW_S: Final = 0.006
"""And on a quiet screen so much longer for each row that has other words than before."""
SAYS_A_SIGN_S: Final = 0.04
"""So long a reader says each letter, at 250 words a minute."""
AT_LATEST_S: Final = 0.25
"""It goes so long after the first frame that left it behind, however many follow."""


class PointingApp(TerminalApp):
    """What is open over the text tells where the cursor is, and below it the app."""

    _is_shown = False
    _drawn_at: Offset | None = None
    _drawn: Screen[object] | None = None
    """What the last frame was of."""
    _seen: tuple[str, ...] = ()
    """What stood in the rows of the last frame, on a quiet screen."""
    _new_rows = 0
    """How many of them had other words than in the frame before."""
    _stood: tuple[str, ...] = ()
    """What stood in the rows of the frame before that."""
    _was_in: Screen[object] | None = None
    """Where the cursor went last: the rows of a list that only opens are as they are."""
    _taken_back: Region | None = None
    """The words that were erased, to be written when the cursor comes to them."""
    _has_come = False
    """Whether a frame has brought the cursor with an answer."""
    _said_by_s = 0.0
    """When a reader has said what it was given last, as the loop counts time."""
    _going: asyncio.TimerHandle | None = None
    _goes_by_s = 0.0

    @abstractmethod
    def cursor_cell(self) -> Offset | None:
        """Return where on the screen it belongs while nothing is open."""

    @property
    @abstractmethod
    def is_quiet(self) -> bool:
        """Whether the screen is for a reader: nothing moves that nobody asked for."""

    @property
    def _holder(self) -> object:
        return self.screen if len(self.screen_stack) > 1 else self

    def _aim(self) -> None:
        holder = self._holder
        is_made = holder is self or self.screen.is_mounted
        cell = holder.cursor_cell() if is_made and isinstance(holder, HasCursor) else None
        if cell is not None:
            self.cursor_position = cell

    def _display(self, screen: Screen[object], renderable: Any) -> None:
        if not self.screen_stack or renderable is None:  # the first: asked for before the app was left
            super()._display(screen, renderable)
            return
        self._aim()
        there = self.cursor_position
        here = self._left_at(there)
        self.cursor_position = here
        super()._display(screen, renderable)
        self.cursor_position = there
        self._drawn_at, self._drawn = here, screen
        if here != there:
            self._take_back(there)
            after_s = AFTER_ALL_S if isinstance(renderable, LayoutUpdate) else AFTER_S
            self._send_later(max(after_s, AFTER_S + A_ROW_S * self._new_rows))

    def _left_at(self, there: Offset) -> Offset:
        """Return where the next frame leaves the cursor that is to go there."""
        before = self._drawn_at
        if before is None:
            return there
        if not self.is_quiet:
            return there if before.y == there.y else before
        rows = tuple(strip.text for strip in self.screen._compositor.render_strips())  # noqa: SLF001
        seen, self._seen = self._seen, rows
        self._new_rows = sum(row != old for row, old in zip(rows, seen, strict=False))
        self._stood = seen if len(seen) == len(rows) else ("",) * len(rows)
        if before.y != there.y and (told := self._told_alone(there.y)):
            is_silent = asyncio.get_running_loop().time() >= self._said_by_s
            self._is_given(told)
            if is_silent:
                self._has_come = True
                return there
        is_same = before.y < min(len(rows), len(seen)) and rows[before.y] == seen[before.y]
        if before.y == there.y and (is_same or before.x != there.x):  # or something is typed
            return there
        return before if is_same else self._blank(rows, before)

    def _told_alone(self, y: int) -> str:
        """Return the new words in that row and below it; nothing where others are new, or a list is open."""
        seen, stood = self._seen, self._stood
        new = [at for at, row in enumerate(seen) if row != stood[at] and row.strip()]
        is_alone = new == list(range(y, y + len(new)))
        is_open = len(self.screen_stack) > 1
        return " ".join(seen[at].strip() for at in new) if is_alone and self._is_shown and not is_open else ""

    def _is_given(self, words: str) -> None:
        """Note what a reader is given to say."""
        self._said_by_s = asyncio.get_running_loop().time() + SAYS_A_SIGN_S * len(words)

    def _take_back(self, there: Offset) -> None:
        """Erase the row of a list where the cursor goes, if it stood there before: it comes with the cursor.

        Orca says what is written after a letter is typed, and nothing of where the cursor goes by one.
        """
        self._taken_back = None
        is_in_list = len(self.screen_stack) > 1 and self.screen is self._was_in
        if not self.is_quiet or not is_in_list or self._seen[there.y] != self._stood[there.y]:
            return
        words = self._seen[there.y][there.x :].rstrip(_EDGES)
        if words.strip():
            self._taken_back = Region(*there, len(words), 1)
            column, row = there if self._drawn_at is None else self._drawn_at  # the corner is false
            self._write(f"\x1b[{there.y + 1};{there.x + 1}H\x1b[{len(words)}X\x1b[{row + 1};{column + 1}H")

    def _bring_back(self) -> bool:
        """Write what was erased, and leave the cursor; return whether there was anything."""
        if self._taken_back is None:
            return False
        x, y, width, _ = self._taken_back
        self._taken_back = None
        strip = self.screen._compositor.render_strips()[y].crop(x, x + width)  # noqa: SLF001
        column, row = self.cursor_position if self._drawn_at is None else self._drawn_at
        self._write(f"\x1b[{y + 1};{x + 1}H{strip.render(self.console)}\x1b[{row + 1};{column + 1}H")
        return True

    def _blank(self, rows: tuple[str, ...], instead: Offset) -> Offset:
        return next((Offset(0, y) for y, row in enumerate(rows) if not row.strip()), instead)

    def settle(self) -> None:
        """Send the cursor's place: now if the words are there, else after a repaint that has not.

        Where it is on its way already it goes when it was to: what it goes to was only now written. And the
        words of what was below a list that closes are not there before a frame of it is.
        """
        if self.screen_stack and isinstance(holder := self._holder, StandsStill):
            if self.is_quiet and self._is_shown and len(self.screen_stack) > 1:
                return  # the frame that lights another row brings its words, and the cursor after them
            if self._going is None and self.screen is self._drawn and holder.stands_still:
                self._send()
        self.call_after_refresh(self._send_unless_it_goes)

    def expect_answer(self) -> None:
        """On a quiet screen, have the cursor come with the frame that brings an answer, or soon by itself.

        Where that is the answer that stands there already, it is gone to from elsewhere: it is said again.
        """
        self._has_come = False
        asyncio.get_running_loop().call_later(FRAME_S, self._settle_answer)

    def _settle_answer(self) -> None:
        if self._has_come or self._going is not None or not self.screen_stack:
            return
        self._aim()
        away = self._blank(self._seen, self.cursor_position)
        if self._drawn_at != self.cursor_position:
            self._send()
        elif away != self.cursor_position:
            self._drawn_at = away
            self._write(f"\x1b[{away.y + 1};{away.x + 1}H")
            self._send_later(AFTER_S)

    def show_cursor(self) -> None:
        """Show the cursor, which is hidden whenever the terminal is taken over."""
        self._is_shown = False
        self.settle()

    def _send_later(self, after_s: float) -> None:
        loop = asyncio.get_running_loop()
        at_s, by_s = loop.time() + after_s, loop.time() + AT_LATEST_S
        if self._going:
            self._going.cancel()
            at_s, by_s = max(at_s, self._going.when()), self._goes_by_s
        self._goes_by_s = by_s
        self._going = loop.call_at(min(at_s, by_s), self._send)

    def _send_unless_it_goes(self) -> None:
        if self._going is None:
            self._send()

    def _send(self) -> None:
        if self._going:
            self._going.cancel()
            self._going = None
        if not self.screen_stack:
            return
        if self._bring_back():
            self._send_later(AFTER_S)
            return
        self._aim()
        self._was_in = self.screen
        if not self._is_shown or self.cursor_position != self._drawn_at:
            self._is_shown, self._drawn_at = True, self.cursor_position
            column, row = self.cursor_position
            if self.is_quiet and row < len(self._seen):
                self._is_given(self._seen[row].strip(_EDGES))
            # What follows the cursor may leave out one that is hidden (DECTCEM).
            self._write(f"\x1b[{row + 1};{column + 1}H\x1b[?25h")
