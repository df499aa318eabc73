"""What stands between MP3 frames and is no sound: it must not move the sound that follows it."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest

from briefing.audio.media.frames import measured
from tests.recordings import decode_here, duration_here, sweep, write_recording

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LENGTH_S: Final = 8.0
_MIDDLE: Final = 100
_random = Random(5)

JUNK: Final = {
    "random bytes": _random.randbytes(3000),
    "many random bytes": _random.randbytes(30_000),
    "zeros": bytes(5000),
    "what a server says": b"HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n",
    "a stream's title": b"\x04StreamTitle='The news at six';".ljust(65, b"\0"),
    "nothing but sync bits": b"\xff" * 700,
}


@pytest.fixture(scope="module", params=[("mp3", "libmp3lame"), ("aac", "aac")], ids=["mp3", "aac"])
def frames(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    ending, codec = request.param
    options = {"id3v2_version": "0"} if ending == "mp3" else {}
    folder = tmp_path_factory.mktemp("whole")
    path = write_recording(
        folder / f"whole.{ending}", sweep(_LENGTH_S, 44100), codec=codec, rate_hz=44100, options=options
    )
    return _frames_of(path.read_bytes())


def _frames_of(data: bytes) -> list[bytes]:
    found, at = [], 0
    while (frame := measured(data, at)) is not None:
        found.append(data[at : at + frame[0]])
        at += frame[0]
    return found


def _before(frames: list[bytes], junk: bytes) -> bytes:
    return junk + b"".join(frames)


def _between(frames: list[bytes], junk: bytes) -> bytes:
    return b"".join([*frames[:_MIDDLE], junk, *frames[_MIDDLE:]])


def _behind(frames: list[bytes], junk: bytes) -> bytes:
    return b"".join(frames) + junk


def _everywhere(frames: list[bytes], junk: bytes) -> bytes:
    return b"".join(frame + (junk if number % 40 == 9 else b"") for number, frame in enumerate(frames))


@pytest.mark.parametrize("junk", JUNK)
@pytest.mark.parametrize("place", [_before, _between, _behind])
def test_junk_among_frames_does_not_move_the_sound(
    tmp_path: Path, frames: list[bytes], place: Callable[[list[bytes], bytes], bytes], junk: str
) -> None:
    _check_same(tmp_path, frames, place(frames, JUNK[junk]))


@pytest.mark.parametrize("junk", ["what a server says", "a stream's title", "nothing but sync bits"])
def test_titles_between_many_frames_do_not_move_the_sound(
    tmp_path: Path, frames: list[bytes], junk: str
) -> None:
    _check_same(tmp_path, frames, _everywhere(frames, JUNK[junk]))


def _check_same(folder: Path, frames: list[bytes], content: bytes) -> None:
    clean, path = folder / "clean.mp3", folder / "junk.mp3"
    clean.write_bytes(b"".join(frames))
    path.write_bytes(content)
    expected = decode_here(clean, 16000).samples[:, 0]
    heard = decode_here(path, 16000).samples[:, 0]
    assert len(heard) == len(expected)
    assert duration_here(path) == pytest.approx(len(expected) / 16000, abs=0.001)
    jumped = decode_here(path, 16000, 5.0, 5.5).samples[:, 0]
    # Not equal: AAC's decoder puts noise of its own into gaps.
    assert np.corrcoef(heard, expected)[0, 1] > 0.98
    assert np.corrcoef(jumped, expected[80_000:88_000])[0, 1] > 0.98


@pytest.mark.parametrize("length", [4, 40, 2700, 20_000])
@pytest.mark.parametrize("is_random", [False, True], ids=["zeros", "random"])
def test_what_follows_damaged_frames_keeps_its_place(tmp_path: Path, *, length: int, is_random: bool) -> None:
    path = write_recording(
        tmp_path / "damaged.mp3", sweep(_LENGTH_S, 44100), codec="libmp3lame", rate_hz=44100
    )
    expected = decode_here(path, 16000).samples
    content = path.read_bytes()
    frames = _frames_of(content[content.index(b"\xff\xfb") :])
    at = len(content) - sum(map(len, frames[_MIDDLE:]))
    damage = Random(length).randbytes(length) if is_random else bytes(length)
    path.write_bytes(content[:at] + damage + content[at + length :])
    heard = decode_here(path, 16000).samples
    assert len(heard) == len(expected)
    assert np.array_equal(heard[-32_000:], expected[-32_000:])


def test_a_part_that_is_no_sound_does_not_end_a_joined_recording(tmp_path: Path) -> None:
    path = write_recording(tmp_path / "a.mp3", sweep(3.0, 44100), codec="libmp3lame", rate_hz=44100)
    whole = duration_here(path)
    false_start = b"\xff\xf1\x50\x80\x20\x1f\xfc" + bytes(250)
    path.write_bytes(path.read_bytes() + false_start * 4)
    assert duration_here(path) == pytest.approx(whole, abs=0.03)
    assert len(decode_here(path, 16000).samples) == pytest.approx(16000 * whole, abs=500)
