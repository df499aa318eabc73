"""A page's source as a tree, parsed within limits: no entities, no network, no depth without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from briefing.formats.pages.html.charset import read_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def parse(data: bytes, charset: str = "") -> HtmlElement | None:
    """Return the root of a page's tree; None if there is nothing in it.

    `data` is decoded as a browser would, see `charset`; it may have come with a character set of its own.
    """
    from lxml.etree import ParserError

    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True
    )
    source = read_text(data, charset).lstrip("\ufeff").replace("\x00", "\ufffd")
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return None
