"""A book's recording as the player reads it: decoded by a process, in parts of many files."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.media.recording import RecordingSource
from briefing.playlist import Playlist, SoundRun
from tests.tones import pack, pitches, write_book, write_tones

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

RATE_HZ = 48000
NEAR_HZ = 15
TONES = {"a.mp3": [300.0, 500, 700, 900], "b.mp3": [1100.0, 1300, 1500]}
SEGMENTS = (SoundRun(0, 1.0, 2.0), SoundRun(1, 0.5, 1.5), SoundRun(0, 3.0, 4.0), SoundRun(1, 2.0, 3.0))
EXPECTED = [500.0] * 50 + [1100.0] * 25 + [1300.0] * 25 + [900.0] * 50 + [1500.0] * 50


def read(source: RecordingSource, start: int, frames: int) -> NDArray[np.float32]:
    """Frames, waited for."""
    pieces = []
    give_up = time.monotonic() + 60
    while frames > 0 and time.monotonic() < give_up:
        piece = source.read(start, frames)
        if piece is None:
            time.sleep(0.001)
            continue
        if not len(piece):
            break
        pieces.append(piece)
        start, frames = start + len(piece), frames - len(piece)
    return np.concatenate(pieces)


def assert_heard(samples: NDArray[np.float32], expected: list[float]) -> None:
    heard = pitches(samples)
    assert len(heard) == len(expected)
    edges = {
        at + by
        for at in range(len(expected))
        if at and expected[at] != expected[at - 1]
        for by in (-2, -1, 0, 1)
    }
    inside = [at for at in range(1, len(expected) - 1) if at not in edges]
    assert np.allclose(heard[inside], np.array(expected)[inside], atol=NEAR_HZ)


def test_it_is_read_from_anywhere_in_a_zip(tmp_path: Path) -> None:
    book = pack(write_book(tmp_path / "book", TONES))
    with closing(RecordingSource(Playlist(book, tuple(TONES), SEGMENTS))) as source:
        assert source.length_frames == 4 * RATE_HZ
        assert_heard(read(source, 0, 4 * RATE_HZ), EXPECTED)
        for second in (3, 1, 2, 0):
            assert_heard(read(source, second * RATE_HZ, RATE_HZ), EXPECTED[second * 50 : second * 50 + 50])
    assert not [path for path in tmp_path.rglob("*.mp3") if "book" not in path.parts]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_when_its_process_is_killed_another_goes_on(tmp_path: Path) -> None:
    long = {"a.mp3": [300.0, 500] * 30, "b.mp3": [700.0, 900] * 30}
    book = write_book(tmp_path / "book", long)
    segments = (SoundRun(0, 0.0, 60.0), SoundRun(1, 0.0, 60.0)) * 5
    told: list[str] = []
    with closing(RecordingSource(Playlist(book, tuple(long), segments), tell=told.append)) as source:
        for second in (0, 61, 122):
            pid = source._decoder.pid
            assert pid is not None
            os.kill(pid, signal.SIGKILL)
            assert_heard(
                read(source, second * RATE_HZ, RATE_HZ), [300.0] * 50 if second % 2 == 0 else [900.0] * 50
            )
    assert told == []


def test_a_file_that_ends_its_process_is_silent_and_the_rest_plays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.audio.media.starting.DECODING", "tests.dying_at_a_file")
    book = write_book(tmp_path / "book", TONES)
    write_tones(book / "deadly.mp3", [200])
    segments = (SoundRun(0, 0.0, 0.7), SoundRun(2, 0.0, 1.0), SoundRun(1, 0.0, 1.3))
    told: list[str] = []
    playlist = Playlist(book, (*TONES, "deadly.mp3"), segments)
    with closing(RecordingSource(playlist, tell=told.append)) as source:
        assert_heard(read(source, 0, 3 * RATE_HZ), [300.0] * 35 + [0.0] * 50 + [1100.0] * 50 + [1300.0] * 15)
    assert told == ["deadly.mp3 is damaged, and is silent: what decodes it failed."]


def test_what_of_it_is_not_there_is_told(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", TONES)
    told: list[str] = []
    playlist = Playlist(book, ("gone.mp3", "a.mp3"), (SoundRun(0, 0.0, 1.0), SoundRun(1, 0.0, 1.0)))
    with closing(RecordingSource(playlist, tell=told.append)) as source:
        assert_heard(read(source, 0, 2 * RATE_HZ), [0.0] * 50 + [300.0] * 50)
    assert told == ["The sound file gone.mp3 is missing from the book."]


def test_a_book_that_is_cut_off_while_it_plays_goes_silent_and_says_so(tmp_path: Path) -> None:
    long = {"a.mp3": [300.0] * 30, "b.mp3": [500.0] * 30}
    book = pack(write_book(tmp_path / "book", long))
    told: list[str] = []
    segments = (SoundRun(0, 0.0, 30.0), SoundRun(1, 0.0, 30.0)) * 10
    with closing(RecordingSource(Playlist(book, tuple(long), segments), tell=told.append)) as source:
        assert_heard(read(source, 0, RATE_HZ), [300.0] * 50)
        os.truncate(book, 5000)
        assert_heard(read(source, 90 * RATE_HZ, RATE_HZ), [0.0] * 50)
        assert source.length_frames == 600 * RATE_HZ
    assert len(told) == 1
    assert "b.mp3" in told[0]
