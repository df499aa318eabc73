"""A document laid out in lines, lazily: where each word stands at a text size.

Theory of operation: the document becomes *pieces*, one a block (a very long block
becomes several, cut at spaces). A piece is wrapped when somebody looks at it and not
before, and a place in the view is a pair of piece and row, never a row of the whole. So
a text of a million words opens, scrolls and lights a word at the cost of a screenful.

Rules:
1. A `Spot(piece, row)` names a row of the screen; rows count from the piece's top, its
   gap included. Spots are ordered as they are read.
2. Widths are in *units*: a cell in the terminal's letters, a narrow character's cells in large print.
3. Lines hold offsets into `Document.text`; the white space at a break belongs to no line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len, split_graphemes

from briefing.model import BlockKind
from briefing.sizes import USUAL
from briefing.ui.widgets.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model import Document, Span
    from briefing.sizes import TextSize
    from briefing.ui.glyphs import Face
    from briefing.ui.widgets.pieces import Piece

_CACHED_PIECES: Final = 1024
_ROOM_FOR_HYPHENS: Final = 4
"""In lines of fewer units a broken word gets no hyphen."""

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


class Spot(NamedTuple):
    """A row: the piece's index, and the row counted from its top."""

    piece: int
    row: int


class Line(NamedTuple):
    """A line of text: offsets, the units it is moved in by, and whether a hyphen is drawn after it."""

    start: int
    stop: int
    indent: int = 0
    hyphen: bool = False


