"""Bodies that were packed for the way (RFC 9110 8.4): unpacked in pieces, none of them large.

A body of 300 kB can unpack to 300 MB: whoever takes the pieces counts them and stops.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ACCEPTED: Final = "gzip, deflate"
PIECE_BYTES: Final = 65_536
_GZIP: Final = 16 + zlib.MAX_WBITS
_RAW: Final = -zlib.MAX_WBITS
_MOST_CODINGS: Final = 2


class UnpackError(Exception):
    """A coding that is not known, or a body that is not in it, or not whole."""


def unpacked(pieces: Iterable[bytes], codings: str) -> Iterator[bytes]:
    """Give a body as it was before it was packed, at most `PIECE_BYTES` at a time.

    Args:
        pieces: The body as it comes.
        codings: The header `Content-Encoding`.

    Raises:
        UnpackError: if it cannot be done, or the body ends too early.
    """
    names = [name for part in codings.lower().split(",") if (name := part.strip()) not in ("", "identity")]
    if len(names) > _MOST_CODINGS:
        raise UnpackError
    for name in reversed(names):
        if name in ("gzip", "x-gzip"):
            pieces = _inflated(pieces, _GZIP)
        elif name == "deflate":
            pieces = _inflated(pieces, zlib.MAX_WBITS)
        else:
            raise UnpackError
    for piece in pieces:
        for start in range(0, len(piece), PIECE_BYTES):
            yield piece[start : start + PIECE_BYTES]


def _inflated(pieces: Iterable[bytes], form: int) -> Iterator[bytes]:
    unpacker = None
    for piece in pieces:
        left, out = piece, b""
        while left or len(out) == PIECE_BYTES:  # a full piece may have more behind it
            if unpacker is None or (unpacker.eof and left):  # the first part, or another one after it
                unpacker = zlib.decompressobj(_form(left, form))
            try:
                out = unpacker.decompress(left, PIECE_BYTES)
            except zlib.error as error:
                raise UnpackError from error
            if out:
                yield out
            left = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    if unpacker is not None and not unpacker.eof:
        raise UnpackError


def _form(start: bytes, form: int) -> int:
    """Return how a body is deflated; some servers leave out the two bytes around it (RFC 1950)."""
    has_frame = len(start) < 2 or (start[0] & 0x0F == 8 and int.from_bytes(start[:2], "big") % 31 == 0)  # noqa: PLR2004
    return _RAW if form == zlib.MAX_WBITS and not has_frame else form
