"""Read what a speech engine saved: WAV, or AIFF, which macOS writes whatever the file's name.

Only the standard library: the worker uses it, and `aifc` left the library with Python 3.13.
AIFF: "Audio Interchange File Format: AIFF-C", Apple Computer, 1991.
"""

from __future__ import annotations

import math
import struct
import sys
from array import array
from typing import Final

_AIFF_FLOAT: Final = (b"fl32", b"FL32")
_AIFF_LITTLE: Final = b"sowt"


def read_mono_int16(path: str) -> tuple[bytes, int]:
    """Return native int16 samples, channels averaged, and the rate in hertz.

    Raises:
        ValueError: if the file is neither, or holds samples that are not understood.
        OSError: if it cannot be read.
    """
    with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs start-up time
        magic = file.read(12)
    if magic[:4] == b"FORM" and magic[8:12] in (b"AIFF", b"AIFC"):
        channels, rate_hz, samples = _read_aiff(path)
    elif magic[:4] == b"RIFF":
        channels, rate_hz, samples = _read_wav(path)
    else:
        raise ValueError("The voice wrote no sound that can be read.")
    if channels > 1:
        whole = len(samples) // channels * channels
        planes = [samples[c:whole:channels] for c in range(channels)]
        samples = array("h", (sum(frame) // channels for frame in zip(*planes, strict=True)))
    return samples.tobytes(), rate_hz


def _read_wav(path: str) -> tuple[int, int, array[int]]:
    import wave

    try:
        with wave.open(path, "rb") as file:
            width, data = file.getsampwidth(), file.readframes(file.getnframes())
            channels, rate_hz = file.getnchannels(), file.getframerate()
    except (wave.Error, EOFError) as error:
        raise ValueError("The voice wrote a damaged WAV file.") from error
    if width == 1:
        return channels, rate_hz, array("h", ((byte - 128) << 8 for byte in data))
    return channels, rate_hz, _to_int16(data, width, little=True)


def _read_aiff(path: str) -> tuple[int, int, array[int]]:
    with open(path, "rb") as file:  # noqa: PTH123
        content = file.read()
    channels = rate_hz = width = 0
    coding = b"NONE"
    data: bytes | None = None
    at = 12
    while at + 8 <= len(content):
        name, size = struct.unpack_from(">4sI", content, at)
        body = content[at + 8 : at + 8 + size]
        if name == b"COMM" and len(body) >= 18:  # noqa: PLR2004 - the chunk's fixed part
            channels, _, bits = struct.unpack_from(">hIh", body)
            width = (bits + 7) // 8
            rate_hz = _from_extended(body[8:18])
            coding = body[18:22] or coding
        elif name == b"SSND":
            (offset,) = struct.unpack_from(">I", body)
            data = body[8 + offset :]
        at += 8 + size + (size & 1)
    if data is None or channels < 1 or rate_hz < 1 or not 1 <= width <= 4:  # noqa: PLR2004
        raise ValueError("The voice wrote a damaged AIFF file.")
    if coding in _AIFF_FLOAT:
        floats = struct.unpack(f">{len(data) // 4}f", data[: len(data) // 4 * 4])
        return channels, rate_hz, array("h", (round(max(-1.0, min(1.0, x)) * 32767) for x in floats))
    if coding not in (b"NONE", b"twos", _AIFF_LITTLE):
        raise ValueError("The voice wrote an AIFF file in a coding that is not understood.")
    return channels, rate_hz, _to_int16(data, width, little=coding == _AIFF_LITTLE)


def _to_int16(data: bytes, width: int, *, little: bool) -> array[int]:
    """Keep the two most significant bytes of each sample, in native order."""
    if width == 1:
        return array("h", (value << 8 for value in array("b", data)))
    data = data[: len(data) // width * width]
    high = data[width - 1 :: width] if little else data[::width]
    low = data[width - 2 :: width] if little else data[1::width]
    pairs = bytearray(2 * len(high))
    native_little = sys.byteorder == "little"
    pairs[native_little::2] = high
    pairs[not native_little :: 2] = low
    return array("h", bytes(pairs))


def _from_extended(number: bytes) -> int:
    """Return an 80-bit IEEE 754 extended number, rounded; AIFF states its rate in it."""
    exponent, mantissa = struct.unpack(">HQ", number)
    return round(math.ldexp(mantissa, (exponent & 0x7FFF) - 16383 - 63))
