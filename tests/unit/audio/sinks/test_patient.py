from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from briefing.audio.sinks.paced import NullSink
from briefing.audio.sinks.patient import PatientSink
from briefing.errors import AudioError
from tests.contracts import AudioSinkContract, Pulls

if TYPE_CHECKING:
    from briefing.ports.sound import Render

PATIENCE_S = 60.0
"""How long to wait for what must happen; reached only where it never does."""


class SlowDevice(NullSink):
    """A device that a server gives only when it is let; until it is told to stop, it waits for ever."""

    def __init__(self, server: threading.Event) -> None:
        super().__init__()
        self.name = "a slow server"
        self.first_frame: int | None = None
        self._server = server
        self._ended = threading.Event()

    def connect(self, within_s: float) -> None:
        while not self._server.wait(0.01):
            if self._ended.is_set():
                raise AudioError("It does not answer.")

    def begin(self, render: Render, first_frame: int) -> None:
        self.first_frame = first_frame
        self.start(render)

    def stop(self) -> None:
        self._ended.set()
        super().stop()


class TestPatientSink(AudioSinkContract):
    @pytest.fixture
    def sink(self) -> PatientSink:
        server = threading.Event()
        server.set()
        return PatientSink(lambda: SlowDevice(server), time.monotonic)


def test_a_server_that_hangs_at_the_start_is_not_waited_for_and_heard_when_it_answers() -> None:
    server = threading.Event()
    made: list[SlowDevice] = []

    def make() -> SlowDevice:
        made.append(SlowDevice(server))
        return made[-1]

    sink = PatientSink(make, time.monotonic, patience_s=0.05)
    taken = Pulls()
    sink.start(taken.render)
    try:
        assert "does not answer" in sink.take_notice()
        assert taken.wait_for(6000)  # it moves on, in silence
        assert not sink.is_lost
        server.set()
        assert taken.wait_for(taken.frames + 20_000)
        assert sink.name == "a slow server"
        assert sink.take_notice() == "There is sound now, by a slow server."
        first = made[-1].first_frame
        assert first is not None
        assert 6000 <= first < taken.frames
    finally:
        sink.stop()


def test_a_process_that_starts_slowly_is_no_server_that_hangs() -> None:
    asked, server = threading.Event(), threading.Event()

    class SlowStart(SlowDevice):
        def connect(self, within_s: float) -> None:
            self._ended.wait(0.3)  # a busy machine loads the library
            asked.set()
            server.set()
            super().connect(within_s)

    sink = PatientSink(lambda: SlowStart(server), time.monotonic, patience_s=0.05, asked=asked)
    taken = Pulls()
    sink.start(taken.render)
    try:
        assert taken.wait_for(2000)
        assert (sink.name, sink.take_notice()) == ("a slow server", "")
    finally:
        sink.stop()


def test_closing_does_not_wait_for_a_process_that_asks_nobody() -> None:
    asked, made = threading.Event(), threading.Event()

    def device() -> SlowDevice:
        made.set()
        return SlowDevice(threading.Event())

    sink = PatientSink(device, time.monotonic, asked=asked)
    starting = threading.Thread(target=sink.start, args=(Pulls().render,))
    starting.start()
    assert made.wait(30)
    sink.stop()
    starting.join(PATIENCE_S)
    assert not starting.is_alive()


def test_closing_does_not_wait_for_a_server_that_hangs() -> None:
    sink = PatientSink(lambda: SlowDevice(threading.Event()), time.monotonic, patience_s=0.01)
    sink.start(Pulls().render)
    closing = threading.Thread(target=sink.stop, daemon=True)
    closing.start()
    closing.join(PATIENCE_S)
    assert not closing.is_alive()
