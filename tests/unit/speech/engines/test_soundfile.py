"""The sound files that voices write."""

from __future__ import annotations

import struct
import wave
from array import array
from typing import TYPE_CHECKING

import pytest

from briefing.speech.engines.soundfile import read_mono_int16

if TYPE_CHECKING:
    from pathlib import Path


def extended(rate_hz: int) -> bytes:
    exponent = rate_hz.bit_length() - 1
    return struct.pack(">HQ", 16383 + exponent, rate_hz << (63 - exponent))


def aiff(
    coding: bytes | None, data: bytes, *, channels: int = 1, bits: int = 16, rate_hz: int = 22050
) -> bytes:
    frames = len(data) // (channels * ((bits + 7) // 8))
    common = struct.pack(">hIh", channels, frames, bits) + extended(rate_hz) + (coding or b"")
    chunks = [(b"COMM", common), (b"odd ", b"x"), (b"SSND", struct.pack(">II", 0, 0) + data)]
    body = (b"AIFC" if coding else b"AIFF") + b"".join(
        name + struct.pack(">I", len(chunk)) + chunk + b"\0" * (len(chunk) % 2) for name, chunk in chunks
    )
    return b"FORM" + struct.pack(">I", len(body)) + body


@pytest.mark.parametrize(
    ("content", "samples", "rate_hz"),
    [
        (aiff(None, struct.pack(">3h", 1, -2, 300)), [1, -2, 300], 22050),
        (aiff(b"sowt", struct.pack("<3h", 1, -2, 300)), [1, -2, 300], 22050),
        (aiff(b"fl32", struct.pack(">2f", 0.5, -2.0), bits=32, rate_hz=44100), [16384, -32767], 44100),
        (aiff(b"NONE", struct.pack(">4h", 10, 20, -10, -20), channels=2), [15, -15], 22050),
        (aiff(None, bytes([1, 0, 9, 255, 254, 0]), bits=24), [256, -2], 22050),
        (aiff(None, bytes([1, 255]), bits=8), [256, -256], 22050),
    ],
)
def test_aiff_is_read_in_each_coding(
    content: bytes, samples: list[int], rate_hz: int, tmp_path: Path
) -> None:
    path = tmp_path / "speech.wav"  # macOS does not look at the name
    path.write_bytes(content)
    assert read_mono_int16(str(path)) == (array("h", samples).tobytes(), rate_hz)


@pytest.mark.parametrize(
    ("width", "data", "first"), [(1, bytes([128, 255]), 0), (2, b"\x05\x00", 5), (3, b"\x09\x01\x02", 513)]
)
def test_wav_is_read_in_each_width(width: int, data: bytes, first: int, tmp_path: Path) -> None:
    path = tmp_path / "speech.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(width)
        file.setframerate(8000)
        file.writeframes(data)
    samples, rate_hz = read_mono_int16(str(path))
    assert array("h", samples)[0] == first
    assert rate_hz == 8000


@pytest.mark.parametrize(
    "content", [b"", b"no sound", b"RIFF....WAVE", aiff(b"ulaw", b"abc"), aiff(None, b"")[:40]]
)
def test_what_is_no_sound_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "speech.wav"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="voice"):
        read_mono_int16(str(path))
