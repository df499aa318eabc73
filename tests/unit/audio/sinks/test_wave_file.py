from __future__ import annotations

import subprocess
import sys
import wave
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.sinks.wave_file import WaveSink
from briefing.errors import AudioError
from tests.contracts import AudioSinkContract, Pulls
from tests.fakes import tone

if TYPE_CHECKING:
    from pathlib import Path


class TestWaveSink(AudioSinkContract):
    @pytest.fixture
    def sink(self, tmp_path: Path) -> WaveSink:
        return WaveSink(tmp_path / "heard.wav")


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


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limits")
def test_a_disk_that_fills_up_is_told_and_the_reading_goes_on(tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys, time\n"
        "import numpy as np\n"
        "from briefing.audio.sinks.opening import open_sink\n"
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
