"""What the library stands on: the shelf that keeps it, and what gets and reads feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager

    from briefing.feed import Feed, FeedAddress, FeedItem
    from briefing.listed import ListedItem, Subscription


class FeedAnswer(NamedTuple):
    """What came of asking for a feed once. Where there is trouble, all that was known of it stays."""

    feed: Feed | None = None
    """What it holds; None where nothing is newer, or it could not be had."""
    etag: str = ""
    modified: str = ""
    moved_to: str = ""
    """Where it is for good from now on (301, 308, or its own word for it); empty if it stays."""
    is_users: bool = True
    """Whether it is on the server that the user named still; else the subscription becomes a stranger's:
    see `Subscription.is_users`."""
    is_gone: bool = False
    """Whether the server says that it is gone for good (410)."""
    wait_s: float | None = None
    """How long the server wants not to be asked (429, 503); None if it does not say."""
    trouble: str = ""
    """Why it could not be had or read, in a sentence; empty if it could."""


class FeedGetter(Protocol):
    """Gets feeds from servers. From any thread."""

    def get(self, subscription: Subscription) -> FeedAnswer:
        """Return what there is of a feed; what goes wrong is told in the answer. Blocks."""

    def kept(self, number: int) -> None:
        """Take note that the answer for a subscription was kept: its memory is free for another."""

    def leave(self) -> None:
        """Have every `get` that waits return soon, and those that come after at once. From any thread."""


def _unheard() -> None:
    """Take no note."""


class RefreshTurns(Protocol):
    """Sees to it that there is one refresh of a library at a time, whichever program makes it."""

    def taken(
        self, is_wanted: Callable[[], bool], tell_of_waiting: Callable[[], None] = _unheard
    ) -> AbstractContextManager[str]:
        """Wait until no other refresh is under way, and hold them off while this is entered.

        Args:
            is_wanted: asked while it waits; where that says no, it waits no longer.
            tell_of_waiting: is told once if it has to wait.

        It gives since when there was always another one, ISO 8601 in UTC: what was asked for since then need
        not be again. Empty where there was none.
        """


class HeardKeeper(Protocol):
    """Keeps how far items were heard. From any thread."""

    def keep_heard(
        self, number: int, heard: float, *, is_heard: bool | None = None, length_s: float | None = None
    ) -> None:
        """Keep how far an item was heard, 0 to 1. `is_heard`: None leaves it; True is durable at once."""


class Shelf(HeardKeeper, Protocol):
    """Keeps subscriptions and items, each change whole or not at all. From any thread."""

    def subscribe(self, address: str, title: str = "", *, is_users: bool = True) -> Subscription:
        """Keep a subscription, and return it; the one that is there where it is that already.

        Args:
            address: http or https.
            title: what to call it until it was read once; its host where this is empty.
            is_users: whether the user named it himself, or a list in a file of his; that makes one
                that is there already his own, too.
        """

    def subscribe_all(self, feeds: Iterable[FeedAddress], *, is_users: bool) -> tuple[Subscription, ...]:
        """Keep subscriptions, all or none; return them in their order, each once."""

    def unsubscribe(self, number: int) -> None:
        """Drop a subscription and its items; nothing happens if there is none."""

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Return all, by title."""

    def take(self, number: int, answer: FeedAnswer) -> int:
        """Keep what came of asking for a subscription just now; return how many items are new.

        Nothing happens if there is no such subscription any more. Where it moved to the address of another
        one, the two become one: the one that was asked for, with the items of both.
        """

    def items(
        self, *, subscription: int | None = None, unheard: bool = False, limit: int | None = None
    ) -> tuple[ListedItem, ...]:
        """Return items, the newest first.

        Args:
            subscription: Only those of this one.
            unheard: Only those that were not heard.
            limit: At most so many.
        """

    def stories(self, since: str) -> tuple[ListedItem, ...]:
        """Return the unheard items that were published since then, each story once, the newest first.

        A story that several feeds tell is the item that was begun, or has a recording, else the newest of
        them; none if one of them was heard. It is breaking if one of them is.

        Args:
            since: ISO 8601 in UTC.
        """

    def visit(self) -> int:
        """Note that the user was here; return the number of the item that was the newest the last time."""

    def item(self, number: int) -> ListedItem | None:
        """Return an item; None if there is none."""

    def told_of(self, number: int) -> FeedItem | None:
        """Return all that its feed said of an item; None if there is none."""

    def search(self, words: str, limit: int = 100) -> tuple[ListedItem, ...]:
        """Return the items whose title or text has words that begin so, the likeliest first."""

    def keep_text(self, number: int, text: str, address: str = "") -> None:
        """Have an item found by all of its text, as it was opened.

        Args:
            number: Of the item.
            text: It.
            address: Where it was found, after all redirections: another feed may name that one.
        """

    def take_notice(self) -> str:
        """Return a sentence about trouble that was not told yet; else nothing."""


class FeedReader(Protocol):
    """Reads feeds, in processes that may die. From any thread."""

    def read(self, data: bytes, address: str, called: str, charset: str = "") -> Feed:
        """Return what a feed holds.

        Args:
            data: it, as it came.
            address: its own, against which what it names is resolved; empty where it is not known.
            called: what to call it in a sentence.
            charset: the character set that it came with, which may not be true; empty where none was told.

        Raises:
            SourceError: if it is none, or cannot be read.
        """

    def subscriptions(self, data: bytes, called: str) -> Sequence[FeedAddress]:
        """Return the feeds that a list of subscriptions (OPML) names.

        Raises:
            SourceError: if it is none, or cannot be read.
        """


class RefreshProgress(NamedTuple):
    """How far asking for what is new has come, or came."""

    done: int = 0
    """Feeds that have been asked."""
    feeds: int = 0
    """Feeds that are to be asked; 0 while unknown."""
    new: int = 0
    """Items that are new."""


class Librarian(Protocol):
    """Does for the library what takes the network. From any thread; each call blocks."""

    def subscribe(self, named: str) -> str:
        """Subscribe to what the user named: a feed's address, or a list of subscriptions (OPML).

        Returns:
            What came of it, in a sentence.

        Raises:
            BriefingError: if it is none, or cannot be had.
        """

    def refresh(self, tell: Callable[[RefreshProgress], None], only: int | None = None) -> str:
        """Ask all subscriptions for what is new, or `only` one; `tell` hears, from any thread, how far it is.

        Returns:
            What came of it, in a sentence.

        Raises:
            BriefingError: if none could be asked: there is no network, or the library is locked.
        """

    def leave(self) -> None:
        """Have what waits return soon, and what comes after at once."""
