"""Which source frame is which output frame: a record of what was given, for the last seconds.

Every piece of a source that is given is a `Passage`. A jump ends what the record counts from: passages
before it are still heard, but no place in the source is looked for in them. No time, no threads.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import Final

from briefing.audio.pcm import ENGINE_RATE_HZ

REMEMBERED_FRAMES: Final = 5 * ENGINE_RATE_HZ
"""Passages this far back are forgotten; no device is that late."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Output frames [start, stop) are source frames from `place` to `end_place`, evenly."""

    start: int
    stop: int
    place: float
    end_place: float
    jumps: int
    """How many jumps there were before it."""
    turns: int = 0
    """How many turns there were before it, see `legs`."""

    def place_at(self, frame: float) -> float:
        """Return the source frame that output frame `frame` is."""
        return self.place + (self.end_place - self.place) * (frame - self.start) / (self.stop - self.start)

    def frame_at(self, place: float) -> float:
        """Return the output frame that source frame `place` is."""
        if self.end_place <= self.place:
            return float(self.start)
        return self.start + (self.stop - self.start) * (place - self.place) / (self.end_place - self.place)


class Passages:
    """What was given since the last jump, and a little before."""

    def __init__(self) -> None:
        self._passages: deque[Passage] = deque()
        self._jumps = 0

    def jump(self) -> None:
        """What comes is somewhere else in the source, or in another one."""
        self._jumps += 1

    def add(self, start: int, stop: int, place: float, end_place: float, turns: int = 0) -> None:
        """Note that output frames [start, stop) are source frames `place` to `end_place`, after `turns`."""
        self._passages.append(Passage(start, stop, place, end_place, self._jumps, turns))

    def forget(self, frames: int) -> None:
        """Forget what is long past when so many frames have been given."""
        while self._passages and self._passages[0].stop < frames - REMEMBERED_FRAMES:
            self._passages.popleft()

    def cut(self, frame: int) -> float | None:
        """Take back all from an output frame on; return the place there, None if the last jump lies after."""
        place = None
        while self._passages and self._passages[-1].stop > frame:
            passage = self._passages.pop()
            if passage.jumps == self._jumps:
                place = passage.place_at(max(frame, passage.start))
            if passage.start < frame:
                end_place = passage.place_at(frame)
                self._passages.append(replace(passage, stop=frame, end_place=end_place))
                break
        return place

    def place_at(self, output_frame: float) -> float | None:
        """Return the source frame that an output frame is; before the last jump, where that went.

        None if nothing has been given since.
        """
        first = None
        for passage in reversed(self._passages):
            if passage.jumps != self._jumps:
                break
            if passage.start <= output_frame:
                return passage.place_at(min(output_frame, passage.stop))
            first = passage
        return first.place if first else None

    def frame_of(self, place: float, speed: float, turns: int = 0) -> float | None:
        """Return the output frame that a source frame was; None if it has not been given since the last jump.

        It is looked for in what was given after so many turns. For what was given before all that is
        remembered it is reckoned back at `speed`.
        """
        first = None
        for passage in reversed(self._passages):
            if passage.turns > turns and passage.jumps == self._jumps:
                continue
            is_elsewhere = passage.jumps != self._jumps or passage.turns != turns
            if is_elsewhere or (place >= passage.end_place and first is None):
                break
            if place >= passage.place:
                return passage.frame_at(min(place, passage.end_place))
            first = passage
        return None if first is None else first.start - (first.place - place) / speed
