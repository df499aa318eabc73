"""A session on what was opened, with all that it needs of the other parts."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from briefing.cli.wiring import opened, sound
from briefing.cli.wiring.narrators import Narrators
from briefing.cli.wiring.timings import StoredTimer
from briefing.errors import BriefingError
from briefing.session import Session
from briefing.session.commands.table import HANDLERS
from briefing.session.host import Host
from briefing.session.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Collection
    from contextlib import ExitStack

    from briefing.cli.settings_loading import Loaded
    from briefing.cli.wiring.opened import Opened
    from briefing.session.arrival import Arrival
    from briefing.store import Store


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
    timer = StoredTimer(store, outbox.post_notice, is_on=settings.align)
    narrators = Narrators(settings, outbox.post_notice)
    cleanup.callback(narrators.close)

    def arrival(source: Opened) -> Arrival:
        document = source.item.document
        store.note_opened(document.id, document.title, source.remembered_as)
        outbox.post(store.flush)  # when the face has told what is open: that need not wait for a disk
        return narrators.arrival(source.item, timer)

    def arriving() -> Arrival:
        try:
            return arrival(source._replace(item=source.item.whole()))
        except BriefingError as error:
            if source.is_asked:
                raise
            return arrival(opened.sample_instead(error, settings, is_remembered=True))

    is_whole = not source.item.is_stand_in
    session = Session(
        arrival(source) if is_whole else narrators.arrival(source.item, timer),
        settings=settings,
        memory=store,
        timer=timer,
        host=Host(time.monotonic, sound.make_engine(settings.sink)),
        outbox=outbox,
        commands=HANDLERS,
        given=given,
        arriving=None if is_whole else arriving,
        loading=source.item.loading,
    )
    cleanup.callback(session.close)
    return session
