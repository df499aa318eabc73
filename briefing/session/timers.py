"""What becomes due by itself: the sleep timer, the end of a loop, and what is wished at the ends of parts."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.kinds import EndOf, Shadow, StopAfter, paces_from, pause_from
from briefing.model import SleepAt, TransportState

if TYPE_CHECKING:
    from briefing.ports.clock import Clock
    from briefing.session.playback import Playback
    from briefing.settings import Settings

SOFTLY: Final = 0.2
"""How loud a sentence is that one speaks along with, as a factor: 14 dB down."""


class SleepTimer:
    """When to pause."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._at_s: float | None = None
        self.at = SleepAt.OFF
        """What it waits for the end of; off where it goes by time, or not at all."""
        self.fade_s = 0.0
        """Within how many seconds the sound sinks before it pauses."""
        self.asked_s = 0.0
        """How many seconds were asked for last."""

    @property
    def left_s(self) -> float | None:
        """Seconds until it runs out; infinity for the end of something, None for never."""
        return None if self._at_s is None else max(0.0, self._at_s - self._clock())

    def set(self, seconds: float | None) -> None:
        """Run out in so many seconds; infinity for the end of the briefing, None for never."""
        self._at_s = None if seconds is None else self._clock() + seconds
        self.at = SleepAt.ITEM if seconds == inf else SleepAt.OFF
        if seconds is not None and seconds != inf:
            self.asked_s = seconds

    def set_at(self, at: SleepAt) -> None:
        """Run out at the end of something; off for never."""
        self.set(None if at is SleepAt.OFF else inf)
        self.at = at

    def take_due(self) -> bool:
        """Return whether it has run out, which it does once."""
        if self.left_s != 0:
            return False
        self.set(None)
        return True

    def end(self) -> None:
        """The briefing is at its end: what waited for that is over."""
        if self._at_s == inf:
            self.set(None)


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

        Infinity where there is no loop, nothing moves, or a course knows of it.
        """
        timeline, engine = playback.timeline, playback.engine
        if self.start is None or self.stop is None or timeline is None or engine is None:
            return inf
        if playback.is_on_course or engine.state not in (TransportState.PLAYING, TransportState.ENDED):
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


class Hearing(NamedTuple):
    """One time that a part is heard, and how long it is silent then."""

    pace: float = 1.0
    """Factor of the speed that is set."""
    loudness: float = 1.0
    """Factor of the samples, 0 to 1."""
    pause_s: float = 0.0
    pause_lengths: float = 0.0
    """And besides, in lengths of what was heard."""


class Rule(NamedTuple):
    """What happens to each part: it is heard so often, and playing pauses where something ends."""

    unit: EndOf = EndOf.SENTENCE
    hearings: tuple[Hearing, ...] = (Hearing(),)
    halts_at: frozenset[EndOf] = frozenset()
    tells: bool = False
    """Whether somebody wants to be told when each was heard."""

    @property
    def is_plain(self) -> bool:
        """Whether reading goes straight on, and nobody is told where it is."""
        return self.hearings == (Hearing(),) and not self.halts_at and not self.tells


class Wish:
    """What the listener wants to happen, in whatever briefing is open."""

    def __init__(self, settings: Settings) -> None:
        self.once: EndOf | None = None
        """At the end of what playing pauses, the next time only."""
        self.go_by(settings)

    def go_by(self, settings: Settings) -> None:
        """Wish what settings say."""
        self.always = None if settings.stop_after is StopAfter.OFF else EndOf(settings.stop_after)
        self.unit = settings.study_unit
        self.hearings = _hearings(settings) if settings.study else (Hearing(),)
        self.hides = settings.study and settings.study_hidden
        """Whether text is hidden until it is heard."""

    @property
    def rule(self) -> Rule:
        """All of it as one."""
        halts = frozenset(unit for unit in (self.always, self.once) if unit is not None)
        is_studied = self.hearings != (Hearing(),) or self.hides
        smallest = next((unit for unit in EndOf if unit in halts), self.unit)
        return Rule(self.unit if is_studied else smallest, self.hearings, halts, tells=self.hides)


def _hearings(settings: Settings) -> tuple[Hearing, ...]:
    """Return how often what is studied is heard, and how."""
    paces = paces_from(settings.study_speeds) or (1.0,)
    paces += (paces[-1],) * (settings.study_times - len(paces))
    pause_s, lengths = pause_from(settings.study_pause)
    heard = [Hearing(pace, pause_s=pause_s, pause_lengths=lengths) for pace in paces]
    if settings.study_shadow is Shadow.GAP:
        heard[-1] = heard[-1]._replace(pause_s=0.0, pause_lengths=max(lengths, 1.0))
    elif settings.study_shadow is Shadow.SOFT:
        heard.append(Hearing(paces[-1], SOFTLY))
    return tuple(heard)
