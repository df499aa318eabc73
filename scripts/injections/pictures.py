"""Pictures that are programs, bombs, or no pictures at all."""

from __future__ import annotations

import os
import stat
import struct
import time
import zlib
from typing import TYPE_CHECKING, Final

from injections.catalogue import fault
from injections.rig import Rig, wait_until
from injections.system import memory_mib

if TYPE_CHECKING:
    from pathlib import Path

_MOST_MIB: Final = 300.0
_POSTSCRIPT: Final = (
    b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 20 20\n0 0 20 20 rectfill\nshowpage\n%%EOF\n"
)
_TIFF: Final = b"II*\0\x08\0\0\0\xff\xff" + b"\x01" * 200
_NOT_SHOWN: Final = "picture is not shown"


def _text(rig: Rig) -> Path:
    path = rig.folder / "news.md"
    path.write_text("# The bridge\n\n![A bridge at dawn.](p.png)\n\nIt opened again on Monday.\n")
    return path


def png_of_nothing(width: int, height: int) -> bytes:
    """Return a PNG of one colour, which is small however large it claims to be."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    packer = zlib.compressobj(9)
    row = bytes(1 + 4 * width)
    pixels = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@fault("picture-program", "a picture that Pillow would hand to Ghostscript, and a broken TIFF, called p.png")
def program(rig: Rig) -> str:
    """Open texts with such pictures, with a Ghostscript of our own in the path."""
    ran = rig.folder / "ran"
    programs = rig.folder / "bin"
    programs.mkdir()
    for name in ("gs", "gswin32c", "gswin64c"):
        (programs / name).write_text(f"#!/bin/sh\ntouch '{ran}'\n")
        (programs / name).chmod(stat.S_IRWXU)
    environment = {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    text = _text(rig)
    for content in (_POSTSCRIPT, _TIFF):
        (rig.folder / "p.png").write_bytes(content)
        with rig.player(text, environment=environment) as player:
            player.wait_for(_NOT_SHOWN)
            player.leave()
    assert not ran.exists(), "Ghostscript was started"
    return "both said with their words, no program started"


@fault("picture-bomb", "pictures of 40 and 90 megapixels in a few kilobytes")
def bomb(rig: Rig) -> str:
    """Open texts with large pictures, and look at what the player takes."""
    text = _text(rig)
    most_mib = 0.0
    for width, height, words in ((7000, 5700, "Picture: A bridge at dawn."), (10_000, 9000, _NOT_SHOWN)):
        (rig.folder / "p.png").write_bytes(png_of_nothing(width, height))
        with rig.player(text) as player:
            player.wait_for(words)
            wait_until(lambda: len(rig.processes()) <= 3, "the picture's process does not end")
            time.sleep(0.2)
            most_mib = max(most_mib, memory_mib(player.process.pid, peak=True))
            player.leave()
    assert most_mib < _MOST_MIB, f"the player took {most_mib:.0f} MiB"
    return f"the player took {most_mib:.0f} MiB at most"
