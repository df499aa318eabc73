"""A session on what was opened, with all that it needs of the other parts."""

from __future__ import annotations

import os
import time
from datetime import datetime
from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.cli.wiring import sound
from briefing.cli.wiring.comings import Comings
from briefing.cli.wiring.librarian import AccountLibrarian
from briefing.cli.wiring.narrators import Narrators
from briefing.cli.wiring.preferences import AccountPreferences
from briefing.session import Session
from briefing.session.catalogue import Catalogue
from briefing.session.commands.table import HANDLERS
from briefing.session.device import SoundDevice
from briefing.session.host import Host, Pronouncing, in_thread
from briefing.session.own_voice import LateVoice
from briefing.session.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Collection
    from contextlib import ExitStack

    from briefing.cli.wiring.current import CurrentSettings
    from briefing.cli.wiring.library import AccountLibrary
    from briefing.cli.wiring.opened import Opened
    from briefing.ports.voicing import OwnVoice
    from briefing.session.outbox import Outbox
    from briefing.session.pronouncing import PronunciationKeeper
    from briefing.settings import Loaded
    from briefing.store import Store


_BUS_NAMES: Final = ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")
"""One of these names the bus of a desktop, where there is one."""


def make_session(
    source: Opened,
    *,
    store: Store,
    library: AccountLibrary,
    loaded: Loaded,
    current: CurrentSettings,
    given: Collection[str],
    outbox: Outbox,
    cleanup: ExitStack,
) -> Session:
    """Return a session on `source`; `cleanup` closes it and what was started for it.

    Args:
        source: What was opened; what is known of it may be its name alone.
        store: Where its place, bookmarks and timings are kept.
        library: What else there is to read.
        loaded: The settings at the start, and where each comes from.
        current: The settings in force.
        given: The settings that were given as flags, which go before what is kept of the source.
        outbox: Where it tells what happens.
        cleanup: Closes the session before the voices.
    """
    if source.queue.has_several:
        from briefing.heap import share

        share()
    narrators = Narrators(current, outbox.post_notice)
    cleanup.callback(narrators.close)
    comings = Comings(store, outbox, narrators, library, current)
    sink = current.now.sink
    device = SoundDevice(sound.make_engine(sink), sink, sound.find_sink)
    host = Host(
        time.monotonic,
        device,
        own_voice=LateVoice(lambda: _own_voice(session, device, cleanup)),
        pronouncing=Pronouncing(lambda: _pronouncing(narrators, device, outbox)),
    )
    session = Session(
        comings.of(source),
        preferences=Preferences(loaded, AccountPreferences(loaded.path, current, narrators)),
        memory=store,
        catalogue=Catalogue(
            library.open_shelf,
            AccountLibrarian(library.open_shelf, current),
            host,
            outbox,
            lambda: datetime.now().astimezone(),
        ),
        host=host,
        outbox=outbox,
        commands=HANDLERS,
        given=given,
        library=comings,
    )
    cleanup.callback(session.close)
    if any(os.environ.get(name) for name in _BUS_NAMES):
        outbox.post(lambda: _see_desktop(session, cleanup))  # when the text was painted
    return session


def _see_desktop(session: Session, cleanup: ExitStack) -> None:
    from briefing.cli.wiring.desktop import attach

    attach(session, cleanup)


def _pronouncing(narrators: Narrators, device: SoundDevice, outbox: Outbox) -> PronunciationKeeper:
    from briefing.cli.wiring.pronouncing import AccountPronouncing

    return AccountPronouncing(narrators, device, outbox.post_notice)


def _own_voice(session: Session, device: SoundDevice, cleanup: ExitStack) -> OwnVoice:
    from briefing.cli.wiring.account import spoken_languages
    from briefing.cli.wiring.voicing import SelfVoicing

    return SelfVoicing(session, device, cleanup, spoken_languages(os.environ))


def tell_news(session: Session, library: AccountLibrary) -> None:
    """Have it said how many items are new: looked for in a thread, when what is open was told."""

    def look() -> None:
        if count := library.new_items():
            session.outbox.post_notice(announce.new_items(count))

    session.outbox.post(lambda: in_thread(look))
