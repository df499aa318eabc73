"""What a part of a page stands in that can be left in one step: lists, tables, quotations and their like."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html import tables
from briefing.formats.pages.html.answer import MOST_HOLDERS, Holder
from briefing.formats.pages.html.pieces import HEADINGS
from briefing.model import BODY
from briefing.structures import StructureKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from briefing.formats.pages.html.answer import PagePart

_KINDS: Final = {
    **dict.fromkeys(("ul", "ol", "dl"), StructureKind.LIST),
    "table": StructureKind.TABLE,
    "blockquote": StructureKind.QUOTATION,
    "aside": StructureKind.ASIDE,
    "figure": StructureKind.FIGURE,
    "pre": StructureKind.CODE,
}


class Holders:
    """Tells what elements stand in. All of a page are told by the same."""

    def __init__(self) -> None:
        self._known: dict[HtmlElement, tuple[Holder, ...]] = {}
        self._numbers = 0

    def of(self, element: HtmlElement) -> tuple[Holder, ...]:
        """Return what an element is or stands in, the outermost first."""
        above: list[HtmlElement] = []
        at: HtmlElement | None = element
        while at is not None and at not in self._known:
            above.append(at)
            at = at.getparent()
        holders = () if at is None else self._known[at]
        for each in reversed(above):
            kind = _kind(each)
            if kind is not None and len(holders) < MOST_HOLDERS:
                holders = (*holders, Holder(kind, self._numbers))
                self._numbers += 1
            self._known[each] = holders
        return holders


def _kind(element: HtmlElement) -> StructureKind | None:
    """Return what an element is; None where it only gives a page its shape, as lists of sections do."""
    kind = _KINDS.get(element.tag)
    if kind is StructureKind.TABLE and not tables.is_data(element):
        return None
    if kind is StructureKind.LIST and any(True for _ in element.iter(*HEADINGS)):
        return None
    return kind


def within_story(parts: Sequence[PagePart]) -> Iterator[PagePart]:
    """Yield the parts of a story without what holds all of it: that can be left to nowhere."""
    told = [part for part in parts if part.kind in BODY]
    counts = Counter(holder for part in told for holder in part.holders)
    for part in parts:
        kept = tuple(holder for holder in part.holders if counts[holder] < len(told))
        yield part if len(kept) == len(part.holders) else part._replace(holders=kept)
