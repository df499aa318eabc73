"""What the player does for the library over the network: it subscribes and refreshes, as this account's."""

from __future__ import annotations

import os
import re
from threading import Lock
from typing import TYPE_CHECKING, Final

from briefing.announce import counted
from briefing.commands.mentions import mention
from briefing.ports.library import RefreshProgress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.cli.wiring.current import CurrentSettings
    from briefing.library.refresh import Refresh, Refreshed
    from briefing.ports.library import Shelf
    from briefing.store.library import LibraryShelf

_HOST: Final = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?(/.*)?")
"""An address without its scheme, as people say it."""


class LateShelf:
    """This account's library, opened when it is first asked for, from whatever thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._shelf: LibraryShelf | None = None

    def open(self) -> LibraryShelf:
        """Return the shelf."""
        with self._lock:
            if self._shelf is None:
                from briefing.cli.wiring.account import open_shelf

                self._shelf = open_shelf()
            return self._shelf

    def close(self) -> str:
        """Close it, if it was opened; return a sentence about what is lost, else nothing."""
        with self._lock:
            if self._shelf is None:
                return ""
            self._shelf.take_notice()  # the face is gone, and has told what there was
            self._shelf.close()
            return self._shelf.take_notice()


class AccountLibrarian:
    """Does for the library what takes the network (`ports.library.Librarian`).

    Args:
        open_shelf: Returns the library; it may have to be opened.
        current: The settings in force.
    """

    def __init__(self, open_shelf: Callable[[], Shelf], current: CurrentSettings) -> None:
        self._open_shelf, self._current = open_shelf, current
        self._lock = Lock()
        self._under_way: list[Refresh] = []
        self._has_left = False

    def subscribe(self, named: str) -> str:
        """Subscribe to what the user named; return what came of it. Blocks.

        Raises:
            BriefingError: if it is no feed and links none, cannot be had, or cannot be kept.
        """
        from briefing.cli.wiring.subscriptions import feeds_meant, subscribe
        from briefing.formats.feeds.process import FeedReaders

        shelf = self._open_shelf()
        with FeedReaders(most=1) as reader:
            found = feeds_meant(_address_of(named), self._current.now, reader)
        done = subscribe(shelf, found)
        if done.one is None:
            return f"Subscribed to {counted(done.feeds, 'feed')}. Press {mention('refresh')} for their items."
        title = done.one.title.rstrip(".")
        if found.trouble:
            return f"Subscribed to {title}, which cannot be had now: {found.trouble}"
        return f"Subscribed to {title}, {counted(done.items, 'item')}."

    def refresh(self, tell: Callable[[RefreshProgress], None], only: int | None = None) -> str:
        """Ask all subscriptions for what is new, or `only` one; return what came of it. Blocks.

        Raises:
            BriefingError: if nothing may be fetched, or nothing can be kept.
        """
        from briefing.cli.wiring.refreshing import refresh_of

        shelf = self._open_shelf()
        feeds = 1 if only is not None else sum(not each.is_gone for each in shelf.subscriptions())
        came: list[Refreshed] = []
        with refresh_of(shelf, self._current.now) as refresh:
            self._begin(refresh)
            for each in refresh.run(None if only is None else [only]):
                came.append(each)
                tell(RefreshProgress(len(came), max(feeds, len(came)), sum(one.new for one in came)))
            self._end(refresh)
        return _summary(came)

    def _begin(self, refresh: Refresh) -> None:
        with self._lock:
            self._under_way.append(refresh)
            has_left = self._has_left
        if has_left:
            refresh.stop()

    def _end(self, refresh: Refresh) -> None:
        with self._lock:
            self._under_way.remove(refresh)

    def leave(self) -> None:
        """Have what waits return soon, and what comes after at once."""
        with self._lock:
            self._has_left = True
            under_way = list(self._under_way)
        for each in under_way:
            each.stop()


def _address_of(named: str) -> str:
    """Return what was typed with the scheme that people leave out, if no file is called so."""
    is_bare = _HOST.fullmatch(named) and not os.path.exists(named)  # noqa: PTH110
    return f"https://{named}" if is_bare else named


def _summary(came: Sequence[Refreshed]) -> str:
    """Return what a refresh brought, in a sentence or two."""
    if not came:
        return "Every feed was asked just now."
    ill = sum(bool(each.answer.trouble) and not each.answer.is_gone for each in came)
    gone = sum(each.answer.is_gone for each in came)
    new = sum(each.new for each in came)
    told = [
        f"Refreshed {counted(len(came), 'feed')}: {counted(new, 'new item') if new else 'nothing new'}.",
        f"{counted(ill, 'feed')} could not be had." if ill else "",
        f"{counted(gone, 'feed')} {'is' if gone == 1 else 'are'} gone for good." if gone else "",
        f"Press {mention('subscriptions')} for what is wrong." if ill or gone else "",
    ]
    return " ".join(sentence for sentence in told if sentence)
