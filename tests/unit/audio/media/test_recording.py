from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.media import decoded
from briefing.audio.media import recording as module
from briefing.audio.media.recording import RecordingSource
from briefing.audio.media.whole import decode
from briefing.errors import AudioError, SourceError
from tests.contracts import FrameSourceContract
from tests.recordings import make
from tests.unit.speech.worker.alive import await_true

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.ports.sound import FrameSource


class TestRecording(FrameSourceContract):
    @pytest.fixture
    def source(self, tmp_path: Path) -> Iterator[RecordingSource]:
        recording = RecordingSource(make(tmp_path, "mp3", 4.0))
        yield recording
        recording.close()


reader = FrameSourceContract().read


def read(source: FrameSource, start: int, frames: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return reader(source, start, frames)


@pytest.mark.parametrize("ending", ["mp3", "opus", "flac", "wav"])
def test_it_plays_what_decoding_gives(tmp_path: Path, ending: str) -> None:
    path = make(tmp_path, ending, 6.0)
    whole = decode(path, 48000).samples[:, 0]
    recording = RecordingSource(path)
    try:
        assert recording.rate_hz == 48000
        assert recording.length_frames == pytest.approx(len(whole), abs=48)
        for start in (200_000, 0, 100_001, 48_000 * 5, 47_999):
            assert np.allclose(read(recording, start, 9600)[:, 0], whole[start : start + 9600], atol=1e-4)
    finally:
        recording.close()


def test_memory_is_the_same_however_much_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoded, "KEPT_BLOCKS", 4)
    monkeypatch.setattr(module, "AHEAD_BLOCKS", 2)
    monkeypatch.setattr(decoded, "WHOLE_BYTES", 0)
    recording = RecordingSource(make(tmp_path, "wav", 12.0))
    try:
        for start in range(0, recording.length_frames, 24_000):
            read(recording, start, 24_000)
            assert len(recording._blocks) <= 4
    finally:
        recording.close()


def listen(recording: RecordingSource, seconds: int) -> None:
    for second in range(seconds):
        read(recording, second * 48_000, 4800)


@pytest.mark.parametrize("middle_s", [0, 20])
def test_a_short_recording_that_is_listened_to_needs_its_process_no_more(
    tmp_path: Path, middle_s: int
) -> None:
    path = make(tmp_path, "mp3", 30.0)
    whole = decode(path, 48000).samples[:, 0]
    recording = RecordingSource(path)
    try:
        read(recording, middle_s * 48_000, 4800)
        listen(recording, module.LISTENED_BLOCKS + 1)
        assert await_true(lambda: recording._decoder.pid is None)
        for start in (29 * 48_000, 0, 480_001):
            found = recording.read(start, 4800)
            assert found is not None, start  # at once: all of it is there
            assert np.allclose(found[:, 0], whole[start : start + 4800], atol=1e-4)
    finally:
        recording.close()


def test_a_recording_that_is_only_looked_into_is_not_decoded_to_its_end(tmp_path: Path) -> None:
    recording = RecordingSource(make(tmp_path, "wav", 60.0))
    try:
        listen(recording, 2)
        read(recording, 40 * 48_000, 4800)
        assert recording._decoder.pid is not None
        assert recording.read(58 * 48_000, 4800) is None
    finally:
        recording.close()


def test_a_long_recording_keeps_its_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path, "wav", 30.0)
    monkeypatch.setattr(decoded, "WHOLE_BYTES", 29 * 48_000 * 2)
    recording = RecordingSource(path)
    try:
        listen(recording, 30)
        assert recording._decoder.pid is not None
    finally:
        recording.close()


def test_closing_ends_its_thread(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    recording = RecordingSource(make(tmp_path, "flac"))
    read(recording, 0, 4800)
    ours = {thread for thread in set(threading.enumerate()) - before if thread.name == "decoder"}
    assert len(ours) == 1
    recording.close()
    assert not ours & set(threading.enumerate())


def test_a_file_that_shrinks_while_it_plays_fails_where_it_ends(tmp_path: Path) -> None:
    path = make(tmp_path, "wav", 60.0)
    recording = RecordingSource(path)
    try:
        read(recording, 0, 4800)
        with path.open("r+b") as file:
            file.truncate(path.stat().st_size // 2)
        with pytest.raises(AudioError):
            read(recording, recording.length_frames - 96_000, 48_000)
        assert len(read(recording, 0, 4800)) == 4800
    finally:
        recording.close()


def test_what_is_no_sound_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "text.mp3"
    path.write_text("no sound at all")
    before = set(threading.enumerate())
    with pytest.raises(SourceError, match=r"text\.mp3"):
        RecordingSource(path)
    assert set(threading.enumerate()) <= before
