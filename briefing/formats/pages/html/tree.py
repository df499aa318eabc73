"""A page's source as a tree, parsed within limits: no entities, no network, no depth without end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import html

from briefing.formats.pages.html.charset import read_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WRAPPED: Final = re.compile(
    r"</?(?:div|section|center|blockquote|[uod]l|li|d[td]|t(?:able|body|r|d|h)|form|aside|details)\b[^<>]*>",
    re.IGNORECASE,
)
_WRAPPED_INLINE: Final = re.compile(
    r"</?(?:span|font|a|b|i|u|em|strong|small|big|tt)\b[^<>]*>", re.IGNORECASE
)
"""What holds others: left out where a page has more within each other than is parsed, which are 255."""
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_HEAD: Final = frozenset(("base", "link", "meta", "noscript", "script", "style", "template", "title"))
"""What a head may hold (WHATWG, HTML 4.2.1); anything else ends it."""


def parse(data: bytes, charset: str = "") -> HtmlElement | None:
    """Return the root of a page's tree; None if there is nothing in it.

    `data` is decoded as a browser would, see `charset`; it may have come with a character set of its own.
    """
    source = read_text(data, charset).lstrip("\ufeff").replace("\x00", "\ufffd")
    root, is_whole = _parsed(source)
    if not is_whole:
        root, _ = _parsed(_WRAPPED_INLINE.sub("", _WRAPPED.sub("<br>", source)))
    if root is not None:
        _end_head(root)
    return root


def _parsed(source: str) -> tuple[HtmlElement | None, bool]:
    """Return the root of a tree, and whether all of its source is in it: some is too deep, or behind that."""
    from lxml.etree import ErrorTypes, ParserError

    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return None, True
    return root, all(error.type != ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)


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
    # libxml2 reads characters that no tree may be given.
    moved[-1].tail = _NO_XML.sub("", (moved[-1].tail or "") + (behind or "")) or None
