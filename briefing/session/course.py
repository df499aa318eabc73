"""How a text is gone along that is studied: which parts end where, how often each is heard, what follows.

Rules:
1. A part ends where its timing is sure: at the end of a sentence whose last word, and the first of the
   next, may be lit with their sentence; else at the end of the paragraph, as the light does.
2. Where the last word is sure, a part ends `TAIL_S` behind it, or in the middle of a shorter pause; else
   where the next word begins. What is heard again begins `LEAD_S` before its first word, within that pause.
3. What lies between two parts (music, a pause) is heard when reading goes on, not when a part is repeated.
4. In a loop, what follows its last word is its first.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.audio.legs import Leg
from briefing.confidence import level_of
from briefing.kinds import EndOf
from briefing.model import Light

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.session.timers import Rule
    from briefing.text.transcript import Transcript
    from briefing.timeline import Timeline

TAIL_S: Final = 0.2
"""How much of the pause behind a sentence still belongs to it: its last sound dies away there."""
LEAD_S: Final = 0.1


class StudyPart(NamedTuple):
    """What a leg knows: the first cue of its part, the first behind it, and how often it was heard before."""

    first: int
    behind: int
    hearing: int


class StudyCourse:
    """A `Course` along the parts of a text. Never changes: another timeline is another course.

    Args:
        rule: What happens to each part.
        timeline: When its words are heard, at the engine's rate.
        transcript: What sentences and paragraphs it has.
        chapter_starts: Where chapters start, in frames, sorted.
        loop: The offsets of the first and of the last word of a loop.
    """

    def __init__(
        self,
        rule: Rule,
        timeline: Timeline,
        transcript: Transcript,
        chapter_starts: Sequence[float] = (),
        loop: tuple[int, int] | None = None,
    ) -> None:
        self.rule = rule
        self.timeline = timeline
        self._transcript = transcript
        self._chapter_starts = chapter_starts
        self._loop = loop and self._loop_cues(*loop)
        self._tail = round(TAIL_S * timeline.rate_hz)
        self._lead = round(LEAD_S * timeline.rate_hz)

    def first(self, frame: int, before: Leg | None = None) -> Leg | None:
        """Return the leg for a frame; None behind the last word. See `Course`."""
        at = self._cue_from(frame)
        if at is None:
            return None
        behind = self._behind(at, self.rule.unit)
        had = before.note if before is not None else None
        is_same = isinstance(had, StudyPart) and had.first <= at < had.behind
        hearing = (
            min(had.hearing, len(self.rule.hearings) - 1) if isinstance(had, StudyPart) and is_same else 0
        )
        return self._leg(StudyPart(self._start(at), behind, hearing))

    def after(self, leg: Leg) -> Leg | None:
        """Return the leg that begins where another has ended. See `Course`."""
        part: StudyPart = leg.note
        if part.hearing + 1 < len(self.rule.hearings):
            return self._leg(part._replace(hearing=part.hearing + 1))
        return self.first(leg.go_to)

    def _leg(self, part: StudyPart) -> Leg:
        hearings = self.rule.hearings
        hearing = hearings[part.hearing]
        start, stop = self._begin(part.first), self._end(part.behind)
        is_last = part.hearing + 1 == len(hearings)
        is_round = is_last and self._loop is not None and part.behind == self._loop[1]
        go_to = stop if is_last else start
        if is_round and self._loop is not None:
            go_to = self._begin(self._loop[0])
        return Leg(
            stop,
            go_to,
            pace=hearing.pace,
            loudness=hearing.loudness,
            wait_frames=round(hearing.pause_s * self.timeline.rate_hz),
            wait_source_frames=round(hearing.pause_lengths * (stop - start)),
            halts=is_last and self._halts(part.behind),
            note=part,
        )

    # Where parts begin and end, as indices of cues

    def _cue_from(self, frame: int) -> int | None:
        """Return the first cue that is not over at a frame."""
        at = self.timeline.index_at(frame)
        at = 0 if at is None else at
        if at < len(self.timeline) and self.timeline[at].stop_frame <= frame:
            at += 1
        return at if at < len(self.timeline) else None

    def _behind(self, at: int, unit: EndOf) -> int:
        """Return the first cue behind the unit that a cue is in."""
        behind = self._behind_unit(at, unit)
        if self._loop is not None and at < self._loop[1] < behind:
            return self._loop[1]
        return behind

    def _behind_unit(self, at: int, unit: EndOf) -> int:
        offset = self.timeline[at].span.start
        if unit is EndOf.CHAPTER:
            following = bisect_right(self._chapter_starts, self.timeline[at].start_frame)
            if following == len(self._chapter_starts):
                return len(self.timeline)
            return max(self._cue_from(int(self._chapter_starts[following])) or len(self.timeline), at + 1)
        block = self._transcript.paragraph_at(offset).span
        if unit is EndOf.PARAGRAPH:
            return max(self._index_of(block.stop), at + 1)
        while offset < block.stop:
            stop = self._transcript.sentence_at(offset).stop
            behind = max(self._index_of(stop), at + 1)
            if stop >= block.stop or self._is_sure_end(behind):
                return behind
            offset = self.timeline[behind].span.start
        return max(self._index_of(block.stop), at + 1)

    def _start(self, at: int) -> int:
        """Return the first cue of the part that a cue is in."""
        offset = self.timeline[at].span.start
        block = self._transcript.paragraph_at(offset).span
        start = block.start
        if self.rule.unit is EndOf.SENTENCE:
            start = self._transcript.sentence_at(offset).start
            while start > block.start and not self._is_sure_end(self._index_of(start)):
                before = self._transcript.sentence_before(start)
                start = before.start if before is not None and before.start >= block.start else block.start
        first = min(self._index_of(start), at)
        return max(first, self._loop[0]) if self._loop is not None and at >= self._loop[0] else first

    def _is_sure_end(self, behind: int) -> bool:
        """Whether it is known where the sentence before a cue ends."""
        around = (index for index in (behind - 1, behind) if 0 <= index < len(self.timeline))
        return all(level_of(self.timeline[index].confidence) is not Light.PARAGRAPH for index in around)

    def _halts(self, behind: int) -> bool:
        """Whether playing pauses before a cue."""
        before = behind - 1
        return any(self._behind_unit(before, unit) == behind for unit in self.rule.halts_at)

    def _index_of(self, offset: int) -> int:
        index = self.timeline.index_of(offset)
        return len(self.timeline) if index is None else index

    def _loop_cues(self, start: int, stop: int) -> tuple[int, int]:
        first = self._index_of(start)
        return first, min(max(self._index_of(stop), first) + 1, len(self.timeline))

    # The same in frames

    def _end(self, behind: int) -> int:
        """Return the frame at which what stands before a cue is over."""
        before = self.timeline[behind - 1]
        next_start = (
            self.timeline[behind].start_frame if behind < len(self.timeline) else self.timeline.length_frames
        )
        if behind < len(self.timeline) and level_of(before.confidence) is not Light.WORD:
            return next_start
        pause = max(next_start - before.stop_frame, 0)
        return before.stop_frame + min(self._tail, pause // 2 if behind < len(self.timeline) else pause)

    def _begin(self, first: int) -> int:
        """Return the frame at which a part is heard again from."""
        start = self.timeline[first].start_frame
        least = self._end(first) if first else 0
        return max(start - self._lead, min(least, start))