class Geometry(NamedTuple):
    """What the layout depends on.

    `columns` are the cells for text; `face` is None for plain cells; `picture_rows` is
    the height of the picture, 0 without one. `sentence` is the one that fills the window, in
    sizes that do so: no other text stands in its lines.
    """

    columns: int
    size: TextSize
    face: Face | None = None
    picture_rows: int = 0
    sentence: Span | None = None

    @property
    def capacity(self) -> int:
        """Units in a line."""
        return max(1, self.columns // self.unit)

    @property
    def unit(self) -> int:
        """Cells of a unit."""
        return self.face.columns if self.face else 1

    @property
    def line_rows(self) -> int:
        """Rows of a line."""
        return self.face.rows if self.face else 1

    @property
    def gap(self) -> int:
        """Rows between two blocks."""
        return self.size.gap


def clusters(text: str) -> list[tuple[int, int, int]]:
    """Return (start, stop, cells) of what a reader sees as one character each."""
    if text.isascii():
        return [(i, i + 1, 1) for i in range(len(text))]
    return split_graphemes(text)[0]


def wrap(text: str, start: int, stop: int, capacity: int, indents: tuple[int, int] = (0, 0)) -> list[Line]:
    """Break `text[start:stop]` into lines of at most `capacity` units.

    Args:
        text: the whole text; offsets count in it.
        start: where to begin.
        stop: where to end.
        capacity: units in a line.
        indents: units by which the first line is moved in, and the others.

    Returns:
        The lines; at least one.
    """
    lines: list[Line] = []
    indent, rest = (units if capacity > units else 0 for units in indents)
    line_start: int | None = None
    line_stop, used = start, indent

    def close(*, hyphen: bool = False) -> None:
        nonlocal line_start, used, indent
        lines.append(Line(line_stop if line_start is None else line_start, line_stop, indent, hyphen))
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
            space = cell_len(token)
            continue
        is_whole = used + space + cell_len(token) <= capacity
        for part_start, part_stop, width, breaks in (
            [(match.start(), match.end(), cell_len(token), False)]
            if is_whole
            else _parts(text, match.start(), match.end(), capacity - max(indent, rest))
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


def _parts(text: str, start: int, stop: int, room: int) -> Iterator[tuple[int, int, int, bool]]:
    """Cut a word where it may be: (start, stop, units with the hyphen, whether there is one)."""
    cuts = [start, *(start + m.start() for m in _JOINT.finditer(text[start:stop])), stop]
    with_hyphen = room >= _ROOM_FOR_HYPHENS
    for left, right in pairwise(cuts):
        width = cell_len(text[left:right])
        if width <= room:
            yield left, right, width, False
            continue
        at, units = left, 0
        for begin, _, cells in clusters(text[left:right]):
            if units and units + cells > room - with_hyphen:
                last = text[left + begin - 1]
                breaks = with_hyphen and last.isalpha() and last < _WIDE_FROM
                yield at, left + begin, units + breaks, breaks
                at, units = left + begin, 0
            units += cells
        yield at, right, units, False


class Flow:
    """A document's pieces and, where somebody looked, their lines."""

    def __init__(self, document: Document, *, with_kicker: bool = True, with_picture: bool = False) -> None:
        self.text = document.text
        self.pieces = Pieces(document)
        caption = document.columns.first((BlockKind.CAPTION,)) if with_picture else None
        if caption is not None:
            self.pieces.add(0, caption, with_kicker=with_kicker)
            self.pieces.add_picture(document.blocks[caption].span.start)
        self.pieces.add(caption or 0, len(document.blocks), with_kicker=with_kicker)
        if with_picture and caption is None:
            at = next((i for i, p in enumerate(self.pieces) if p.kind and p.kind.is_body), len(self.pieces))
            offset = self.pieces[at].start if at < len(self.pieces) else len(self.text)
            self.pieces.add_picture(offset, at)
        self._lines: dict[int, list[Line]] = {}
        self.geometry = Geometry(USUAL.columns, USUAL)

    def lay_out(self, geometry: Geometry) -> None:
        """Lay everything out anew, that is: forget the lines."""
        if geometry != self.geometry:
            self.geometry = geometry
            self._lines.clear()

    def lines(self, index: int) -> list[Line]:
        """Return a piece's lines; a picture has none."""
        found = self._lines.get(index)
        if found is None:
            if len(self._lines) >= _CACHED_PIECES:
                self._lines.clear()
            found = self._lines[index] = self._wrap(self.pieces[index])
        return found

    def _wrap(self, piece: Piece) -> list[Line]:
        if piece.kind is None:
            return []
        first = rest = 0
        if self.geometry.sentence:
            pass  # it was measured for whole lines
        elif piece.kind in (BlockKind.QUOTE, BlockKind.LIST_ITEM):
            first = rest = 2 if self.geometry.face is None else 1
        elif not self.geometry.gap and piece.kind is BlockKind.PARAGRAPH and piece.is_first:
            first = 2
        lines: list[Line] = []
        for start, stop in self._runs(piece):
            lines += wrap(self.text, start, stop, self.geometry.capacity, (rest if lines else first, rest))
        return lines

    def _runs(self, piece: Piece) -> Iterator[tuple[int, int]]:
        """Give the parts of a piece whose lines are wrapped apart: all of it, or at the sentence's edges."""
        sentence = self.geometry.sentence
        edges = (sentence.start, sentence.stop) if sentence else ()
        inner = [edge for edge in edges if piece.start < edge and self.text[edge : piece.stop].strip()]
        yield from pairwise((piece.start, *inner, piece.stop))

    def gap(self, index: int) -> int:
        """Return the rows above a piece that hold none of its text: empty ones, then its label."""
        empty = (
            self.geometry.gap if index and self.pieces[index].is_first and self.height_inside(index) else 0
        )
        return empty + self._label_rows(index)

    def _label_rows(self, index: int) -> int:
        return self.geometry.line_rows if self.pieces[index].label else 0

    def label_at(self, spot: Spot) -> tuple[str, int] | None:
        """Return the label whose row this is, as much as there is room for, and the row's number in it."""
        row = spot.row - self.gap(spot.piece) + self._label_rows(spot.piece)
        if not 0 <= row < self._label_rows(spot.piece):
            return None
        label = f"{self.pieces[spot.piece].label}:"
        fits = wrap(label, 0, len(label), self.geometry.capacity)[0]
        return label[fits.start : fits.stop], row

    def height_inside(self, index: int) -> int:
        """Return a piece's rows without its gap."""
        if self.pieces[index].kind is None:
            return self.geometry.picture_rows
        return len(self.lines(index)) * self.geometry.line_rows

    def height(self, index: int) -> int:
        """Return a piece's rows."""
        return self.gap(index) + self.height_inside(index)

    def line_at(self, spot: Spot) -> tuple[Line, int] | None:
        """Return the line at a row, and the row's number in the line; None in a gap or picture."""
        row = spot.row - self.gap(spot.piece)
        if row < 0 or self.pieces[spot.piece].kind is None:
            return None
        index, part = divmod(row, self.geometry.line_rows)
        lines = self.lines(spot.piece)
        return (lines[index], part) if index < len(lines) else None

    def spot_of(self, offset: int) -> Spot:
        """Return the first row of the line in which an offset stands."""
        index = max(0, bisect_right(self.pieces.starts, offset) - 1)
        if self.pieces[index].kind is None and index + 1 < len(self.pieces):
            index += 1
        lines = self.lines(index)
        line = max(0, bisect_right(lines, offset, key=lambda each: each.start) - 1)
        return Spot(index, self.gap(index) + line * self.geometry.line_rows)

    def moved(self, spot: Spot, rows: int) -> Spot:
        """Return the spot so many rows further down, or up; the first or last where the text ends."""
        index, row = spot
        row += rows
        while row < 0:
            if index == 0:
                return Spot(0, 0)
            index -= 1
            row += self.height(index)
        while row >= (height := self.height(index)):
            if index == len(self.pieces) - 1:
                return Spot(index, max(0, height - 1))
            row -= height
            index += 1
        return Spot(index, row)

    def last(self) -> Spot:
        """Return the last row of the text."""
        index = len(self.pieces) - 1
        return Spot(index, max(0, self.height(index) - 1))

    def rows(self, top: Spot, count: int) -> list[Spot | None]:
        """Return the spots of `count` rows from `top` down; None past the end."""
        found: list[Spot | None] = []
        index, row = top
        while index < len(self.pieces) and len(found) < count:
            height = self.height(index)
            found.extend(Spot(index, r) for r in range(row, min(height, row + count - len(found))))
            index, row = index + 1, 0
        found.extend([None] * (count - len(found)))
        return found
