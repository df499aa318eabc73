"""What keys do in a list, in both faces, as one table.

A list is a mode of its own. So that nobody learns a second set of keys, and whoever has other keys has them
here, too, a key does in it what its command would do, to the entry where one is.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.commands.command import Group
from briefing.commands.table import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.ui.keys.mentions import KeyNames


class Deed(Enum):
    """What is done in a list."""

    CHOOSE = auto()
    NEXT = auto()
    BACK = auto()
    FIRST = auto()
    LAST = auto()
    PAGE_ON = auto()
    PAGE_BACK = auto()
    DIGIT = auto()
    LETTER = auto()
    TELL_KEYS = auto()
    CLOSE = auto()
    RUN = auto()
    """The command itself, as everywhere."""
    NOTHING = auto()
    # Of the library alone
    PLAY = auto()
    SEARCH = auto()
    MARK = auto()
    DROP = auto()
    LIST_FEEDS = auto()


class ListKey(NamedTuple):
    """What a command's keys do."""

    deed: Deed
    title: str


IN_LISTS: Final[Mapping[str, ListKey]] = {
    "play-here": ListKey(Deed.CHOOSE, "Choose it"),
    "sentence-forward": ListKey(Deed.NEXT, "Next"),
    "sentence-back": ListKey(Deed.BACK, "The one before"),
    "start": ListKey(Deed.FIRST, "The first"),
    "end": ListKey(Deed.LAST, "The last"),
    "help": ListKey(Deed.TELL_KEYS, "Tell these keys"),
    "quit": ListKey(Deed.CLOSE, "Close the list"),
}
"""Command id -> what its keys do in any list; the keys that opened it close it."""
AS_EVER: Final = frozenset(
    {"play", "stop", "where", "command", *(each.id for each in COMMANDS if each.group is Group.SOUND)}
)
"""Commands whose keys do the same as elsewhere, where no letter of theirs goes to an entry."""
_FIXED: Final = {
    "escape": Deed.CLOSE,
    "enter": Deed.CHOOSE,
    "down": Deed.NEXT,
    "up": Deed.BACK,
    "home": Deed.FIRST,
    "end": Deed.LAST,
    "pagedown": Deed.PAGE_ON,
    "pageup": Deed.PAGE_BACK,
}
"""Keys that any list has, whatever keys the commands have."""


def deed_of(key: str, command_id: str, own: str) -> Deed:
    """Return what a key does in a list.

    Args:
        key: its name; a character for itself.
        command_id: the command that it runs elsewhere; empty if none.
        own: the command that opened the list, whose keys close it.
    """
    if key.isascii() and key.isdecimal():
        return Deed.DIGIT
    if command_id and command_id == own:
        return Deed.CLOSE
    if command_id in IN_LISTS:
        return IN_LISTS[command_id].deed
    if len(key) == 1 and key.isalpha():
        return Deed.LETTER
    return Deed.RUN if command_id in AS_EVER else _FIXED.get(key, Deed.NOTHING)


def told(names: KeyNames) -> Iterator[tuple[str, str]]:
    """Give keys in words, and what they do in a list."""
    for command_id, (_, title) in IN_LISTS.items():
        if keys := names.listed(command_id):
            yield keys, title
    yield "Digits", "Go to that number"
    yield "A letter", "Go to the next that begins with it"
    yield "Escape", "Close the list"
