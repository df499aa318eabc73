"""The report as a picture (Pillow): the rows of `report`, one below the other."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from PIL import Image, ImageDraw, ImageFont

from briefing.export.report import WIDTH, clock, legend

if TYPE_CHECKING:
    from briefing.export.report import Look, Report, Row

_HEAD: Final = 140
_ROW: Final = 150
_MARGIN: Final = 20
_MIDDLE: Final = 46
_WAVE: Final = 40
_TEXT: Final = 96
_LANES: Final = 3
_LANE: Final = 15
_INK: Final = "#1b1b1b"
_GREY: Final = "#767676"
_PALE: Final = "#c4c4c4"
_HATCH: Final = 6


def draw(report: Report) -> bytes:
    """Return the picture's bytes."""
    size = (WIDTH + 2 * _MARGIN, _HEAD + _ROW * len(report.rows) + _MARGIN)
    # A palette keeps three hours of rows within some eighty megabytes.
    image = Image.new("P", size, 0)
    image.putpalette([255, 255, 255])
    pen = ImageDraw.Draw(image)
    small, large = ImageFont.load_default(13), ImageFont.load_default(22)
    pen.text((_MARGIN, 14), f"Timings: {report.title}", fill=_INK, font=large)
    y = 48
    facts = f"{clock(report.duration_s)} long, {report.unspoken} words not spoken, hatched: pauses"
    pen.text((_MARGIN, y), facts, fill=_INK, font=small)
    for look, count in legend(report):
        y += 18
        _line(pen, _MARGIN, _MARGIN + 60, y + 8, look)
        marked = f" (marked {look.sign})" if look.sign else ""
        pen.text((_MARGIN + 70, y), f"{look.meaning}{marked}: {count} words", fill=_INK, font=small)
    for i, row in enumerate(report.rows):
        _draw_row(pen, row, _HEAD + i * _ROW, small)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=False)
    return file.getvalue()


def _draw_row(pen: Any, row: Row, top: int, font: Any) -> None:
    middle = top + _MIDDLE
    for left, right in row.pauses:
        for at in range(int(left), int(right), _HATCH):
            pen.line((_MARGIN + at, middle + 20, _MARGIN + at + _HATCH, middle - 20), fill=_PALE)
    for column, peak in enumerate(row.peaks):
        x = _MARGIN + float(column)
        pen.line((x, middle - peak * _WAVE, x, middle + peak * _WAVE), fill=_GREY)
    free = [0.0] * _LANES
    for word in row.words:
        lane = min(range(_LANES), key=lambda i: (free[i] > word.left, free[i]))
        text = word.look.sign + word.text
        free[lane] = word.left + pen.textlength(text, font=font) + 6
        x, y = _MARGIN + word.left, top + _TEXT + lane * _LANE
        pen.line((x, middle - _WAVE, x, y + 6), fill=word.look.colour)
        _line(pen, x, max(_MARGIN + word.right - 2, x + 2), middle + _WAVE + 4, word.look)
        pen.text((x + 2, y - 6), text, fill=_INK, font=font)
    pen.text((_MARGIN, top - 8), clock(row.start_s), fill=_GREY, font=font)


def _line(pen: Any, left: float, right: float, y: float, look: Look) -> None:
    """Draw the line under a word: solid, dashed or dotted."""
    if look.dashes is None:
        pen.line((left, y, right, y), fill=look.colour, width=4)
        return
    dash, gap = look.dashes
    x: float = left
    while x < right:
        pen.line((x, y, min(x + dash, right), y), fill=look.colour, width=4)
        x += dash + gap
