"""What stands at a place, besides its words: all that a text is known to be there."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from briefing import announce_text
from briefing.model import BlockKind, Span, Unit
from briefing.structures import StructureKind
from briefing.text.language_names import LANGUAGE_NAMES

if TYPE_CHECKING:
    from briefing.model import Document, LinkPart
    from briefing.session.cursor import Cursor
    from briefing.structures import TextStructure
    from briefing.text.units import Units

_TOLD: Final = frozenset((BlockKind.QUOTE, BlockKind.LIST_ITEM))
"""Kinds that count as paragraphs, and are more."""
_PARTS: Final = {StructureKind.LIST: "item", StructureKind.TABLE: "row"}
_MOST_COUNTED: Final = 500
"""Blocks of a list that are counted; of a longer one nobody asks how long."""
_HEADINGS: Final = frozenset((BlockKind.TITLE, BlockKind.HEADING))


def attributes_at(cursor: Cursor, units: Units, offset: int) -> str:
    """Return what stands at an offset: block, level, link, structures, speaker, heading, page, language."""
    document = cursor.document
    if not document.blocks:
        return announce_text.nothing_to_read(Unit.CHARACTER)
    block = cursor.transcript.paragraph_at(offset)
    heading = units.at(Unit.HEADING, offset)
    is_under = heading is not None and block.kind not in _HEADINGS and heading.start <= offset
    return announce_text.attributes(
        cursor.block_name(offset),
        level=block.level,
        kind=block.kind.value if block.kind in _TOLD else "",
        link=link_words(document, link) if (link := link_at(document, offset)) else "",
        within=[_structure(document, each, offset) for each in reversed(document.structures_at(offset))],
        speaker=cursor.speaker_at(offset),
        section=heading.of(document.text) if heading and is_under else "",
        picture=cursor.picture_at(block.span.start),
        page=_page(document, offset),
        language=_language(cursor.language_at(offset)),
    )


def link_at(document: Document, offset: int) -> LinkPart | None:
    """Return the link that an offset is in; None where it is in none."""
    return next(iter(document.links_in(Span(offset, offset + 1))), None)


def link_words(document: Document, link: LinkPart) -> str:
    """Return the words of a link, as they are said."""
    return " ".join(link.span.of(document.text).split())


def _structure(document: Document, structure: TextStructure, offset: int) -> str:
    """Return a structure, and which of its items or rows an offset is in: "list, item 2 of 5"."""
    called = _PARTS.get(structure.kind)
    columns, span = document.columns, structure.span
    first, last = columns.index_at(span.start), columns.index_at(max(span.start, span.stop - 1))
    if called is None or last - first >= _MOST_COUNTED:
        return structure.kind.value
    inner = [each.span for each in document.structures if each.kind in _PARTS and _is_within(each.span, span)]
    starts = [
        start
        for start in columns.starts[first : last + 1]
        if not any(each.start <= start < each.stop for each in inner)
    ]
    return f"{structure.kind.value}, {called} {bisect_right(starts, offset)} of {len(starts)}"


def _is_within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.stop <= outer.stop and inner != outer


def _page(document: Document, offset: int) -> str:
    """Return the number of the printed page at an offset; empty where none is known."""
    index = bisect_right(document.pages, offset, key=lambda page: page.start) - 1
    return document.pages[index].title if index >= 0 else ""


def _language(tag: str | None) -> str:
    if not tag:
        return "The language is not known"
    return f"{LANGUAGE_NAMES.get(tag.split('-')[0].lower(), 'Language')}, {tag}"
