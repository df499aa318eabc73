"""Sixels of a picture for the cells that it is to fill, made by a process: it takes its time."""

from __future__ import annotations

import re
import sys
from struct import Struct
from typing import TYPE_CHECKING, Final

from briefing.errors import ShortageError
from briefing.processes import door
from briefing.processes.child import TooSlowError
from briefing.ui.widgets.sixel_process import ASKED

if TYPE_CHECKING:
    from briefing.ui.widgets.raster import Raster

WORKER: Final = "briefing.ui.widgets.sixel_process"
LIMITS: Final = door.Limits(memory_bytes=512 << 20, cpu_s=6, open_files=32)
_LIMIT_S: Final = 10.0
_MOST_BYTES: Final = 4_000_000
_MOST_PIXELS: Final = 1000
"""The longer side that xterm draws (`maxGraphicSize`)."""
_PLAUSIBLE: Final = re.compile(rb'["#!$\-0-9;?-~]++')
"""Nothing else is handed to the terminal: no control could end the sequence early."""
_WINDOW: Final = Struct("HHHH")


def cell_pixels() -> tuple[int, int] | None:
    """Return width and height of a cell in pixels, as the terminal tells the system; None if it does not."""
    if sys.platform == "win32":
        return None
    from fcntl import ioctl
    from termios import TIOCGWINSZ

    try:
        told = ioctl(sys.__stdin__.fileno() if sys.__stdin__ else 0, TIOCGWINSZ, b"\0" * _WINDOW.size)
    except (OSError, ValueError):
        return None
    rows, columns, width, height = _WINDOW.unpack(told)
    return (width // columns, height // rows) if columns and rows and width and height else None


def sixels_of(picture: Raster, columns: int, rows: int, colours: int) -> str | None:
    """Return what draws a picture in so many cells; None where that cannot be made."""
    cell = cell_pixels()
    if cell is None:
        return None
    width, height = columns * cell[0], rows * cell[1]
    scale = min(1.0, _MOST_PIXELS / max(width, height))
    size = max(1, int(width * scale)), max(1, int(height * scale))
    asked = ASKED.pack(*picture.size, *size, colours) + picture.pixels
    try:
        made = door.ask(door.command(WORKER, limits=LIMITS), asked, limit_s=_LIMIT_S, most_bytes=_MOST_BYTES)
    except (TooSlowError, door.DiedError, ShortageError, OSError):
        return None
    return f"\x1bPq{made.decode('ascii')}\x1b\\" if _PLAUSIBLE.fullmatch(made) else None
