"""An engine that plays: where it is, what is heard, and when."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.audio.engine_events import EngineEnded
from briefing.audio.transport import LocalTransportError
from briefing.audio.volume import RAMP_FRAMES
from briefing.model import TransportState
from tests.fakes import ArraySource, tone
from tests.unit.audio.bench import LATENCY, LENGTH, STEP, Bench, soft


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
    assert bench.engine.state is TransportState.EMPTY


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
