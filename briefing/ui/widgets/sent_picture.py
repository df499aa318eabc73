"""What has a terminal draw a picture by kitty's or iTerm2's graphics. Pure."""

from __future__ import annotations

import zlib
from base64 import b64encode
from struct import pack
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ui.widgets.raster import Raster

FORGET: Final = "\x1b_Ga=d,d=A,q=2\x1b\\"
"""Has kitty forget all pictures, and what they are made of; others lose one where letters are drawn."""
_CHUNK: Final = 4096
"""Bytes that kitty takes in one sequence."""


def sent_by_kitty(picture: Raster, columns: int, rows: int) -> str:
    """Return what has kitty draw a picture at its cursor, which stays, in so many cells."""
    chunks = list(_chunks(b64encode(png(picture)).decode()))
    head = f"a=T,f=100,q=2,C=1,c={columns},r={rows},"
    parts = (
        f"\x1b_G{head if at == 0 else ''}m={int(at < len(chunks) - 1)};{chunk}\x1b\\"
        for at, chunk in enumerate(chunks)
    )
    return FORGET + "".join(parts)


def _chunks(text: str) -> Iterator[str]:
    return (text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK))


def sent_by_iterm2(picture: Raster, columns: int, rows: int) -> str:
    """Return what has iTerm2 draw a picture at its cursor, in so many cells."""
    data = png(picture)
    return (
        f"\x1b]1337;File=inline=1;size={len(data)};width={columns};height={rows};preserveAspectRatio=1:"
        f"{b64encode(data).decode()}\x07"
    )


def png(picture: Raster) -> bytes:
    """Return a picture as a PNG file (RFC 2083), each row unfiltered."""
    width, height = picture.size
    rows = (picture.pixels[3 * width * y : 3 * width * (y + 1)] for y in range(height))
    parts = (
        (b"IHDR", pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows))),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
