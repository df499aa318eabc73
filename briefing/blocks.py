"""The blocks of a text in columns: half a million paragraphs take less than their text, not ten times it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, overload

from briefing.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS: Final = tuple(BlockKind)
_NUMBER_OF: Final = {kind: number for number, kind in enumerate(_KINDS)}


class Blocks(Sequence[Block]):
    """Blocks in the order of the text; a `Block` is made when somebody looks at one.

    Equal to any sequence of equal blocks. It may grow until it is part of a document.
    """

    __slots__ = ("_kinds", "_levels", "_names", "_numbers", "_speakers", "_starts", "_stops")

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        self._kinds, self._levels = bytearray(), bytearray()
        self._starts, self._stops, self._speakers = array("I"), array("I"), array("I")
        self._names: list[str] = []
        self._numbers: dict[str, int] = {}
        for block in blocks:
            self.add(block)

    def add(self, block: Block) -> None:
        """Add a block at the end."""
        self._kinds.append(_NUMBER_OF[block.kind])
        self._levels.append(block.level)
        self._starts.append(block.span.start)
        self._stops.append(block.span.stop)
        number = self._numbers.setdefault(block.speaker, len(self._names))
        if number == len(self._names):
            self._names.append(block.speaker)
        self._speakers.append(number)

    def __len__(self) -> int:
        return len(self._kinds)

    @overload
    def __getitem__(self, index: int) -> Block: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...

    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        return Block(
            _KINDS[self._kinds[index]],
            Span(self._starts[index], self._stops[index]),
            self._levels[index],
            self._names[self._speakers[index]],
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(Block.__eq__, self, other))

    def __hash__(self) -> int:
        return hash(len(self))
