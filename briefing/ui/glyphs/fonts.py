"""The bitmap fonts: a character's dots, read from an archive a page of 256 at a time.

The format of the archives is told in `scripts/make_glyphs`.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from typing import Final


@cache
def _archive(name: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(resources.files(__package__).joinpath(name).read_bytes()))


@dataclass(frozen=True, slots=True)
class Font:
    """A bitmap font in an archive beside this: glyphs of `width` by `height` dots, at most 16 wide."""

    name: str
    width: int
    height: int
    archive: str = "fixed.zip"

    @property
    def is_wide(self) -> bool:
        """Whether its characters are as wide as two of the others."""
        return self.width > 8  # noqa: PLR2004 - dots of the widest narrow letter

    def rows(self, char: str) -> tuple[int, ...] | None:
        """Return a character's rows, top to bottom, the rightmost dot lowest; None if it has none."""
        code = ord(char)
        return _page(self, code >> 8).get(code)


@lru_cache(maxsize=512)
def _page(font: Font, page: int) -> dict[int, tuple[int, ...]]:
    try:
        packed = _archive(font.archive).read(f"{font.name}/{page:02x}")
    except KeyError:
        return {}
    row_bytes = 1 if font.width <= 8 else 2  # noqa: PLR2004 - bits of a byte
    size = row_bytes * font.height
    there = int.from_bytes(packed[:32], "little")
    glyphs: dict[int, tuple[int, ...]] = {}
    at = 32
    for low in range(256):
        if there >> low & 1:
            glyph = packed[at : at + size]
            glyphs[page << 8 | low] = tuple(
                int.from_bytes(glyph[i : i + row_bytes], "big") for i in range(0, size, row_bytes)
            )
            at += size
    return glyphs


SMALL: Final = Font("6x9", 6, 9)
USUAL: Final = Font("6x10", 6, 10)
TALL: Final = Font("6x13", 6, 13)
WIDE: Final = Font("12x13ja", 12, 13)
JOINED: Final = Font("8x16", 8, 16, "unifont.zip")
"""With the forms in which Arabic letters join."""
JOINED_WIDE: Final = Font("16x16", 16, 16, "unifont.zip")
