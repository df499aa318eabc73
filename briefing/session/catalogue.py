"""The library as a session's faces list and change it: subscriptions, their items, a search over all.

Rules:
1. A face asks here and nowhere else; what stands below are ports.
2. What takes a network or a while is done in the background, and its end is told in the face's thread.
3. Whatever changes what is listed tells `LibraryChanged`; lists that are open show it where they stand.
4. What the library itself could not do (it is locked, it cannot be written) is said once, as it happens.
"""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Final, TypeVar

from briefing import announce
from briefing.commands.mentions import mention
from briefing.errors import BriefingError
from briefing.events import LibraryChanged
from briefing.ports.library import RefreshProgress

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from briefing.listed import ListedItem, Subscription
    from briefing.ports.library import Librarian, Shelf
    from briefing.session.host import Host
    from briefing.session.outbox import Outbox

_Found = TypeVar("_Found")
NO_SUBSCRIPTION: Final = (
    f"Nothing is subscribed to yet. Press {mention('subscribe')} and type the address of a feed."
)
SHOWN_EVERY_S: Final = 1.0
"""While feeds come, lists show what is new no more often: each time all items are read."""


class Catalogue:
    """What the user subscribed to.

    Args:
        open_shelf: opens what keeps it, which is done when it is first asked for.
        librarian: does what takes the network.
        host: somewhere to do slow work.
        outbox: where it is told.
        now: the time of day, with the user's zone.
    """

    def __init__(
        self,
        open_shelf: Callable[[], Shelf],
        librarian: Librarian,
        host: Host,
        outbox: Outbox,
        now: Callable[[], datetime],
    ) -> None:
        self.now = now
        self.progress: RefreshProgress | None = None
        """How far a refresh has come; None while there is none."""
        self._open_shelf, self._librarian = open_shelf, librarian
        self._host, self._outbox = host, outbox
        self._searches = 0
        self._shown_at_s = float("-inf")
        self._lock = Lock()
        self._reached: RefreshProgress | None = None

    @cached_property
    def _shelf(self) -> Shelf:
        return self._open_shelf()

    # Listed

    def items(self, subscription: int | None = None) -> tuple[ListedItem, ...]:
        """Return all items, or those of a subscription, the newest first."""
        return self._told(self._shelf.items(subscription=subscription))

    def item(self, number: int) -> ListedItem | None:
        """Return the item of that number; None if there is none."""
        return self._shelf.item(number)

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Return all subscriptions, by title."""
        return self._told(self._shelf.subscriptions())

    def search(self, words: str, then: Callable[[tuple[ListedItem, ...]], None]) -> None:
        """Find items by what stands in them; `then` gets them, unless another search began meanwhile."""
        self._searches += 1
        search = self._searches

        def show(found: tuple[ListedItem, ...]) -> None:
            if search == self._searches:
                then(self._told(found))

        self._aside(lambda: self._shelf.search(words), show)

    # Changed

    def set_heard(self, number: int, *, is_heard: bool) -> ListedItem | None:
        """Mark an item as heard, or as new; return it as it is now, None if there is none."""
        item = self._shelf.item(number)
        if item is None:
            return None
        self._shelf.keep_heard(number, item.heard if is_heard else 0.0, is_heard=is_heard)
        self.tell_changed()
        return self._shelf.item(number)

    def restore(self, item: ListedItem) -> None:
        """Have an item be heard as far as it was."""
        self._shelf.keep_heard(item.number, item.heard, is_heard=item.is_heard)
        self.tell_changed()

    def subscribe(self, named: str) -> None:
        """Subscribe to what was typed, in the background, and tell what came of it."""
        self._outbox.say("Subscribing, please wait.")
        self._aside(lambda: self._librarian.subscribe(named), self._end)

    def unsubscribe(self, number: int, then: Callable[[], None]) -> None:
        """Drop a subscription with its items, in the background; `then` is called when it is dropped."""

        def show(_dropped: None) -> None:
            self.tell_changed()
            then()

        self._aside(lambda: self._shelf.unsubscribe(number), show)

    def bring_back(self, dropped: Subscription) -> None:
        """Subscribe again to what was dropped, and get its items: what was heard of them is still known."""

        def subscribe() -> int:
            return self._shelf.subscribe(dropped.address, dropped.title, is_users=dropped.is_users).number

        def refresh(number: int) -> None:
            self.tell_changed()
            self._refresh(number)

        self._aside(subscribe, refresh)

    def _aside(self, work: Callable[[], _Found], then: Callable[[_Found], None]) -> None:
        """Do work in the background, where another program may have to be waited for; say what goes wrong."""

        def try_it() -> None:
            try:
                done = work()
            except BriefingError as error:
                self._outbox.post_notice(str(error))
            else:
                self._outbox.post(lambda: then(done))

        self._host.in_background(try_it)

    # Refreshed

    def refresh(self) -> None:
        """Ask all subscriptions for what is new, in the background; if that is under way, tell how far."""
        if self.progress is not None:
            self._outbox.say(announce.refreshing(self.progress.done, self.progress.feeds))
        elif not self._shelf.subscriptions():
            self._told(None)
            self._outbox.say(NO_SUBSCRIPTION)
        else:
            self._outbox.say("Refreshing.")
            self._refresh(None)

    def _refresh(self, only: int | None) -> None:
        self.progress = RefreshProgress()

        def work() -> None:
            try:
                told = self._librarian.refresh(self._take_progress, only)
            except BriefingError as error:
                told = str(error)
            self._outbox.post(lambda: self._end_refresh(told))

        self._host.in_background(work)

    def _take_progress(self, reached: RefreshProgress) -> None:
        """Take note how far it has come. From any thread; it is shown at the next tick, once."""
        with self._lock:
            is_waited_for, self._reached = self._reached is not None, reached
        if not is_waited_for:
            self._outbox.post(self._show_progress)

    def _show_progress(self) -> None:
        with self._lock:
            reached, self._reached = self._reached, None
        if self.progress is None or reached is None:
            return  # it has ended
        has_new = reached.new != self.progress.new
        self.progress = reached
        if has_new and self._host.clock() - self._shown_at_s >= SHOWN_EVERY_S:
            self.tell_changed()
        else:
            self._outbox.emit(LibraryChanged(has_other_items=False))

    def _end_refresh(self, told: str) -> None:
        self.progress = None
        self._end(told)

    def _end(self, told: str) -> None:
        self.tell_changed()
        self._outbox.say(told, urgent=True)
        self._told(None)

    def leave(self) -> None:
        """Wait for no network any more."""
        self._librarian.leave()

    def tell_changed(self) -> None:
        """Tell that what is listed is other than it was."""
        self._shown_at_s = self._host.clock()
        self._outbox.emit(LibraryChanged())

    def _told(self, found: _Found) -> _Found:
        """Return what was found, once trouble in finding it is said."""
        if notice := self._shelf.take_notice():
            self._outbox.say(notice, urgent=True)
        return found
