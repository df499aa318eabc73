"""What sixteen colours cannot carry is drawn otherwise in them: bold, bright grounds, underlines.

1. Bold brightens a letter in xterm, Windows and on the Linux console, before a reversal in the former and
   after it on the latter: black letters become grey. It is kept where the colour is bright already.
2. Grounds are of the first eight: the Linux console has no others, and brightens the letters of a reversal in
   which a bright colour is the ground's.
3. An underline is drawn as a line or not at all: the Linux console draws it as a colour.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

_DULL: Final = 8
"""The colours before this one are dull, and those from it on the same in bright."""
_NO_BOLD: Final = Style(bold=False)
_NO_UNDERLINE: Final = Style(underline=False)


class SixteenColours(LineFilter):
    """Draws all in looks that sixteen colours can carry.

    Args:
        draws_underlines: Whether an underline is a line.
    """

    def __init__(self, *, draws_underlines: bool) -> None:
        super().__init__()
        self._fit = cache(lambda style: fitting(style, draws_underlines=draws_underlines))

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """Return a line in looks that sixteen colours can carry."""
        return [
            Segment(text, None if style is None else self._fit(style), control)
            for text, style, control in segments
        ]


def fitting(style: Style, *, draws_underlines: bool) -> Style:
    """Return a look that sixteen colours can carry, as like to this one as there is."""
    ink, ground = (colour.number if colour else None for colour in (style.color, style.bgcolor))
    if style.bold and (style.reverse or ink is None or ink < _DULL):
        style += _NO_BOLD
    if style.underline and not draws_underlines:
        style += _NO_UNDERLINE
    if style.reverse and ink is not None and ground is not None:
        dull = RichColor.from_ansi(ink % _DULL)
        if ground < _DULL:
            style += Style(color=dull)
        else:
            style += Style(color=RichColor.from_ansi(ground), bgcolor=dull, reverse=False)
    return style
