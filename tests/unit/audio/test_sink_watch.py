"""What becomes of a sink is told once, in order."""

from __future__ import annotations

from briefing.audio.engine_events import DeviceBack, DeviceLost, EngineUnderrun
from briefing.audio.sink_watch import SinkWatch
from tests.fakes import FakeClock, ManualSink


def test_each_thing_is_told_once_and_another_sink_begins_at_nothing() -> None:
    sink = ManualSink(FakeClock())
    watch = SinkWatch(sink)
    assert watch.news() == []
    sink.underrun_frames = 30
    sink.is_lost = True
    assert watch.news() == [EngineUnderrun(30), DeviceLost()]
    assert watch.news() == []
    other = ManualSink(FakeClock())
    other.underrun_frames = 10
    watch.change_sink(other)
    assert watch.news() == [EngineUnderrun(10), DeviceBack()]
