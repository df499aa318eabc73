"""Braille laid out in pages: 25 lines of 40 cells, the last of which has the page's number.

Titles are centred, headings stand further in the lower they are, paragraphs begin two cells in. No word is
cut that a line has room for, and no heading is the last of its page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CELLS: Final = 40
"""In a line."""
LINES: Final = 25
"""On a page, with that of its number."""
_BESIDE_CENTRED: Final = 3
"""Cells that are left free on both sides."""
_AFTER_HEADING: Final = 2
"""Lines of what a heading stands above that its page must have room for."""
_NUMBER_SIGN: Final = "#"
_DIGITS: Final = str.maketrans("1234567890", "ABCDEFGHIJ")


class BraillePart(NamedTuple):
    """A block of a text in braille; `cells` are ASCII braille, its words apart by single spaces."""

    kind: BlockKind
    level: int
    cells: str


class _Style(NamedTuple):
    first: int = 2
    """Free cells before the first line."""
    rest: int = 0
    """Those before the others."""
    is_apart: bool = False
    """Whether a line is left free above and below."""
    is_centred: bool = False


_STYLES: Final = {
    BlockKind.TITLE: _Style(is_apart=True, is_centred=True),
    BlockKind.QUOTE: _Style(4, 2, is_apart=True),
    BlockKind.CAPTION: _Style(6, 4, is_apart=True),
    BlockKind.NOTE: _Style(6, 4, is_apart=True),
    BlockKind.LIST_ITEM: _Style(0, 2),
}
_PLAIN: Final = _Style()
_HEADINGS: Final = (_Style(is_apart=True, is_centred=True), _Style(4, 4, is_apart=True), _Style(6, 6))
"""From the first level down; a lower one is as the last."""


def laid_out(parts: Iterable[BraillePart]) -> Iterator[str]:
    """Yield pages, each with its number in its last line and a form feed behind it."""
    page: list[str] = []
    number = 1
    room = LINES - 1
    before: BlockKind | None = None
    is_apart = False
    for part in parts:
        style = _style(part)
        lines = list(_lines(part.cells, style))
        same = part.kind is before and part.kind is not BlockKind.HEADING
        if page and (style.is_apart or is_apart) and not same:
            lines.insert(0, "")
        is_heading = part.kind in {BlockKind.TITLE, BlockKind.HEADING}
        if is_heading and len(page) + len(lines) + _AFTER_HEADING > room >= len(lines) + _AFTER_HEADING:
            yield _numbered(page, number)
            page, number = [], number + 1
        for line in lines:
            if len(page) == room:
                yield _numbered(page, number)
                page, number = [], number + 1
            if line or page:  # no page begins with a free line
                page.append(line)
        before, is_apart = part.kind, style.is_apart
    if page:
        yield _numbered(page, number)


def _style(part: BraillePart) -> _Style:
    if part.kind is BlockKind.HEADING:
        return _HEADINGS[min(max(part.level, 1), len(_HEADINGS)) - 1]
    return _STYLES.get(part.kind, _PLAIN)


def _lines(cells: str, style: _Style) -> Iterator[str]:
    """Yield the lines of a block; a word that no line has room for fills as many as it takes."""
    width = CELLS - 2 * _BESIDE_CENTRED if style.is_centred else CELLS
    free = 0 if style.is_centred else style.first
    rest = 0 if style.is_centred else style.rest
    line = ""
    for whole in cells.split():
        word = whole
        if line and free + len(line) + 1 + len(word) > width:
            yield _placed(line, free, style)
            line, free = "", rest
        while free + len(word) > width and not line:
            yield _placed(word[: width - free], free, style)
            word, free = word[width - free :], rest
        line = f"{line} {word}" if line else word
    if line:
        yield _placed(line, free, style)


def _placed(line: str, free: int, style: _Style) -> str:
    return " " * ((CELLS - len(line)) // 2 if style.is_centred else free) + line


def _numbered(page: list[str], number: int) -> str:
    told = _NUMBER_SIGN + str(number).translate(_DIGITS)
    lines = (*page, *[""] * (LINES - 1 - len(page)), told.rjust(CELLS))
    return "\r\n".join(lines) + "\r\n\f"
