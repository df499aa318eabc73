"""What the keys of commands do while the library is listed, in both faces, as one table.

A list is a mode of its own. So that nobody learns a second set of keys, and whoever has other keys has them
here, too, a key does in it what its command would do, to the item that is highlighted.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.commands.command import Group
from briefing.commands.table import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ui.keys.mentions import KeyNames


class Deed(Enum):
    """What is done in the library."""

    OPEN = auto()
    PLAY = auto()
    NEXT = auto()
    BACK = auto()
    FIRST = auto()
    LAST = auto()
    SEARCH = auto()
    MARK = auto()
    DROP = auto()
    LIST_FEEDS = auto()
    TELL_KEYS = auto()
    CLOSE = auto()
    RUN = auto()
    """The command itself, as everywhere."""


class LibraryKey(NamedTuple):
    """What a command's keys do."""

    deed: Deed
    title: str


IN_LIBRARY: Final = {
    "play-here": LibraryKey(Deed.OPEN, "Open it"),
    "play": LibraryKey(Deed.PLAY, "Play it, and then those below it"),
    "sentence-forward": LibraryKey(Deed.NEXT, "Next"),
    "sentence-back": LibraryKey(Deed.BACK, "The one before"),
    "start": LibraryKey(Deed.FIRST, "The first"),
    "end": LibraryKey(Deed.LAST, "The last"),
    "search": LibraryKey(Deed.SEARCH, "Search all texts"),
    "item-heard": LibraryKey(Deed.MARK, "Mark it as heard, or as not heard"),
    "refresh": LibraryKey(Deed.RUN, "Ask for what is new"),
    "subscriptions": LibraryKey(Deed.LIST_FEEDS, "List the subscriptions, or the items again"),
    "subscribe": LibraryKey(Deed.RUN, "Subscribe"),
    "unsubscribe": LibraryKey(Deed.DROP, "Drop its subscription"),
    "undo": LibraryKey(Deed.RUN, "Take back what was marked or dropped"),
    "help": LibraryKey(Deed.TELL_KEYS, "Tell these keys"),
    "library": LibraryKey(Deed.CLOSE, "Close the library"),
    "quit": LibraryKey(Deed.CLOSE, "Close the library"),
}
"""Command id -> what its keys do. Digits choose by number; Escape goes back, and at last closes."""
AS_EVER: Final = frozenset(
    {"stop", "where", "command", *(each.id for each in COMMANDS if each.group is Group.SOUND)}
)
"""Commands whose keys do the same as elsewhere."""
LEAVING: Final = frozenset({"open"})
"""Commands that close the library when they are typed in it."""


def told(names: KeyNames) -> Iterator[tuple[str, str]]:
    """Give keys in words, and what they do in the library."""
    for command_id, (_, title) in IN_LIBRARY.items():
        if keys := names.listed(command_id):
            yield keys, title
    yield "Digits", "Go to the item of that number"
    yield "Escape", "Back to all items, or close the library"
