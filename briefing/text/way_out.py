"""The way out of what holds a place: the innermost list, table, quotation, or whatever else it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model import NOTES, TEXT
from briefing.structures import StructureKind

if TYPE_CHECKING:
    from briefing.model import Document


class WayOut(NamedTuple):
    """What is left, and where the block behind it starts, an offset; None where nothing comes after it."""

    kind: StructureKind
    start: int | None


def way_out(document: Document, offset: int) -> WayOut | None:
    """Return the way out of the innermost structure at a place; None where that is in nothing.

    Notes are passed over behind it, as by reading on; what is left within notes leads to more of them.
    """
    around = document.structures_at(offset)
    if not around:
        return None
    kind, span = around.pop()
    columns = document.columns
    last = columns.index_at(span.stop)
    notes = next((each.span for each in around if each.kind is StructureKind.NOTE), None)
    index = None if notes is None else columns.after(last, NOTES)
    if index is None or notes is None or columns.starts[index] not in notes:
        index = columns.after(last, TEXT)
    return WayOut(kind, None if index is None else columns.starts[index])
