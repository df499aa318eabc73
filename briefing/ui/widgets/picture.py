"""The picture: half blocks, and its description in words.

Theory of operation: each cell shows two pixels, the upper as the colour of an upper half
block and the lower as the colour behind it. Where the two are much alike (less than 3:1)
the cell is filled with their mean and no sign is drawn, so no sign on the screen is ever
hard to see against what is behind it.

A picture comes from outside: it is taken only from a file of ours or beside a local source, from the
recording's tags, or as it was fetched with its page, and decoded by a process that may die
(`picture_process`). Whatever goes wrong with it, it is a picture that is not shown.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from struct import error as StructError  # noqa: N812  # its own name says nothing
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from briefing.announce import COVER
from briefing.errors import ShortageError
from briefing.processes import door
from briefing.processes.child import TooSlowError
from briefing.safe import safe_line
from briefing.ui.widgets.picture_process import KEPT_PIXELS, SIZE
from briefing.ui.widgets.raster import Raster
from briefing.ui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.model import Document
    from briefing.ui.widgets.raster import Rgb

FILE_LIMIT_BYTES: Final = 20_000_000
WORKER: Final = "briefing.ui.widgets.picture_process"
LIMITS: Final = door.Limits(memory_bytes=512 << 20, cpu_s=6, open_files=32)
LIMIT_S: Final = 10.0
_PLAIN_RATIO: Final = 3.0
_HALF: Final = "▀"


def picture_path(document: Document) -> Path | None:
    """Return the file of the document's first picture; None if there is none that may be opened."""
    for figure in document.figures:
        if not figure.src or urlsplit(figure.src).scheme in ("http", "https", "data", "file"):
            continue
        if urlsplit(document.source).scheme in ("http", "https"):
            return None
        path = Path(figure.src)
        if not path.is_absolute():
            path = Path(document.source).parent / path
        try:
            if path.is_file() and path.stat().st_size <= FILE_LIMIT_BYTES:
                return path
        except (OSError, ValueError):  # it went away, or its name is none
            continue
    return None


def alternative(document: Document) -> str:
    """Return the words that stand for the picture, empty where the caption says them all."""
    return next((safe_line(figure.alt) for figure in document.figures if figure.alt), "")


def open_picture(source: Path | bytes) -> Raster | None:
    """Return the picture that a file or these bytes are, made small. It takes its time.

    None if it is none, is damaged or is too large.
    """
    named, held = ([], source) if isinstance(source, bytes) else ([str(source.absolute())], b"")
    if len(held) > FILE_LIMIT_BYTES:
        return None
    worker = door.command(WORKER, *named, limits=LIMITS)
    most_bytes = SIZE.size + 3 * KEPT_PIXELS * KEPT_PIXELS
    try:
        answer = door.ask(worker, held, limit_s=LIMIT_S, most_bytes=most_bytes)
        width, height, *original = SIZE.unpack_from(answer)
    except (TooSlowError, door.DiedError, ShortageError, OSError, StructError):
        return None
    picture = Raster(width, height, answer[SIZE.size :], (original[0], original[1]))
    return picture if picture.is_whole else None


class Shown(NamedTuple):
    """What becomes of a picture: what draws it and what is said of it, if anything, and the picture."""

    draw: Callable[[int, int], Sequence[Sequence[Segment]]] | None
    said: str
    picture: Raster | None


def shown(document: Document, cover: bytes | None, *, fetched: bytes | None = None, is_wanted: bool) -> Shown:
    """Return the document's picture, or else the recording's cover, which no words describe. Takes its time.

    Args:
        document: Whose figures go before the cover.
        cover: A picture as its file would hold it.
        fetched: The document's picture, where it came over the network.
        is_wanted: Whether pictures are drawn; else there are only their words.
    """
    is_cover = cover is not None and not document.figures
    source = cover if is_cover else fetched or picture_path(document)
    picture = open_picture(source) if source is not None and is_wanted else None
    words = COVER if is_cover else alternative(document)
    said = not_shown(words) if source is not None and is_wanted and picture is None else ""
    has_any = picture is not None or (words and not is_cover)
    return Shown(drawer(picture, words) if has_any else None, said, picture)


def not_shown(words: str) -> str:
    """Return what is said of a picture that cannot be shown; `words` stand for it."""
    why = "it is damaged, too large, or no PNG, JPEG, GIF, WebP or AVIF"
    return f"The picture is not shown, for {why}{f': {words}' if words else '.'}"


def drawer(picture: Raster | None, words: str) -> Callable[[int, int], Sequence[Sequence[Segment]]]:
    """Return what draws a picture, and the words for it, into so many columns and rows."""

    @lru_cache(maxsize=2)
    def draw(columns: int, rows: int) -> Sequence[Sequence[Segment]]:
        lines: list[Sequence[Segment]] = []
        if picture is not None and rows >= 4:  # noqa: PLR2004 - less shows nothing
            lines.extend(half_blocks(picture, columns, rows))
        if words:
            lines.extend([Segment(line)] for line in _wrapped(f"Picture: {words}", columns))
        return lines

    return draw


def _wrapped(words: str, columns: int) -> list[str]:
    return [words[line.start : line.stop] for line in wrap(words, 0, len(words), columns)]


def half_blocks(picture: Raster, columns: int, rows: int) -> list[list[Segment]]:
    """Return a picture as lines of cells, as large as fits, its shape kept."""
    scale = min(columns / picture.width, rows * 2 / picture.height)
    width = max(1, round(picture.width * scale))
    height = max(1, round(picture.height * scale / 2))
    small = picture.scaled(width, height * 2)
    return [
        [_cell(small.pixel(x, 2 * y), small.pixel(x, 2 * y + 1)) for x in range(width)] for y in range(height)
    ]


@lru_cache(maxsize=4096)
def _cell(upper: Rgb, lower: Rgb) -> Segment:
    if contrast(upper, lower) >= _PLAIN_RATIO:
        return Segment(_HALF, Style(color=Color.from_rgb(*upper), bgcolor=Color.from_rgb(*lower)))
    return Segment(" ", Style(bgcolor=Color.from_rgb(*upper)))


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, 1 to 21, after WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: Rgb) -> float:
    """Return the relative luminance of an sRGB colour, 0 to 1, after WCAG 2.2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour)]  # noqa: PLR2004 - sRGB's own
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
