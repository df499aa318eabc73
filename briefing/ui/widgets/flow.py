"""A document laid out in lines, lazily: where each word stands at a text size.

Theory of operation: the document becomes *pieces*, one a block (a very long block
becomes several, cut at spaces). A piece is wrapped when somebody looks at it and not
before, and a place in the view is a pair of piece and row, never a row of the whole. So
a text of a million words opens, scrolls and lights a word at the cost of a screenful.

Rules:
1. A `Spot(piece, row)` names a row of the screen; rows count from the piece's top, its
   gap included. Spots are ordered as they are read.
2. Lines of large print are as high as the largest font in them; all others are a row high.
3. Lines hold offsets into `Document.text`; the white space at a break belongs to no line.
4. In large print a paragraph that is written from right to left stands at the right. In the terminal's own
   letters it is the terminal that knows how to write it.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.model import BlockKind
from briefing.sizes import USUAL
from briefing.ui.widgets.excerpt import Excerpt
from briefing.ui.widgets.geometry import Geometry
from briefing.ui.widgets.pieces import Pieces
from briefing.ui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model import Document, Span
    from briefing.ui.glyphs.setting import Placed
    from briefing.ui.widgets.pieces import BlockPiece
    from briefing.ui.widgets.wrapping import WrappedLine

_CACHED_PIECES: Final = 1024


class Spot(NamedTuple):
    """A row: the piece's index, and the row counted from its top."""

    piece: int
    row: int


def _whole(document: Document, *, with_kicker: bool, with_picture: bool) -> Pieces:
    """Return the pieces of all of a document; a picture stands before its caption, or before the text."""
    pieces = Pieces(document)
    caption = document.columns.first((BlockKind.CAPTION,)) if with_picture else None
    if caption is not None:
        pieces.add(0, caption, with_kicker=with_kicker)
        pieces.add_picture(document.blocks[caption].span.start)
    pieces.add(caption or 0, len(document.blocks), with_kicker=with_kicker)
    if with_picture and caption is None:
        at = next((i for i, p in enumerate(pieces) if p.kind and p.kind.is_body), len(pieces))
        offset = pieces[at].start if at < len(pieces) else len(document.text)
        pieces.add_picture(offset, at)
    return pieces


