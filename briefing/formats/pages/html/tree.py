"""A page's source as a tree, parsed within limits: no entities, no network, no depth without end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import html

from briefing.formats.pages.html.charset import read_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_IN_HEAD: Final = frozenset(("base", "link", "meta", "noscript", "script", "style", "template", "title"))
"""What a head may hold (WHATWG, HTML 4.2.1); anything else ends it."""


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
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return None
    _end_head(root)
    return root


def _end_head(root: HtmlElement) -> None:
    """Begin the body where a page without tags for it does: at the first element that no head may hold.

    libxml2 knows no elements of HTML 5, and leaves them in the head where nothing else ends that.
    """
    head = root.find("head")
    if head is None:
        return
    others = [i for i, element in enumerate(head) if element.tag not in _IN_HEAD]
    if not others:
        return
    body = root.find("body")
    if body is None:
        body = html.Element("body")
        root.append(body)
    moved = list(head)[others[0] :]
    body.text, behind = None, body.text
    for at, element in enumerate(moved):
        body.insert(at, element)
    moved[-1].tail = (moved[-1].tail or "") + (behind or "") or None
