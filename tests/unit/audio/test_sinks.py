from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.device import DeviceSink
from briefing.audio.sinks import NullSink, WaveSink, open_sink
from briefing.errors import AudioError, UsageError
from tests.contracts import AudioSinkContract, FrameSourceContract, Pulls
from tests.fakes import ArraySource, FakeClock, ManualSink, tone

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.ports import AudioSink


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


def test_a_wave_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    sink = WaveSink(tmp_path / "no such folder" / "heard.wav")
    with pytest.raises(AudioError, match=r"heard\.wav cannot be written"):
        sink.start(Pulls().render)
    sink.stop()


def test_sinks_are_named_by_what_the_user_gives(tmp_path: Path) -> None:
    assert isinstance(open_sink("null"), NullSink)
    assert isinstance(open_sink(str(tmp_path / "A.WAV")), WaveSink)
    assert isinstance(open_sink("default"), DeviceSink)
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
