"""A document cut into pieces to be laid out one by one: a block each, or several of a very long block."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, overload

from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model import Document

PIECE_LIMIT: Final = 4000
"""Longer blocks are laid out in pieces of about so many characters."""
_PICTURE: Final = -1
"""Stands for the number of a picture's block."""
_KEPT: Final = 256
"""Pieces that are kept once made: more than a window shows, which asks for each at every row."""


class BlockPiece(NamedTuple):
    """A block, or a part of a very long one; a picture has kind None and no text.

    `label` stands in a line of its own above it: who begins to speak.
    """

    kind: BlockKind | None
    start: int
    stop: int
    is_first: bool = True
    label: str = ""


class Pieces(Sequence[BlockPiece]):
    """The pieces of a document in columns; a `BlockPiece` is made when somebody looks at one.

    An empty document has one, without text.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.starts, self._stops, self._blocks = array("I"), array("I"), array("i")
        self._made: dict[int, BlockPiece] = {}
        self._long = document.columns.longer_than(PIECE_LIMIT)

    def add(self, first: int, stop: int, *, with_kicker: bool = True) -> None:
        """Add the blocks from `first` to `stop`, very long ones as several pieces each."""
        kickers = [] if with_kicker else self._document.columns.indices((BlockKind.KICKER,))
        at = first
        for index in sorted((*self._long, *kickers)):
            if first <= index < stop:
                self._add_run(at, index)
                at = index + 1
                if index not in kickers:
                    self._add_long(index)
        self._add_run(at, stop)

    def _add_run(self, first: int, stop: int) -> None:
        """Add blocks as a piece each, all at once: there may be half a million of them."""
        columns = self._document.columns
        self._made.clear()
        self.starts += columns.starts[first:stop]
        self._stops += columns.stops[first:stop]
        self._blocks.extend(range(first, stop))

    def _add_long(self, index: int) -> None:
        span = self._document.blocks[index].span
        for start, stop in _cut(self._document.text, span.start, span.stop):
            self._insert(len(self.starts), start, stop, index)

    def add_picture(self, offset: int, at: int | None = None) -> None:
        """Add the picture, before other pieces or at the end."""
        self._insert(len(self.starts) if at is None else at, offset, offset, _PICTURE)

    def _insert(self, at: int, start: int, stop: int, block: int) -> None:
        self._made.clear()
        self.starts.insert(at, start)
        self._stops.insert(at, stop)
        self._blocks.insert(at, block)

    def __len__(self) -> int:
        return max(1, len(self.starts))

    @overload
    def __getitem__(self, index: int) -> BlockPiece: ...

    @overload
    def __getitem__(self, index: slice) -> list[BlockPiece]: ...

    def __getitem__(self, index: int | slice) -> BlockPiece | list[BlockPiece]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        piece = self._made.get(index)
        if piece is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            piece = self._made[index] = self._make(index)
        return piece

    def _make(self, index: int) -> BlockPiece:
        if not self.starts and index == 0:
            return BlockPiece(BlockKind.PARAGRAPH, 0, 0)
        start, stop, number = self.starts[index], self._stops[index], self._blocks[index]
        if number == _PICTURE:
            return BlockPiece(None, start, stop)
        block = self._document.blocks[number]
        is_first = start == block.span.start
        return BlockPiece(
            block.kind, start, stop, is_first, self._document.turn_at(number) if is_first else ""
        )


def _cut(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Give the ranges of a block's pieces, cut at spaces, at the end of a sentence if there is one."""
    at = start
    while stop - at > PIECE_LIMIT:
        cut = text.rfind(". ", at + PIECE_LIMIT // 2, at + PIECE_LIMIT) + 1
        cut = cut or text.rfind(" ", at + PIECE_LIMIT // 2, at + PIECE_LIMIT)
        cut = cut if cut > at else at + PIECE_LIMIT
        yield at, cut
        while cut < stop and text[cut] == " ":
            cut += 1
        at = cut
    yield at, stop
