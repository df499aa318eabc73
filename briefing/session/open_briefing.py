"""One briefing in a session: its text, its voices, and what is set for it alone."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefing.model import VoiceKind
from briefing.session.clockwork import Clockwork
from briefing.session.heard import HeardSoFar
from briefing.session.keeping import Keeping
from briefing.session.lead_picture import LeadPicture
from briefing.session.queue import ALONE
from briefing.session.reader import Reader
from briefing.session.search import Search
from briefing.session.timers import Loop, Wish
from briefing.session.timing import Timing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from briefing.ports.library import HeardKeeper
    from briefing.ports.memory import Memory
    from briefing.session.arrival import Arrival
    from briefing.session.course import StudyCourse
    from briefing.session.host import Host
    from briefing.session.look import Look
    from briefing.session.outbox import Outbox
    from briefing.session.queue import Queue
    from briefing.session.sentence_ends import SentenceEnds
    from briefing.session.timers import SleepTimer
    from briefing.settings import Settings
    from briefing.timeline import Timeline


class OpenBriefing:
    """The parts of one briefing, at the place that is remembered of it. Nothing is loaded yet.

    Args:
        arrival: What to read, and who can.
        settings: What the user wants.
        memory: What was remembered.
        given: The settings that win over `memory`.
        host: Time, sound, and somewhere to do slow work.
        outbox: Where events are told.
        look: How text is shown, whichever is open.
        sleep: When to pause, whatever is heard.
        wish: What happens at the ends of sentences, whatever is heard.
        goes_on: Asked at the end: returns whether another one follows.
        at: Where to go when a voice is there; empty for the place that is remembered.
        is_stand_in: Whether there is no text yet.
        is_ahead: Whether another one is still open: this one leaves the sound to it until it is to `enter`.
        queue: What it stands in.
        keeper: Is told how far an item of the library was heard.
    """

    def __init__(
        self,
        arrival: Arrival,
        *,
        settings: Settings,
        memory: Memory,
        given: Collection[str],
        host: Host,
        outbox: Outbox,
        look: Look,
        sleep: SleepTimer,
        wish: Wish | None = None,
        goes_on: Callable[[], bool] = lambda: False,
        at: str = "",
        is_stand_in: bool = False,
        is_ahead: bool = False,
        queue: Queue = ALONE,
        keeper: HeardKeeper | None = None,
    ) -> None:
        self.arrival = arrival
        self.queue = queue
        entry = queue.here
        self.heard = HeardSoFar(keeper, entry.number, is_heard=entry.is_heard) if entry else HeardSoFar()
        self.keeping = Keeping(memory, arrival.document, settings, given, is_stand_in=is_stand_in)
        self.reader = Reader(
            arrival,
            settings=settings,
            keeping=self.keeping,
            heard=self.heard,
            host=host,
            outbox=outbox,
            is_ahead=is_ahead,
        )
        self.cursor, self.playback = self.reader.cursor, self.reader.playback
        self.search, self.loop = Search(self.cursor, host.clock), Loop()
        self._outbox = outbox
        self._wish = wish or Wish(settings)
        self.playback.course_of = self._course_of
        self.timing = Timing(arrival.timer, outbox)
        self.clockwork = Clockwork(
            self.reader,
            outbox=outbox,
            look=look,
            loop=self.loop,
            ends=lambda: self.ends,
            sleep=sleep,
            timing=self.timing,
            goes_on=goes_on,
            at=at,
        )
        self.picture = LeadPicture(arrival.picture, host, outbox)
        self._in_background = host.in_background
        self._is_loading = False

    @cached_property
    def ends(self) -> SentenceEnds:
        """What happens when a sentence was heard."""
        from briefing.session.sentence_ends import SentenceEnds  # most briefings are read straight on

        return SentenceEnds(self._wish, self.reader, self.loop, self._outbox)

    def _course_of(self, timeline: Timeline) -> StudyCourse | None:
        return None if self._wish.rule.is_plain else self.ends.course_of(timeline)

    def load(self) -> None:
        """Have a voice made ready, in the background, once: the one that is wanted, where it is there."""
        if self._is_loading:
            return
        self._is_loading = True
        if self._wish.hides:
            self.ends.veil()
        self.playback.open(self.first_voice, lambda: self.reader.reading_place)

    @property
    def first_voice(self) -> VoiceKind:
        """Who is to read first: the one that is wanted, where it is there."""
        wanted = self.keeping.voice
        is_there = wanted is not VoiceKind.RECORDING or self.playback.voices.can_read(wanted)
        return wanted if is_there else VoiceKind.SPEECH

    def go_on_from(self, before: OpenBriefing) -> None:
        """Take what was set while another was open, and is not that one's own."""
        self.reader.levels.go_on_from(before.reader.levels)
        self.keeping.go_on_from(before.keeping)
        self.clockwork.go_on_from(before.clockwork)

    def leave(self) -> None:
        """Make room for another: let go of all but the device, in the background."""
        self.timing.cancel()
        self.picture.leave()
        self.reader.leave()
        self._in_background(self._let_go)

    def _let_go(self) -> None:
        self.playback.let_go()
        self.arrival.close()

    def close(self) -> None:
        """Keep the place and let go of everything, of the device first. Harmless twice."""
        self.reader.keep_place()
        self.timing.cancel()
        self.playback.close()
        self.arrival.close()
