"""How dots become cells: a division of the cell, its characters, and which of them a terminal draws."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from briefing.kinds import Glyphs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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


def cells_of(rows: Sequence[int], width: int, drawing: Drawing) -> tuple[str, ...]:
    """Return the lines of cells that show dots; what they leave over of the cells is parted above and below.

    Args:
        rows: top to bottom, the rightmost dot lowest.
        width: dots in a row, whole cells of them.
        drawing: the division of the cells.
    """
    across, down = drawing.dots
    signs = _CELLS[drawing]
    spare = -len(rows) % down
    above = spare // 2
    grid = [*[0] * above, *rows, *[0] * (spare - above)]
    lines = []
    for top in range(0, len(grid), down):
        line = []
        for left in range(0, width, across):
            value = 0
            for y in range(down):
                for x in range(across):
                    if grid[top + y] >> (width - 1 - left - x) & 1:
                        value |= 1 << (y * across + x)
            line.append(signs[value])
        lines.append("".join(line))
    return tuple(lines)


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


def drawing_of(wanted: Glyphs, environ: Mapping[str, str]) -> Drawing:
    """Return the drawing that the user wants, or the best where that is left to us."""
    return best_drawing(environ) if wanted is Glyphs.AUTO else Drawing(wanted.value)
