"""The tags of a PDF as pdfium reads them, page after page, into one tree.

pdfium has a tree a page, of those elements that have something on it. Each says where its kids stand among
all that it has, on whichever page, so an element that goes on overleaf is told by where it stands.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

from briefing.formats.pdf.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DEEPEST: Final = 120
"""Elements one within another: pages of the web have 30 or so; a tree that names itself has no end."""
_MOST_TAGS: Final = 100_000
_LONGEST: Final = 1 << 13
"""Bytes of what an element says of itself, in UTF-16."""


class Structure:
    """The tree of a document's tags, as far as its pages have been read."""

    def __init__(self) -> None:
        self.root: Final = Tag("")
        self._count = 0

    def add(self, page: object, texts: Mapping[int, str]) -> int:
        """Add what is on a page.

        Args:
            page: pdfium's.
            texts: Those on the page, by the number of their marked content.

        Returns:
            How many characters of them its elements hold.
        """
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return 0
        left = {content: text for content, text in texts.items() if content >= 0}
        count = sum(map(len, left.values()))
        try:
            for place in range(min(pdfium.FPDF_StructTree_CountChildren(tree), _MOST_TAGS)):
                element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, place)
                self._add(element, self.root, place, left, 0)
        finally:
            pdfium.FPDF_StructTree_Close(tree)
        return count - sum(map(len, left.values()))

    def _add(self, element: object, parent: Tag, place: int, left: dict[int, str], depth: int) -> None:
        if not element or depth > _DEEPEST or self._count > _MOST_TAGS:
            return
        tag = parent.kids.get(place)
        if not isinstance(tag, Tag):
            tag = parent.kids[place] = Tag(
                _said(pdfium.FPDF_StructElement_GetType, element),
                _said(pdfium.FPDF_StructElement_GetAltText, element),
                _said(pdfium.FPDF_StructElement_GetLang, element),
            )
            self._count += 1
        for at in range(min(pdfium.FPDF_StructElement_CountChildren(element), _MOST_TAGS)):
            content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)
            if content in left:
                tag.kids[at] = left.pop(content)  # once, whoever else names it
            else:
                child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
                self._add(child, tag, at, left, depth + 1)


def _said(ask: Callable[..., int], element: object) -> str:
    """Return what an element says of itself, on one line; empty where it says nothing."""
    size = min(ask(element, None, 0), _LONGEST)
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)
    return " ".join(buffer.raw.decode("utf-16-le", "ignore").replace("\x00", " ").split())
