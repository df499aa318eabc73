"""What becomes due by itself: the sleep timer, the end of an A-B loop."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from briefing.model import TransportState

if TYPE_CHECKING:
    from briefing.ports.clock import Clock
    from briefing.session.playback import Playback


class SleepTimer:
    """When to pause."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._at_s: float | None = None

    @property
    def left_s(self) -> float | None:
        """Seconds until it runs out; infinity for the end of the briefing, None for never."""
        return None if self._at_s is None else max(0.0, self._at_s - self._clock())

    def set(self, seconds: float | None) -> None:
        """Run out in so many seconds; infinity for the end of the briefing, None for never."""
        self._at_s = None if seconds is None else self._clock() + seconds

    def take_due(self) -> bool:
        """Return whether it has run out, which it does once."""
        if self.left_s != 0:
            return False
        self._at_s = None
        return True

    def end(self) -> None:
        """The briefing is at its end: what waited for that is over."""
        if self._at_s == inf:
            self._at_s = None


class Loop:
    """A stretch of the text that is heard over and over, from an offset to another; none at first."""

    def __init__(self) -> None:
        self.start: int | None = None
        self.stop: int | None = None

    def mark(self, place: int) -> None:
        """Let it start at `place`, or stop there if it has a start; drop it if it has both.

        Raises:
            ValueError: if it would stop where it starts, or before.
        """
        if self.start is None:
            self.start = place
        elif self.stop is not None:
            self.start = self.stop = None
        elif place <= self.start:
            raise ValueError(place)
        else:
            self.stop = place

    def go_round(self, playback: Playback) -> float:
        """At its end, play on from its start; return the seconds until then.

        Infinity where there is no loop, or nothing moves.
        """
        timeline, engine = playback.timeline, playback.engine
        if self.start is None or self.stop is None or timeline is None or engine is None:
            return inf
        if engine.state not in (TransportState.PLAYING, TransportState.ENDED):
            return inf
        last = timeline.index_of(self.stop)
        # What the engine is given counts here, not what is heard: the device still holds the
        # end of the loop, and what came after it would be heard before the jump.
        stop_frame = timeline.length_frames if last is None else timeline[last].stop_frame
        left_frames = stop_frame - engine.head_frame()
        if left_frames > 0:
            return left_frames / engine.rate_hz / engine.speed
        playback.seek_offset(self.start)
        playback.play()
        return inf
