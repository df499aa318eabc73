"""The report as a picture (Pillow): the whole as a strip, then the rows of `report`, one below the other."""

from __future__ import annotations

import io
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from PIL import Image, ImageDraw, ImageFont

from briefing.export.report import WIDTH, Lanes, clock, facts, legend, number_of
from briefing.export.report_sound import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.export.report import ConfidenceStyle, Report, ReportRow, Word

_HEAD: Final = 180
_WHOLE: Final = 92
_ROW: Final = 192
_MARGIN: Final = 20
_MIDDLE: Final = 40
_WAVE: Final = 36
_FOOT: Final = 98
_BAR: Final = 18
_TEXT: Final = 104
_LANES: Final = 3
_LANE: Final = 15
_LOST_TEXT: Final = _TEXT + _LANES * _LANE
_INK: Final = "#1b1b1b"
_GROUND: Final = "#f6f6f6"
_GREY: Final = "#767676"
_FAINT: Final = "#555555"
_PALE: Final = "#c4c4c4"
_OTHER: Final = "#f3d9ff"
_LOST: Final = "#b3123a"
_TINTS: Final = {"#1a5fb4": "#a5c1e2", "#9a5b00": "#dcc29b", "#b3123a": "#e4a5b4"}
_HATCH: Final = 6
_FONTS: Final = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "Arial Unicode.ttf", "arial.ttf")
"""Fonts of the system that have more than Latin letters; Pillow's own has no others."""


def draw(report: Report) -> bytes:
    """Return the picture's bytes."""
    whole = _WHOLE if len(report.rows) > 1 else 0
    size = (WIDTH + 2 * _MARGIN, _HEAD + whole + _ROW * len(report.rows) + _MARGIN)
    # A palette keeps three hours of rows within some hundred megabytes.
    image = Image.new("P", size, 0)
    image.putpalette([255, 255, 255])
    pen = ImageDraw.Draw(image)
    small, large = _font(13), _font(22)
    _draw_head(pen, report, small, large)
    if whole:
        _draw_whole(pen, report.whole, _HEAD)
    for i, row in enumerate(report.rows):
        _draw_row(pen, row, _HEAD + whole + i * _ROW, small)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=False)
    return file.getvalue()


def _font(size: int) -> Any:
    for name in _FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def _draw_head(pen: Any, report: Report, small: Any, large: Any) -> None:
    pen.text((_MARGIN, 14), f"Timings: {report.title}", fill=_INK, font=large)
    y = 48
    pen.text((_MARGIN, y), facts(report), fill=_INK, font=small)
    for look, count in legend(report):
        y += 18
        _line(pen, _MARGIN, _MARGIN + 60, y + 8, look)
        marked = f" (marked {look.sign})" if look.sign else ""
        pen.text((_MARGIN + 70, y), f"{look.meaning}{marked}: {number_of(count)}", fill=_INK, font=small)
    y += 18
    _hatch(pen, _MARGIN, _MARGIN + 60, y + 3, y + 15)
    pen.text((_MARGIN + 70, y), "pause", fill=_INK, font=small)
    if report.other_s:
        pen.rectangle((_MARGIN + 200, y + 3, _MARGIN + 260, y + 15), fill=_OTHER)
        pen.text((_MARGIN + 270, y), "sound that the text lacks", fill=_INK, font=small)
    if report.unspoken:
        _strike(pen, _MARGIN + 500, y, "words", small)
        pen.text((_MARGIN + 570, y), "not spoken", fill=_INK, font=small)


def _draw_whole(pen: Any, row: ReportRow, top: int) -> None:
    """Draw the recording as a strip: its waveform, how sure its words are, and where words are missing."""
    pen.rectangle((_MARGIN, top, _MARGIN + WIDTH, top + _WHOLE - 12), fill=_GROUND)
    _gaps(pen, row, top, top + 56)
    _wave(pen, row.peaks, top + 28, 26)
    # What is less sure is drawn last, so that it is not hidden by what is sure.
    for word in sorted(row.words, key=lambda word: -word.confidence):
        left, right = _MARGIN + word.left, _MARGIN + max(word.right, word.left + 1)
        pen.rectangle((left, top + 62, right, top + 74), fill=word.look.colour)
    for lost in row.unspoken:
        pen.line((_MARGIN + lost.at, top, _MARGIN + lost.at, top + 78), fill=_LOST)


