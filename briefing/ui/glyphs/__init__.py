"""Large print: characters drawn several cells wide and high with block elements.

A `Face` is a font drawn in one of three ways, each a division of the cell into dots:

| drawing | dots a cell | characters | drawn by |
|---|---|---|---|
| half | 1 x 2 | space, half blocks | every terminal |
| quadrant | 2 x 2 | the sixteen quadrants | every terminal |
| sextant | 2 x 3 | U+1FB00 to U+1FB3B (Unicode 13) | `best_drawing` knows which |

Rules:
1. A text is drawn in one face. One with wide characters (kanji, kana, Hangul) takes the
   13-dot fonts, where narrow and wide match; every other the smaller 6x9 and 6x10.
2. Only the pages of 256 characters that a text needs are read, each once.
3. A character that no font has is drawn as a box, never dropped; marks are drawn over
   their base.

The fonts and the format of `fixed.zip` are told in SOURCES.md and `scripts/make_glyphs`.
"""

from __future__ import annotations

import unicodedata
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING, Final

from briefing.sizes import Letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.sizes import TextSize

_DATA: Final = "fixed.zip"
_SAMPLE: Final = 20_000
"""How much of a text is looked at to choose its face, in characters."""


class Drawing(StrEnum):
    """How dots become cells."""

    HALF = "half"
    QUADRANT = "quadrant"
    SEXTANT = "sextant"

    @property
    def dots(self) -> tuple[int, int]:
        """Columns and rows of dots in a cell."""
        return {"half": (1, 2), "quadrant": (2, 2), "sextant": (2, 3)}[self.value]


_QUADRANTS: Final = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"


def _sextant(dots: int) -> str:
    """Return the sextant for six bits: top left is 1, top right 2, and so on downwards."""
    left, right = 0b010101, 0b101010
    elsewhere = {0: " ", left: "▌", right: "▐", left | right: "█"}  # these are older than sextants
    return elsewhere.get(dots) or chr(0x1FB00 + dots - 1 - (dots > left) - (dots > right))


_CELLS: Final = {
    Drawing.HALF: " ▀▄█",
    Drawing.QUADRANT: _QUADRANTS,
    Drawing.SEXTANT: "".join(map(_sextant, range(64))),
}


@cache
def _archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(resources.files(__name__).joinpath(_DATA).read_bytes()))


@dataclass(frozen=True, slots=True)
class Font:
    """A bitmap font: glyphs of `width` by `height` dots, at most 16 wide."""

    name: str
    width: int
    height: int

    def rows(self, char: str) -> tuple[int, ...] | None:
        """Return a character's rows, top to bottom, the rightmost dot lowest; None if it has none."""
        code = ord(char)
        return _page(self, code >> 8).get(code)


@lru_cache(maxsize=512)
def _page(font: Font, page: int) -> dict[int, tuple[int, ...]]:
    try:
        packed = _archive().read(f"{font.name}/{page:02x}")
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


_SMALL: Final = Font("6x9", 6, 9)
_USUAL: Final = Font("6x10", 6, 10)
_TALL: Final = Font("6x13", 6, 13)
_WIDE: Final = Font("12x13ja", 12, 13)


