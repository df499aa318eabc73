"""The process in which libav runs: what its end, its silence and its answers mean to the player."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.media.remote import RemoteDecoder
from briefing.audio.media.whole import decode, duration_s
from briefing.errors import AudioError, SourceError
from tests.recordings import decode_here, make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def decoder(tmp_path: Path) -> Iterator[RemoteDecoder]:
    decoder = RemoteDecoder(make(tmp_path, "mp3", 8.0), 48000)
    yield decoder
    decoder.close()


def _signal(decoder: RemoteDecoder, number: int) -> None:
    assert decoder.pid is not None
    os.kill(decoder.pid, number)


def test_it_gives_what_is_decoded_here(tmp_path: Path) -> None:
    path = make(tmp_path, "flac", 4.0, layout="stereo")
    assert np.array_equal(decode(path, 16000).samples, decode_here(path, 16000).samples)
    part = decode(path, 48000, 1.5, 2.25).samples
    assert np.array_equal(part, decode_here(path, 48000, 1.5, 2.25).samples)
    assert duration_s(path) == pytest.approx(4.0)


def test_a_reading_is_whole_wherever_it_begins(decoder: RemoteDecoder, tmp_path: Path) -> None:
    whole = decode_here(tmp_path / "sweep.mp3", 48000).samples
    heard = np.concatenate(list(decoder.read_from(100_000, 9600)))
    assert np.array_equal(heard.astype(np.float32) / 32768, whole[100_000:])


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGSTOP])
def test_when_it_is_killed_or_hangs_another_goes_on_where_it_was(
    decoder: RemoteDecoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    whole = decode_here(tmp_path / "sweep.mp3", 48000).samples
    monkeypatch.setattr("briefing.audio.media.remote.LIMIT_S", 1.0)
    heard, pids = [], set()
    for count, piece in enumerate(decoder.read_from(0, 96_000)):
        heard.append(piece)
        if count < 3:
            pids.add(decoder.pid)
            _signal(decoder, number)
    assert np.array_equal(np.concatenate(heard).astype(np.float32) / 32768, whole)
    assert len(pids) == 3


def test_a_file_that_always_ends_it_is_told_and_not_tried_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.audio.media.starting.DECODING", "tests.dying_decoder")
    path = tmp_path / "starts"
    decoder = RemoteDecoder(path, 48000)
    for second in range(20):
        with pytest.raises(AudioError, match="cannot be decoded any further"):
            list(decoder.read_from(second * 48000, 9600))
    decoder.close()
    assert path.stat().st_size <= 7


def test_what_is_no_sound_is_told_and_leaves_no_process(tmp_path: Path) -> None:
    path = tmp_path / "thing.mp3"
    path.write_bytes(b"\0" * 5000)
    with pytest.raises(SourceError, match=r"thing\.mp3 cannot be decoded as sound"):
        RemoteDecoder(path, 48000)


def test_libav_is_never_in_the_process_that_plays(tmp_path: Path) -> None:
    path = make(tmp_path, "flac", 2.0)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from briefing.audio.media.recording import RecordingSource\n"
        "from briefing.audio.media.whole import decode, duration_s\n"
        "path = Path(sys.argv[1])\n"
        "source = RecordingSource(path)\n"
        "while source.read(0, 100) is None:\n"
        "    pass\n"
        "source.close()\n"
        "decode(path, 16000)\n"
        "duration_s(path)\n"
        "print('av' in sys.modules, 'mutagen' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == "False False\n"


def test_the_first_piece_is_short_so_that_it_is_heard_soon_and_the_others_are_few(
    decoder: RemoteDecoder,
) -> None:
    first, second, *_ = decoder.read_from(0, 48_000, 9600)
    assert 9600 <= len(first) < 48_000 <= len(second)
