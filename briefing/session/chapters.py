"""The chapters of a recording: which is heard, and where they stand on the timeline.

A chapter is told as a time of the recording. While another voice reads, it begins where the word
does that the recording says then; so it needs to be known when the recording's words are spoken.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.model import VoiceKind

if TYPE_CHECKING:
    from briefing.ports.media import TimedText
    from briefing.session.playback import Playback
    from briefing.timeline import Timeline

_MOST_MARKS: Final = 1000
"""More chapters than any window has columns."""


class Chapters:
    """What the recording's tags tell; nothing before they were read."""

    def __init__(self, playback: Playback) -> None:
        self._playback = playback
        self._told: tuple[TimedText, ...] = ()
        self._words: Timeline | None = None

    def take(self, told: tuple[TimedText, ...], words: Timeline | None = None) -> None:
        """Take the chapters, sorted by their starts in seconds of the recording.

        `words` tells when its words are spoken, as far as that is known before it is played.
        """
        self._told, self._words = told, words

    @property
    def are_known(self) -> bool:
        """Whether the recording has chapters, wherever they are in what reads now."""
        return bool(self._told)

    @property
    def all(self) -> tuple[TimedText, ...]:
        """The chapters, in seconds of the voice that reads; none where it is not known where they are."""
        if self._playback.voice is VoiceKind.RECORDING:
            return self._told
        timeline, words = self._playback.timeline, self._playback.voices.readings.recorded or self._words
        if timeline is None or not words:
            return ()
        return tuple(each._replace(start_s=_start_s(each, words, timeline)) for each in self._told)

    @property
    def index(self) -> int:
        """The chapter that is heard; -1 before the first, and where there is none."""
        if not self._told:
            return -1
        from briefing.timeline import NEAR_S  # tags are read after the first paint

        return bisect_right(self.all, self._playback.position_s + NEAR_S, key=lambda each: each.start_s) - 1

    @property
    def name(self) -> str:
        """Return "Chapter 2 of 5: the bridge" of what is heard; empty where there is no chapter."""
        index, chapters = self.index, self.all
        return announce.chapter(index + 1, len(chapters), chapters[index].text) if index >= 0 else ""

    @property
    def marks(self) -> tuple[float, ...]:
        """Where they start, as shares of the timeline; none where they are too many to show."""
        length_s = self._playback.duration_s
        if not length_s or len(self.all) > _MOST_MARKS:
            return ()
        return tuple(each.start_s / length_s for each in self.all if each.start_s < length_s)


def _start_s(chapter: TimedText, words: Timeline, timeline: Timeline) -> float:
    """Return where a chapter of the recording begins on another timeline; its end, if after all words."""
    from briefing.outline import chapter_offset

    offset = chapter_offset(chapter, words)
    return timeline.duration_s if offset is None else timeline.frame_at(offset) / timeline.rate_hz
