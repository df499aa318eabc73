"""A library without a disk and a network: the ports of `ports.library`, and items to list."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from briefing.announce import counted
from briefing.errors import SourceError
from briefing.listed import ListedItem, Subscription
from briefing.ports.library import RefreshProgress
from briefing.session.arrival import Arrival, Coming
from tests.builders import make_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from briefing.errors import BriefingError
    from briefing.feed import FeedAddress, FeedItem
    from briefing.model import VoiceKind
    from briefing.noted import Noted
    from briefing.ports.library import FeedAnswer
    from briefing.ports.narration import Narrator

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
"""The time of day on stage."""
RIVER = Subscription(1, "https://river.example/feed", "River News", refreshed_at="2026-11-27T08:30:00+00:00")
HILLS = Subscription(
    2, "https://hills.example/feed", "Hills Radio", trouble="The server of hills.example is not there."
)


def published(hours: float) -> str:
    """Return the time that was so many hours ago."""
    return (NOW - timedelta(hours=hours)).isoformat()


def some_items() -> list[ListedItem]:
    """Return a dozen items, the newest first, of each kind at least one."""
    special = [
        ListedItem(
            12, "The bridge is closed", "River News", published(0.5), is_breaking=True, subscription=1
        ),
        ListedItem(11, "Boats wait in both harbours", "River News", published(3), 240.0, subscription=1),
        ListedItem(10, "A mountain of snow", "Hills Radio", published(5), 1800.0, heard=0.5, subscription=2),
        ListedItem(
            9, "Sheep come down", "Hills Radio", published(20), 65.0, heard=1.0, is_heard=True, subscription=2
        ),
    ]
    older = [
        ListedItem(n, f"Older news number {n}", "River News", published(24 * (12 - n)), subscription=1)
        for n in range(8, 0, -1)
    ]
    return special + older


class ShelfOfLists:
    """Keeps subscriptions and items in lists. `notice` is trouble to tell once, `error` why nothing works."""

    def __init__(
        self, subscriptions: Iterable[Subscription] = (), items: Iterable[ListedItem] = (), notice: str = ""
    ) -> None:
        self.listed = list(subscriptions)
        self.kept = list(items)
        self.notice = notice
        self.error: BriefingError | None = None
        self._dropped: dict[str, tuple[Subscription, list[ListedItem]]] = {}

    def subscribe(self, address: str, title: str = "", *, is_users: bool = True) -> Subscription:
        present = next((each for each in self.listed if each.address == address), None)
        if present is not None:
            return present
        number = max((each.number for each in self.listed), default=0) + 1
        made, items = self._dropped.pop(address, (Subscription(number, address, title), []))
        self.listed.append(made)
        self.kept += items
        self._sort()
        return made

    def subscribe_all(self, feeds: Iterable[FeedAddress], *, is_users: bool) -> tuple[Subscription, ...]:
        return tuple(self.subscribe(*feed) for feed in feeds)

    def _try(self) -> None:
        if self.error is not None:
            raise self.error

    def unsubscribe(self, number: int) -> None:
        self._try()
        for each in [each for each in self.listed if each.number == number]:
            self.listed.remove(each)
            self._dropped[each.address] = (each, [item for item in self.kept if item.subscription == number])
        self.kept = [item for item in self.kept if item.subscription != number]

    def subscriptions(self) -> tuple[Subscription, ...]:
        return tuple(sorted(self.listed, key=lambda each: each.title))

    def take(self, number: int, answer: FeedAnswer) -> int:
        return 0

    def add(self, *items: ListedItem) -> None:
        """Keep more items."""
        self.kept += items
        self._sort()

    def _sort(self) -> None:
        self.kept.sort(key=lambda item: item.published, reverse=True)

    def items(
        self, *, subscription: int | None = None, unheard: bool = False, limit: int | None = None
    ) -> tuple[ListedItem, ...]:
        found = (
            item
            for item in self.kept
            if subscription in (None, item.subscription) and not (unheard and item.is_heard)
        )
        return tuple(found)[:limit]

    def stories(self, since: str) -> tuple[ListedItem, ...]:
        return tuple(item for item in self.items(unheard=True) if item.published >= since)

    def visit(self) -> int:
        return max((item.number for item in self.kept), default=0)

    def item(self, number: int) -> ListedItem | None:
        return next((item for item in self.kept if item.number == number), None)

    def told_of(self, number: int) -> FeedItem | None:
        return None

    def search(self, words: str, limit: int = 100) -> tuple[ListedItem, ...]:
        self._try()
        wanted = words.lower().split()
        return tuple(
            item
            for item in self.kept
            if all(any(each.startswith(word) for each in item.title.lower().split()) for word in wanted)
        )[:limit]

    def keep_text(self, number: int, text: str, address: str = "") -> None:
        pass

    def keep_heard(
        self, number: int, heard: float, *, is_heard: bool | None = None, length_s: float | None = None
    ) -> None:
        self.kept = [
            item._replace(heard=heard, is_heard=item.is_heard if is_heard is None else is_heard)
            if item.number == number
            else item
            for item in self.kept
        ]

    def take_notice(self) -> str:
        notice, self.notice = self.notice, ""
        return notice


class LibrarianOfLists:
    """Brings a refresh's items one feed after another. `error` is why nothing can be had."""

    def __init__(self, shelf: ShelfOfLists, coming: Iterable[ListedItem] = ()) -> None:
        self._shelf = shelf
        self.coming = list(coming)
        self.error: BriefingError | None = None
        self.has_left = False
        self.refreshed: list[int | None] = []

    def subscribe(self, named: str) -> str:
        if self.error is not None:
            raise self.error
        if "." not in named:
            raise SourceError(f"There is no feed at {named}.", "Type its address.")
        made = self._shelf.subscribe(named, f"Feed of {named}")
        return f"Subscribed to {made.title}."

    def refresh(self, tell: Callable[[RefreshProgress], None], only: int | None = None) -> str:
        if self.error is not None:
            raise self.error
        self.refreshed.append(only)
        feeds, new = len(self._shelf.listed), len(self.coming)
        for done in range(1, feeds + 1):
            coming, self.coming = self.coming, []
            self._shelf.add(*coming)
            tell(RefreshProgress(done, feeds, new))
        return f"Refreshed {counted(feeds, 'feed')}: {counted(new, 'new item')}."

    def leave(self) -> None:
        self.has_left = True


class Notebook:
    """Takes bookmarks that are to be written (a part of `session.host.Library`)."""

    def __init__(self) -> None:
        self.written: list[tuple[str, tuple[Noted, ...], bool]] = []

    def write_bookmarks(self, found: Sequence[Noted], name: str, *, is_forced: bool) -> str:
        self.written.append((name, tuple(found), is_forced))
        return name


class Opener(Notebook):
    """Opens items by their numbers (`session.host.Library`), with voices that the stage gives."""

    def __init__(self) -> None:
        self.narrators: Mapping[VoiceKind, Narrator] = {}
        super().__init__()
        self.heard: list[tuple[int, bool | None]] = []

    def come(self, source: str) -> Coming:
        item = next(item for item in some_items() if str(item.number) == source)
        kicker = "Breaking news" if item.is_breaking else ""
        document = make_document(f"Text of number {source}.", title=item.title, kicker=kicker)
        return Coming(Arrival(document, self.narrators))

    def keep_heard(
        self, number: int, heard: float, *, is_heard: bool | None = None, length_s: float | None = None
    ) -> None:
        self.heard.append((number, is_heard))
