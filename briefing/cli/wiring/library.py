"""The library of this account, as a session and other commands open what is in it.

An item is opened by its number. A file of that name in the folder goes first, and `./12` always names it.
`today` is this morning's briefing, `today 12` the same at an item of it, and `12 13 14` a queue of items.
"""

from __future__ import annotations

import os
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING, Final

from briefing.cli.wiring.account import open_shelf
from briefing.cli.wiring.current import CurrentSettings
from briefing.commands.table import TODAY
from briefing.errors import SourceError, UsageError
from briefing.folders import library_path
from briefing.patterns import late
from briefing.session.queue import ALONE, Queue, QueuedItem, queued

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.feed import Feed, FeedItem
    from briefing.listed import ListedItem
    from briefing.ports.media import MediaReader
    from briefing.settings import Settings
    from briefing.sources.item import Item
    from briefing.store.library.shelf import LibraryShelf

_MOST_ITEMS: Final = 1000
"""Of a feed as a queue."""
_TODAY: Final = late(r"today(?: (\d{1,9}))?")
_NUMBERS: Final = late(r"\d{1,9}(?: \d{1,9}){0,999}")


def is_kept_there(name: str) -> bool:
    """Return whether a source, as it is typed, is one of the library."""
    is_named_so = _TODAY.fullmatch(name) or _NUMBERS.fullmatch(name)
    return is_named_so is not None and (name == TODAY or not os.path.lexists(name))


def open_number(number: int, settings: Settings, reader: MediaReader) -> Item:
    """Open an item of the library. `reader` is what recordings are asked through.

    Raises:
        SourceError: if there is none of that number.
    """
    if not _is_there():
        raise _no_item(number)
    with closing(open_shelf()) as shelf:
        return Opener(CurrentSettings(settings), reader).of_shelf(shelf, number)


def _is_there() -> bool:
    """Return whether there is a library: to look into one makes it."""
    path = library_path()
    return path is not None and path.exists()


def _no_item(number: int) -> SourceError:
    return SourceError(
        f"There is no item {number} in the library, and no file of that name.",
        "`briefing list` prints the items that there are.",
    )


def items_of_this_day(shelf: LibraryShelf, settings: Settings) -> Sequence[ListedItem]:
    """Return the items that `today` plays now, in its order."""
    from datetime import UTC, datetime

    from briefing.library.today import items_of_today

    return items_of_today(shelf, datetime.now(UTC), days=settings.today_days, most=settings.today_most)


class Opener:
    """Opens items of feeds, each in its feed's name, through one client.

    Args:
        current: The settings in force.
        reader: What recordings are asked through.
    """

    def __init__(self, current: CurrentSettings, reader: MediaReader) -> None:
        from briefing.cli.wiring.account import spoken_languages
        from briefing.cli.wiring.network import LateFetcher

        self._languages = spoken_languages(os.environ)
        self._current, self._reader = current, reader
        self._fetcher = LateFetcher(current, self._languages)

    def of(self, told: FeedItem, address: str, *, is_users: bool) -> Item:
        """Open an item.

        Args:
            told: What its feed says of it.
            address: That of its feed; empty where it is none of the network.
            is_users: Whether the user named that address.
        """
        from briefing.sources.companions import Wanted
        from briefing.sources.listed import open_listed

        if address and is_users:
            self._fetcher.user_names(address)
        settings = self._current.now
        wanted = Wanted(settings.language, self._languages, settings.skip_marked)
        return open_listed(told, address, reader=self._reader, fetcher=self._fetcher, wanted=wanted)

    def of_shelf(self, shelf: LibraryShelf, number: int) -> Item:
        """Open an item of the library.

        Raises:
            SourceError: if there is none of that number.
        """
        told, listed = shelf.told_of(number), shelf.item(number)
        if told is None or listed is None:
            raise _no_item(number)
        feed = next((each for each in shelf.subscriptions() if each.number == listed.subscription), None)
        is_users = feed is not None and feed.is_users
        return self.of(told, feed.address if feed else "", is_users=is_users)


def queue_of_feed(feed: Feed, called: str) -> Queue:
    """Return a feed's items as a queue, the newest first, which is open.

    Args:
        feed: It, with at least one item.
        called: What it was opened as.
    """
    from briefing.formats.feeds.item import newest
    from briefing.safe import safe_line

    first = newest(feed.items)
    order = sorted(
        range(min(len(feed.items), _MOST_ITEMS)), key=lambda at: feed.items[at].published, reverse=True
    )
    items = [
        QueuedItem(
            f"{called} item {at}",
            safe_line(feed.items[at].title) or "Untitled",
            safe_line(feed.title),
            feed.items[at].duration_s,
            is_breaking=feed.items[at].is_breaking,
        )
        for at in order
    ]
    place = next((place for place, at in enumerate(order) if feed.items[at] is first), 0)
    return Queue(tuple(items), place)


