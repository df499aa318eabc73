"""The fakes of `tests/fakes.py` keep to the ports as the real ones do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contracts import AudioSinkContract, FrameSourceContract, Pulls
from tests.fakes import ArraySource, FakeClock, ManualSink, tone

if TYPE_CHECKING:
    from briefing.ports.sound import AudioSink


class TestManualSink(AudioSinkContract):
    @pytest.fixture
    def sink(self) -> ManualSink:
        return ManualSink(FakeClock(), latency_frames=480)

    def let_pull(self, sink: AudioSink, taken: Pulls) -> None:
        assert isinstance(sink, ManualSink)
        while taken.frames < self.FRAMES:
            sink.pull(480)


class TestArraySource(FrameSourceContract):
    @pytest.fixture
    def source(self) -> ArraySource:
        return ArraySource(tone(50_000))
