from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.audio.engine import (
    DeviceBack,
    DeviceLost,
    Engine,
    EngineEnded,
    EngineFailed,
    EngineUnderrun,
    Recovered,
    Starved,
)
from briefing.audio.mixer import RAMP_FRAMES
from briefing.audio.transport import LocalTransportError
from briefing.errors import AudioError
from briefing.model import TransportState
from tests.fakes import ArraySource, FakeClock, ManualSink, tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

LATENCY = 3600
LENGTH = 96_000
STEP = 0.5 * 2 * np.pi * 200 / 48000
"""How far two samples of the tone that is played lie apart, at most."""


def soft(length_frames: int, hz: float = 200.0) -> NDArray[np.float32]:
    """A tone that ends softly: a click at a recording's own end would be the recording's."""
    sound = tone(length_frames, hz)
    sound[-960:] *= np.linspace(1, 0, 960, dtype=np.float32)[:, np.newaxis]
    return sound


class Bench:
    """An engine on a sink that is pulled by hand."""

    def __init__(self, latency_frames: int = LATENCY, droppable_frames: int = 0) -> None:
        self.clock = FakeClock()
        self.sink = ManualSink(self.clock, latency_frames, droppable_frames=droppable_frames)
        self.engine = Engine(self.clock, self.sink)
        self.engine.open()

    def pull(self, frames: int, block: int = 960) -> NDArray[np.float32]:
        """Pull so many frames in blocks."""
        blocks = [self.sink.pull(min(block, frames - start)) for start in range(0, frames, block)]
        return np.concatenate(blocks)


def is_playing(bench: Bench) -> bool:
    return bench.engine.state is TransportState.PLAYING


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_it_plays_the_recording_bit_for_bit(bench: Bench) -> None:
    source = ArraySource(soft(LENGTH))
    bench.engine.load(source)
    bench.engine.play()
    heard = bench.pull(LENGTH, block=777)
    assert np.array_equal(heard[RAMP_FRAMES:], source.samples[RAMP_FRAMES:])


def test_it_is_silent_until_it_is_told_to_play(bench: Bench) -> None:
    assert not bench.pull(4800).any()
    bench.engine.load(ArraySource(soft(LENGTH)), 1000)
    assert not bench.pull(4800).any()
    assert bench.engine.state is TransportState.PAUSED
    assert bench.engine.heard_frame() == 1000


def test_nothing_is_played_before_something_is_loaded(bench: Bench) -> None:
    with pytest.raises(LocalTransportError):
        bench.engine.play()
    bench.engine.loading()
    assert bench.engine.state is TransportState.LOADING


