"""Which reading of a source is played: one that a voice speaks faster by itself, where there is such a one.

A voice that is asked to speak fast is clearer than one that is stretched. Such a reading has frames of its
own: each stands for `ratio` frames of the source, so places stay the source's. From one reading to another it
goes where a sentence ends, when the other has been spoken there: nothing is cut, repeated or waited for. No
time, no threads.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.ports.sound import FrameSource

SAME: Final = 0.002
"""Factors that differ less are the same speed."""
_MARGIN_S: Final = 0.04
"""So long before the next sentence it goes over, in the pause before that."""


class PacedSound(NamedTuple):
    """Sound to be read, and how many frames of the source each of its frames stands for."""

    source: FrameSource
    ratio: float = 1.0

    def is_ready(self, frame: float) -> bool:
        """Whether it has been spoken at a frame of the source; if not, it is from now on."""
        with suppress(BriefingError):
            samples = self.source.read(self.frame_of(frame), 1)
            return samples is not None and len(samples) > 0
        return False

    def frame_of(self, frame: float) -> int:
        """Return its own frame for one of the source."""
        return min(max(round(frame / self.ratio), 0), self.source.length_frames)

    def tempo(self, speed: float) -> float:
        """Return how much faster it is to be played so that the source is heard at a speed."""
        tempo = speed / self.ratio
        return 1.0 if abs(tempo - 1) < SAME else tempo


class Pacing:
    """The reading that is played, and the one that is wanted."""

    def __init__(self, source: FrameSource, frame: float, speed: float) -> None:
        self._source = source
        self._wanted = self._at_speed(speed)
        plain = PacedSound(source)
        self.now = plain if not self._wanted.is_ready(frame) and plain.is_ready(frame) else self._wanted
        self._turn_at = self._end_after(frame)

    def want(self, speed: float, frame: float) -> None:
        """Have the reading made that fits a speed, from the end of the sentence at a frame on."""
        self._wanted = self._at_speed(speed)
        self._turn_at = self._end_after(frame)
        if self._wanted != self.now:
            self._wanted.is_ready(self._turn_at)

    def is_due(self, frame: float) -> bool:
        """Whether it is to go over to the reading that is wanted, the source being at a frame."""
        if self._wanted == self.now or frame < self._turn_at:
            return False
        if self._wanted.is_ready(frame):
            return True
        self._turn_at = self._end_after(frame + 2 * _MARGIN_S * ENGINE_RATE_HZ)
        return False

    def _at_speed(self, speed: float) -> PacedSound:
        faster = getattr(self._source, "faster", None)  # most sources cannot
        return PacedSound(self._source) if faster is None else PacedSound(*faster(speed))

    def _end_after(self, frame: float) -> float:
        """Return the frame shortly before which the next sentence begins."""
        end_after = getattr(self._source, "end_after", None)
        end = frame if end_after is None else end_after(frame)
        return max(frame, end - _MARGIN_S * ENGINE_RATE_HZ)
