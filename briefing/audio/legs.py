"""How playing goes along a source otherwise than straight on: in legs, each with an end, and what follows.

Theory of operation: a `Course` is a function of the place alone. Asked where playing begins it names the leg
there; asked what follows a leg it names the next. It is asked while sound is rendered, so a leg ends, is
silent and goes on at exact frames, however late a face looks, and however far ahead the sink pulls. What was
rendered ahead is taken back by the record of turns: the leg that was left is gone on with.

Rules:
1. A turn is where a leg ends: `wait` frames of silence, then the next leg at `go_to`. Where it halts, the
   next leg begins when playing does.
2. Turns are numbered. What was given is looked for in the leg that is told, see `Passages`.
3. A jump asks the course anew, and whatever was not told of turns before it is forgotten.

No time, no threads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from briefing.limits import SPEED_HIGH, SPEED_LOW

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT: Final = 64
"""Turns that are remembered: no sink takes back more than a second."""


class Leg(NamedTuple):
    """A stretch of a source that is played through, and what follows it."""

    stop: int
    """The source frame before which it ends."""
    go_to: int
    """The source frame that is played next."""
    pace: float = 1.0
    """How fast it is played, as a factor of the speed that is set."""
    loudness: float = 1.0
    """How loud, as a factor of its samples, 0 to 1."""
    wait_frames: int = 0
    """How long it is silent then, in frames of the output."""
    wait_source_frames: int = 0
    """And besides, for as long as so many frames of the source take at the leg's speed."""
    halts: bool = False
    """Whether playing pauses at its end."""
    note: Any = None
    """What the course wants to know of it again."""

    @property
    def is_straight(self) -> bool:
        """Whether nothing is between it and what follows."""
        return self.stop == self.go_to and not (self.halts or self.wait_frames or self.wait_source_frames)


class Course(Protocol):
    """Which legs there are. Asked in the sink's thread: it may neither wait nor change."""

    def first(self, frame: int, before: Leg | None = None) -> Leg | None:
        """Return the leg for a source frame; None to play straight on.

        `before` is the leg of another course that was gone along there, if any was.
        """

    def after(self, leg: Leg) -> Leg | None:
        """Return the leg that begins where another has ended."""


class LegTurn(NamedTuple):
    """A leg that has ended: the output frame where its silence begins, and that where it is over."""

    leg: Leg
    begun_at: int
    gone_on_at: int


class HeardLegs(NamedTuple):
    """The leg that is heard, None for straight on, and whether it is the silence after it."""

    leg: Leg | None
    is_waiting: bool


class Legs:
    """The leg that is played, and the turns before it."""

    def __init__(self) -> None:
        self.leg: Leg | None = None
        """The leg that is rendered now; None for straight on."""
        self.count = 0
        """How many turns were rendered, ever."""
        self.told = 0
        """How many of them were told to be over."""
        self.waits = 0
        """How much silence is still to be rendered before the leg begins, output frames."""
        self._course: Course | None = None
        self._turns: list[LegTurn] = []
        self._has_begun_told = False

    def speed(self, chosen: float) -> float:
        """Return how fast the leg is played where a speed is chosen."""
        return min(max(chosen * self.leg.pace, SPEED_LOW), SPEED_HIGH) if self.leg else chosen

    @property
    def loudness(self) -> float:
        """The factor for the samples of the leg."""
        return self.leg.loudness if self.leg else 1.0

    def follow(self, course: Course | None, frame: int) -> None:
        """Go by another course from a source frame on."""
        self._course = course
        self.leg = course.first(frame, self.leg) if course else None

    def jump(self, frame: int) -> None:
        """Begin anew at a source frame."""
        self.leg = self._course.first(frame) if self._course else None
        self.waits = 0
        self._forget(self.count)

    def frames_left(self, place: float, speed: float) -> float:
        """Return how many output frames the leg still has from a source frame on."""
        if self.leg is None:
            return float("inf")
        left = (self.leg.stop - place) / speed
        return max(0.0, left - 1e-6)

    def turn(self, leg: Leg, output_frame: int, speed: float) -> None:
        """End the leg, which is this one, at an output frame. The next one is gone along from here."""
        self.waits = leg.wait_frames + round(leg.wait_source_frames / speed)
        self.leg = self._course.after(leg) if self._course else None
        self.count += 1
        self._turns = [*self._turns[-_KEPT:], LegTurn(leg, output_frame, output_frame + self.waits)]

    def wait(self, frames: int) -> int:
        """Take at most so many frames of the silence that is left; return how many there were."""
        taken = min(self.waits, frames)
        self.waits -= taken
        return taken

    def end_wait(self, output_frame: int) -> None:
        """Be silent no longer than up to an output frame."""
        if self.waits:
            self.waits = 0
            self._turns[-1] = self._turns[-1]._replace(gone_on_at=output_frame)

    def rewind(self, output_frame: int) -> bool:
        """Take back the turns after an output frame; return whether playing halted at the first of them."""
        first = None
        while self.count > self.told and self._turns and self._turns[-1].begun_at > output_frame:
            first = self._turns.pop()
            self.count -= 1
        if first is not None:
            self.leg = first.leg
            self.waits = 0
        elif self._turns and self.count > self.told:
            self.waits = max(0, self._turns[-1].gone_on_at - output_frame)
        return first is not None and first.leg.halts

    # What of it was heard

    def untold(self) -> Iterator[LegTurn]:
        """Yield the turns that are not told to be over, in order."""
        yield from (
            self._turns[len(self._turns) - (self.count - self.told) :] if self.count > self.told else ()
        )

    def next_moment(self) -> int | None:
        """Return the output frame of the next thing to be told of a turn that is rendered; None for none."""
        turn = next(self.untold(), None)
        if turn is None:
            return None
        return turn.gone_on_at if self._has_begun_told else turn.begun_at

    def tell_next(self) -> tuple[LegTurn, bool]:
        """Take note that the next is told; return its turn, and whether that is over now."""
        turn = next(self.untold())
        is_over = self._has_begun_told or turn.gone_on_at == turn.begun_at
        self._has_begun_told = not is_over
        self.told += is_over
        return turn, is_over

    @property
    def heard(self) -> HeardLegs:
        """What is heard, as far as was told."""
        turn = next(self.untold(), None)
        return HeardLegs(self.leg if turn is None else turn.leg, self._has_begun_told)

    @property
    def is_waiting(self) -> bool:
        """Whether the silence after a leg is heard now, as far as was told."""
        return self._has_begun_told

    def _forget(self, count: int) -> None:
        self.told, self._has_begun_told = count, False
