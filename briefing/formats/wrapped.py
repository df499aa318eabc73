"""Text that was broken into lines of one width, put together again.

Theory of operation: a program that wraps breaks a line where the next word would not have fitted.
So a break is a wrap if it would not have, at the text's width; all other breaks are meant: verses,
lists, addresses. Where a hand wrapped, the margin is ragged, and a line that goes on in lower case
tells it. Nothing is lost either way: a break is a space, or it stays.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefing.text.columns import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_WRAPPED: Final = 220
"""Columns; a longer line was not wrapped."""
_TOO_LONG: Final = 10 * LONGEST_WRAPPED
_LEAST_WIDTH: Final = 40
_LOOKED_AT: Final = 4000
"""Lines that are enough to tell a width."""
_MOSTLY_FULL: Final = 0.6
"""A line of less of the width is a paragraph's last, or no prose."""
_LEAST_WRAPS: Final = 2
_LEAST_EXACT: Final = 4
_SHARE_FULL: Final = 0.6
_SHARE_LOWER: Final = 0.35
_SLACK: Final = 10
"""Columns by which a hand wraps too early."""
_STOPS: Final = ".!?…:;。！？：।॥؟۔"
_CLOSERS: Final = "\"'”’»“›)]）」』】*_ "


def width_of(line: str) -> int:
    """Return how many columns a terminal needs for a line; about as many where it is too long for any."""
    if line.isascii() or len(line) > _TOO_LONG:
        return len(line)
    return sum(columns_of(char) for char in line)


def wrap_width(lines: Iterable[str]) -> int:
    """Return the width that a text's lines were wrapped at, in columns; 0 if they were not.

    Args:
        lines: The lines, indented as they are; empty ones part paragraphs.
    """
    looked_at = [line.rstrip() for _, line in zip(range(_LOOKED_AT), lines, strict=False)]
    widths = sorted(
        (width_of(line) for line in looked_at if " " in line.strip() or not line.isascii()), reverse=True
    )
    if not widths:
        return 0
    width = widths[min(len(widths) - 1, len(widths) // 50)]
    if not _LEAST_WIDTH <= width <= LONGEST_WRAPPED:
        return 0
    breaks = [
        (above, below)
        for above, below in pairwise(looked_at)
        if above.strip() and below.strip() and width_of(above) >= _MOSTLY_FULL * width
    ]
    meant_on = [(above, below) for above, below in breaks if not _stops(above)]
    full = sum(_is_full(above, below, width, _SLACK) for above, below in meant_on)
    if full < _LEAST_WRAPS or full < _SHARE_FULL * len(meant_on):
        return 0
    cased = [
        below.strip() for _, below in meant_on if below.strip()[:1].isalpha() and _has_case(below.strip()[0])
    ]
    lower = sum(line[0].islower() for line in cased)
    exact = sum(_is_full(above, below, width, 0) for above, below in meant_on)
    if exact == len(meant_on) >= _LEAST_EXACT:
        return width  # no poet breaks every line where the next word would not have fitted
    if cased and lower < max(1, _SHARE_LOWER * len(cased)):
        return 0
    return width if cased or full >= _SHARE_FULL * len(breaks) else 0


def continues(above: str, below: str, width: int) -> bool:
    """Return whether `below` goes on with the sentence or paragraph of `above`, in a text of that width."""
    if _is_full(above, below, width, 0):
        return True
    if _stops(above):
        return False
    if below.strip()[:1].islower():
        return width_of(above) >= _MOSTLY_FULL * width
    return _is_full(above, below, width, _SLACK)


def join(lines: Iterable[str]) -> str:
    """Return lines as one: nothing between scripts without spaces, or after a word's hyphen."""
    joined: list[str] = []
    end = ""  # of what is joined: its last two characters
    for line in lines:
        below = line.strip()
        gap = " " if joined and not _belongs_to(end, below) else ""
        joined += (gap, below)
        end = (end + gap + below)[-2:]
    return "".join(joined)


def _belongs_to(end: str, below: str) -> bool:
    # A word that was divided at the line's end keeps its hyphen: nobody can tell whose it is.
    is_divided = end[-1:] == "-" and end[-2:-1].isalpha() and below[:1].islower()
    return is_divided or bool(end and below and _is_wide(end[-1]) and _is_wide(below[0]))


def _is_wide(char: str) -> bool:
    # Korean parts its words by spaces.
    return columns_of(char) == 2 and not "\uac00" <= char <= "\ud7af"


def _is_full(above: str, below: str, width: int, slack: int) -> bool:
    """Return whether the next line's first word would not have fitted."""
    bare = below.strip()
    if not bare:
        return False
    first = bare[:1] if _is_wide(bare[0]) else bare.split(None, 1)[0]
    room = 3 if _is_wide(bare[0]) else 0  # signs that may not start a line take one character along
    line = above.rstrip()
    taken, needed = width_of(line), width_of(first)
    if taken < len(line) <= width:
        # Some programs take marks above and below letters for letters of their own (lynx, for Hindi).
        taken, needed = len(line), len(first)
    return taken + 1 + needed + room > width - slack


def _stops(line: str) -> bool:
    bare = line.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _STOPS


def _has_case(char: str) -> bool:
    return char.lower() != char.upper()


def keeps_lines(blocks: Iterable[Sequence[str]]) -> bool:
    """Return whether the breaks in a text that is not wrapped are meant, as a poem's or an address's are."""
    breaks = meant = 0
    for block in blocks:
        if len(block) == 1:
            continue
        breaks += len(block) - 1
        meant += sum(not below.strip()[:1].islower() for _, below in pairwise(block))
    return breaks >= 2 and meant >= 0.8 * breaks
