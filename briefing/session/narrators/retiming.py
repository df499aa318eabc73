"""Timings that came with a recording, and what becomes of them where they do not fit it.

Theory of operation: subtitles are made for one cut of a recording, and the cut that is beside
them may be another: an advertisement was put in, a trailer taken out. Then their last word
and the recording's end are far from each other. That alone proves nothing (music plays on
after the last word), so the words are timed by ear in the background and the two compared:
where many words stand elsewhere, what was heard takes the place of what came, and that is
said. `renew` does the same because the user asked for it, and takes what was heard.

What is put into the middle of a recording need not show in its length, and neither do other offsets. So
some passages are listened for, each where it is said to be (`WordTimer.probe`). From the last of them that is
right on, until one is right again, no more than paragraphs are lit while all words are timed.
"""

from __future__ import annotations

import statistics
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing import announce_voices
from briefing.confidence import SENTENCE_CONFIDENCE
from briefing.model import Mend
from briefing.playlist import Playlist
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.model import Document
    from briefing.playlist import Recorded
    from briefing.ports.narration import Probed, TimelineListener, WordTimer

SUSPECT_S: Final = 4.0
"""A recording that goes on for longer after its last word may be another cut than its timings are of."""
ASTRAY_S: Final = 2.5
"""A word so far from where it was heard is not merely spread over its line."""
ASTRAY_SHARE: Final = 0.15
"""Of the words that were heard; below it a passage may have been misheard."""
FEWEST_HEARD: Final = 8
NEARBY: Final = 12
"""Words whose middle tells how far the timings are off where they are: single ones may be misheard, and where
only lines have times, those of their words are guesses that err to both sides."""
OFF_S: Final = 0.4
"""So far off they are lit falsely, where a probe has found something wrong."""
PAST_END_CUES: Final = 3
EVEN_SHARE: Final = 0.8
"""So many of the words that are off have to be off by as much, for a shift to mend them."""
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
        self.mends: Sequence[Mend] = ()
        self._heard: Timeline | None = None
        self._shifted: Timeline | None = None

    def check(self) -> None:
        """Have it looked in the background whether the timings are right, and mended where they are not."""
        if self.timeline is self._given and self._timer.is_on:
            self._timer.probe(self._document, self._recording, self._given, self._doubt_by)

    def _doubt_by(self, found: Sequence[Probed]) -> None:
        doubt = doubted_stretch(found)
        if doubt is None:
            if is_suspect(self._given):
                # Whoever asked for nothing need not hear that it came to nothing.
                self._run(self._judge, lambda _why: None)
            return
        self.timeline = doubted(self._given, *doubt)
        self._on_timeline(self.timeline, 0.0)
        self._run(self._mend, lambda _why: self._tell(announce_voices.unsure(doubt[0] or None)))

    def renew(self) -> None:
        """Time the words in the background, and take that."""
        self._run(self._take, self._tell)

    def measure(self) -> None:
        """Time the words in the background, and tell how far the timings in force are off; see `mends`."""
        self.mends = ()
        if isinstance(self._recording, Playlist):
            self.renew()
        else:
            self._run(self._measure, self._tell)

    def _measure(self, found: Timeline) -> None:
        straying = strays(self.timeline, found) or wanders(self.timeline, found)
        if straying is None:
            self._tell(announce_voices.timings_right())
            return
        from_s = None if straying.is_whole else straying.from_s
        self._heard, self._shifted = found, shifted(self.timeline, found, straying)
        self._tell(announce_voices.measured(straying.by_s, from_s))
        self.mends = tuple(Mend) if self._shifted is not None else (Mend.ANEW, Mend.LEAVE)

    def mend(self, how: Mend) -> Callable[[], None]:
        """Put what was measured in force, and keep it; what is returned takes that back."""
        self.mends = ()
        before = self.timeline
        wanted = {Mend.SHIFT: self._shifted, Mend.ANEW: self._heard, Mend.LEAVE: None}[how]
        if wanted is not None:
            self._put(wanted)
        return lambda: self._put(before)

    def _put(self, timeline: Timeline) -> None:
        self._timer.prefer(self._document, self._recording, timeline)
        self.timeline = timeline
        self._on_timeline(timeline, None)

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

    def _mend(self, found: Timeline) -> None:
        straying = strays(self._given, found) or wanders(self._given, found)
        if straying is None:  # what could not be heard was there after all
            self.timeline = self._given
            return
        self._timer.prefer(self._document, self._recording, found)
        self.timeline = found
        self._tell(announce_voices.straying(straying.by_s, None if straying.is_whole else straying.from_s))

    def _fitted(self, timeline: Timeline | None) -> Timeline | None:
        if timeline is None:
            return None
        return timeline.at_rate(self._given.rate_hz, self._given.length_frames)


