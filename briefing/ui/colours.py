"""How many colours the terminal draws: all, the sixteen that it names itself, or none.

The sixteen are told by what the terminal says of itself: COLORTERM, the variables by which some make
themselves known, and terminfo. Only what terminfo knows to have fewer than eight has none. Pure but for
the look into terminfo.
"""

from __future__ import annotations

import sys
from enum import Enum
from typing import TYPE_CHECKING, Final

from briefing.kinds import Colours

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TRUE_COLOUR: Final = (
    "XTERM_VERSION",
    "KITTY_WINDOW_ID",
    "KONSOLE_VERSION",
    "VTE_VERSION",
    "ALACRITTY_WINDOW_ID",
)
"""Variables by which terminals make themselves known that draw 24-bit colours and may not say so."""
_FEWEST: Final = 8
"""Colours below which there are none to speak of: monochrome terminals have 2, or none are told."""
_MANY: Final = 256


class Depth(Enum):
    """How many colours are drawn in."""

    NONE = 0
    SIXTEEN = 16
    MANY = 256


def draws_true_colour(environ: Mapping[str, str]) -> bool:
    """Whether this terminal draws 24-bit colours, whatever COLORTERM says: xterm never sets it."""
    return any(name in environ for name in _TRUE_COLOUR) and not environ.get("TERM", "").startswith(
        ("screen", "linux")
    )


def colours_in_terminfo(term: str) -> int | None:
    """Return how many colours terminfo gives a terminal; 0 for none, None if it does not know it."""
    if sys.platform == "win32":
        return None
    import curses

    try:
        curses.setupterm(term, 1)
    except curses.error:
        return None
    return max(0, curses.tigetnum("colors"))


def depth_of(
    wanted: Colours,
    environ: Mapping[str, str],
    ask: Callable[[str], int | None] = colours_in_terminfo,
) -> Depth:
    """Return in how many colours to draw.

    Args:
        wanted: What the user set; only `AUTO` looks at the terminal.
        environ: The terminal as it makes itself known.
        ask: Returns how many colours a TERM has; None if that is not known.
    """
    if wanted is not Colours.AUTO:
        return {Colours.ON: Depth.MANY, Colours.SIXTEEN: Depth.SIXTEEN, Colours.OFF: Depth.NONE}[wanted]
    term = environ.get("TERM", "")
    if (
        environ.get("COLORTERM", "") in ("truecolor", "24bit")
        or draws_true_colour(environ)
        or "256color" in term
        or sys.platform == "win32"
    ):
        return Depth.MANY
    told = ask(term)
    if told is None:
        return Depth.SIXTEEN
    return Depth.MANY if told >= _MANY else Depth.SIXTEEN if told >= _FEWEST else Depth.NONE


def draws_underlines(environ: Mapping[str, str]) -> bool:
    """Whether an underline is a line: the Linux console draws it as a colour, over that of the letters."""
    return environ.get("TERM", "") != "linux"
