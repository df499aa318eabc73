"""Frames of an ID3 tag that are packed (ID3v2.4, 4.1.2), unpacked within bounds.

mutagen unpacks whatever it is given, at once: 100 kB become 100 MB, and several copies of that.
"""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from mutagen.id3 import _frames

if TYPE_CHECKING:
    from collections.abc import Iterator

FRAME_BYTES: Final = 16 << 20
"""As much as a whole tag is given when it arrives over the network."""


class _Bounded:
    """What mutagen needs of `zlib`; a frame that is too long is a damaged one to it, and passed over."""

    error = zlib.error

    @staticmethod
    def decompress(data: bytes) -> bytes:
        unpacker = zlib.decompressobj()
        unpacked = unpacker.decompress(data, FRAME_BYTES)
        if not unpacker.eof:
            raise zlib.error("not whole, or too long")
        return unpacked


@contextmanager
def bounded() -> Iterator[None]:
    """While this lasts, mutagen unpacks no frame to more than `FRAME_BYTES`; it has no other way to ask."""
    frames: Any = _frames
    before, frames.zlib = frames.zlib, _Bounded
    try:
        yield
    finally:
        frames.zlib = before
