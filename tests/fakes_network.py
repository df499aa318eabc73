"""Stand-ins for what is elsewhere: addresses and feeds. True to the same contracts as what they stand for."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import SourceError
from briefing.feed import Feed, FeedAddress, FeedItem
from briefing.ports.library import FeedAnswer
from briefing.ports.network import unheard
from briefing.sources.address import checked, host_of, name_of, without_secrets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.listed import Subscription
    from briefing.ports.network import Arriving, Progress

# -- Fetcher


class Served(NamedTuple):
    """What a server has at an address."""

    data: bytes
    media_type: str = ""
    notice: str = ""
    charset: str = ""


class TableFetcher:
    """A network of the addresses that are in a table; it keeps what was asked for."""

    def __init__(self, table: Mapping[str, Served]) -> None:
        self.table = dict(table)
        self.asked: list[tuple[str, str]] = []

    def open(self, address: str, asked_by: str = "", tell: Progress = unheard) -> TableFetched:
        address = checked(address)
        self.asked.append((address, asked_by))
        if address not in self.table:
            raise SourceError(f"There is nothing at {address}.", "Look whether it is written right.")
        tell(len(self.table[address].data), len(self.table[address].data))
        return TableFetched(address, self.table[address])


class TableFetched:
    def __init__(self, address: str, served: Served) -> None:
        self.address = without_secrets(address)
        self.name = name_of(address)
        self.media_type, self.charset, self.notice = served.media_type, served.charset, served.notice
        self.head = served.data[:65_536]
        self._data = served.data

    def data(self, most_bytes: int) -> bytes:
        if len(self._data) > most_bytes:
            raise SourceError(f"{self.name} is too long.", "Open something shorter.")
        return self._data

    def recording(self) -> Arriving:
        raise SourceError(f"{self.name} is a recording.", "Open a text.")

    def close(self) -> None:
        pass


# -- FeedReader


class LineReader:
    """Reads feeds of our own make: a line with the title, and a line an item, which is its guid and title.

    A line `moved: ADDRESS` says where the feed is from now on.
    """

    def __init__(self) -> None:
        self.read_from: list[str] = []
        """The addresses of the feeds that were read."""

    def read(self, data: bytes, address: str, called: str, charset: str = "") -> Feed:
        if not data.startswith(b"feed: "):
            raise SourceError(f"{called} is no feed.")
        self.read_from.append(address)
        title, *lines = data.decode(charset or "utf-8").removeprefix("feed: ").splitlines()
        moved = "".join(line.removeprefix("moved: ") for line in lines if line.startswith("moved: "))
        guids = [line for line in lines if not line.startswith("moved: ")]
        return Feed(title, moved_to=moved, items=tuple(FeedItem(guid, guid=guid) for guid in guids))

    def subscriptions(self, data: bytes, called: str) -> Sequence[FeedAddress]:
        return [FeedAddress(line) for line in data.decode().splitlines()]


# -- FeedGetter


class TableFeeds:
    """Gets feeds that are in a table, by their address. Those in `held` come only when they are `let_go`."""

    def __init__(self, table: Mapping[str, FeedAnswer | BaseException] | None = None) -> None:
        self.table = dict(table or {})
        self.held: set[str] = set()
        self.asked: list[Subscription] = []
        self.kept_numbers: list[int] = []
        self.most_at_once = 0
        self.most_per_host = 0
        self._under_way: list[str] = []
        self._changed = threading.Condition()
        self._is_left = False

    def get(self, subscription: Subscription) -> FeedAnswer:
        address, host = subscription.address, host_of(subscription.address)
        with self._changed:
            self.asked.append(subscription)
            self._under_way.append(host)
            self.most_at_once = max(self.most_at_once, len(self._under_way))
            self.most_per_host = max(self.most_per_host, self._under_way.count(host))
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._is_left or address not in self.held)
            self._under_way.remove(host)
            if self._is_left:
                return FeedAnswer(trouble="It is not waited for any more.")
        found = self.table.get(address, FeedAnswer(trouble="There is nothing there."))
        if isinstance(found, BaseException):
            raise found
        return found

    def kept(self, number: int) -> None:
        self.kept_numbers.append(number)

    def leave(self) -> None:
        with self._changed:
            self._is_left = True
            self._changed.notify_all()

    def let_go(self, *addresses: str) -> None:
        with self._changed:
            self.held -= set(addresses)
            self._changed.notify_all()

    def wait_until_asked(self, count: int) -> None:
        """Wait until so many are waited for at once."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._under_way) == count)
