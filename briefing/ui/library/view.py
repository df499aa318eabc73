"""What of the library is listed just now: all items, those of a search or a feed, or the feeds.

A face shows it as rows or as lines. Whatever is asked of the library is asked of the session.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from briefing.announce import counted
from briefing.commands.command import Prompt
from briefing.commands.mentions import mention
from briefing.library.days import DayOfItems, by_day
from briefing.library.lines import size_in_words
from briefing.safe import safe_line
from briefing.session.catalogue import NO_SUBSCRIPTION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.listed import ListedItem, Subscription
    from briefing.session import Session

SEARCH: Final = Prompt("Search the library", "words to find in all texts")
_ALL_HEARD: Final = f"Everything was heard. {mention('refresh')} asks for what is new."
_NOT_REFRESHED: Final = f"No items yet. {mention('refresh')} asks for them."
_NOTHING_FOUND: Final = "Nothing has these words. Escape lists all items."
_NAME_LIMIT: Final = 40


class LibraryView:
    """What is listed, and what it was chosen by."""

    def __init__(self, session: Session) -> None:
        self._session, self._catalogue = session, session.catalogue
        self.subscriptions: tuple[Subscription, ...] = ()
        self.is_of_feeds = False
        """Whether the subscriptions are listed, and not items."""
        self.items: tuple[ListedItem, ...] = ()
        """What is listed, the newest first or the likeliest; of the feeds' view, all items."""
        self._sizes: dict[int, tuple[int, int]] = {}
        self._words = ""
        self._feed: Subscription | None = None

    # Chosen

    def show_items(self) -> None:
        """List all items."""
        self.is_of_feeds, self._words, self._feed = False, "", None
        self.load()

    def show_feeds(self) -> None:
        """List the subscriptions."""
        self.is_of_feeds, self._words, self._feed = True, "", None
        self.load()

    def show_feed(self, place: int) -> None:
        """List the items of a subscription, by its place in the list from 1."""
        self.is_of_feeds, self._words, self._feed = False, "", self.subscriptions[place - 1]
        self.load()

    def search(self, words: str, then: Callable[[], None]) -> None:
        """List what has these words; `then` is called in the face's thread when it was found."""

        def take(found: tuple[ListedItem, ...]) -> None:
            self.is_of_feeds, self._words, self._feed, self.items = False, words, None, found
            self.subscriptions = self._catalogue.subscriptions()
            then()

        self._catalogue.search(words, take)

    def go_back(self) -> bool:
        """List all items again; False if they are listed."""
        if not (self.is_of_feeds or self._words or self._feed):
            return False
        self.show_items()
        return True

    def load(self) -> None:
        """Read anew what is listed; of a search, what became of what was found."""
        self.subscriptions = self._catalogue.subscriptions()
        self._sizes = {}
        if self._words:
            found = (self._catalogue.item(item.number) for item in self.items)
            self.items = tuple(item for item in found if item is not None)
        else:
            self.items = self._catalogue.items(self._feed.number if self._feed else None)
        if self.is_of_feeds:
            whole = Counter(item.subscription for item in self.items)
            unheard = Counter(item.subscription for item in self.items if not item.is_heard)
            self._sizes = {number: (count, unheard[number]) for number, count in whole.items()}

    # Shown

    @property
    def title(self) -> str:
        """What is listed and how much of it."""
        if self.is_of_feeds:
            return f"{counted(len(self.subscriptions), 'subscription')}."
        if self._words:
            return f"{counted(len(self.items), 'item')} with {safe_line(self._words, _NAME_LIMIT)}."
        name = safe_line(self._feed.title or "Untitled", _NAME_LIMIT) if self._feed else "Library"
        return f"{name}: {size_in_words(len(self.items), self._unheard)}."

    @property
    def _unheard(self) -> int:
        return sum(not item.is_heard for item in self.items)

    @property
    def note(self) -> str:
        """What to do, where there is nothing to list or nothing new; else empty."""
        if not self.subscriptions:
            return NO_SUBSCRIPTION
        if self.is_of_feeds:
            return ""
        if not self.items:
            return _NOTHING_FOUND if self._words else _NOT_REFRESHED
        return "" if self._unheard or self._words else _ALL_HEARD

    @property
    def groups(self) -> Sequence[DayOfItems]:
        """The items under their headings; a search's under none."""
        if self._words:
            return [DayOfItems("", self.items)]
        return by_day(self.items, self._catalogue.now())

    def size_of(self, subscription: Subscription) -> tuple[int, int]:
        """Return, while the feeds are listed, how many items one has and how many were not heard."""
        return self._sizes.get(subscription.number, (0, 0))

    # Done

    def drop(self, number: int) -> None:
        """Unsubscribe from the feed with that number of its own."""
        places = [each.number for each in self.subscriptions]
        if number in places:
            self._session.run("unsubscribe", str(places.index(number) + 1))
