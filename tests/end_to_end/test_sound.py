"""The engine on a real sound server: what it plays, when, and what it says of that."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.device.sink import DeviceSink
from tests.contracts import AudioSinkContract
from tests.end_to_end import sound
from tests.end_to_end.sound import RATE_HZ, Ear, Recording, Server, wait_until
from tests.recordings import write_recording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

pytestmark = sound.NEEDS_SOUND

PATIENCE_S = 60.0
SYLLABLE_S = (0.12, 0.3)
GAP_S = (0.08, 0.25)

PLAY = """
import json, sys, time
from pathlib import Path
from briefing.audio.engine import Engine
from briefing.audio.engine_events import EngineEnded, EngineUnderrun
from briefing.audio.media.recording import RecordingSource
from briefing.audio.sinks.opening import open_sink

path, speed, onsets = Path(sys.argv[1]), float(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text())
engine = Engine(time.monotonic, open_sink("default"))
engine.open()
recording = RecordingSource(path)
engine.load(recording)
engine.set_speed(speed)
engine.play()
told, underruns, is_over = [], 0, False
while not is_over:
    for event in engine.poll():
        is_over |= isinstance(event, EngineEnded)
        underruns += isinstance(event, EngineUnderrun)
    while len(told) < len(onsets):
        heard_at = engine.heard_at(onsets[len(told)])
        if heard_at is None or heard_at > time.monotonic():
            break
        told.append(heard_at)
    time.sleep(0.005)
print(json.dumps({"told": told, "underruns": underruns}))
engine.close()
recording.close()
"""


def syllables(length_s: float) -> tuple[NDArray[np.float64], list[int]]:
    """Return a voice-like sound of separate syllables that begin sharply, and where each begins."""
    random = np.random.default_rng(5)
    samples = np.zeros(round(length_s * RATE_HZ))
    onsets = []
    at = RATE_HZ // 2
    while at < len(samples) - RATE_HZ // 2:
        length = round(random.uniform(*SYLLABLE_S) * RATE_HZ)
        t = np.arange(length) / RATE_HZ
        harmonics = np.arange(1, 12)[:, np.newaxis]
        phases = random.uniform(0, 2 * np.pi, harmonics.shape)
        waves = np.sin(2 * np.pi * random.uniform(90, 220) * harmonics * t + phases) / harmonics
        fall = np.minimum(1, np.arange(length)[::-1] / (RATE_HZ // 20))
        samples[at : at + length] = 0.15 * waves.sum(axis=0) * np.minimum(1, t * 500) * fall
        onsets.append(at)
        at += length + round(random.uniform(*GAP_S) * RATE_HZ)
    return samples, onsets


def onset_near(heard: Recording, index: int) -> int:
    """Return where a syllable begins, nearest to `index`: loud after 20 ms of quiet."""
    reach = RATE_HZ // 5
    loud = np.flatnonzero(np.abs(heard.samples[index - reach : index + reach]) > 0.02)
    begins = loud[np.diff(loud, prepend=-RATE_HZ) > RATE_HZ // 50]
    return int(index - reach + begins[np.argmin(np.abs(begins - reach))])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path / "server") as server:
        yield server


@pytest.fixture
def at_the_server(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server, for sound of this very process."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(server.runtime))
    for name in [name for name in os.environ if name.startswith("PULSE_")]:
        monkeypatch.delenv(name)
    return server


class TestDeviceSink(AudioSinkContract):
    @pytest.fixture
    def sink(self, at_the_server: Server) -> DeviceSink:
        assert at_the_server.socket.exists()
        return DeviceSink()


@pytest.mark.parametrize(("speed", "within_ms"), [(1.0, 50), (2.0, 80), (0.75, 80)])
def test_every_onset_is_heard_when_the_engine_says(
    server: Server, tmp_path: Path, speed: float, within_ms: float
) -> None:
    samples, onsets = syllables(16.7)
    path = write_recording(tmp_path / "voice.flac", samples, codec="flac", rate_hz=RATE_HZ)
    (tmp_path / "onsets.json").write_text(json.dumps(onsets))
    with Ear(server) as ear:
        done = subprocess.run(
            [sys.executable, "-c", PLAY, str(path), str(speed), str(tmp_path / "onsets.json")],
            env={**server.environment, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            timeout=PATIENCE_S * 3,
            check=True,
        )
        heard = ear.recording()
    told = json.loads(done.stdout)["told"]
    assert len(told) == len(onsets)
    errors_ms = []
    for heard_at in told:
        index = heard.index_of(heard_at)
        errors_ms.append((index - onset_near(heard, index)) * 1000 / RATE_HZ)
    assert abs(np.median(errors_ms)) <= 15
    assert np.mean(np.abs(errors_ms) <= within_ms) >= 0.95
    if speed == 1.0:
        begin = onset_near(heard, heard.index_of(told[0])) - onsets[0]
        assert likeness(heard.samples, samples, begin) >= 0.99


def likeness(heard: NDArray[np.float64], played: NDArray[np.float64], about: int) -> float:
    """Return the best correlation of what was played with what was heard from about there on."""
    whole = [heard[about + lag : about + lag + len(played)] for lag in range(-60, 61)]
    return float(max(np.corrcoef(part, played)[0, 1] for part in whole))


def test_a_server_that_dies_is_noticed_and_found_again(at_the_server: Server) -> None:
    sink = DeviceSink()
    pulled = [0]

    def render(frames: int) -> NDArray[np.float32]:
        pulled[0] += frames
        return np.zeros((frames, 2), np.float32)

    sink.start(render)
    try:
        wait_until(lambda: pulled[0] > RATE_HZ // 2, PATIENCE_S, "the device does not pull")
        assert not sink.is_lost
        lost_s = time.monotonic()
        at_the_server.kill()
        wait_until(lambda: sink.is_lost, PATIENCE_S, "the loss is not noticed")
        then = pulled[0]
        at_the_server.start()
        wait_until(lambda: not sink.is_lost, PATIENCE_S, "the device is not found again")
        back_s = time.monotonic()
        wait_until(lambda: pulled[0] > then + RATE_HZ // 2, PATIENCE_S, "nothing is pulled again")
        # The clock goes on from where it is: the time without a device is neither missing nor there twice.
        heard_s = sink.heard_at(pulled[0])
        assert back_s < heard_s < time.monotonic() + (back_s - lost_s)
    finally:
        sink.stop()


def test_the_device_says_how_late_it_is_as_the_server_does(at_the_server: Server) -> None:
    sink = DeviceSink()
    burst = sound.mark().astype(np.float32)
    at_frame = 3 * RATE_HZ
    pulled = [0]
    said: list[float] = []

    def render(frames: int) -> NDArray[np.float32]:
        block = np.zeros((frames, 2), np.float32)
        for k in range(max(at_frame - pulled[0], 0), min(at_frame + len(burst) - pulled[0], frames)):
            block[k] = burst[pulled[0] + k - at_frame]
        pulled[0] += frames
        return block

    with Ear(at_the_server) as ear:
        before = ear.frames
        sink.start(render)
        wait_until(lambda: pulled[0] > at_frame + RATE_HZ, PATIENCE_S, "the device does not pull")
        said.append(sink.heard_at(at_frame))
        after = ear.frames
        sink.stop()
        heard = ear.recording()
    index = before + int(np.argmax(np.correlate(heard.samples[before:after], burst, "valid")))
    assert abs(said[0] - heard.time_of(index)) <= 0.015
