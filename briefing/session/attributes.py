"""What stands at a place, besides its words: all that a text is known to be there."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from briefing import announce_text
from briefing.model import BlockKind, Unit
from briefing.text.language_names import LANGUAGE_NAMES

if TYPE_CHECKING:
    from briefing.model import Document
    from briefing.session.cursor import Cursor
    from briefing.text.units import Units

_TOLD: Final = frozenset((BlockKind.QUOTE, BlockKind.LIST_ITEM))
"""Kinds that count as paragraphs, and are more."""
_HEADINGS: Final = frozenset((BlockKind.TITLE, BlockKind.HEADING))


def attributes_at(cursor: Cursor, units: Units, offset: int) -> str:
    """Return what stands at an offset: its block, level, speaker, heading, picture, page and language."""
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
        within=[each.kind for each in reversed(list(document.structures_at(offset)))],
        speaker=cursor.speaker_at(offset),
        section=heading.of(document.text) if heading and is_under else "",
        picture=cursor.picture_at(block.span.start),
        page=_page(document, offset),
        language=_language(cursor.language_at(offset)),
    )


def _page(document: Document, offset: int) -> str:
    """Return the number of the printed page at an offset; empty where none is known."""
    index = bisect_right(document.pages, offset, key=lambda page: page.start) - 1
    return document.pages[index].title if index >= 0 else ""


def _language(tag: str | None) -> str:
    if not tag:
        return "The language is not known"
    return f"{LANGUAGE_NAMES.get(tag.split('-')[0].lower(), 'Language')}, {tag}"