def doubted_stretch(found: Sequence[Probed]) -> tuple[float, float] | None:
    """Return from when to when, in seconds, timings are doubtful by what probes have found; None for nowhere.

    A passage that is heard at another time makes them so, or two, one after the other, that are not heard, or
    the last one alone: what comes after it would tell, if there were something.
    """
    wrong = [number for number, each in enumerate(found) if not each.is_right]
    is_sure = any(found[number].by_s is not None for number in wrong) or wrong == [len(found) - 1]
    if not is_sure and not any(number + 1 in wrong for number in wrong):
        return None
    first, last = wrong[0], wrong[-1]
    return (found[first - 1].at_s if first else 0.0, found[last + 1].at_s if last + 1 < len(found) else inf)


def doubted(given: Timeline, from_s: float, to_s: float) -> Timeline:
    """Return timings of which those in a stretch of time, in seconds, light no more than the paragraph."""
    cues = (
        cue._replace(confidence=0.0) if from_s <= cue.start_frame / given.rate_hz < to_s else cue
        for cue in given
    )
    return Timeline(given.rate_hz, given.length_frames, cues)


def wanders(given: Timeline, found: Timeline) -> Straying | None:
    """Return where and by how much given times are off, be it by little; None where they agree.

    Both are of one rate. The middle of `NEARBY` words is compared, so that one misheard word is nothing.
    """
    heard = _differences(given, found)
    windows = [
        (heard[at][0], statistics.median(by_s for _, by_s in heard[at : at + NEARBY]))
        for at in range(0, len(heard) - NEARBY + 1, NEARBY)
    ]
    off = [(at_s, by_s) for at_s, by_s in windows if abs(by_s) > OFF_S]
    if len(off) < 2:  # noqa: PLR2004  # one may be a passage that was misheard
        return None
    return Straying(off[0][0], statistics.median(by_s for _, by_s in off), len(off) == len(windows))


def shifted(given: Timeline, found: Timeline, straying: Straying) -> Timeline | None:
    """Return the given times moved by as much as they are off; None where that is not the same everywhere."""
    off = [by_s for at_s, by_s in _differences(given, found) if straying.is_whole or at_s >= straying.from_s]
    near = sum(abs(by_s - straying.by_s) <= OFF_S for by_s in off)
    if near < EVEN_SHARE * len(off):
        return None
    by = round(straying.by_s * given.rate_hz)
    first = 0 if straying.is_whole else round((straying.from_s - straying.by_s) * given.rate_hz)
    floor, cues = 0, []
    for cue in given:
        moved = by if cue.start_frame >= first - given.rate_hz * _NEAR_S else 0
        start = min(max(cue.start_frame + moved, floor), given.length_frames)
        floor = min(max(cue.stop_frame + moved, start), given.length_frames)
        cues.append(cue._replace(start_frame=start, stop_frame=floor))
    return Timeline(given.rate_hz, given.length_frames, cues)


def _differences(given: Timeline, found: Timeline) -> list[tuple[float, float]]:
    """Return when each word is heard for sure, and how much later than it is given, in seconds."""
    starts = {cue.span.start: cue.start_frame for cue in given}
    return [
        (cue.start_frame / found.rate_hz, (cue.start_frame - starts[cue.span.start]) / found.rate_hz)
        for cue in found
        if cue.confidence >= SENTENCE_CONFIDENCE and cue.span.start in starts
    ]


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
    heard = _differences(given, found)
    astray = [(at_s, by_s) for at_s, by_s in heard if abs(by_s) > ASTRAY_S]
    if len(heard) < FEWEST_HEARD or len(astray) < max(FEWEST_HEARD, len(heard) * ASTRAY_SHARE):
        return None
    by_s = statistics.median(by_s for _, by_s in astray)
    return Straying(astray[0][0], by_s, len(astray) > len(heard) * (1 - ASTRAY_SHARE))
