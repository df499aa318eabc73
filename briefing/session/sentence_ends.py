"""What happens when a sentence, a paragraph or a chapter was heard: it goes on, waits, repeats, or stops.

Whoever needs something to happen there says so here; `course` says where that is, and the engine goes along
it (`audio.legs`), so that it happens at an exact frame, and no face has to be awake.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import announce_text
from briefing.events import TextShown, ViewChanged
from briefing.model import Light, Span
from briefing.session.course import StudyCourse
from briefing.session.veil import Veil

if TYPE_CHECKING:
    from briefing.audio.legs import Leg
    from briefing.kinds import EndOf
    from briefing.session.outbox import Outbox
    from briefing.session.reader import Reader
    from briefing.session.timers import Loop, Wish
    from briefing.timeline import Timeline


class SentenceEnds:
    """The ends of one briefing's sentences, as its playback comes to them."""

    def __init__(self, wish: Wish, reader: Reader, loop: Loop, outbox: Outbox) -> None:
        self.wish, self._loop, self._outbox = wish, loop, outbox
        self._playback, self._cursor, self._chapters = reader.playback, reader.cursor, reader.chapters

    def stop_once(self, unit: EndOf | None) -> None:
        """Pause at the end of the sentence, paragraph or chapter that is heard, once; None for not."""
        self.wish.once = unit
        self.renew()

    def tell_shown(self, span: Span) -> None:
        """Tell that a part of the text is shown that was hidden, or the other way round."""
        self._outbox.emit(TextShown(span))

    def renew(self) -> None:
        """Go by what is wished now, from what is heard now on."""
        self.veil()
        self._playback.renew_course()

    def ended(self, leg: Leg) -> None:
        """Take note that a part has been heard."""
        veil, timeline = self._cursor.veil, self._playback.timeline
        if veil is not None and timeline is not None:
            first, last = timeline[leg.note.first].span, timeline[leg.note.behind - 1].span
            heard = Span(first.start, self._cursor.transcript.sentence_at(last.start).stop)
            if veil.show(heard):
                self.tell_shown(heard)
        if leg.halts and self.wish.once is not None:
            self.stop_once(None)

    def veil(self) -> None:
        """Hide the text from the place on, or no longer, as is wished."""
        cursor = self._cursor
        if self.wish.hides != (cursor.veil is not None):
            cursor.veil = Veil(cursor.transcript, cursor.place) if self.wish.hides else None
            self._outbox.emit(ViewChanged())

    @property
    def is_by_sentence(self) -> bool:
        """Whether it is known where the sentence ends that is heard; else its paragraph's end counts."""
        return self._cursor.level is not Light.PARAGRAPH

    @property
    def told(self) -> str:
        """What happens after each sentence, in a few words; empty where it goes straight on."""
        if self.wish.always or self.wish.once:
            return announce_text.stops_at(self.wish.once, self.wish.always)
        number, count = self.hearing
        if self.wish.rule.is_plain:
            return ""
        return announce_text.studied(number, count, is_waiting=self.is_waiting)

    @property
    def hearing(self) -> tuple[int, int]:
        """Which time the part is heard, from 1, and how often it is."""
        heard = self._playback.legs
        leg = heard.leg if heard else None
        return (leg.note.hearing + 1 if leg else 1, len(self.wish.hearings))

    @property
    def is_waiting(self) -> bool:
        """Whether it is silent now between two parts."""
        heard = self._playback.legs
        return heard is not None and heard.is_waiting

    def course_of(self, timeline: Timeline) -> StudyCourse | None:
        """Return how a timeline is gone along as is wished; None for straight on."""
        rule = self.wish.rule
        if rule.is_plain:
            return None
        starts = tuple(each.start_s * timeline.rate_hz for each in self._chapters.all)
        start, stop = self._loop.start, self._loop.stop
        loop = None if start is None or stop is None else (start, stop)
        return StudyCourse(rule, timeline, self._cursor.transcript, starts, loop)
