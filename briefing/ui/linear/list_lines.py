"""A list in lines: walked row by row, or gone to by number or letter; Enter chooses.

Rules:
1. It is a mode of its own: what keys do is `ui.lists.keys`, and each is answered with one line.
2. A row is said with its place: "2 of 12: ...". Digits go to a row, and only Enter chooses it, so that
   all of twelve can be reached.
3. What leaves it says so.
4. Where rows are tried, so is each that is gone to; leaving without a choice takes that back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.commands.mentions import mention
from briefing.ui.keys.names import UNKNOWN
from briefing.ui.keys.words import capital, spoken
from briefing.ui.lists.entries import entries_of
from briefing.ui.lists.keys import Deed, deed_of, told
from briefing.ui.lists.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.commands.options import Options
    from briefing.ui.keys.mentions import KeyNames

PAGE: Final = 10
"""Rows that are read at once by Page Down."""
HINT: Final = (
    f" {mention('sentence-forward')} goes on, {mention('play-here')} chooses, {mention('quit')} closes."
)
"""What is said with the first list of a visit."""


class ListLines:
    """Answers keys with rows until one is chosen, or it is closed.

    Args:
        own: the command whose argument is chosen.
        options: what there is to choose.
        again: returns what there is to choose when something was done with a row, or, given what is asked
            for then, when more has come.
        commands: the command of each key.
        names: how the user's keys are told.
        say: makes an announcement.
        say_row: announces one row of several.
        run: runs a command with an argument.
        close: called once, when keys are commands again.
    """

    def __init__(
        self,
        own: str,
        options: Options,
        *,
        again: Callable[[str], Options | None],
        commands: Mapping[str, str],
        names: KeyNames,
        say: Callable[[str], None],
        say_row: Callable[[str], None],
        run: Callable[[str, str], None],
        close: Callable[[], None],
    ) -> None:
        self._own, self._options, self._again = own, options, again
        self._commands, self._names = commands, names
        self._say, self._say_row = say, say_row
        self._run, self._close = run, close
        self._walk = Walk(entries_of(options), options.at)

    def open(self, hint: str) -> None:
        """Say what is listed, and where one begins in it; then the hint."""
        self._say(f"{self._options.title}. {self._row()}{hint}")

    def _row(self) -> str:
        at, count = self._walk.position
        words = self._walk.words(self._walk.at or 0)
        return f"{at} of {count}: {words}{'' if words.endswith(('.', '!', '?', '…')) else '.'}"

    def key(self, key: str) -> None:  # noqa: C901, PLR0912 - one table
        """Answer a key."""
        for extra in self._options.extras:
            if key in extra.keys:
                self._do_besides(extra.word)
                return
        command_id = self._commands.get(key, "")
        deed = deed_of(key, command_id, self._own)
        typed = self._walk.typed
        if deed is not Deed.DIGIT:
            self._walk.forget_digits()
        match deed:
            case Deed.CLOSE:
                self._close()
                if self._options.trying:
                    self._run(self._own, self._options.trying.leave)
                self._say(f"{self._options.title} closed.")
            case Deed.CHOOSE:
                self._close()
                self._run(self._own, self._chosen())
            case Deed.DIGIT:
                self._type(key, typed)
            case Deed.NEXT:
                self._go_to(self._walk.from_here(1), "There is no other below.")
            case Deed.BACK:
                self._go_to(self._walk.from_here(-1), "There is none before.")
            case Deed.FIRST:
                self._go_to(self._walk.at_end(-1))
            case Deed.LAST:
                self._go_to(self._walk.at_end(1))
            case Deed.PAGE_ON:
                self._read_page(1)
            case Deed.PAGE_BACK:
                self._read_page(-1)
            case Deed.LETTER:
                self._go_to(self._walk.begins_with(key), f"None begins with {spoken(key.lower())}.")
            case Deed.RUN:
                self._run(command_id, "")
            case Deed.TELL_KEYS:
                self._tell_keys()
            case _:
                told_key = "That key" if key == UNKNOWN else capital(spoken(key))
                self._say(f"{told_key} does nothing in a list. {mention('help')} tells the keys.")

    def _go_to(self, at: int | None, otherwise: str = "") -> None:
        if at is None:
            self._say(otherwise)
        else:
            self._walk.at = at
            self._say(self._row())
            if self._options.trying:
                self._run(self._own, f"{self._chosen()} {self._options.trying.word}")

    def _type(self, digit: str, before: str) -> None:
        at = self._walk.type(digit)
        typed = self._walk.typed
        self._go_to(at, f"{typed}, another digit." if typed else f"There is no {before}{digit} here.")

    def _read_page(self, step: int) -> None:
        """Say the next rows at once, or those before; one is at the last of them then, or at the first."""
        rows: list[str] = []
        while len(rows) < PAGE and (at := self._walk.from_here(step)) is not None:
            self._walk.at = at
            rows.append(self._row())
        for row in rows if step > 0 else reversed(rows):
            self._say_row(row)
        if not rows:
            self._say("There is no other below." if step > 0 else "There is none before.")

    def _chosen(self) -> str:
        return self._walk.entries[self._walk.at or 0].id or ""

    def _do_besides(self, word: str) -> None:
        """Do something with the row, and stay at it."""
        self._run(self._own, f"{self._chosen()} {word}")
        self._take("")

    def take_more(self) -> None:
        """List what has come behind the others; one stays where one is."""
        if self._options.more:
            self._take(self._options.more)

    def _take(self, argument: str) -> None:
        if options := self._again(argument):
            at = min(self._walk.at or 0, len(options.rows) - 1)
            self._options, self._walk = options, Walk(entries_of(options), at)

    def _tell_keys(self) -> None:
        besides = [(spoken(extra.keys[0]), extra.title) for extra in self._options.extras]
        self._say(" ".join(f"{capital(keys)}: {title}." for keys, title in (*told(self._names), *besides)))
