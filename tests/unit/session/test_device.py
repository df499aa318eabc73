"""The device alone: opened once for all that is played, and let go of at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.audio.engine import Engine
from briefing.errors import AudioError, BriefingError
from briefing.session.device import SoundDevice
from tests.fakes import FakeClock, ManualSink

if TYPE_CHECKING:
    from briefing.ports.sound import Render


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


class Places:
    """Where sound can go; what is called "broken" cannot be opened, "no" is nothing."""

    def __init__(self) -> None:
        self.made: dict[str, ManualSink] = {}

    def __call__(self, name: str) -> ManualSink:
        if name == "no":
            raise AudioError("There is no such place.")
        sink = self.made[name] = _Broken(FakeClock()) if name == "broken.wav" else ManualSink(FakeClock())
        return sink


class _Broken(ManualSink):
    def start(self, render: Render) -> None:
        raise AudioError("It cannot be opened.")


def test_sound_goes_elsewhere_at_once_and_back() -> None:
    opening, places = Opening(), Places()
    device = SoundDevice(opening, "default", places)
    device.open()
    device.leading_to("a.wav")()
    assert (opening.sink.is_started, places.made["a.wav"].is_started) == (False, True)
    device.leading_to("default")()
    assert (places.made["a.wav"].is_started, places.made["default"].is_started) == (False, True)
    with pytest.raises(BriefingError, match="holds what was heard before"):
        device.leading_to("a.wav")
    device.close()
    assert not places.made["default"].is_started


def test_where_sound_is_to_go_before_a_device_was_opened_it_goes_when_one_is() -> None:
    opening, places = Opening(), Places()
    device = SoundDevice(opening, "default", places)
    device.leading_to("null")()
    assert not places.made["null"].is_started
    device.open()
    assert places.made["null"].is_started


def test_a_place_that_is_none_changes_nothing_and_one_that_cannot_be_opened_leaves_silence() -> None:
    opening, places = Opening(), Places()
    device = SoundDevice(opening, "default", places)
    device.open()
    with pytest.raises(AudioError, match="no such place"):
        device.leading_to("no")
    assert opening.sink.is_started
    change = device.leading_to("broken.wav")
    with pytest.raises(AudioError, match="cannot be opened"):
        change()
    assert places.made["null"].is_started


def test_a_device_that_is_closed_before_sound_went_elsewhere_stays_closed() -> None:
    places = Places()
    device = SoundDevice(Opening(), "default", places)
    device.open()
    change = device.leading_to("null")
    device.close()
    change()
    assert not places.made["null"].is_started
