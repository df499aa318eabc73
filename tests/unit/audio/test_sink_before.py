"""A sink that goes on where another stopped keeps the contract of sinks, and counts on."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.audio.sink_before import SinkBefore
from tests.fakes import FakeClock, ManualSink


def test_it_counts_on_from_where_the_other_stopped() -> None:
    inner = ManualSink(FakeClock(), 480, droppable_frames=960)
    sink = SinkBefore(inner, 10_000)
    sink.start(lambda frames: np.zeros((frames, 2), np.float32))
    inner.pull(4800)
    assert sink.heard_at(10_000) == pytest.approx(inner.heard_at(0))
    assert sink.replaceable(14_800) == 960
    assert sink.flush(14_800) == 960
    assert (sink.name, sink.rate_hz, sink.pending_frames) == (inner.name, inner.rate_hz, 480)
    inner.notice, inner.is_lost, inner.underrun_frames = "It is slow.", True, 7
    assert (sink.take_notice(), sink.is_lost, sink.underrun_frames) == ("It is slow.", True, 7)
    sink.stop()
    assert not inner.is_started
