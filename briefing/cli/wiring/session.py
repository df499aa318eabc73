"""A session on what was opened, with all that it needs of the other parts."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.cli.wiring import opened, sound
from briefing.cli.wiring.librarian import AccountLibrarian, LateShelf
from briefing.cli.wiring.narrators import Narrators, Notices
from briefing.cli.wiring.timings import StoredTimer
from briefing.errors import BriefingError
from briefing.session import Session
from briefing.session.arrival import Coming
from briefing.session.catalogue import Catalogue
from briefing.session.commands.table import HANDLERS
from briefing.session.device import SoundDevice
from briefing.session.host import Host
from briefing.session.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from contextlib import ExitStack

    from briefing.cli.settings_loading import Loaded
    from briefing.cli.wiring.opened import Opened
    from briefing.session.arrival import Arrival
    from briefing.settings import Settings
    from briefing.store import Store


class Comings:
    """Turns what was opened into what a session takes.

    Args:
        store: Where places, bookmarks and timings are kept.
        settings: The settings in force.
        outbox: Where the session tells what happens.
        narrators: What makes the voices.
    """

    def __init__(self, store: Store, settings: Settings, outbox: Outbox, narrators: Narrators) -> None:
        self._store, self._settings, self._outbox, self._narrators = store, settings, outbox, narrators

    def of(self, source: Opened) -> Coming:
        """Return what was opened, as far as it is known; what is still to come is brought in a thread."""

        def arriving() -> Arrival:
            try:
                return self._arrival(source._replace(item=source.item.whole()))
            except BriefingError as error:
                if source.is_asked:
                    raise
                sample = opened.sample_instead(error, self._settings, is_remembered=True)
                return self._arrival(sample)

        return Coming(
            self._arrival(source), arriving if source.item.is_stand_in else None, source.item.loading
        )

    def _arrival(self, source: Opened) -> Arrival:
        notices = Notices(self._outbox.post_notice)
        timer = StoredTimer(self._store, notices.tell, is_on=self._settings.align)
        arrival = self._narrators.arrival(source.item, timer, notices)
        return arrival._replace(opened=lambda: self._note_opened(source, arrival.opened))

    def _note_opened(self, source: Opened, then: Callable[[], None]) -> None:
        document = source.item.document
        self._store.note_opened(document.id, document.title, source.remembered_as)
        self._outbox.post(self._store.flush)  # when the face has told what is open: that need not wait
        then()


def make_session(
    source: Opened, store: Store, loaded: Loaded, given: Collection[str], cleanup: ExitStack
) -> Session:
    """Return a session on `source`; `cleanup` closes it and what was started for it.

    Args:
        source: What was opened; what is known of it may be its name alone.
        store: Where its place, bookmarks and timings are kept.
        loaded: The settings in force.
        given: The settings that were given as flags, which go before what is kept of the source.
        cleanup: Closes the session before the voices.
    """
    settings = loaded.settings
    outbox = Outbox()
    narrators = Narrators(settings, outbox.post_notice)
    cleanup.callback(narrators.close)
    shelf = LateShelf()
    cleanup.callback(shelf.close)
    host = Host(time.monotonic, SoundDevice(sound.make_engine(settings.sink)))
    session = Session(
        Comings(store, settings, outbox, narrators).of(source),
        settings=settings,
        memory=store,
        catalogue=Catalogue(
            shelf.open,
            AccountLibrarian(shelf.open, settings),
            host,
            outbox,
            lambda: datetime.now().astimezone(),
        ),
        host=host,
        outbox=outbox,
        commands=HANDLERS,
        given=given,
    )
    cleanup.callback(session.close)
    return session
