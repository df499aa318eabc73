from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import wave
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.device import DeviceSink
from briefing.audio.sinks import NullSink, PatientSink, WaveSink, open_sink
from briefing.errors import AudioError, UsageError
from tests.contracts import AudioSinkContract, FrameSourceContract, Pulls
from tests.fakes import ArraySource, FakeClock, ManualSink, tone

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.ports import AudioSink, Render

PATIENCE_S = 30.0
"""How long to wait for what must happen; reached only where it never does."""


class TestManualSink(AudioSinkContract):
    @pytest.fixture
    def sink(self) -> ManualSink:
        return ManualSink(FakeClock(), latency_frames=480)

    def let_pull(self, sink: AudioSink, taken: Pulls) -> None:
        assert isinstance(sink, ManualSink)
        while taken.frames < self.FRAMES:
            sink.pull(480)


class TestNullSink(AudioSinkContract):
    @pytest.fixture
    def sink(self) -> NullSink:
        return NullSink()


class TestWaveSink(AudioSinkContract):
    @pytest.fixture
    def sink(self, tmp_path: Path) -> WaveSink:
        return WaveSink(tmp_path / "heard.wav")


class TestArraySource(FrameSourceContract):
    @pytest.fixture
    def source(self) -> ArraySource:
        return ArraySource(tone(50_000))


def test_a_wave_file_holds_what_was_pulled(tmp_path: Path) -> None:
    path = tmp_path / "heard.wav"
    sink = WaveSink(path)
    sound = tone(20 * 48000)
    taken = Pulls()

    def render(frames: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        start = taken.frames
        taken.render(frames)
        return sound[start : start + frames]

    sink.start(render)
    assert taken.wait_for(20_000)
    sink.stop()
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (48000, 2, 2)
        data = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2) / 32768
    assert len(data) == taken.frames
    assert np.abs(data - sound[: len(data)]).max() <= 1 / 32768


def test_a_wave_file_that_cannot_be_written_any_more_is_told(tmp_path: Path) -> None:
    sink = WaveSink(tmp_path / "no such folder" / "heard.wav")
    with pytest.raises(AudioError, match=r"heard\.wav cannot be written"):
        sink.start(Pulls().render)
    sink.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_a_place_for_sound_that_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo.wav"
    os.mkfifo(fifo)
    linked = tmp_path / "full.wav"
    linked.symlink_to("/dev/full")
    folder = tmp_path / "folder.wav"
    folder.mkdir()
    for place in (fifo, linked, folder, tmp_path / "none" / "heard.wav"):
        with pytest.raises(UsageError, match=r"\.wav cannot be written: "):
            open_sink(str(place))
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)  # a pipe that is read is no file all the same
    try:
        with pytest.raises(UsageError, match="cannot be written"):
            open_sink(str(fifo))
    finally:
        os.close(reader)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limits")
def test_a_disk_that_fills_up_is_told_and_the_reading_goes_on(tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys, time\n"
        "import numpy as np\n"
        "from briefing.audio.sinks import open_sink\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "sink = open_sink(sys.argv[1])\n"
        "pulled = []\n"
        "def render(frames):\n"
        "    pulled.append(frames)\n"
        "    return np.zeros((frames, 2), np.float32)\n"
        "sink.start(render)\n"
        "end = time.monotonic() + 20\n"
        "notice = ''\n"
        "while not notice and time.monotonic() < end:\n"
        "    notice = sink.take_notice()\n"
        "before = len(pulled)\n"
        "while len(pulled) < before + 3 and time.monotonic() < end:\n"
        "    pass\n"
        "sink.stop()\n"
        "print(len(pulled) >= before + 3, notice)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, str(tmp_path / "heard.wav")],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.startswith("True heard.wav takes no more sound: ")


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


def test_sinks_are_named_by_what_the_user_gives(tmp_path: Path) -> None:
    assert isinstance(open_sink("null"), NullSink)
    assert isinstance(open_sink(str(tmp_path / "A.WAV")), WaveSink)
    assert isinstance(open_sink("default"), PatientSink)
    with pytest.raises(UsageError, match="loudspeaker"):
        open_sink("loudspeaker")


def test_without_a_sound_server_there_is_no_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PULSE_SERVER", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "none"))
    monkeypatch.setenv("HOME", str(tmp_path))
    sink = DeviceSink()
    with pytest.raises(AudioError, match="sound device") as caught:
        sink.start(Pulls().render)
    assert "to hear it, " in str(caught.value)
    sink.stop()
