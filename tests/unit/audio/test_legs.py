"""Playing along a course: where legs end and go on, to the frame, whatever a sink pulls ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest

from briefing.audio.engine_events import EngineEnded, LegBegun, LegEnded
from briefing.audio.legs import Leg, Legs
from briefing.audio.volume import RAMP_FRAMES
from briefing.model import TransportState
from tests.fakes import ArraySource
from tests.unit.audio.bench import LENGTH, STEP, Bench, soft

if TYPE_CHECKING:
    from numpy.typing import NDArray

PART = 9_600
"""Every part of the source is a fifth of a second long."""


class Parts(NamedTuple):
    """A course along parts of one length, each heard at these paces."""

    paces: tuple[float, ...] = (1.0,)
    wait: int = 0
    loudness: float = 1.0
    halts: bool = False

    def first(self, frame: int, before: Leg | None = None) -> Leg | None:
        return self._leg(frame // PART, before.note[1] if before else 0) if frame < LENGTH else None

    def after(self, leg: Leg) -> Leg | None:
        part, time = leg.note
        return self._leg(part, time + 1) if time + 1 < len(self.paces) else self.first(leg.go_to)

    def _leg(self, part: int, time: int) -> Leg:
        start, stop = part * PART, (part + 1) * PART
        go_to = stop if time + 1 == len(self.paces) else start
        halts = self.halts and go_to == stop
        return Leg(stop, go_to, self.paces[time], self.loudness, self.wait, halts=halts, note=(part, time))


def playing(course: Parts, *, latency: int = 0, droppable: int = 0) -> Bench:
    bench = Bench(latency, droppable)
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.follow(course)
    bench.engine.play()
    return bench


def silences(heard: NDArray[np.float32], least: int = 900) -> list[int]:
    """The frames at which a silence of at least so many begins."""
    is_silent = np.concatenate([[False], ~heard.any(axis=1), [False]]).astype(int)
    starts, stops = np.flatnonzero(np.diff(is_silent) == 1), np.flatnonzero(np.diff(is_silent) == -1)
    return [int(a) for a, b in zip(starts, stops, strict=True) if b - a >= least]


def test_a_leg_ends_and_the_next_begins_at_the_very_frame() -> None:
    source = soft(LENGTH)
    bench = playing(Parts(wait=1_000))
    bench.pull(3 * PART, block=777)
    heard = bench.sink.heard
    second = PART + 1_000
    assert np.array_equal(heard[RAMP_FRAMES:PART], source[RAMP_FRAMES:PART])
    assert not heard[PART + RAMP_FRAMES : second].any()
    rest = slice(second + RAMP_FRAMES, second + PART)
    assert np.array_equal(heard[rest], source[PART + RAMP_FRAMES : 2 * PART])
    assert np.abs(np.diff(heard[: 2 * PART, 0])).max() <= STEP, "it clicks"


def test_a_leg_that_is_heard_again_begins_where_it_began_and_does_not_click() -> None:
    source = soft(LENGTH)
    bench = playing(Parts((1.0, 1.0)))
    bench.pull(5 * PART)
    heard = bench.sink.heard
    again = slice(PART + RAMP_FRAMES, 2 * PART)
    assert np.array_equal(heard[again], source[RAMP_FRAMES:PART])
    third = slice(2 * PART, 3 * PART)
    assert np.array_equal(heard[third], source[PART : 2 * PART]), "there is a seam where it goes straight on"
    assert np.abs(np.diff(heard[:, 0])).max() <= STEP * 1.5, "it clicks"


def test_straight_legs_are_the_sound_itself() -> None:
    bench = playing(Parts())
    bench.pull(LENGTH + 100)
    assert np.array_equal(bench.sink.heard[RAMP_FRAMES:LENGTH], soft(LENGTH)[RAMP_FRAMES:])
    assert bench.engine.poll()[-1] == EngineEnded()


@pytest.mark.parametrize("pace", [0.5, 0.75, 1.25, 2.0, 4.0])
def test_a_leg_takes_as_long_as_its_pace_says(pace: float) -> None:
    bench = playing(Parts((pace,), wait=2_400))
    bench.pull(LENGTH * 3)
    events = bench.engine.poll()
    ends = [event.leg.stop for event in events if isinstance(event, LegEnded)]
    assert ends == [PART * n for n in range(1, LENGTH // PART + 1)]
    assert np.diff(silences(bench.sink.heard))[: LENGTH // PART - 2] == pytest.approx(
        PART / pace + 2_400, abs=600
    )


def test_a_leg_may_be_heard_softly() -> None:
    bench = playing(Parts(loudness=0.25))
    bench.pull(PART)
    assert np.abs(bench.sink.heard).max() == pytest.approx(0.125, abs=0.001)


def test_where_a_leg_halts_playing_pauses_when_that_is_heard_and_goes_on_with_what_follows() -> None:
    bench = playing(Parts((1.0, 1.0), halts=True), latency=2_000)
    bench.pull(2 * PART + 1_000)
    assert bench.is_playing
    bench.pull(2_000)
    events = bench.engine.poll()
    assert bench.engine.state is TransportState.PAUSED
    assert [type(event) for event in events] == [LegEnded, LegBegun, LegEnded, LegBegun]
    assert bench.engine.head_frame() == PART
    bench.engine.play()
    bench.pull(3_000)
    assert bench.engine.heard_frame() == pytest.approx(PART + 1_000)


def test_what_is_told_is_told_when_it_is_heard() -> None:
    bench = playing(Parts(wait=4_000), latency=3_000)
    bench.pull(PART + 2_000)
    assert bench.engine.poll() == []
    at = bench.engine.turn_heard_at()
    assert at == pytest.approx(bench.clock() + 1_000 / 48_000)
    bench.pull(1_500)
    assert [type(event) for event in bench.engine.poll()] == [LegEnded]
    assert bench.engine.legs.is_waiting
    assert bench.engine.heard_at(PART + 1_000) is None
    bench.pull(4_000)
    assert [type(event) for event in bench.engine.poll()] == [LegBegun]
    assert bench.engine.heard_at(PART + 1_000) is not None


def test_taking_back_what_was_pulled_ahead_changes_nothing_of_what_is_heard_when() -> None:
    course = Parts((1.0, 1.0), wait=1_500)
    still, moved = playing(course), playing(course, droppable=7_000)
    still.pull(LENGTH)
    percents = (99, 100)
    for n in range(LENGTH // 1_000):
        moved.pull(8_000)
        moved.engine.set_volume(percents[n % 2])
    moved.pull(7_000)
    told = [
        [event.leg for event in each.engine.poll() if isinstance(event, LegEnded)] for each in (still, moved)
    ]
    assert len(told[0]) > 5
    assert told[0] == told[1][: len(told[0])]
    begun = [silences(each.sink.heard[:LENGTH]) for each in (still, moved)]
    assert begun[0] == pytest.approx(begun[1], abs=400)


def test_pausing_in_the_silence_ends_it() -> None:
    bench = playing(Parts(wait=40_000))
    bench.pull(PART + 5_000)
    bench.engine.poll()
    bench.engine.pause()
    bench.pull(1_000)
    assert [type(event) for event in bench.engine.poll()] == [LegBegun]
    bench.engine.play()
    bench.pull(1_000)
    assert bench.engine.heard_frame() == pytest.approx(PART + 1_000)


def test_without_a_course_it_goes_straight_on_at_once() -> None:
    bench = playing(Parts((0.5,), wait=40_000))
    bench.pull(2 * PART + 5_000)
    bench.engine.follow(None)
    bench.pull(2_000)
    assert bench.engine.heard_frame() == pytest.approx(PART + 2_000, abs=60)
    assert bench.engine.speed == 1.0


def test_another_course_leaves_the_leg_at_the_time_it_is_heard() -> None:
    bench = playing(Parts((1.0, 1.0)))
    bench.pull(PART + 2_000)
    bench.engine.poll()
    bench.engine.follow(Parts((1.0, 1.0), wait=500))
    leg = bench.engine.legs.leg
    assert leg is not None
    assert (leg.note, leg.wait_frames) == ((0, 1), 500)


def test_a_jump_forgets_the_turns_before_it() -> None:
    legs = Legs()
    legs.follow(Parts(), 0)
    leg = legs.leg
    assert leg is not None
    legs.turn(leg, PART, 1.0)
    assert [turn.begun_at for turn in legs.untold()] == [PART]
    legs.jump(5 * PART)
    assert list(legs.untold()) == []
    assert legs.leg is not None
    assert legs.leg.stop == 6 * PART
