"""Whether long pauses are shortened, what is known of the silence of each source, and how much was saved."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from briefing.audio.pcm import REPLACEABLE_FRAMES
from briefing.audio.silence import SilenceSense
from briefing.audio.squeeze import Squeeze

if TYPE_CHECKING:
    from briefing.ports.sound import FrameSource


class Pauses:
    """The long pauses of what plays."""

    def __init__(self) -> None:
        self.limit: int | None = None
        """How long one has to be to be shortened, frames; None leaves all as they are."""
        self._senses: WeakKeyDictionary[FrameSource, SilenceSense] = WeakKeyDictionary()
        self._saved = 0.0
        self._late: deque[tuple[int, float]] = deque()
        """What may still be taken back: the output frame, and how much was left out there."""

    def squeeze(self, source: FrameSource, frame: int) -> Squeeze | None:
        """Return what reads a source from a frame on without its long pauses, if they are to be shortened."""
        if self.limit is None:
            return None
        sense = self._senses.get(source)
        if sense is None:
            sense = self._senses[source] = SilenceSense()
        return Squeeze(source, frame, self.limit, sense)

    def note(self, output_frame: int, frames: float) -> None:
        """Note that so many frames of the output were left out before one."""
        if frames >= 1:
            self._late.append((output_frame, frames))
        while self._late and self._late[0][0] < output_frame - REPLACEABLE_FRAMES:
            self._saved += self._late.popleft()[1]

    def rewind(self, output_frame: int) -> None:
        """Take back what was left out behind an output frame."""
        while self._late and self._late[-1][0] > output_frame:
            self._late.pop()

    @property
    def saved_frames(self) -> float:
        """How many frames of the output were left out, ever."""
        return self._saved + sum(frames for _, frames in self._late)
