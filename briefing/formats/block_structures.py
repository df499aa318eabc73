"""The structures of a draft: those that its format tells, and those that its blocks tell by themselves."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from briefing.model import BLOCK_GAP, BlockKind, Span
from briefing.structures import RUNS, StructureKind, TextStructure, nested

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.blocks import Blocks


_JOINED: Final = frozenset({StructureKind.LIST, StructureKind.QUOTATION})


def structures_of(blocks: Blocks, told: Sequence[TextStructure]) -> tuple[TextStructure, ...]:
    """Return what can be left in a text.

    Args:
        blocks: The text's.
        told: What its format tells, of two that hold the same the inner first; where one of these is, its
            blocks tell nothing more, but that they are notes.
    """
    joined = _joined(nested(reversed(told)))
    return nested([*_runs(blocks, joined), *joined])


def _joined(told: Sequence[TextStructure]) -> list[TextStructure]:
    """Return structures with lists that follow each other at once as one, and quotations too.

    Nobody hears that one ends and another begins; quotations of several paragraphs are written so.
    """
    found: list[TextStructure] = []
    last = -1
    """The last one that is in no other."""
    for each in told:
        if last >= 0 and each.span.stop <= found[last].span.stop:
            found.append(each)
            continue
        before = found[last] if last >= 0 else None
        if (
            before is not None
            and before.kind is each.kind
            and each.kind in _JOINED
            and each.span.start == before.span.stop + len(BLOCK_GAP)
        ):
            found[last] = before._replace(span=Span(before.span.start, each.span.stop))
        else:
            last = len(found)
            found.append(each)
    return found


def _runs(blocks: Blocks, told: Sequence[TextStructure]) -> Iterator[TextStructure]:
    """Yield what blocks of a kind in a row are together; every caption is that of a picture of its own."""
    starts: list[int] = []
    stops: list[int] = []
    for _, span in told:
        if not stops or span.start >= stops[-1]:
            starts.append(span.start)
            stops.append(span.stop)

    def is_told(index: int) -> bool:
        start = blocks.starts[index]
        around = bisect_right(starts, start) - 1
        return around >= 0 and start < stops[around]

    for kind, structure in RUNS.items():
        indices = blocks.indices((kind,))
        if starts and kind is not BlockKind.NOTE:
            indices = [index for index in indices if not is_told(index)]
        rows = zip(indices, indices, strict=True) if kind is BlockKind.CAPTION else _rows(indices)
        for first, last in rows:
            yield TextStructure(structure, Span(blocks.starts[first], blocks.stops[last]))


def _rows(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of numbers that follow each other without a gap."""
    begun = 0
    for at, number in enumerate(numbers):
        if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
            yield numbers[begun], number
            begun = at + 1
