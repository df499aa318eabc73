"""A timeline as bytes: small enough to keep one for every recording that was ever timed.

The five columns of cues, each as differences to the value before, then deflated: about five
bytes a word. Little-endian. Nothing here touches a file.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from itertools import accumulate, pairwise
from typing import Final

from briefing.model import Cue, Span
from briefing.timeline import Timeline

_HEAD: Final = struct.Struct("<4sIQI")
_MAGIC: Final = b"BTL1"
_BYTES_A_CUE: Final = 4 * 8 + 4


def pack(timeline: Timeline) -> bytes:
    """Return the timeline as bytes that `unpack` turns back into an equal one."""
    cues = tuple(timeline)
    columns: tuple[array[int] | array[float], ...] = (
        _differences([cue.span.start for cue in cues]),
        _differences([cue.span.stop for cue in cues]),
        _differences([cue.start_frame for cue in cues]),
        _differences([cue.stop_frame for cue in cues]),
        array("f", (cue.confidence for cue in cues)),
    )
    for column in columns:
        _swap_if_big_endian(column)
    body = b"".join(column.tobytes() for column in columns)
    return _HEAD.pack(_MAGIC, timeline.rate_hz, timeline.length_frames, len(cues)) + zlib.compress(body)


def unpack(packed: bytes) -> Timeline:
    """Return the timeline that `pack` was given.

    Raises:
        ValueError: if the bytes are damaged.
    """
    try:
        magic, rate_hz, length_frames, count = _HEAD.unpack_from(packed)
        size = count * _BYTES_A_CUE
        body = zlib.decompressobj().decompress(packed[_HEAD.size :], size + 1)
    except (struct.error, zlib.error) as error:
        raise ValueError("not a packed timeline") from error
    if magic != _MAGIC or len(body) != size:
        raise ValueError("not a packed timeline")
    longs, confidence = array("q"), array("f")
    longs.frombytes(body[: 4 * count * longs.itemsize])
    confidence.frombytes(body[4 * count * longs.itemsize :])
    _swap_if_big_endian(longs)
    _swap_if_big_endian(confidence)
    columns = (accumulate(longs[i * count : (i + 1) * count]) for i in range(4))
    rows = zip(*columns, confidence, strict=True)
    return Timeline(rate_hz, length_frames, (Cue(Span(a, b), c, d, e) for a, b, c, d, e in rows))


def _differences(values: list[int]) -> array[int]:
    return array("q", (b - a for a, b in pairwise([0, *values])))


def _swap_if_big_endian(column: array[int] | array[float]) -> None:
    if sys.byteorder == "big":
        column.byteswap()
