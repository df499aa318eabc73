"""Which word is heard now: a pointer into a timeline that moves on with the sound.

A cue is told when its first sample is heard (`Engine.heard_at`), shifted by the listener's sync
offset; after a jump into a word, when the point of entry is heard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.model import TransportState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.audio.engine import Engine
    from briefing.model import Cue
    from briefing.ports.clock import Clock
    from briefing.timeline import Timeline

STALE_S: Final = 2.0
"""Cues that are further behind (the machine slept) are passed over instead of told in a rush."""
FALSE_S: Final = 10.0
"""Sharper timings may hold the light for so long where rougher ones had run ahead; then it goes back."""
EARLY_S: Final = 0.002
"""A cue this near is told now: no timer is finer."""


class CuePointer:
    """The next cue to be told. `sync_offset_s` is how much later than it is heard, -5 to 5 seconds."""

    def __init__(self, clock: Clock) -> None:
        self.sync_offset_s = 0.0
        self.jumps = 0
        """How often it began elsewhere, ever."""
        self._clock = clock
        self._next = 0
        self.entry_frame = 0
        """Where it began last."""

    def enter(self, timeline: Timeline, frame: int, *, is_jump: bool = True) -> None:
        """Begin with the word at `frame`, or the next one; `is_jump` where it was not about to be heard."""
        self.entry_frame = frame
        self.jumps += is_jump
        index = timeline.index_at(frame)
        self._next = 0 if index is None else index
        if index is not None and timeline[index].stop_frame <= frame < timeline.length_frames:
            self._next = index + 1

    def sharpen(self, old: Timeline, new: Timeline, heard_frame: float) -> None:
        """Go on in better timings of the same text, after the word that was told last."""
        told = old[self._next - 1].span if 0 < self._next <= len(old) else None
        index = new.index_of(told.stop if told else 0)
        # What is lit stays, and waits for the sound; but not where it was only guessed, and so
        # far from what is heard that it would stand there wrongly for long.
        if told and new.frame_at(told.start) - heard_frame > FALSE_S * new.rate_hz:
            index = new.index_at(heard_frame) or 0
        self._next = len(new) if index is None else index

    def due(self, engine: Engine, timeline: Timeline) -> Iterator[tuple[Cue, float]]:
        """Yield every cue that is heard by now and was not told, with its moment (monotonic seconds)."""
        while (due := self._next_due(engine, timeline)) is not None:
            cue, heard_at = due
            late = self._clock() - heard_at - self.sync_offset_s
            if late < -EARLY_S:
                return
            self._next += 1
            current = timeline.index_at(engine.heard_frame()) if late > STALE_S else None
            if current is None or current < self._next:
                yield cue, heard_at
            else:
                self._next = current

    def due_in_s(self, engine: Engine, timeline: Timeline) -> float | None:
        """Return the seconds until the next cue, or the end, is heard; None while nothing moves."""
        if engine.state is not TransportState.PLAYING:
            return None
        due = self._next_due(engine, timeline)
        heard_at = due[1] + self.sync_offset_s if due else engine.heard_at(timeline.length_frames)
        return None if heard_at is None else max(0.0, heard_at - self._clock())

    def _next_due(self, engine: Engine, timeline: Timeline) -> tuple[Cue, float] | None:
        is_sounding = engine.state in (TransportState.PLAYING, TransportState.ENDED)
        if self._next >= len(timeline) or not is_sounding:
            return None
        cue = timeline[self._next]
        heard_at = engine.heard_at(max(cue.start_frame, self.entry_frame))
        return None if heard_at is None else (cue, heard_at)