@dataclass(frozen=True, slots=True)
class Face:
    """A font and its wide companion, drawn in one way, `scale` dots square for each of its dots."""

    drawing: Drawing
    font: Font
    wide: Font | None = None
    scale: int = 1

    @property
    def columns(self) -> int:
        """How many cells wide a narrow character is; a wide one is twice that."""
        return self.font.width * self.scale // self.drawing.dots[0]

    @property
    def rows(self) -> int:
        """How many cells high a line is."""
        return -(-self.font.height * self.scale // self.drawing.dots[1])

    def draw(self, cluster: str, width: int) -> tuple[str, ...]:
        """Return `rows` strings of `columns * width` cells that show one character.

        Args:
            cluster: a character, with the marks that go over it.
            width: 1, or 2 for a wide one.
        """
        return _draw(self, cluster, width)

    def has(self, char: str) -> bool:
        """Whether the fonts have this character."""
        return _find(self, char) is not None


def _find(face: Face, char: str) -> tuple[Font, tuple[int, ...]] | None:
    for font in (face.font, face.wide):
        if font is not None and (rows := font.rows(char)) is not None:
            return font, rows
    return None


def _substitute(width: int, height: int) -> tuple[int, ...]:
    """Return a hollow box, a dot clear of its neighbours."""
    full = (1 << (width - 1)) - 2 if width > 2 else 1  # noqa: PLR2004 - too narrow to be hollow
    hollow = full & ~(full >> 1) | 2
    inner = [hollow] * (height - 4)
    return (0, full, *inner, full, 0)


@lru_cache(maxsize=4096)
def _draw(face: Face, cluster: str, width: int) -> tuple[str, ...]:
    dots_wide = face.font.width * width
    composed = unicodedata.normalize("NFC", cluster)
    dots = [0] * face.font.height
    for i, char in enumerate(composed):
        found = _find(face, char)
        if found is None:
            if i:
                continue  # a mark or joiner without a picture: its base stands for it
            rows: tuple[int, ...] = (
                (0,) * face.font.height if char.isspace() else _substitute(dots_wide, face.font.height)
            )
            shift = 0
        else:
            font, rows = found
            shift = dots_wide - font.width
        for y, row in enumerate(rows):
            dots[y] |= row << shift if shift >= 0 else row >> -shift
    if face.scale > 1:
        dots = [_stretched(row, dots_wide, face.scale) for row in dots for _ in range(face.scale)]
    return _cells(face, dots, dots_wide * face.scale)


def _stretched(row: int, width: int, scale: int) -> int:
    """Return a row of `width` dots, each `scale` times."""
    wide = (1 << scale) - 1
    return sum(wide << x * scale for x in range(width) if row >> x & 1)


def _cells(face: Face, dots: list[int], dots_wide: int) -> tuple[str, ...]:
    across, down = face.drawing.dots
    signs = _CELLS[face.drawing]
    spare = face.rows * down - len(dots)
    above = spare // 2
    grid = [0] * above + dots + [0] * (spare - above)
    lines = []
    for top in range(0, len(grid), down):
        line = []
        for left in range(0, dots_wide, across):
            value = 0
            for y in range(down):
                for x in range(across):
                    if grid[top + y] >> (dots_wide - 1 - left - x) & 1:
                        value |= 1 << (y * across + x)
            line.append(signs[value])
        lines.append("".join(line))
    return tuple(lines)


def face_for(size: TextSize, drawing: Drawing, text: str) -> Face:
    """Return the face in which `text` is drawn in large print.

    Args:
        size: a size that is drawn.
        drawing: what the terminal draws best, or the user asks for; bold letters are always in half blocks.
        text: the whole text, of which the start decides.
    """
    chosen = Drawing.HALF if size.letters is Letters.BOLD else drawing
    if has_wide(text):
        return Face(chosen, _TALL, _WIDE)
    return Face(chosen, _SMALL if chosen is Drawing.QUADRANT else _USUAL)


def has_wide(text: str) -> bool:
    """Whether a text has letters of the wide font, as far as its start tells; emoji are none."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return False
    return any(c.isalpha() and unicodedata.east_asian_width(c) in "WF" for c in set(sample))


def covers(face: Face, text: str) -> bool:
    """Whether the face can show a text: fewer than one letter in ten would be a box."""
    letters = [c for c in text[:_SAMPLE] if c.isalnum()]
    kinds = {c: face.has(c) for c in set(letters)}
    missing = sum(not kinds[c] for c in letters)
    return missing * 10 <= len(letters)


_DRAW_SEXTANTS: Final = (
    "ALACRITTY_WINDOW_ID",
    "GHOSTTY_RESOURCES_DIR",
    "KITTY_WINDOW_ID",
    "KONSOLE_VERSION",
    "VTE_VERSION",
    "WEZTERM_PANE",
)
"""Variables of terminals that draw sextants themselves; in others (xterm) it hangs on the font."""


def best_drawing(environ: Mapping[str, str]) -> Drawing:
    """Return what fine letters are drawn with in this terminal: sextants where they are known to be drawn."""
    term = environ.get("TERM", "")
    knows = any(name in environ for name in _DRAW_SEXTANTS)
    if knows or term.startswith(("foot", "alacritty", "xterm-kitty")):
        return Drawing.SEXTANT
    return Drawing.QUADRANT
