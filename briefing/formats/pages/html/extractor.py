"""Trafilatura: it knows pages that our own reading makes nothing of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def extract(tree: HtmlElement) -> str:
    """Return what trafilatura takes for a page's story; empty where it finds none. The tree is used up."""
    import trafilatura

    found = trafilatura.bare_extraction(tree, with_metadata=False, include_comments=False)
    return str(getattr(found, "text", None) or "")
