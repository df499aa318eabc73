"""How a briefing begins: it is named, what there is to tell of it is told, and its voice is made ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import announce
from briefing.events import DocumentOpened

if TYPE_CHECKING:
    from briefing.session.open_briefing import OpenBriefing
    from briefing.session.outbox import Outbox
    from briefing.session.queue import Queue
    from briefing.session.timers import SleepTimer
    from briefing.settings import Settings


class Beginning:
    """Begins the briefings of a session, one after another; what is set for the first is done once."""

    def __init__(self, settings: Settings, sleep: SleepTimer, outbox: Outbox) -> None:
        self._settings, self._sleep, self._outbox = settings, sleep, outbox
        self._is_first = True
        self._told: Queue | None = None
        """The queue as it stands when what comes is here, whose name was said."""

    @property
    def place(self) -> str:
        """Where what comes is to begin, as it was asked for; empty for where it was left."""
        return self._settings.at if self._is_first else ""

    def name(self, briefing: OpenBriefing) -> str:
        """Return the sentence that says what comes: which item it is, where there are several."""
        entry, queue = briefing.queue.here, briefing.queue
        if entry is None or not queue.has_several:
            return announce.opening(briefing.cursor.document.title)
        return announce.item(
            queue.at + 1,
            len(queue.entries),
            entry.title,
            entry.feed,
            entry.length_s,
            is_breaking=entry.is_breaking,
        )

    def tell_name(self, briefing: OpenBriefing) -> None:
        """Say what comes."""
        self._told = briefing.queue
        self._outbox.say(self.name(briefing))
        briefing.reader.tell_state()

    def begin(self, briefing: OpenBriefing) -> None:
        """Begin to read what is here now."""
        arrival, playback, cursor = briefing.arrival, briefing.playback, briefing.cursor
        arrival.opened()
        entry = briefing.queue.here
        self._outbox.emit(DocumentOpened(cursor.document.title, entry.number if entry else None))
        if playback.duration_s or not cursor.document.media.available:
            briefing.clockwork.note_length_told()
        self._say_what_it_is(briefing)
        for notice in (arrival.notice, briefing.keeping.take_notice()):
            if notice:
                self._outbox.say(notice, urgent=True)
        if cursor.place > cursor.first_offset:
            self._outbox.say(announce.resumed(cursor.place_name(cursor.place)))
        if self._is_first:
            self._is_first = False
            if self._settings.autoplay:
                playback.play()
            if self._settings.sleep_min:
                self._sleep.set(self._settings.sleep_min * 60.0)
        briefing.load()
        briefing.reader.tell_state()

    def _say_what_it_is(self, briefing: OpenBriefing) -> None:
        told, self._told = self._told, None
        if not briefing.queue.has_several:
            self._outbox.say(announce.opened(briefing.cursor.document, briefing.playback.duration_s or None))
        elif told != briefing.queue:
            self._outbox.say(self.name(briefing))
