"""The structures of a draft: those that its format tells, and those that its blocks tell by themselves."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
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
    """Yield what blocks in a row are together."""
    starts: list[int] = []
    stops: list[int] = []
    for _, span in told:
        if not stops or span.start >= stops[-1]:
            starts.append(span.start)
            stops.append(span.stop)

    def run(indexed: tuple[int, int]) -> tuple[BlockKind | None, int]:
        """Return what is the same of all blocks of a run: their kind, how many others are before them.

        Every caption is one by itself: it is that of a picture of its own.
        """
        count, index = indexed
        block = blocks[index]
        around = bisect_right(starts, block.span.start) - 1
        is_told = around >= 0 and block.span.start < stops[around]
        kind = None if is_told and block.kind is not BlockKind.NOTE else block.kind
        return kind, index if kind is BlockKind.CAPTION else index - count

    for (kind, _), group in groupby(enumerate(blocks.indices(RUNS)), run):
        indices = [index for _, index in group]
        if kind is not None:
            yield TextStructure(RUNS[kind], Span(blocks.starts[indices[0]], blocks.stops[indices[-1]]))
