"""What the engine does when a source or a device fails it, and what it tells."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.audio.engine import Engine
from briefing.audio.engine_events import (
    DeviceBack,
    DeviceLost,
    EngineFailed,
    EngineUnderrun,
)
from briefing.errors import AudioError
from briefing.model import TransportState
from tests.fakes import ArraySource, FakeClock, ManualSink
from tests.unit.audio.bench import LENGTH, STEP, Bench, soft


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_a_source_with_nothing_ready_is_silence_and_a_place_that_stands(bench: Bench) -> None:
    source = ArraySource(soft(LENGTH), ready_frames=10_000)
    bench.engine.load(source)
    bench.engine.play()
    bench.pull(24_000)
    assert bench.engine.heard_frame() == 10_000
    source.ready_frames = LENGTH
    bench.pull(9600)
    assert bench.engine.poll() == []
    assert bench.engine.head_frame() == 19_600
    assert np.abs(np.diff(bench.sink.heard[:, 0])).max() < 2 * STEP


def test_a_device_may_ask_for_more_than_a_second_at_once(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.play()
    bench.pull(60_000, 60_000)
    assert bench.engine.head_frame() == 60_000
    bench.engine.seek(10_000)
    bench.pull(60_000, 60_000)
    assert bench.engine.head_frame() == 70_000


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
    assert bench.is_playing
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


@pytest.mark.parametrize("latency_frames", [0, 9600])
def test_another_sink_goes_on_at_what_was_heard_and_reckons_on(latency_frames: int) -> None:
    bench = Bench(latency_frames)
    sound = soft(LENGTH)
    bench.engine.load(ArraySource(sound))
    bench.engine.play()
    bench.pull(48_000)
    heard = int(bench.engine.heard_frame())
    other = ManualSink(bench.clock, 480, droppable_frames=960)
    bench.engine.change_sink(other)
    assert (bench.sink.is_started, other.is_started) == (False, True)
    assert bench.engine.state is TransportState.PLAYING
    before_s = bench.clock()
    other.pull(9600)
    assert bench.engine.head_frame() == heard + 9600 - 960
    assert bench.engine.heard_frame() == pytest.approx(heard + 9600 - 480)
    assert bench.engine.heard_at(heard + 4800) == pytest.approx(before_s + 5280 / 48_000)
    assert np.array_equal(other.heard[1000:9000], sound[heard + 1000 : heard + 9000])
    assert bench.engine.poll() == []
    bench.engine.seek(0)
    assert other.flushes


def test_what_is_paused_stays_so_in_another_sink(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)), 5000)
    bench.pull(4800)
    other = ManualSink(bench.clock)
    bench.engine.change_sink(other)
    assert not other.pull(4800).any()
    bench.engine.play()
    other.pull(4800)
    assert bench.engine.heard_frame() == 9800


def test_a_lost_device_is_back_by_another_sink(bench: Bench) -> None:
    bench.engine.load(ArraySource(soft(LENGTH)))
    bench.engine.play()
    bench.pull(48_000)
    bench.sink.is_lost = True
    assert bench.engine.poll() == [DeviceLost()]
    bench.engine.change_sink(ManualSink(bench.clock))
    assert bench.engine.poll() == [DeviceBack()]
    assert bench.is_playing


def test_underruns_are_told_once(bench: Bench) -> None:
    bench.sink.underrun_frames = 480
    assert bench.engine.poll() == [EngineUnderrun(480)]
    assert bench.engine.poll() == []
    bench.sink.underrun_frames = 500
    assert bench.engine.poll() == [EngineUnderrun(20)]


def test_a_device_at_another_rate_is_refused() -> None:
    clock = FakeClock()
    with pytest.raises(ValueError, match="44100"):
        Engine(clock, ManualSink(clock, rate_hz=44100))
