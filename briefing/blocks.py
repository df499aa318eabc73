"""The blocks of a text, in columns: half a million paragraphs take less than their text, not ten times it.

What is asked of all blocks at once (the first of a kind, where the paragraphs start) is answered
from the columns, at the cost of a look at a byte a block. It lies below `model`, whose `Document` holds them,
and not with `text`, which looks at documents.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from itertools import chain, compress
from operator import gt
from typing import TYPE_CHECKING, Final, NamedTuple, overload

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Span:
    """A half-open range of code points of a document's text.

    Raises:
        ValueError: unless 0 <= start <= stop.
    """

    __slots__ = ("start", "stop")

    def __init__(self, start: int, stop: int) -> None:
        if not 0 <= start <= stop:
            raise ValueError(f"not a span: {start} to {stop}")
        self.start: Final = start
        self.stop: Final = stop

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return self.start == other.start and self.stop == other.stop

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.stop) < (other.start, other.stop)

    def __hash__(self) -> int:
        return hash((self.start, self.stop))

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.stop})"

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.stop

    def __len__(self) -> int:
        return self.stop - self.start

    def of(self, text: str) -> str:
        """Return the part of `text` that this span covers."""
        return text[self.start : self.stop]


class BlockKind(StrEnum):
    """What a block of text is on the page; the values stand in `show --json`."""

    KICKER = "kicker"
    TITLE = "title"
    SUMMARY = "summary"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    CAPTION = "caption"
    LIST_ITEM = "list item"
    CREDIT = "credit"
    NOTE = "note"

    @property
    def is_narrated(self) -> bool:
        """Whether a reading aloud includes such a block (a banner, caption or footnote is none)."""
        return self not in (BlockKind.KICKER, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.NOTE)

    @property
    def is_body(self) -> bool:
        """Whether such a block counts as a paragraph of the story ("paragraph 3 of 8")."""
        return self in (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM)


NARRATED: Final = frozenset(kind for kind in BlockKind if kind.is_narrated)
BODY: Final = frozenset(kind for kind in BlockKind if kind.is_body)
NOTES: Final = frozenset((BlockKind.NOTE,))
TEXT: Final = frozenset(BlockKind) - NOTES
"""All that is come to by reading on; notes are there on request."""


class Block(NamedTuple):
    """A run of text of one kind. `level` is 1 to 6 for headings, else 0; `speaker` says it, if told.

    `goes_on` is whether it is a later part of the author's paragraph that began before it.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    speaker: str = ""
    goes_on: bool = False


_KINDS: Final = tuple(BlockKind)
_NUMBER_OF: Final = {kind: number for number, kind in enumerate(_KINDS)}


class Blocks(Sequence[Block]):
    """Blocks in the order of the text; a `Block` is made when somebody looks at one.

    Equal to any sequence of equal blocks. It may grow until it is part of a document.
    """

    __slots__ = ("_goes_on", "_kinds", "_levels", "_names", "_numbers", "_speakers", "starts", "stops")

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        self._kinds, self._levels, self._goes_on = bytearray(), bytearray(), bytearray()
        self.starts, self.stops, self._speakers = array("I"), array("I"), array("I")
        self._names: list[str] = []
        self._numbers: dict[str, int] = {}
        for kind, span, level, speaker, goes_on in blocks:
            self.add(kind, span.start, span.stop, level, speaker, goes_on=goes_on)

    def add(
        self,
        kind: BlockKind,
        start: int,
        stop: int,
        level: int = 0,
        speaker: str = "",
        *,
        goes_on: bool = False,
    ) -> None:
        """Add a block at the end; see `Block`."""
        self._kinds.append(_NUMBER_OF[kind])
        self._levels.append(level)
        self._goes_on.append(goes_on)
        self.starts.append(start)
        self.stops.append(stop)
        number = self._numbers.setdefault(speaker, len(self._names))
        if number == len(self._names):
            self._names.append(speaker)
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
            Span(self.starts[index], self.stops[index]),
            self._levels[index],
            self._names[self._speakers[index]],
            bool(self._goes_on[index]),
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(Block.__eq__, self, other))

    def __hash__(self) -> int:
        return hash(len(self))

    # Of all blocks at once

    def index_at(self, offset: int) -> int:
        """Return the index of the block at `offset`; in a gap, of the one before it; 0 before all."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def first(self, kinds: Collection[BlockKind]) -> int | None:
        """Return the index of the first block of some kinds, None if there is none."""
        found = self._of(kinds).find(True)
        return None if found < 0 else found

    def after(self, index: int, kinds: Collection[BlockKind]) -> int | None:
        """Return the index of the next block of some kinds after one; None if there is none."""
        found = self._of(kinds).find(True, index + 1)
        return None if found < 0 else found

    def before(self, index: int, kinds: Collection[BlockKind]) -> int | None:
        """Return the index of the last block of some kinds before one; None if there is none."""
        found = self._of(kinds).rfind(True, 0, index)
        return None if found < 0 else found

    def indices(self, kinds: Collection[BlockKind]) -> list[int]:
        """Return the indices of the blocks of some kinds."""
        return list(compress(range(len(self)), self._of(kinds)))

    def starts_of(self, kinds: Collection[BlockKind]) -> array[int]:
        """Return where the paragraphs and other units of some kinds start, each with all its parts one."""
        return array("I", compress(self.starts, map(gt, self._of(kinds), self._goes_on)))

    def turns(self) -> list[int]:
        """Return where somebody begins to speak: the start of the block."""
        nobody = self._numbers.get("", -1)
        before = chain((nobody,), self._speakers)
        turns = zip(self.starts, self._speakers, before, strict=False)
        return [start for start, speaker, last in turns if speaker not in (last, nobody)]

    def part_of(self, index: int) -> int:
        """Return which part of the author's paragraph a block is, from 1 on."""
        return index - self._goes_on.rfind(False, 0, index + 1) + 1

    def longer_than(self, length: int) -> list[int]:
        """Return the indices of the blocks of more code points than that."""
        return [
            index
            for index, (start, stop) in enumerate(zip(self.starts, self.stops, strict=True))
            if stop - start > length
        ]

    def _of(self, kinds: Collection[BlockKind]) -> bytes:
        """Return for each block whether it is of some kinds."""
        return bytes(self._kinds.translate(bytes(kind in kinds for kind in _KINDS).ljust(256, b"\0")))