class NothingToHearError(UsageError):
    """Nothing is left to be heard today, or there are no subscriptions."""


class AccountLibrary:
    """The library while a session goes on.

    Args:
        current: The settings in force.
        reader: What recordings are asked through.
        open_shelf: Returns the shelf; it is opened when it is first asked for.
        last_source: What was open last, as it is remembered.
        tell: Is told what ails it, from any thread.
    """

    def __init__(
        self,
        current: CurrentSettings,
        reader: MediaReader,
        open_shelf: Callable[[], LibraryShelf],
        last_source: Callable[[], str | None],
        tell: Callable[[str], None],
    ) -> None:
        self._current = current
        self._reader = reader
        self.open_shelf = open_shelf
        self._last_source = last_source
        self._tell = tell
        self._today: tuple[QueuedItem, ...] = ()

    @cached_property
    def opener(self) -> Opener:
        """What opens items."""
        return Opener(self._current, self._reader)

    @property
    def _shelf(self) -> LibraryShelf:
        return self.open_shelf()

    def open(self, name: str) -> tuple[Item, Queue]:
        """Return what stands for an item, and the queue in which it is; soon done, for its text comes later.

        Args:
            name: A source that `is_kept_there`.

        Raises:
            SourceError: if there is no such item.
            NothingToHearError: if nothing is left to be heard today.
        """
        today = _TODAY.fullmatch(name)
        queue = self._morning(today[1]) if today else self._queue_of([int(each) for each in name.split()])
        here = queue.here
        if here is None or here.number is None:
            raise NothingToHearError(*self._why_empty())
        return self.opener.of_shelf(self._shelf, here.number), queue

    def _morning(self, number: str | None) -> Queue:
        """Return today's briefing at an item, else where it was left."""
        at = _place_of(f"{TODAY} {number}", self._today) if number else None
        if at is not None:
            return Queue(self._today, at)
        if not _is_there():
            return ALONE
        items = self._items_of_today()
        self._today = tuple(queued(item, f"{TODAY} {item.number}") for item in items)
        at = _place_of(f"{TODAY} {number}" if number else self._left(items), self._today)
        if at is None and number:
            return self._queue_of([int(number)])  # it was heard, or is older
        return Queue(self._today, at or 0)

    def _left(self, items: Sequence[ListedItem]) -> str:
        """Return the item that was open last, if it was begun; else nothing."""
        last = (self._last_source() or "").removeprefix(f"{TODAY} ")
        return next((f"{TODAY} {last}" for item in items if str(item.number) == last and item.heard), "")

    def _items_of_today(self) -> Sequence[ListedItem]:
        return items_of_this_day(self._shelf, self._current.now)

    def _queue_of(self, numbers: Sequence[int]) -> Queue:
        if not _is_there():
            raise _no_item(numbers[0])
        found = [item for number in numbers if (item := self._shelf.item(number)) is not None]
        if not found:
            raise _no_item(numbers[0])
        return Queue(tuple(map(queued, found)))

    def _why_empty(self) -> tuple[str, str]:
        subscriptions = self._shelf.subscriptions() if _is_there() else ()
        if not subscriptions:
            return (
                "You have not subscribed to anything yet.",
                "`briefing subscribe ADDRESS` does so, with the address of a feed or of a page that has one.",
            )
        if not any(each.refreshed_at for each in subscriptions):
            return "None of your subscriptions was read yet.", "`briefing refresh` gets their items."
        return (
            f"Nothing of the last {self._current.now.today_days} days is left to be heard.",
            "`briefing refresh` asks for what is new.",
        )

    def new_items(self) -> int:
        """Return how many items have come since the user was here last; 0 where there is no library yet."""
        if not _is_there():
            return 0
        from datetime import UTC, datetime

        from briefing.library.today import new_since_last_visit

        return new_since_last_visit(self._shelf, datetime.now(UTC), days=self._current.now.today_days)

    def keep_text(self, number: int, text: str, address: str) -> None:
        """Have an item found by all of its text, and known by where that was found."""
        self._shelf.keep_text(number, text, address)

    def keep_heard(
        self, number: int, heard: float, *, is_heard: bool | None = None, length_s: float | None = None
    ) -> None:
        """Keep how far an item was heard; see `ports.library.HeardKeeper`."""
        self._shelf.keep_heard(number, heard, is_heard=is_heard, length_s=length_s)
        if notice := self._shelf.take_notice():
            self._tell(notice)


def _place_of(source: str, items: Sequence[QueuedItem]) -> int | None:
    return next((at for at, item in enumerate(items) if item.source == source), None)
