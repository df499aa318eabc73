"""The headers of MPEG audio frames: how long a frame is, and of what kind (MP3 and ADTS)."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Final

Kind = tuple[str, int, int, bool]
"""The container that holds such frames; their rate, layer or channels; whether they are mono."""

HEADER_BYTES: Final = 16
"""What has to be there to look at a header, and more."""
_ADTS_HEADER_BYTES: Final = 7
_ADTS_RATES: Final = 13
_SYNC: Final = 0xFF
_RATES_HZ: Final = (44100, 48000, 32000)
_BITRATES_KBPS: Final = {
    (1, 1): (32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (1, 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (1, 3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (2, 1): (32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (2, 2): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (2, 3): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""ISO 11172-3 and 13818-3, by version (2 stands for 2.5 too) and layer."""
_PADDED: Final = 2
"""In a header's third byte: whether the frame is a slot longer."""
_UNCHECKED: Final = 1
"""In its second byte: whether no sum of it follows."""


def measured(data: bytes, offset: int) -> tuple[int, Kind] | None:
    """Return the length of the frame that stands there in bytes, and its kind; None if there is none."""
    if len(data) < offset + 7 or data[offset] != _SYNC:
        return None
    known = _frame(data[offset + 1], data[offset + 2], data[offset + 3] >> 6)
    if known is None or known[0]:
        return known
    length = (data[offset + 3] & 3) << 11 | data[offset + 4] << 3 | data[offset + 5] >> 5
    channels = (data[offset + 2] & 1) << 2 | data[offset + 3] >> 6
    return (length, (*known[1][:2], channels, False)) if length > 7 else None  # noqa: PLR2004


@cache
def _frame(second: int, third: int, mode: int) -> tuple[int, Kind] | None:
    """Return a frame's length, 0 where it stands in the frame (ADTS), and kind by its header."""
    layer = 4 - (second >> 1 & 3)
    version = (3, 0, 2, 1)[second >> 3 & 3]
    if second >> 5 != 7 or not version:  # noqa: PLR2004
        return None
    if layer == 4:  # noqa: PLR2004  # ADTS; its rate is one of 13
        return (0, ("aac", third >> 2 & 15, 0, False)) if second >> 4 == 15 and third >> 2 & 15 < 13 else None  # noqa: PLR2004
    bitrate, rate = third >> 4, third >> 2 & 3
    if bitrate in (0, 15) or rate == 3:  # noqa: PLR2004
        return None
    rate_hz = _RATES_HZ[rate] >> version - 1
    slot = 4 if layer == 1 else 1
    length = (int(_mean_bytes(version, layer, third) / slot) + (third >> 1 & 1)) * slot
    return length, ("mp3", rate_hz, version << 2 | layer, mode == 3)  # noqa: PLR2004  # 3: one channel


def _mean_bytes(version: int, layer: int, third: int) -> Fraction:
    """Return how long frames are of one bit rate on the average: padding makes up for what is left over."""
    bits = _BITRATES_KBPS[min(version, 2), layer][(third >> 4) - 1] * 1000
    samples = 384 if layer == 1 else 576 if version > 1 and layer == 3 else 1152  # noqa: PLR2004
    return Fraction(samples // 8 * bits, _RATES_HZ[third >> 2 & 3] >> version - 1)


def silence(data: bytes, size_bytes: int) -> bytes:
    """Return silent frames for so many bytes where frames were damaged; none where it was something else.

    Args:
        data: The frames behind them, two at least. Where those are of one bit rate, it is told by the length.
        size_bytes: How many bytes are damaged, from the end of a frame to the beginning of another.
    """
    frame = measured(data, 0)
    if frame is None or frame[1][0] != "mp3":
        return b""
    following = data[frame[0] : frame[0] + HEADER_BYTES]
    if measured(following, 0) is None or (following[2] ^ data[2]) & ~_PADDED:
        return b""
    mean = _mean_bytes(frame[1][2] >> 2, frame[1][2] & 3, data[2])
    count = round(size_bytes / mean)
    if abs(count * mean - size_bytes) > 1:
        return b""
    header = bytes((_SYNC, data[1] | _UNCHECKED, data[2] & ~_PADDED, data[3]))
    return header.ljust(int(mean), b"\0") * count


def run(data: bytes, offset: int, stop: int, kind: Kind) -> int:
    """Pass over frames with the same header as the one at `offset`: nearly all there are, and quickly."""
    stop = min(stop, len(data) - HEADER_BYTES)
    if offset >= stop:
        return offset
    second = data[offset + 1]
    if kind[0] == "aac":
        third, channels = data[offset + 2], data[offset + 3] >> 6
        while offset < stop:
            fourth = data[offset + 3]
            if data[offset] != _SYNC or data[offset + 1] != second or data[offset + 2] != third:
                break
            length = (fourth & 3) << 11 | data[offset + 4] << 3 | data[offset + 5] >> 5
            if fourth >> 6 != channels or length <= 7:  # noqa: PLR2004
                break
            offset += length
        return offset
    lengths = _lengths(second, kind)
    is_mono = kind[3]
    while offset < stop and data[offset] == _SYNC and data[offset + 1] == second:
        length = lengths[data[offset + 2]]
        if not length or (data[offset + 3] >= 0xC0) != is_mono:  # noqa: PLR2004
            break
        offset += length
    return offset


@cache
def _lengths(second: int, kind: Kind) -> list[int]:
    """Return a frame's length by its third byte, 0 where it is of another kind."""
    frames = [_frame(second, third, 3 if kind[3] else 0) for third in range(256)]
    return [frame[0] if frame is not None and frame[1] == kind else 0 for frame in frames]
