"""Text broken into lines of so many cells, by words. Pure.

White space at a break belongs to no line. A word longer than a line is broken at its hyphens and dashes,
else with a hyphen of ours; ideographs may part anywhere, but not from what closes them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len, split_graphemes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ROOM_FOR_HYPHENS: Final = 4
"""In lines that have not room for so many, a broken word gets none."""

_SPACES: Final = " \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_IDEOGRAPHS: Final = (
    "\u2e80-\u2fdf\u3003-\u303f\u3041-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_CLOSING: Final = "\u3001\u3002\u300d\u300f\u3011\u3015\u30fb\u30fc\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"
_WIDE_FROM: Final = "\u2e80"
"""The first ideograph: a text without any is cut by the simpler expression."""


@cache
def _tokens(*, with_wide: bool) -> re.Pattern[str]:
    """Return what finds white space, line breaks, words, and ideographs with what must follow them."""
    if not with_wide:
        return re.compile(f"(?P<space>[{_SPACES}]+)|\n|[^\n{_SPACES}]+")
    return re.compile(f"(?P<space>[{_SPACES}]+)|\n|[{_IDEOGRAPHS}][{_CLOSING}]*|[^\n{_SPACES}{_IDEOGRAPHS}]+")


_JOINT = re.compile(r"(?<=\w[-–—/])(?=\w)")
"""Where a word may be broken without a hyphen of ours."""


class WrappedLine(NamedTuple):
    """A line of text: offsets, the cells it is moved in by, whether a hyphen follows, its letters' rows."""

    start: int
    stop: int
    indent: int = 0
    hyphen: bool = False
    rows: int = 1


def clusters(text: str) -> list[tuple[int, int, int]]:
    """Return (start, stop, cells) of what a reader sees as one character each."""
    if text.isascii():
        return [(i, i + 1, 1) for i in range(len(text))]
    return split_graphemes(text)[0]


def wrap(
    text: str,
    start: int,
    stop: int,
    capacity: int,
    indents: tuple[int, int] = (0, 0),
    *,
    measure: Callable[[str], int] = cell_len,
) -> list[WrappedLine]:
    """Break `text[start:stop]` into lines of at most `capacity` cells.

    Args:
        text: the whole text; offsets count in it.
        start: where to begin.
        stop: where to end.
        capacity: cells in a line.
        indents: cells by which the first line is moved in, and the others.
        measure: returns the cells of a part of the text.

    Returns:
        The lines; at least one.
    """
    lines: list[WrappedLine] = []
    indent, rest = (cells if capacity > cells else 0 for cells in indents)
    line_start: int | None = None
    line_stop, used = start, indent

    def close(*, hyphen: bool = False) -> None:
        nonlocal line_start, used, indent
        lines.append(WrappedLine(line_stop if line_start is None else line_start, line_stop, indent, hyphen))
        line_start, indent = None, rest
        used = indent

    space = 0
    with_wide = max(text[start:stop], default="") >= _WIDE_FROM
    for match in _tokens(with_wide=with_wide).finditer(text, start, stop):
        token = match[0]
        if token == "\n":  # noqa: S105 - a token of text
            close()
            line_stop, space = match.end(), 0
            continue
        if match["space"]:
            space = measure(token)
            continue
        cells = measure(token)
        is_whole = used + space + cells <= capacity
        for part_start, part_stop, width, breaks in (
            [(match.start(), match.end(), cells, False)]
            if is_whole
            else _parts(text, match.start(), match.end(), capacity - max(indent, rest), measure)
        ):
            if line_start is not None and used + space + width > capacity:
                close()
                space = 0
            if line_start is None:
                line_start, space = part_start, 0
            used += space + width
            line_stop, space = part_stop, 0
            if breaks:
                close(hyphen=True)
        space = 0
    if line_start is not None or not lines:
        close()
    return lines


def _parts(
    text: str, start: int, stop: int, room: int, measure: Callable[[str], int]
) -> Iterator[tuple[int, int, int, bool]]:
    """Cut a word where it may be: (start, stop, cells with the hyphen, whether there is one)."""
    cuts = [start, *(start + m.start() for m in _JOINT.finditer(text[start:stop])), stop]
    hyphen = measure("-")
    with_hyphen = room >= _ROOM_FOR_HYPHENS * hyphen
    for left, right in pairwise(cuts):
        width = measure(text[left:right])
        if width <= room:
            yield left, right, width, False
            continue
        at, used = left, 0
        for begin, end, _ in clusters(text[left:right]):
            cells = measure(text[left + begin : left + end])
            if used and used + cells > room - with_hyphen * hyphen:
                last = text[left + begin - 1]
                breaks = (
                    with_hyphen
                    and last.isalpha()
                    and last < _WIDE_FROM
                    and unicodedata.bidirectional(last) == "L"
                )
                yield at, left + begin, used + breaks * hyphen, breaks
                at, used = left + begin, 0
            used += cells
        yield at, right, used, False
