"""A page's source as a tree, parsed within limits: no entities, no network, no depth without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def parse(data: bytes) -> HtmlElement | None:
    """Return the root of a page's tree; None if there is nothing in it.

    `data` is decoded by the character set that it declares, as a browser would.
    """
    from lxml.etree import ParserError

    parser = html.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(data, parser=parser)
    except ParserError:
        return None
