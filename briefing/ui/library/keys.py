"""What the keys of commands do while the library is listed, in both faces, as one table.

A list is a mode of its own. So that nobody learns a second set of keys, and whoever has other keys has them
here, too, a key does in it what its command would do, to the item that is highlighted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.commands import Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.commands import Command
    from briefing.ui.keys.mentions import KeyNames

IN_LIBRARY: Final = {
    "play-here": "Open it",
    "play": "Play it, and then those below it",
    "sentence-forward": "Next",
    "sentence-back": "The one before",
    "start": "The first",
    "end": "The last",
    "search": "Search all texts",
    "item-heard": "Mark it as heard, or as not heard",
    "refresh": "Ask for what is new",
    "subscriptions": "List the subscriptions, or the items again",
    "subscribe": "Subscribe",
    "unsubscribe": "Drop its subscription",
    "undo": "Take back what was marked or dropped",
    "help": "Tell these keys",
    "library": "Close the library",
    "quit": "Close the library",
}
"""Command id -> what its keys do. Digits choose by number; Escape goes back, and at last closes."""


def works_as_ever(command: Command) -> bool:
    """Whether a command's keys do the same in the library as elsewhere."""
    return command.group is Group.SOUND or command.id in ("stop", "where", "command")


def told(names: KeyNames) -> Iterator[tuple[str, str]]:
    """Give keys in words, and what they do in the library."""
    for command_id, title in IN_LIBRARY.items():
        if keys := names.listed(command_id):
            yield keys, title
    yield "Digits", "Go to the item of that number"
    yield "Escape", "Back to all items, or close the library"
