"""The device alone: opened once for all that is played, and let go of at the end."""

from __future__ import annotations

import pytest

from briefing.audio.engine import Engine
from briefing.errors import AudioError
from briefing.session.device import SoundDevice
from tests.fakes import FakeClock, ManualSink


class Opening:
    def __init__(self) -> None:
        self.count = 0
        self.sink = ManualSink(FakeClock())

    def __call__(self) -> tuple[Engine, str | None]:
        self.count += 1
        engine = Engine(FakeClock(), self.sink)
        engine.open()
        return engine, "There is only silence."


def test_it_is_opened_once_and_tells_of_itself_once() -> None:
    opening = Opening()
    device = SoundDevice(opening)
    device.open()
    engine = device.engine
    device.open()
    assert (device.engine is engine, opening.count) == (True, 1)
    assert (device.take_notice(), device.take_notice()) == ("There is only silence.", None)


def test_what_cannot_be_opened_is_tried_again() -> None:
    def fail() -> tuple[Engine, str | None]:
        raise AudioError("There is no sound here.")

    device = SoundDevice(fail)
    for _ in range(2):
        with pytest.raises(AudioError):
            device.open()
    assert device.engine is None


def test_it_is_closed_at_the_end_even_if_it_is_opened_after() -> None:
    opening = Opening()
    device = SoundDevice(opening)
    device.close()
    device.open()
    assert not opening.sink.is_started
    device.close()
