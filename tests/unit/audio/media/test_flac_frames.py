"""Places in a FLAC file that is arriving: found by few bytes, and right."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.media.early import EarlyDecoder
from briefing.audio.media.flac_frames import FlacFrames
from tests.recordings import decode_here, make, place_of

if TYPE_CHECKING:
    from pathlib import Path

RATE_HZ = 48_000


class CountedFile(io.BytesIO):
    """Gives a few kilobytes at a time, as a network does, and notes where it was asked for them."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.places: list[int] = []
        self.came = 0

    def seek(self, offset: int, whence: int = 0) -> int:
        self.places.append(offset)
        return super().seek(offset, whence)

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(4096 if size is None or not 0 <= size < 4096 else size)
        self.came += len(data)
        return data


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("flac"), "flac", 60.0)


@pytest.fixture(scope="module")
def flac(path: Path) -> bytes:
    return path.read_bytes()


@pytest.mark.parametrize("second", [0, 1, 20, 59])
def test_a_frame_is_found_near_before_a_time_by_few_bytes(flac: bytes, second: int) -> None:
    file = CountedFile(flac)
    frames = FlacFrames(file, len(flac))
    file.came = 0
    landing = frames.landing(second * frames.rate_hz)
    assert 0 <= second * frames.rate_hz - landing.sample < 2 * frames.rate_hz
    assert flac[landing.offset] == 0xFF
    assert file.came < len(flac) / 4


def test_a_picture_before_the_sound_is_passed_over(flac: bytes) -> None:
    end = 4 + 4 + 34
    picture = bytes((6,)) + (500_000).to_bytes(3) + bytes(500_000)
    pictured = flac[:4] + bytes((flac[4] & 0x7F,)) + flac[5:end] + picture + flac[end:]
    file = CountedFile(pictured)
    frames = FlacFrames(file, len(pictured))
    assert frames.start.offset == FlacFrames(CountedFile(flac), len(flac)).start.offset + 500_004
    assert file.came < 1000


def test_what_is_decoded_from_there_is_what_is_there(path: Path, flac: bytes) -> None:
    whole = decode_here(path, RATE_HZ).samples[:, 0]
    decoder = EarlyDecoder(CountedFile(flac), len(flac), "talk", RATE_HZ)
    assert float(decoder.duration_s()) == pytest.approx(60.0)
    for start in (0, 30 * RATE_HZ, 55 * RATE_HZ + 777, 10 * RATE_HZ):
        pieces = b""
        for piece in decoder.read_from(start):
            pieces += piece.data
            if len(pieces) > RATE_HZ:
                break
        heard = np.frombuffer(pieces, np.int16)[: RATE_HZ // 2] / 32768
        lag = place_of(heard, whole[max(start - 2000, 0) : start + RATE_HZ])
        assert lag == pytest.approx(min(start, 2000), abs=RATE_HZ // 1000)
    decoder.close()


@pytest.mark.parametrize(
    "damage",
    [
        lambda _flac: b"",
        lambda _flac: b"fLaC",
        lambda flac: flac[:20],
        lambda flac: b"RIFF" + flac[4:],
        lambda flac: flac[:18] + bytes(8) + flac[26:],
        lambda flac: flac[:4] + b"\x04" + flac[5:42],
    ],
    ids=["nothing", "signature", "cut", "other", "no length", "no frames"],
)
def test_what_is_no_whole_header_is_left_to_libav(flac: bytes, damage: object) -> None:
    assert callable(damage)
    data = damage(flac)
    with pytest.raises(ValueError, match=r"FLAC|information"):
        FlacFrames(CountedFile(data), len(data))


def test_frames_that_are_damaged_are_passed_over(flac: bytes) -> None:
    middle = len(flac) // 2
    damaged = flac[: middle - 30_000] + bytes(60_000) + flac[middle + 30_000 :]
    frames = FlacFrames(CountedFile(damaged), len(damaged))
    landing = frames.landing(35 * frames.rate_hz)
    assert landing.sample <= 35 * frames.rate_hz
    assert frames.landing(0) == frames.start
