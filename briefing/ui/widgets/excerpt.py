"""Parts of a document as pieces to be laid out, in place of all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from briefing.model import BlockKind
from briefing.ui.widgets.pieces import BlockPiece

if TYPE_CHECKING:
    from briefing.model import Document, Span


class Excerpt(Sequence[BlockPiece]):
    """Parts of a document as pieces to be laid out, one a span and block."""

    def __init__(self, document: Document, spans: Sequence[Span]) -> None:
        self._pieces: list[BlockPiece] = []
        for span in spans:
            for index in range(document.block_index_at(span.start), len(document.blocks)):
                block = document.blocks[index]
                if block.span.start >= span.stop:
                    break
                start, stop = max(span.start, block.span.start), min(span.stop, block.span.stop)
                if start < stop:
                    label = document.turn_at(index) if start == block.span.start else ""
                    self._pieces.append(BlockPiece(block.kind, start, stop, bool(self._pieces), label))
        if not self._pieces:
            self._pieces.append(BlockPiece(BlockKind.PARAGRAPH, 0, 0))
        self.starts = [piece.start for piece in self._pieces]

    def __len__(self) -> int:
        return len(self._pieces)

    @overload
    def __getitem__(self, index: int) -> BlockPiece: ...

    @overload
    def __getitem__(self, index: slice) -> list[BlockPiece]: ...

    def __getitem__(self, index: int | slice) -> BlockPiece | list[BlockPiece]:
        return self._pieces[index]