class Flow:
    """A document's pieces and, where somebody looked, their lines."""

    def __init__(
        self,
        document: Document,
        *,
        with_kicker: bool = True,
        with_picture: bool = False,
        excerpt: Sequence[Span] = (),
    ) -> None:
        self.text = document.text
        self.with_kicker = with_kicker
        self.excerpt = tuple(excerpt)
        """What is shown of the text; all of it if there is nothing."""
        self._lines: dict[int, list[WrappedLine]] = {}
        self._tops: dict[int, list[int]] = {}
        self.geometry = Geometry(USUAL.columns, USUAL)
        self.pieces: Pieces | Excerpt = (
            Excerpt(document, excerpt)
            if excerpt
            else _whole(document, with_kicker=with_kicker, with_picture=with_picture)
        )

    def lay_out(self, geometry: Geometry) -> None:
        """Lay everything out anew, that is: forget the lines."""
        if geometry != self.geometry:
            self.geometry = geometry
            self._forget()

    def _forget(self) -> None:
        self._lines.clear()
        self._tops.clear()

    def lines(self, index: int) -> list[WrappedLine]:
        """Return a piece's lines; a picture has none."""
        found = self._lines.get(index)
        if found is None:
            if len(self._lines) >= _CACHED_PIECES:
                self._forget()
            found = self._lines[index] = self._wrap(self.pieces[index])
        return found

    def _tops_of(self, index: int) -> list[int]:
        """Return the first row of each of a piece's lines, and how many rows they are together."""
        lines, leading = self.lines(index), self.geometry.leading
        found = self._tops.get(index)
        if found is None:
            found = self._tops[index] = list(accumulate((line.rows + leading for line in lines), initial=0))
        return found

    def _wrap(self, piece: BlockPiece) -> list[WrappedLine]:
        if piece.kind is None:
            return []
        first = rest = 0
        if self.geometry.sentence:
            pass  # it was measured for whole lines
        elif piece.kind in (BlockKind.QUOTE, BlockKind.LIST_ITEM):
            first = rest = 2 if self.geometry.face is None else self.geometry.unit
        elif not self.geometry.gap and piece.kind is BlockKind.PARAGRAPH and piece.is_first:
            first = 2
        lines: list[WrappedLine] = []
        for start, stop in self._runs(piece):
            indents = (rest if lines else first, rest)
            lines += wrap(
                self.text, start, stop, self.geometry.capacity, indents, measure=self.geometry.measure
            )
        if self.geometry.face is None:
            return lines
        height = self.geometry.letter_rows_of
        lines = [line._replace(rows=height(self.text[line.start : line.stop])) for line in lines]
        return [self._at_the_right(line) for line in lines] if self._is_right_to_left(piece) else lines

    def _is_right_to_left(self, piece: BlockPiece) -> bool:
        """Whether a piece is drawn so."""
        if self.geometry.face is None or piece.kind is None:
            return False
        from briefing.ui.glyphs.bidi import begins_right_to_left

        return begins_right_to_left(self.text[piece.start : piece.stop])

    def _at_the_right(self, line: WrappedLine) -> WrappedLine:
        """Return a line with its indent at the right, and what is left free at the left."""
        cells = self.geometry.measure(self.text[line.start : line.stop])
        return line._replace(indent=max(0, self.geometry.capacity - line.indent - cells))

    def _runs(self, piece: BlockPiece) -> Iterator[tuple[int, int]]:
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
        label = self.pieces[index].label
        return self.geometry.letter_rows_of(label) + self.geometry.leading if label else 0

    def label_at(self, spot: Spot) -> tuple[str, int] | None:
        """Return the label whose row this is, as much as there is room for, and the row's number in it."""
        row = spot.row - self.gap(spot.piece) + self._label_rows(spot.piece)
        if not 0 <= row < self._label_rows(spot.piece) - self.geometry.leading:
            return None
        label = f"{self.pieces[spot.piece].label}:"
        fits = wrap(label, 0, len(label), self.geometry.capacity, measure=self.geometry.measure)[0]
        return label[fits.start : fits.stop], row

    def height_inside(self, index: int) -> int:
        """Return a piece's rows without its gap."""
        if self.pieces[index].kind is None:
            return self.geometry.picture_rows
        return self._tops_of(index)[-1]

    def height(self, index: int) -> int:
        """Return a piece's rows."""
        return self.gap(index) + self.height_inside(index)

    def line_at(self, spot: Spot) -> tuple[WrappedLine, int] | None:
        """Return the line at a row, and the row's number in the line; None in a gap or picture."""
        row = spot.row - self.gap(spot.piece)
        if row < 0 or self.pieces[spot.piece].kind is None:
            return None
        tops, lines = self._tops_of(spot.piece), self.lines(spot.piece)
        index = bisect_right(tops, row) - 1
        return (lines[index], row - tops[index]) if index < len(lines) else None

    def placed(self, line: WrappedLine) -> Sequence[Placed]:
        """Return the characters of a line from left to right, where they are drawn; none in plain letters."""
        if self.geometry.face is None:
            return ()
        from briefing.ui.glyphs.embeddings import open_at
        from briefing.ui.glyphs.setting import set_line

        piece = self.pieces[self._piece_of(line.start)]
        text = self.text[line.start : line.stop]
        within = open_at(self.text, piece.start, line.start)
        is_turned = self._is_right_to_left(piece)
        return set_line(text, self.geometry.face, right_to_left=is_turned, within=within)

    def _piece_of(self, offset: int) -> int:
        index = max(0, bisect_right(self.pieces.starts, offset) - 1)
        is_picture = self.pieces[index].kind is None
        return index + 1 if is_picture and index + 1 < len(self.pieces) else index

    def spot_of(self, offset: int) -> Spot:
        """Return the first row of the line in which an offset stands."""
        index = self._piece_of(offset)
        lines = self.lines(index)
        line = max(0, bisect_right(lines, offset, key=lambda each: each.start) - 1)
        return Spot(index, self.gap(index) + self._tops_of(index)[line])

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
