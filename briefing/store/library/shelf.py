"""The shelf: subscriptions and items, in a database of their own.

Rules:
1. Each change is one transaction, whole or not at all; what an answer brings is made ready before it.
2. How far an item was heard counts at once. That it was heard to its end is on the disk when `keep_heard`
   returns, or waits to be written with the next change, and is told.
3. A subscription, or what a feed brought, that cannot be kept is a `StoreError`.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from threading import RLock
from typing import TYPE_CHECKING, Final, TypeVar

from briefing.errors import StoreError
from briefing.feed import FeedAddress
from briefing.store.connection import writing
from briefing.store.library import index, listing, stories, subscribing, taking
from briefing.store.library.hearing import Heard, laid_over, write_heard
from briefing.store.library.rows import counter
from briefing.store.library.saving import LIBRARY
from briefing.store.mending import BUSY_S, MendingDatabase

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from briefing.feed import FeedItem
    from briefing.listed import ListedItem, Subscription
    from briefing.ports.clock import Clock
    from briefing.ports.library import FeedAnswer

T = TypeVar("T")

_PATIENCE_S: Final = 5.0
"""How long a subscription or an answer waits for another program that writes, such as a second refresh."""
_PAUSE_S: Final = 0.02
_LAST_BUSY_S: Final = 1.5
"""How long leaving waits for another program, where what was heard waits, which would be lost."""


def _utc_now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class LibraryShelf:
    """The library in the file at `path`; None keeps it only as long as the program runs.

    May be called from any thread. Opening never fails: see `store.mending`.
    """

    def __init__(
        self, path: Path | None, now: Callable[[], str] = _utc_now, clock: Clock = time.monotonic
    ) -> None:
        self._now = now
        self._clock = clock
        self._lock = RLock()
        self._waiting: dict[int, Heard] = {}
        self._lost = ""
        self._db = MendingDatabase(path, LIBRARY, clock)

    @property
    def is_kept(self) -> bool:
        """Whether what is kept comes to the file, as far as is known."""
        return self._db.is_kept

    def take_notice(self) -> str:
        """Return a sentence about trouble that was not told yet; else nothing."""
        with self._lock:
            notice, self._lost = self._lost, ""
        return notice or self._db.take_notice()

    # Subscriptions

    def subscribe(self, address: str, title: str = "", *, is_users: bool = True) -> Subscription:
        """Keep a subscription, and return it; the one that is there where it is that already.

        Args:
            address: http or https.
            title: What to call it until it was read once; its host where this is empty.
            is_users: Whether the user named it himself, or a list of subscriptions in a file of his.

        Raises:
            StoreError: if it cannot be kept.
        """
        return self.subscribe_all([FeedAddress(address, title)], is_users=is_users)[0]

    def subscribe_all(self, feeds: Iterable[FeedAddress], *, is_users: bool) -> tuple[Subscription, ...]:
        """Keep subscriptions, all or none; return them in their order, each once.

        Raises:
            StoreError: if they cannot be kept.
        """
        wanted = tuple(feeds)
        return self._change(lambda db: subscribing.subscribe(db, wanted, is_users=is_users), durable=True)

    def unsubscribe(self, number: int) -> None:
        """Drop a subscription and its items; nothing happens if there is none.

        Raises:
            StoreError: if it cannot be dropped.
        """
        now = self._now()
        self._change(lambda db: subscribing.unsubscribe(db, number, now), durable=True)

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Return all, by title."""
        none: tuple[Subscription, ...] = ()
        return self._db.read(listing.subscriptions, none)

    def take(self, number: int, answer: FeedAnswer) -> int:
        """Keep what came of asking for a subscription; return how many items are new.

        Raises:
            StoreError: if it cannot be kept.
        """
        now = self._now()
        items = None if answer.feed is None else taking.prepared(answer.feed, number)
        return self._change(lambda db: subscribing.take(db, number, answer, items, now), durable=False)

    # Items

    def items(
        self, *, subscription: int | None = None, unheard: bool = False, limit: int | None = None
    ) -> tuple[ListedItem, ...]:
        """Return items, the newest first.

        Args:
            subscription: Only those of this one.
            unheard: Only those that were not heard.
            limit: At most so many.
        """
        waiting = self._flushed()
        more = None if limit is None else limit + len(waiting)
        found = self._listed(lambda db: listing.items(db, subscription, unheard=unheard, limit=more), waiting)
        return tuple(item for item in found if not (unheard and item.is_heard))[:limit]

    def item(self, number: int) -> ListedItem | None:
        """Return an item; None if there is none."""
        found = self._listed(lambda db: listing.item(db, number), self._flushed())
        return found[0] if found else None

    def stories(self, since: str) -> tuple[ListedItem, ...]:
        """Return the unheard items that were published since then, each story once, the newest first.

        A story that several feeds tell is the item that was begun, or has a recording, else the newest of
        them; none if one of them was heard. It is breaking if one of them is.

        Args:
            since: ISO 8601 in UTC.
        """
        found = self._listed(lambda db: stories.unheard(db, since), self._flushed())
        return tuple(item for item in found if not item.is_heard)

    def visit(self) -> int:
        """Note that the user was here; return the number of the item that was the newest the last time."""
        before = self._db.read(lambda db: counter(db, "visited"), 0)
        newest = self._db.read(lambda db: counter(db, "item"), 0)
        if newest > before:
            self._write(lambda db: listing.note_visit(db, newest), durable=False)
        return before

    def search(self, words: str, limit: int = 100) -> tuple[ListedItem, ...]:
        """Return the items whose title or text has words that begin so, the likeliest first."""
        return self._listed(lambda db: listing.search(db, words, limit), self._flushed())

    def told_of(self, number: int) -> FeedItem | None:
        """Return all that its feed said of an item; None if there is none."""
        return self._db.read(lambda db: listing.told_of(db, number), None)

    def keep_text(self, number: int, text: str, address: str = "") -> None:
        """Have an item found by all of its text, as it was opened.

        Args:
            number: Of the item.
            text: It.
            address: Where it was found, after all redirections: another feed may name that one.
        """
        self._write(lambda db: index.keep_text(db, number, text, address), durable=False)

    def keep_heard(
        self, number: int, heard: float, *, is_heard: bool | None = None, length_s: float | None = None
    ) -> None:
        """Keep how far an item was heard, 0 to 1.

        Args:
            number: Of the item.
            heard: How far.
            is_heard: Whether it was heard to its end; None leaves it. What is not None is durable at once.
            length_s: How long it is, as it was measured.
        """
        with self._lock:
            before = self._waiting.pop(number, Heard())
            self._waiting[number] = before.then(heard, is_heard, length_s, self._now())
            self._flush()

    def flush(self) -> None:
        """Write what waits; what cannot be written now goes on waiting."""
        with self._lock:
            self._flush()

    def close(self) -> None:
        """Write what waits and let go of the file. Harmless twice. `take_notice` tells what is lost."""
        with self._lock:
            if not self._flush(_LAST_BUSY_S) and any(each.is_heard for each in self._waiting.values()):
                self._lost = f"Items that were heard and could not be marked so: {len(self._waiting)}."
            self._db.close()

    # Writing

    def _listed(
        self, read: Callable[[sqlite3.Connection], tuple[ListedItem, ...]], waiting: dict[int, Heard]
    ) -> tuple[ListedItem, ...]:
        none: tuple[ListedItem, ...] = ()
        return laid_over(self._db.read(read, none), waiting)

    def _flushed(self) -> dict[int, Heard]:
        """Return what waits and cannot be written now."""
        with self._lock:
            self._flush()
            return dict(self._waiting)

    def _flush(self, busy_s: float | None = None) -> bool:
        if self._waiting:
            waiting = dict(self._waiting)
            durable = any(each.is_heard is not None for each in waiting.values())
            if self._write(lambda db: write_heard(db, waiting), durable=durable, last_busy_s=busy_s) is None:
                return False
            self._waiting.clear()
        return True

    def _write(
        self, work: Callable[[sqlite3.Connection], T], *, durable: bool, last_busy_s: float | None = None
    ) -> T | None:
        """Return work(db), all or nothing; None if it cannot be done now."""

        def whole(db: sqlite3.Connection) -> T:
            with writing(db, durable=durable):
                return work(db)

        is_last = last_busy_s is not None
        return self._db.write(whole, BUSY_S if last_busy_s is None else last_busy_s, at_once=is_last)

    def _change(self, work: Callable[[sqlite3.Connection], T], *, durable: bool) -> T:
        """Return work(db), all or nothing, after waiting for others who write.

        Raises:
            StoreError: if it cannot be done.
        """
        self.flush()
        until_s = self._clock() + _PATIENCE_S
        while (done := self._write(work, durable=durable)) is None:
            if not self._db.is_locked or self._clock() > until_s:
                told = self._db.take_notice() or "The library cannot be written now."
                raise StoreError(told, "Nothing was changed in it.")
            time.sleep(_PAUSE_S)  # without the lock: keys are answered meanwhile
        return done
