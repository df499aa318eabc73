"""Timings that came with a recording, and what becomes of them where they do not fit it.

Theory of operation: subtitles are made for one cut of a recording, and the cut that is beside
them may be another: an advertisement was put in, a trailer taken out. Then their last word
and the recording's end are far from each other. That alone proves nothing (music plays on
after the last word), so the words are timed by ear in the background and the two compared:
where many words stand elsewhere, what was heard takes the place of what came, and that is
said. `renew` does the same because the user asked for it, and takes what was heard.
"""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing import announce_voices
from briefing.confidence import SENTENCE_CONFIDENCE
from briefing.playlist import Playlist

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Document
    from briefing.playlist import Recorded
    from briefing.ports.narration import TimelineListener, WordTimer
    from briefing.timeline import Timeline

SUSPECT_S: Final = 4.0
"""A recording that goes on for longer after its last word may be another cut than its timings are of."""
ASTRAY_S: Final = 2.5
"""A word so far from where it was heard is not merely spread over its line."""
ASTRAY_SHARE: Final = 0.15
"""Of the words that were heard; below it a passage may have been misheard."""
FEWEST_HEARD: Final = 8
PAST_END_CUES: Final = 3
_NEAR_S: Final = 0.05


class Straying(NamedTuple):
    """How timings are wrong: from a time of the recording on, by so much; positive where they are early."""

    from_s: float
    by_s: float
    is_whole: bool


class Retiming:
    """The timings of one recording that has some of its own. From any thread.

    `on_timeline` is told every timeline that is in force from now on; `tell` a sentence.
    """

    def __init__(
        self,
        document: Document,
        recording: Recorded,
        given: Timeline,
        *,
        timer: WordTimer,
        on_timeline: TimelineListener,
        tell: Callable[[str], None],
    ) -> None:
        self._document, self._recording, self._timer = document, recording, timer
        self._on_timeline, self._tell = on_timeline, tell
        self._given = given
        self.timeline = self._fitted(timer.preferred(document, recording)) or given
        """The one in force."""

    def check(self) -> None:
        """Time the words in the background where the timings may be of another cut."""
        if self.timeline is self._given and self._timer.is_on and is_suspect(self._given):
            # Whoever asked for nothing need not hear that it came to nothing.
            self._run(self._judge, lambda _why: None)

    def renew(self) -> None:
        """Time the words in the background, and take that."""
        self._run(self._take, self._tell)

    def _run(self, decide: Callable[[Timeline], None], on_failure: Callable[[str], None]) -> None:
        def told(timeline: Timeline, progress: float | None) -> None:
            if isinstance(self._recording, Playlist):
                # What was found within its clips is better at any time than what they tell.
                self.timeline = self._fitted(timeline) or self.timeline
            found = self._fitted(timeline) if progress is None else None
            if found is not None and any(cue.confidence >= SENTENCE_CONFIDENCE for cue in found):
                decide(found)
            # Until it is whole the timings that came are the better ones.
            self._on_timeline(self.timeline, progress)

        self._timer.renew(self._document, self._recording, self._given.duration_s, told, on_failure)

    def _take(self, found: Timeline) -> None:
        self._timer.prefer(self._document, self._recording, found)
        self.timeline = found
        self._tell("The words were timed anew.")

    def _judge(self, found: Timeline) -> None:
        straying = strays(self._given, found)
        if straying is None:
            return
        self._timer.prefer(self._document, self._recording, found)
        self.timeline = found
        self._tell(announce_voices.straying(straying.by_s, None if straying.is_whole else straying.from_s))

    def _fitted(self, timeline: Timeline | None) -> Timeline | None:
        if timeline is None:
            return None
        return timeline.at_rate(self._given.rate_hz, self._given.length_frames)


def is_suspect(given: Timeline) -> bool:
    """Return whether the last words and the end of the recording are far from each other."""
    if not len(given):
        return False
    near = _NEAR_S * given.rate_hz
    past = sum(
        given[index].start_frame >= given.length_frames - near
        for index in range(max(0, len(given) - PAST_END_CUES), len(given))
    )
    left_s = (given.length_frames - given[len(given) - 1].stop_frame) / given.rate_hz
    return past >= PAST_END_CUES or left_s > SUSPECT_S


def strays(given: Timeline, found: Timeline) -> Straying | None:
    """Return where and by how much the given times are wrong; None where they agree with what was heard.

    Both are of one rate.
    """
    starts = {cue.span.start: cue.start_frame for cue in given}
    heard = [
        (cue.start_frame / found.rate_hz, (cue.start_frame - starts[cue.span.start]) / found.rate_hz)
        for cue in found
        if cue.confidence >= SENTENCE_CONFIDENCE and cue.span.start in starts
    ]
    astray = [(at_s, by_s) for at_s, by_s in heard if abs(by_s) > ASTRAY_S]
    if len(heard) < FEWEST_HEARD or len(astray) < max(FEWEST_HEARD, len(heard) * ASTRAY_SHARE):
        return None
    by_s = statistics.median(by_s for _, by_s in astray)
    return Straying(astray[0][0], by_s, len(astray) > len(heard) * (1 - ASTRAY_SHARE))
