"""A timeline as bytes: small enough to keep one for every recording that was ever timed.

The five columns of cues, each as differences to the value before, then deflated: about five
bytes a word. Little-endian. Nothing here touches a file.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any, Final

from briefing.cue_columns import Columns
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEAD: Final = struct.Struct("<4sIQI")
_MAGIC: Final = b"BTL1"


def pack(timeline: Timeline) -> bytes:
    """Return the timeline as bytes that `unpack` turns back into an equal one."""
    text_start, text_stop, start, stop, confidence = timeline.columns()
    compressor = zlib.compressobj()
    packed = bytearray(_HEAD.pack(_MAGIC, timeline.rate_hz, timeline.length_frames, len(timeline)))
    counts = (array("q", _differences(count)) for count in (text_start, text_stop, start, stop))
    columns: Iterator[array[Any]] = chain(counts, (array("f", each) for each in (confidence,)))
    for column in columns:  # each is made when its turn comes: a library's take 24 MB
        _swap_if_big_endian(column)
        packed += compressor.compress(memoryview(column).cast("B"))
    return bytes(packed + compressor.flush())


def unpack(packed: bytes) -> Timeline:
    """Return the timeline that `pack` was given.

    Raises:
        ValueError: if the bytes are damaged.
    """
    try:
        magic, rate_hz, length_frames, count = _HEAD.unpack_from(packed)
        decompressor = zlib.decompressobj()
        rest = packed[_HEAD.size :]
        columns = []
        for code in ("q", "q", "q", "q", "f"):
            column: array[Any] = array(code)
            # A limit of 0 would be none.
            column.frombytes(decompressor.decompress(rest, count * column.itemsize) if count else b"")
            rest = decompressor.unconsumed_tail
            columns.append(column)
        is_whole = not decompressor.decompress(rest, 1) and all(len(column) == count for column in columns)
    except (struct.error, zlib.error, ValueError) as error:
        raise ValueError("not a packed timeline") from error
    if magic != _MAGIC or not is_whole:
        raise ValueError("not a packed timeline")
    for column in columns:
        _swap_if_big_endian(column)
    text_start, text_stop, start, stop = map(accumulate, columns[:4])
    return Timeline.from_columns(
        rate_hz, length_frames, Columns(text_start, text_stop, start, stop, columns[4])
    )


def _differences(values: Iterable[int]) -> Iterator[int]:
    return (b - a for a, b in pairwise(chain((0,), values)))


def _swap_if_big_endian(column: array[Any]) -> None:
    if sys.byteorder == "big":
        column.byteswap()
