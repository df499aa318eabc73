"""What was opened, as a session takes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.wiring import opened
from briefing.cli.wiring.arriving import Notices
from briefing.cli.wiring.library import queue_of_feed
from briefing.cli.wiring.timings import StoredTimer
from briefing.commands.table import MANUAL
from briefing.errors import BriefingError
from briefing.session.arrival import Coming
from briefing.session.queue import ALONE
from briefing.sources.address import is_address

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.cli.wiring.current import CurrentSettings
    from briefing.cli.wiring.library import AccountLibrary
    from briefing.cli.wiring.narrators import Narrators
    from briefing.cli.wiring.opened import Opened
    from briefing.feed import Feed
    from briefing.noted import Noted
    from briefing.session.arrival import Arrival
    from briefing.session.outbox import Outbox
    from briefing.session.queue import Queue
    from briefing.store import Store


class Comings:
    """Opens what a session is to read: a `session.host.Library`.

    Args:
        store: Where places, bookmarks and timings are kept.
        outbox: Where the session tells what happens.
        narrators: What makes the voices.
        library: That of the account.
        current: The settings in force.
    """

    def __init__(
        self,
        store: Store,
        outbox: Outbox,
        narrators: Narrators,
        library: AccountLibrary,
        current: CurrentSettings,
    ) -> None:
        self._store, self._outbox = store, outbox
        self._narrators, self._library = narrators, library
        self._current = current
        self.keep_heard = library.keep_heard
        self._feeds: dict[str, Feed] = {}
        """Feeds that were opened, by what they were opened as."""

    def come(self, source: str) -> Coming:
        """Open a source as it is typed.

        Raises:
            BriefingError: if it is plain at once that it cannot be opened.
        """
        from briefing.heap import share

        share()
        called, is_one, at = source.rpartition(" item ")
        feed = self._feeds.get(called)
        if not is_one or feed is None or not at.isdecimal():
            return self.of(opened.open_later(source, self._current, self._library))
        address = called if is_address(called) else ""
        item = self._library.opener.of(feed.items[int(at)], address, is_users=True)
        return self.of(opened.Opened(called, item, is_asked=True))

    def write_bookmarks(self, found: Sequence[Noted], name: str, *, is_forced: bool) -> str:
        """Write bookmarks into a file; return its name.

        Raises:
            UsageError: if it cannot be written, or is there and may not be replaced.
        """
        from briefing.cli.bookmarks_file import write_bookmarks

        return write_bookmarks(found, Path(name).expanduser(), is_forced=is_forced, spared=())

    def of(self, source: Opened) -> Coming:
        """Return what was opened, as far as it is known; what is still to come is brought in a thread."""

        def arriving() -> Arrival:
            try:
                whole = source._replace(item=source.item.whole())
            except BriefingError as error:
                if source.is_asked:
                    raise
                sample = opened.sample_instead(error, self._current.now, is_remembered=True)
                return self._arrival(sample)._replace(queue=ALONE)
            here = whole.queue.here
            if here is not None and here.number is not None:
                document = whole.item.document
                self._library.keep_text(here.number, document.text, document.source)
            return self._arrival(whole)

        return Coming(
            self._arrival(source),
            arriving if source.item.is_stand_in else None,
            source.item.loading,
            source.queue,
        )

    def _queue_of(self, source: Opened) -> Queue | None:
        """Return the items of the feed that was opened; None where it is none."""
        feed = source.item.feed
        if feed is None:
            return None
        self._feeds[source.name] = feed
        return queue_of_feed(feed, source.name)

    def _arrival(self, source: Opened) -> Arrival:
        notices = Notices(self._outbox.post_notice)
        timer = StoredTimer(self._store, notices.tell, is_on=self._current.now.align)
        arrival = self._narrators.arrival(source.item, timer, notices)
        return arrival._replace(
            opened=lambda: self._note_opened(source, arrival.opened),
            link=MANUAL if source.name == MANUAL else source.remembered_as,
            at=source.at,
            queue=self._queue_of(source),
        )

    def _note_opened(self, source: Opened, then: Callable[[], None]) -> None:
        document = source.item.document
        self._store.note_opened(document.id, document.title, source.remembered_as)
        self._outbox.post(self._store.flush)  # when the face has told what is open: that need not wait
        then()