def _draw_row(pen: Any, row: ReportRow, top: int, font: Any) -> None:
    pen.rectangle((_MARGIN, top, _MARGIN + WIDTH, top + _ROW - 8), fill=_GROUND)
    _gaps(pen, row, top + _MIDDLE - _WAVE, top + _MIDDLE + _WAVE)
    _wave(pen, row.peaks, top + _MIDDLE, _WAVE)
    lanes = Lanes(_LANES)
    for word in row.words:
        lane = lanes.take(word.left, pen.textlength(word.look.sign + word.text, font=font) + 6)
        _draw_word(pen, word, top, _TEXT + lane * _LANE, font)
    free = 0.0
    for lost in row.unspoken:
        long = pen.textlength(lost.quoted, font=font)
        left = max(free, min(lost.at, WIDTH - long))
        pen.line((_MARGIN + lost.at, top + _FOOT, _MARGIN + lost.at, top + _LOST_TEXT + 12), fill=_LOST)
        _strike(pen, _MARGIN + left + 3, top + _LOST_TEXT, lost.quoted, font)
        free = left + long + 6
    for second in range(0, ceil(row.length_s), max(1, int(row.length_s // 10))):
        x = _MARGIN + second * WIDTH / row.length_s + 2
        pen.text((x, top + _ROW - 26), clock(row.start_s + second)[:-2], fill=_FAINT, font=font)


def _draw_word(pen: Any, word: Word, top: int, lane: int, font: Any) -> None:
    look = word.look
    left, right = _MARGIN + word.left, _MARGIN + max(word.right, word.left + 2)
    foot = top + _FOOT
    pen.rectangle((left, foot - max(1.0, word.confidence * _BAR), right, foot), fill=_TINTS[look.colour])
    pen.line((left, top + _MIDDLE - _WAVE, left, top + lane + 12), fill=look.colour)
    _line(pen, left, right - 1, foot, look)
    pen.text((left + 3, top + lane), look.sign + word.text, fill=_INK, font=font)


def _gaps(pen: Any, row: ReportRow, top: int, bottom: int) -> None:
    for gap in row.gaps:
        left, right = _MARGIN + gap.left, _MARGIN + gap.right
        if gap.is_loud:
            pen.rectangle((left, top, right, bottom), fill=_OTHER)
        else:
            _hatch(pen, left, right, top, bottom)


def _hatch(pen: Any, left: float, right: float, top: int, bottom: int) -> None:
    for at in range(int(left), int(right) - 2, _HATCH):
        pen.line((at, bottom, min(at + _HATCH, right), top), fill=_PALE)


def _wave(pen: Any, peaks: Sequence[float], middle: int, most: int) -> None:
    wide = WIDTH // COLUMNS
    above = [(_MARGIN + i * wide, middle - round(peak * most)) for i, peak in enumerate(peaks)]
    pen.polygon([*above, *((x, 2 * middle - y) for x, y in reversed(above))], fill=_GREY, outline=_GREY)


def _strike(pen: Any, x: float, y: float, text: str, font: Any) -> None:
    pen.text((x, y), text, fill=_LOST, font=font)
    pen.line((x, y + 9, x + pen.textlength(text, font=font), y + 9), fill=_LOST)


def _line(pen: Any, left: float, right: float, y: float, look: ConfidenceStyle) -> None:
    """Draw the line at a word's foot: solid, dashed or dotted."""
    if look.dashes is None:
        pen.line((left, y, right, y), fill=look.colour, width=4)
        return
    dash, gap = look.dashes
    x: float = left
    while x < right:
        pen.line((x, y, min(x + dash, right), y), fill=look.colour, width=4)
        x += dash + gap