def test_what_is_heard_is_what_was_pulled_a_latency_ago(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.play()
    bench.pull(9600)
    assert bench.engine.heard_frame() == pytest.approx(9600 - LATENCY, abs=0.01)
    assert bench.engine.head_frame() == 9600


def test_a_frame_is_heard_when_it_was_said_to_be(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.play()
    said = bench.engine.heard_at(24_000)
    assert said is not None
    bench.pull(9600)
    assert bench.engine.heard_at(24_000) == pytest.approx(said, abs=1e-6)
    bench.pull(24_000 + LATENCY - 9600)
    assert bench.clock() == pytest.approx(said, abs=1e-6)
    assert bench.engine.heard_frame() == pytest.approx(24_000, abs=0.01)


def test_nobody_knows_when_a_frame_is_heard_that_is_not_played(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    assert bench.engine.heard_at(100) is None
    bench.engine.play()
    bench.pull(4800)
    bench.engine.pause()
    assert bench.engine.heard_at(2400) is not None
    assert bench.engine.heard_at(48_000) is None


def test_pausing_falls_silent_and_keeps_the_place(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.play()
    bench.pull(9600)
    bench.engine.pause()
    bench.pull(RAMP_FRAMES)
    assert not bench.pull(9600).any()
    place = bench.engine.heard_frame()
    assert place == 9600 + RAMP_FRAMES
    bench.pull(48_000)
    assert bench.engine.heard_frame() == place
    bench.engine.play()
    bench.pull(4800)
    assert bench.engine.head_frame() == place + 4800


def test_the_end_is_told_when_it_has_been_heard(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)), LENGTH - 4800)
    bench.engine.play()
    ends_at = bench.engine.heard_at(LENGTH)
    bench.pull(4800)
    assert bench.engine.poll() == []
    assert bench.engine.heard_at(LENGTH) == pytest.approx(ends_at)
    bench.pull(LATENCY)
    assert bench.engine.poll() == [EngineEnded()]
    assert bench.engine.state is TransportState.ENDED
    assert bench.engine.heard_frame() == pytest.approx(LENGTH)
    bench.engine.play()
    bench.pull(4800)
    assert bench.engine.head_frame() == 4800


def test_a_jump_is_where_it_goes_at_once(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.play()
    bench.pull(9600)
    bench.engine.seek(60_000)
    assert bench.engine.heard_frame() == 60_000
    bench.pull(4800)
    assert bench.engine.heard_frame() == pytest.approx(60_000 + 4800 - LATENCY, abs=0.01)
    assert bench.sink.flushes == 3


@pytest.mark.parametrize("block", [200, 960])
def test_what_was_rendered_ahead_is_replaced_without_a_trace(block: int) -> None:
    bench = Bench(droppable_frames=4800)
    source = ArraySource(soft(LENGTH))
    bench.engine.load(source)
    bench.engine.play()
    bench.pull(24_000, block)
    bench.engine.set_volume(100)  # changes nothing, and yet all of it is rendered again
    bench.pull(24_000, block)
    heard = bench.sink.heard
    assert np.abs(heard[RAMP_FRAMES:] - source.samples[RAMP_FRAMES : len(heard)]).max() < 1e-6


def test_a_pause_takes_effect_before_what_was_rendered_ahead() -> None:
    bench = Bench(droppable_frames=4800)
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.play()
    bench.pull(24_000)
    assert bench.engine.head_frame() == 19_200
    bench.engine.pause()
    bench.pull(9600)
    assert bench.sink.heard[:19_200].any()
    assert not bench.sink.heard[19_200 + RAMP_FRAMES :].any()
    bench.pull(LATENCY)
    assert bench.engine.heard_frame() == pytest.approx(19_200)


def test_an_end_that_was_rendered_ahead_is_taken_back_too() -> None:
    bench = Bench(droppable_frames=4800)
    bench.engine.load(ArraySource(soft(LENGTH)), LENGTH - 2400)
    bench.engine.play()
    bench.pull(4800)
    bench.engine.set_volume(50)
    assert bench.engine.head_frame() == LENGTH - 2400
    bench.pull(4800 + LATENCY)
    assert bench.engine.poll() == [EngineEnded()]


@pytest.mark.parametrize(("asked", "got"), [(-500, 0), (LENGTH * 2, LENGTH)])
def test_a_jump_stays_within_the_source(bench: Bench, asked: int, got: int) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.seek(asked)
    assert bench.engine.heard_frame() == got


def test_stopping_goes_to_the_start(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.play()
    bench.pull(9600)
    bench.engine.stop()
    assert bench.engine.state is TransportState.PAUSED
    assert bench.engine.heard_frame() == 0


def test_another_voice_takes_over_without_a_gap(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.play()
    bench.pull(9600)
    bench.engine.swap(ArraySource(soft(LENGTH, 310.0)), 30_000)
    assert bench.engine.state is TransportState.PLAYING
    after = bench.pull(9600)
    loudness = [np.abs(after[k : k + 480]).max() for k in range(0, 9600, 480)]
    assert min(loudness) > 0.25
    assert np.abs(np.diff(bench.sink.heard[RAMP_FRAMES:, 0])).max() < 2 * STEP


def test_a_source_with_nothing_ready_is_silence_and_a_place_that_stands(bench: Bench) -> None:
    source = ArraySource(soft(LENGTH), ready_frames=10_000)
    bench.engine.load(source)
    bench.engine.play()
    bench.pull(24_000)
    assert bench.engine.poll() == [Starved()]
    assert bench.engine.heard_frame() == 10_000
    source.ready_frames = LENGTH
    bench.pull(9600)
    assert bench.engine.poll() == [Recovered()]
    assert bench.engine.head_frame() == 19_600
    assert np.abs(np.diff(bench.sink.heard[:, 0])).max() < 2 * STEP


def test_a_source_that_breaks_is_told_where_it_broke(bench: Bench) -> None:
    error = AudioError("The recording broke off.")
    bench.engine.load(ArraySource(soft(LENGTH), broken_at=20_000, error=error))
    bench.engine.play()
    bench.pull(48_000)
    assert bench.engine.poll() == [EngineFailed(error)]
    assert bench.engine.state is TransportState.FAILED
    assert bench.engine.head_frame() == 20_000
    assert np.abs(np.diff(bench.sink.heard[:, 0])).max() < 2 * STEP
    bench.engine.swap(ArraySource(soft(LENGTH)), 20_000)
    bench.engine.play()
    bench.pull(4800)
    assert bench.engine.head_frame() == 24_800


def test_a_lost_device_pauses_and_goes_on_when_it_is_back(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.play()
    bench.pull(24_000)
    bench.sink.is_lost = True
    assert bench.engine.poll() == [DeviceLost()]
    assert bench.engine.state is TransportState.PAUSED
    assert bench.engine.poll() == []
    bench.sink.is_lost = False
    assert bench.engine.poll() == [DeviceBack()]
    assert is_playing(bench)
    assert 24_000 - 9600 <= bench.engine.head_frame() <= 24_000


def test_a_device_that_is_back_does_not_play_what_was_paused_meanwhile(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.play()
    bench.pull(24_000)
    bench.sink.is_lost = True
    bench.engine.poll()
    bench.engine.pause()
    bench.sink.is_lost = False
    assert bench.engine.poll() == [DeviceBack()]
    assert bench.engine.state is TransportState.PAUSED


def test_underruns_are_told_once(bench: Bench) -> None:
    bench.sink.underrun_frames = 480
    assert bench.engine.poll() == [EngineUnderrun(480)]
    assert bench.engine.poll() == []
    bench.sink.underrun_frames = 500
    assert bench.engine.poll() == [EngineUnderrun(20)]


def test_muting_silences_and_time_goes_on(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.play()
    bench.pull(9600)
    bench.engine.set_muted(True)
    bench.pull(RAMP_FRAMES)
    assert not bench.pull(9600).any()
    bench.engine.set_muted(False)
    bench.pull(RAMP_FRAMES)
    assert np.abs(bench.pull(4800)).max() == pytest.approx(0.5, abs=0.01)
    assert bench.engine.head_frame() == 9600 * 2 + 4800 + 2 * RAMP_FRAMES


def test_half_the_volume_is_an_eighth_of_the_amplitude(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.set_volume(50)
    bench.engine.play()
    bench.pull(4800)
    assert np.abs(bench.pull(4800)).max() == pytest.approx(0.5 / 8, abs=0.002)


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.5, 2.0, 4.0])
def test_the_place_moves_at_the_speed(bench: Bench, speed: float) -> None:
    bench.engine.load(ArraySource(tone(20 * 48_000)))
    bench.engine.set_speed(speed)
    bench.engine.play()
    bench.pull(48_000)
    start = bench.engine.heard_frame()
    bench.pull(48_000)
    assert (bench.engine.heard_frame() - start) / 48_000 == pytest.approx(speed, rel=0.05)


def test_back_at_normal_speed_the_recording_is_itself_again(bench: Bench) -> None:
    source = ArraySource(tone(20 * 48_000, 200.0))
    bench.engine.load(source)
    bench.engine.set_speed(1.7)
    bench.engine.play()
    bench.pull(48_000)
    bench.engine.set_speed(1.0)
    bench.pull(9600)
    place = int(bench.engine.head_frame())
    assert np.array_equal(bench.pull(9600), source.samples[place : place + 9600])


def test_a_change_of_speed_is_no_seam(bench: Bench) -> None:
    bench.engine.load(ArraySource(tone(20 * 48_000, 200.0)))
    bench.engine.play()
    for speed in (1.0, 1.5, 1.0, 0.7, 1.0, 2.5, 1.2, 1.0):
        bench.engine.set_speed(speed)
        bench.pull(9600)
    assert np.abs(np.diff(bench.sink.heard[RAMP_FRAMES:, 0])).max() < 1.5 * STEP


def test_a_device_at_another_rate_is_refused() -> None:
    clock = FakeClock()
    with pytest.raises(ValueError, match="44100"):
        Engine(clock, ManualSink(clock, rate_hz=44100))


Action = tuple[str, "Callable[[Bench], None]"]


def actions() -> st.SearchStrategy[Action]:
    """What a user or a device may do, with a name that a failing example shows."""

    def named(name: str, act: Callable[[Bench], None]) -> Action:
        return name, act

    return st.one_of(
        st.integers(1, 5000).map(lambda n: named(f"pull {n}", lambda b: check_pull(b, n))),
        st.integers(-100, LENGTH + 100).map(lambda f: named(f"seek {f}", lambda b: b.engine.seek(f))),
        st.floats(0.4, 4.5).map(lambda s: named(f"speed {s}", lambda b: b.engine.set_speed(s))),
        st.just(named("normal speed", lambda b: b.engine.set_speed(1.0))),
        st.integers(0, 100).map(lambda v: named(f"volume {v}", lambda b: b.engine.set_volume(v))),
        st.booleans().map(lambda m: named(f"muted {m}", lambda b: b.engine.set_muted(m))),
        st.integers(0, LENGTH).map(
            lambda f: named(f"swap {f}", lambda b: b.engine.swap(ArraySource(soft(LENGTH)), f))
        ),
        st.just(named("play", lambda b: b.engine.play())),
        st.just(named("play", lambda b: b.engine.play())),
        st.just(named("pause", lambda b: b.engine.pause())),
        st.just(named("stop", lambda b: b.engine.stop())),
        st.just(named("poll", check_poll)),
    )


def check_poll(bench: Bench) -> None:
    for event in bench.engine.poll():
        assert isinstance(event, EngineEnded)
        assert bench.engine.state is TransportState.ENDED


def check_pull(bench: Bench, frames: int) -> None:
    block = bench.sink.pull(frames)
    assert block.shape == (frames, 2)
    assert block.dtype == np.float32


@settings(deadline=None, max_examples=120)
@given(st.lists(actions(), max_size=40), st.sampled_from([0, 300, 2400]))
def test_whatever_is_done_sound_is_whole_and_the_place_inside(
    script: list[Action], droppable_frames: int
) -> None:
    bench = Bench(droppable_frames=droppable_frames)
    bench.engine.load(ArraySource(soft(LENGTH)))
    for _, act in script:
        act(bench)
        assert 0 <= bench.engine.heard_frame() <= LENGTH
        assert 0 <= bench.engine.head_frame() <= LENGTH
        if bench.engine.state is not TransportState.PLAYING:
            bench.sink.pull(2 * RAMP_FRAMES)
            assert not bench.sink.pull(RAMP_FRAMES).any(), "not silent when it does not play"
    heard = bench.sink.heard
    if len(heard) > 1:
        assert np.isfinite(heard).all()
        assert np.abs(heard).max() <= 0.55
        # the tone's own steps, a ramp's, and the seams that a change of speed makes in a tone
        assert np.abs(np.diff(heard[:, 0])).max(initial=0.0) < 3 * STEP, "a click"


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from([0.5, 0.8, 1.0, 1.3, 2.0, 3.0]), st.integers(200, 8000)), max_size=20)
)
def test_the_clock_of_what_is_heard_agrees_with_itself_and_never_goes_back(
    legs: list[tuple[float, int]],
) -> None:
    bench = Bench()
    bench.engine.load(ArraySource(tone(10 * LENGTH, 200.0)))
    bench.engine.play()
    bench.pull(LATENCY + 1)
    places = [bench.engine.heard_frame()]
    for speed, frames in legs:
        bench.engine.set_speed(speed)
        bench.sink.pull(frames)
        place = bench.engine.heard_frame()
        places.append(place)
        at_s = bench.engine.heard_at(place)
        assert at_s is not None
        # where a stretch gives many frames for one place, the first of them is meant
        assert at_s <= bench.clock() + 1e-6
        assert bench.clock() - at_s < 0.06
    assert all(a <= b for a, b in pairwise(places))
