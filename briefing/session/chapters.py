"""The chapters of a recording: which is heard, and where they stand on the timeline."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.model import VoiceKind

if TYPE_CHECKING:
    from briefing.ports import TimedText
    from briefing.session.playback import Playback

NEAR_S: Final = 0.05
"""So close a chapter counts as begun and a word as over: frames and milliseconds never meet exactly."""
_MOST_MARKS: Final = 1000
"""More chapters than any window has columns."""


class Chapters:
    """What the recording's tags tell; nothing before they were read, and while speech reads."""

    def __init__(self, playback: Playback) -> None:
        self._playback = playback
        self._told: tuple[TimedText, ...] = ()

    def take(self, told: tuple[TimedText, ...]) -> None:
        """Take the chapters, sorted by their starts in seconds of the recording."""
        self._told = told

    @property
    def all(self) -> tuple[TimedText, ...]:
        """The chapters of the recording that reads."""
        return self._told if self._playback.voice is VoiceKind.RECORDING else ()

    @property
    def index(self) -> int:
        """The chapter that is heard; -1 before the first, and where there is none."""
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
