"""Pictures by the terminal's own graphics: which it has, and how one is sent. Pure.

Three ways are known: kitty's graphics protocol (https://sw.kovidgoyal.net/kitty/graphics-protocol/), inline
images after iTerm2 (https://iterm2.com/documentation-images.html), and sixel (DEC STD 070; `sixel_process`).
Terminals of the first two name themselves in their environment. Sixel is told by an answer to DA1 with a 4 in
it, and xterm and others tell how many colours they have for it (XTSMGRAPHICS); where no answer comes, there
are half blocks. Within tmux and screen nothing is asked or sent: what is drawn there need not arrive.
"""

from __future__ import annotations

import re
import zlib
from base64 import b64encode
from enum import Enum
from struct import pack
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.ui.widgets.raster import Raster

ASK: Final = "\x1b[?1;1;0S\x1b[c"
"""Asks how many colours there are for sixel, and then what the terminal can."""
FORGET: Final = "\x1b_Ga=d,q=2\x1b\\"
"""Has kitty forget all pictures; the others lose one where letters are drawn over it."""
_USUAL_COLOURS: Final = 16
"""What a VT340 has, where nothing else is told."""
_MOST_COLOURS: Final = 256
_CHUNK: Final = 4096
"""Bytes that kitty takes in one sequence."""
_ABILITIES: Final = re.compile(rb"\x1b\[\?([\d;]*+)c")
_COLOURS: Final = re.compile(rb"\x1b\[\?1;0;(\d++)S")
_OTHER_ANSWER: Final = re.compile(rb"\x1b\[\?1;[1-3](;\d*+)*+S")
_SIXEL: Final = b"4"


class Protocol(Enum):
    """How a picture is sent."""

    KITTY = "kitty"
    ITERM2 = "iTerm2"
    SIXEL = "sixel"


class Graphics:
    """What the terminal can draw, as far as it is known by now.

    Args:
        environ: The terminal as it makes itself known.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
        is_within = "TMUX" in environ or "STY" in environ or term.startswith(("tmux", "screen"))
        self.colours = _USUAL_COLOURS
        """For sixel."""
        self.protocol: Protocol | None = None
        if is_within:
            pass
        elif "KITTY_WINDOW_ID" in environ or term in ("xterm-kitty", "xterm-ghostty"):
            self.protocol = Protocol.KITTY
        elif program in ("iTerm.app", "WezTerm") or environ.get("LC_TERMINAL") == "iTerm2":
            self.protocol = Protocol.ITERM2
        self.asks = self.protocol is None and not is_within and term not in ("", "dumb", "linux")
        """Whether it is worth to ask."""

    def take(self, answer: bytes) -> bool:
        """Learn from what the terminal sent; return whether it was an answer to `ASK`."""
        if found := _ABILITIES.fullmatch(answer):
            if self.asks and _SIXEL in found[1].split(b";")[1:]:
                self.protocol = Protocol.SIXEL
            return True
        if found := _COLOURS.fullmatch(answer):
            self.colours = max(2, min(_MOST_COLOURS, int(found[1])))
            return True
        return _OTHER_ANSWER.fullmatch(answer) is not None


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
