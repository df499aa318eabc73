"""What happens when a sentence, a paragraph or a chapter was heard: it goes on, waits, repeats, or stops.

Whoever needs something to happen there says so here; `course` says where that is, and the engine goes along
it (`audio.legs`), so that it happens at an exact frame, and no face has to be awake.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.session.course import StudyCourse

if TYPE_CHECKING:
    from briefing.audio.legs import Leg
    from briefing.session.chapters import Chapters
    from briefing.session.cursor import Cursor
    from briefing.session.playback import Playback
    from briefing.session.timers import EndOf, Loop, Wish
    from briefing.timeline import Timeline


class SentenceEnds:
    """The ends of one briefing's sentences, as its playback comes to them."""

    def __init__(
        self, wish: Wish, playback: Playback, cursor: Cursor, chapters: Chapters, loop: Loop
    ) -> None:
        self.wish = wish
        self._playback, self._cursor, self._chapters, self._loop = playback, cursor, chapters, loop

    def stop_once(self, unit: EndOf | None) -> None:
        """Pause at the end of the sentence, paragraph or chapter that is heard, once; None for not."""
        self.wish.once = unit
        self.renew()

    def renew(self) -> None:
        """Go by what is wished now, from what is heard now on."""
        self._playback.renew_course()

    def ended(self, leg: Leg) -> None:
        """Take note that a part has been heard."""
        if leg.halts and self.wish.once is not None:
            self.stop_once(None)

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
