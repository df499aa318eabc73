from __future__ import annotations

import pytest

from briefing.audio.sinks.paced import NullSink
from tests.contracts import AudioSinkContract


class TestNullSink(AudioSinkContract):
    @pytest.fixture
    def sink(self) -> NullSink:
        return NullSink()
