"""The story of a page, found by trafilatura in its tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.answer import PagePart
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_KINDS: Final = {
    "head": BlockKind.HEADING,
    "p": BlockKind.PARAGRAPH,
    "quote": BlockKind.QUOTE,
    "item": BlockKind.LIST_ITEM,
    "row": BlockKind.PARAGRAPH,
}


def read_body(tree: HtmlElement, address: str) -> Iterator[PagePart]:
    """Yield the blocks of a page's story in reading order. The tree is used up."""
    import trafilatura

    found = trafilatura.bare_extraction(
        tree, url=address or None, with_metadata=False, include_comments=False
    )
    body = getattr(found, "body", None)
    if body is None:
        return
    for element in body.iter(*_KINDS):
        if any(above.tag in _KINDS for above in element.iterancestors()):
            continue
        text = " ".join("".join(element.itertext()).split())
        rank = (element.get("rend") or "").removeprefix("h")
        level = int(rank) if element.tag == "head" and rank.isdigit() else 0
        yield PagePart(_KINDS[element.tag], text, max(level, 2) if element.tag == "head" else 0)
