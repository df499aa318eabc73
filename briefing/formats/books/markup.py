"""A book's file as a tree, parsed within limits: no entity is declared, nothing is fetched or loaded.

Named characters ("&nbsp;") are put in their place before: what declares them is a DTD, and none is read.
What a document's own type declares it to hold is known where that is a short text without markup.
"""

from __future__ import annotations

import re
from contextlib import suppress
from html.entities import html5
from typing import TYPE_CHECKING, Final

from lxml import etree

from briefing.formats.pages.html import tree as html_tree
from briefing.formats.pages.html.charset import read_text
from briefing.formats.xml_parser import parser_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROLOGUE: Final = re.compile(r"\s*+<\?xml[^>]*+>")
_TYPE: Final = re.compile(r"<!DOCTYPE\b[^>\[]*+(?:\[(.*?)\]\s*+)?>", re.IGNORECASE | re.DOTALL)
_TYPE_START: Final = re.compile("<!DOCTYPE", re.IGNORECASE)
_LOOKED_AT: Final = 1 << 16
"""Code points before which a document's type stands."""
_DECLARED: Final = re.compile(r"""<!ENTITY\s++([\w.-]{1,60})\s++["']([^"'&<>%]{0,60})["']\s*+>""")
_REFERENCE: Final = re.compile(r"&(?:(#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};)|([A-Za-z][\w.-]{0,60});)?")
_OWN: Final = frozenset(("amp", "lt", "gt", "quot", "apos"))
_EMPTY: Final = re.compile(
    r"<(a|abbr|b|div|em|h[1-6]|i|p|script|section|small|span|strong|style|sub|sup|td|th|title|u)"
    r"((?:\s[^<>]*?)?)/>"
)
"""What XML may leave empty in one tag, and HTML may not."""


def parse(data: bytes, *, is_page: bool = False) -> _Element | None:
    """Return the root of a file's tree, its elements without their namespaces; None if there is nothing.

    Args:
        data: The file.
        is_page: Whether it is read as HTML where it is no XML; else as much of it as can be read.
    """
    text = read_text(data)
    # No file is fed on as it stands: a type could declare what grows without an end.
    text = text.lstrip("\ufeff").replace("\0", "\ufffd")
    if prologue := _PROLOGUE.match(text):
        text = text[prologue.end() :]
    text = _resolved(text)
    source = text.encode("utf-8", "replace")
    try:
        root = etree.fromstring(source, parser_of(recover=False))
    except etree.XMLSyntaxError:
        root = _recovered(text, source, is_page=is_page)
    if root is not None:
        _strip(root)
    return root


def _recovered(text: str, source: bytes, *, is_page: bool) -> _Element | None:
    if is_page:
        return html_tree.parse(_EMPTY.sub(r"<\1\2></\1>", text).encode("utf-8", "replace"), "utf-8")
    try:
        return etree.fromstring(source, parser_of(recover=True))
    except etree.XMLSyntaxError:
        return None


def _resolved(text: str) -> str:
    """Return a text without its type, and with characters in place of their names."""
    start = _TYPE_START.search(text, 0, _LOOKED_AT)
    found = _TYPE.match(text, start.start(), _LOOKED_AT) if start else None
    declared: dict[str, str] = {}
    if found is not None:
        declared = dict(_DECLARED.findall(found[1] or ""))
        text = text[: found.start()] + text[found.end() :]

    def character(match: re.Match[str]) -> str:
        number, name = match[1], match[2]
        if number or name in _OWN:
            return match[0]
        known = declared.get(name or "") or html5.get(f"{name};")
        if known is None:
            return "&amp;" + match[0][1:]
        return known.replace("&", "&amp;").replace("<", "&lt;")

    return _REFERENCE.sub(character, text) if "&" in text else text


def _strip(root: _Element) -> None:
    """Take namespaces and prefixes off all elements: a book's files are known by what they are named as."""
    for element in root.iter():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        # Before an element's own name stands its namespace, or a prefix that is not declared.
        own = max(tag.rfind("}"), tag.rfind(":")) + 1
        if own:
            with suppress(ValueError):  # what is left is no name
                element.tag = tag[own:]
