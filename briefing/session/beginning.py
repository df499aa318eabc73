"""How a briefing begins: it is named, what there is to tell of it is told, and its voice is made ready.

What is said is one announcement, at once: the title first, then the length, who is to read, the place and the
state, and one hint. Nobody waits for the voice: it is told again only if it is another one (`Clockwork`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import announce
from briefing.commands.mentions import MENTION
from briefing.events import DocumentOpened
from briefing.model import SleepAt, TransportState
from briefing.verbosity import unless_brief

if TYPE_CHECKING:
    from briefing.session.open_briefing import OpenBriefing
    from briefing.session.outbox import Outbox
    from briefing.session.playback import Playback
    from briefing.session.preferences import Preferences
    from briefing.session.queue import Queue
    from briefing.session.timers import SleepTimer


class Beginning:
    """Begins the briefings of a session, one after another; what is set for the first alone is done once."""

    def __init__(self, preferences: Preferences, sleep: SleepTimer, outbox: Outbox) -> None:
        self._preferences, self._sleep, self._outbox = preferences, sleep, outbox
        self._is_first = True
        self._told: Queue | None = None
        """The queue as it stands when what comes is here, whose name was said."""
        self._is_state_told = False
        self.hint = ""
        """How to go on, said once, with the first that is said."""

    @property
    def place(self) -> str:
        """Where what comes is to begin, as it was asked for; empty for where it was left."""
        return self._preferences.settings.at if self._is_first else ""

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
        told = [self.name(briefing)]
        if briefing.queue.has_several:  # that is all there is to say of it, and else its text will tell more
            told += (self._take_state(), self._take_hint())
        self._outbox.say(_joined(told))
        briefing.reader.tell_state()

    def begin(self, briefing: OpenBriefing) -> None:
        """Begin to read what is here now."""
        arrival, playback, cursor = briefing.arrival, briefing.playback, briefing.cursor
        arrival.opened()
        entry = briefing.queue.here
        self._outbox.emit(DocumentOpened(cursor.document.title, entry.number if entry else None))
        # A place that was asked for goes before the one where it was left, and may have yet to be found.
        resumed = not (arrival.at or self.place) and cursor.place > cursor.first_offset
        what, voice = self._what_it_is(briefing)
        told = [
            what,
            voice,
            announce.resumed(cursor.place_name(cursor.place)) if resumed else "",
            self._take_state() or self._state_of_a_later_one(playback),
        ]
        seen = "" if briefing.queue.has_several else what
        self._say(told, [arrival.notice, briefing.keeping.take_notice()], seen)
        settings = self._preferences.settings
        if settings.autoplay:
            playback.play()
        if self._is_first:
            self._is_first = False
            self._sleep.fade_s = settings.sleep_fade_s
            if settings.sleep_min:
                self._sleep.set(settings.sleep_min * 60.0)
            elif settings.sleep_at is not SleepAt.OFF:
                self._sleep.set_at(settings.sleep_at)
        briefing.reader.tell_state()
        briefing.load()

    def _what_it_is(self, briefing: OpenBriefing) -> tuple[str, str]:
        """Return what is open, and who is to read it; nothing of it that was said already."""
        told, self._told = self._told, None
        voice = unless_brief(briefing.clockwork.expect(briefing.first_voice))
        if not briefing.queue.has_several:
            length_s = briefing.playback.duration_s or None
            return announce.opened(briefing.cursor.document, length_s), voice
        return ("", "") if told == briefing.queue else (self.name(briefing), voice)

    def _take_state(self) -> str:
        """Return whether it plays, once: later ones go on as those before."""
        if self._is_state_told:
            return ""
        self._is_state_told = True
        plays = self._preferences.settings.autoplay
        return unless_brief(announce.state(TransportState.PLAYING if plays else TransportState.PAUSED))

    def _state_of_a_later_one(self, playback: Playback) -> str:
        """Return that it plays, where what was open before did not, and this one does by itself."""
        begins = self._preferences.settings.autoplay and not self._is_first and not playback.is_playing
        return unless_brief(announce.state(TransportState.PLAYING)) if begins else ""

    def _take_hint(self) -> str:
        hint, self.hint = self.hint, ""
        return hint

    def _say(self, told: list[str], notices: list[str], seen: str) -> None:
        """Say what is told, then the notices, then the hint: one with a notice that is a hint itself."""
        urgent = [notice for notice in notices if notice]
        hint = self._take_hint()
        if urgent and hint and MENTION.search(urgent[-1]):
            hint = f"{urgent.pop().removesuffix('.')}, {hint}"
        if not urgent:
            told.append(hint)
        if said := _joined(told):
            self._outbox.say(said, seen=seen)
        for notice in urgent:
            self._outbox.say(notice, urgent=True)
        if urgent and hint:
            self._outbox.say(hint)


def _joined(parts: list[str]) -> str:
    return " ".join(filter(None, parts))
