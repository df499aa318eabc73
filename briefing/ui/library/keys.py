"""What keys do while the library is listed, in both faces: what they do in any list, and more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.ui.lists.keys import IN_LISTS, Deed, ListKey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ui.keys.mentions import KeyNames


IN_LIBRARY: Final = {
    "play-here": ListKey(Deed.CHOOSE, "Open it"),
    "play": ListKey(Deed.PLAY, "Play it, and then those below it"),
    **{
        command_id: IN_LISTS[command_id]
        for command_id in ("sentence-forward", "sentence-back", "start", "end")
    },
    "search": ListKey(Deed.SEARCH, "Search all texts"),
    "item-heard": ListKey(Deed.MARK, "Mark it as heard, or as not heard"),
    "refresh": ListKey(Deed.RUN, "Ask for what is new"),
    "subscriptions": ListKey(Deed.LIST_FEEDS, "List the subscriptions, or the items again"),
    "subscribe": ListKey(Deed.RUN, "Subscribe"),
    "unsubscribe": ListKey(Deed.DROP, "Drop its subscription"),
    "undo": ListKey(Deed.RUN, "Take back what was marked or dropped"),
    "help": ListKey(Deed.TELL_KEYS, "Tell these keys"),
    "library": ListKey(Deed.CLOSE, "Close the library"),
    "quit": ListKey(Deed.CLOSE, "Close the library"),
}
"""Command id -> what its keys do. Digits choose by number; Escape goes back, and at last closes."""


def told(names: KeyNames) -> Iterator[tuple[str, str]]:
    """Give keys in words, and what they do in the library."""
    for command_id, (_, title) in IN_LIBRARY.items():
        if keys := names.listed(command_id):
            yield keys, title
    yield "Digits", "Go to the item of that number"
    yield "Escape", "Back to all items, or close the library"
