"""The process that makes sixels of a picture's pixels: its colours are chosen and dithered by Pillow.

It is handed the picture (`ASKED`, then rows of red, green and blue) on its standard input, and answers with
what lies between the introduction and the end of a sixel sequence (DEC STD 070, section 9).
"""

from __future__ import annotations

import re
import sys
from struct import Struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

ASKED: Final = Struct("<HHHHH")
"""Width and height of the picture, those that it is to be drawn in, all in pixels, and how many colours."""
_BAND: Final = 6
"""Rows that one letter draws, a bit each."""
_FIRST: Final = 63
"""The letter that draws none: `?`."""
_LETTERS: Final = bytes((_FIRST + value) % 256 for value in range(256))
_RUN: Final = re.compile(rb"(.)\1{3,}", re.DOTALL)


def main() -> None:
    """Write the sixels of what stands on the input."""
    from PIL import Image

    data = sys.stdin.buffer.read()
    width, height, columns, rows, colours = ASKED.unpack_from(data)
    picture = Image.frombytes("RGB", (width, height), data[ASKED.size :]).resize((columns, rows))
    palette = picture.quantize(colours)
    sys.stdout.buffer.write(b"".join(sixels(picture.quantize(palette=palette))))


def sixels(picture: Image) -> Iterator[bytes]:
    """Give the sixels of a picture with a palette."""
    width, height = picture.size
    yield b'"1;1;%d;%d' % (width, height)
    percent = [round(value / 2.55) for value in picture.getpalette() or ()]
    pixels = picture.tobytes()
    for index in sorted(set(pixels)):
        yield b"#%d;2;%d;%d;%d" % (index, *percent[3 * index : 3 * index + 3])
    for top in range(0, height, _BAND):
        rows = [pixels[y * width : (y + 1) * width] for y in range(top, min(top + _BAND, height))]
        yield b"$".join(_drawn(rows, index) for index in sorted(set(b"".join(rows)))) + b"-"


def _drawn(rows: list[bytes], index: int) -> bytes:
    """Return what draws one colour of a band: a letter a column, a bit for each row that has it."""
    letters = 0
    for bit, row in enumerate(rows):
        here = bytes(1 << bit if value == index else 0 for value in range(256))
        letters |= int.from_bytes(row.translate(here), "big")
    line = letters.to_bytes(len(rows[0]), "big").translate(_LETTERS)
    return b"#%d" % index + _RUN.sub(lambda run: b"!%d%c" % (len(run[0]), run[1][0]), line)
