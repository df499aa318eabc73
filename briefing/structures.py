"""What of a text can be left in one step: lists, tables, quotations, and what else stands in its way.

Items of a list and rows of a table are no structures: the next paragraph leaves those. It lies below
`model`, whose `Document` holds them.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.blocks import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.blocks import Span


class StructureKind(StrEnum):
    """What a structure is; the values are said, and stand in `show --json`."""

    LIST = "list"
    TABLE = "table"
    QUOTATION = "quotation"
    ASIDE = "aside"
    FIGURE = "figure"
    CODE = "code block"
    NOTE = "note"


RUNS: Final = {
    BlockKind.LIST_ITEM: StructureKind.LIST,
    BlockKind.QUOTE: StructureKind.QUOTATION,
    BlockKind.CAPTION: StructureKind.FIGURE,
    BlockKind.NOTE: StructureKind.NOTE,
}
"""What blocks of a kind are that follow each other, where no format says more: in copied pages, PDFs."""


class TextStructure(NamedTuple):
    """A part of a text that can be left; one that has nothing in it is none."""

    kind: StructureKind
    span: Span


def nested(found: Iterable[TextStructure]) -> tuple[TextStructure, ...]:
    """Return structures as a document holds them: sorted by where they start, the outer before the inner.

    Of two that hold the same, the one that was found first is the outer. The same one twice is one, and
    what ends within another that began before it is passed over: nobody could tell what leaving it means.
    """
    kept: list[TextStructure] = []
    around: list[TextStructure] = []
    for each in sorted(found, key=lambda each: (each.span.start, -each.span.stop)):
        while around and around[-1].span.stop <= each.span.start:
            around.pop()
        is_crossing = bool(around) and each.span.stop > around[-1].span.stop
        is_again = each in takewhile(lambda other: other.span == each.span, reversed(around))  # noqa: B023
        if each.span and not is_crossing and not is_again:
            kept.append(each)
            around.append(each)
    return tuple(kept)
