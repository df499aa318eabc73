"""A feed's source, so that an XML parser takes it: nothing declared, no entities, and no markup left open.

Theory of operation: what stands before the root element goes, and with it every entity but those that stand
for a few characters; a named character becomes that character, and an ampersand that begins no reference is
one. That is done to each feed. Only where the parser still complains, what stands in elements that hold text
is made text: unclosed markup in them would swallow the items behind it.
"""

from __future__ import annotations

import html
import re
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROOT: Final = re.compile(
    r"<(?:[A-Za-z][\w.-]{0,30}+:)?(?:rss|rdf|feed|channel|redirect|opml)(?=[\s>/])", re.IGNORECASE
)
_PAGE: Final = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
ROOT_AFTER: Final = r"\s*+(?>(?:<\?[^>]*+>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[.*?\]\s*+)?>)\s*+)*+<(?:\w+:)?"
"""A pattern (ignoring case, with dots for line ends): what may stand before a root element's name."""
_ENTITY: Final = re.compile(
    r"<!ENTITY\s+([a-zA-Z][a-zA-Z0-9]{1,31})\s+([\"'])((?:[^\"'<>&%]|&#[xX]?[0-9a-fA-F]{1,6};){0,64})\2\s*>"
)
"""One that stands for a few characters, and for no other entity."""
_MOST_ENTITIES: Final = 300
_LOOKED_AT: Final = 1 << 16
_SECTION: Final = r"<!\[CDATA\[(?>[^\]]++|\](?!\]>))*+(?:\]\]>|\Z)"
"""A pattern: a section of text as it is."""
_AMPERSAND: Final = re.compile(
    _SECTION
    + r"|&(?!(?:amp|lt|gt|quot|apos);)(?:(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)?",
    re.DOTALL,
)
_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML may hold, be it written as a reference."""
_MEANT: Final = re.compile("[\x80-\x9f]")
_WINDOWS: Final = {chr(code): bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""Controls that nobody means: bytes of Windows' set that were taken for Latin-1."""
_TEXTS: Final = (
    "title", "description", "content:encoded", "summary", "content", "subtitle", "itunes:summary",
    "itunes:subtitle", "itunes:title", "media:title", "media:description", "dc:title",
    "dc:description", "body", "fullitem",
)  # fmt: skip
"""Elements that hold text, which may be markup."""
_OTHERS: Final = (
    "link", "guid", "pubDate", "enclosure", "author", "category", "comments", "id", "updated", "published",
)  # fmt: skip
"""Others, which end a title that nothing has ended."""
_EMPTY: Final = re.compile(r"<enclosure(\s[^<>]*+)>|</enclosure\s*+>")
"""What never holds anything."""
_OPEN: Final = re.compile(r"<[a-zA-Z][^<>]*+>")
_UNQUOTED: Final = re.compile(r"(\s[\w:.-]{1,40}+=)([^\s\"'<>]+?)(?=\s|/?>)")
_BOUNDARY: Final = re.compile(
    _SECTION + rf"|<(/?)(?:({'|'.join((*_TEXTS, *_OTHERS))})|(item|entry|channel))(?=[\s/>])[^<>]*+>",
    re.DOTALL,
)


def root_of(source: str) -> str:
    """Return the local name of a source's root element in lower case; empty if it is none of a feed's.

    Warnings of programs may stand before it, but no page.
    """
    found = _ROOT.search(source, 0, _LOOKED_AT)
    if found is None or _PAGE.search(source, 0, found.start()):
        return ""
    return found[0].rpartition(":")[2].lstrip("<").lower()


def mended(source: str) -> str:
    """Return a source from its root element on, with no entity in it but XML's own."""
    found = _ROOT.search(source)
    start = found.start() if found else 0
    declared = {
        each[1]: html.unescape(each[3])
        for each in islice(_ENTITY.finditer(source, 0, min(start, _LOOKED_AT)), _MOST_ENTITIES)
    }
    source = _UNFIT.sub("", source[start:])
    source = _MEANT.sub(lambda sign: _WINDOWS.get(sign[0], ""), source)
    return _AMPERSAND.sub(lambda sign: _reference(sign, declared), source)


def _reference(found: re.Match[str], declared: Mapping[str, str]) -> str:
    """Return a reference that XML does not know as it has it, an ampersand that begins none escaped."""
    if found[0].startswith("<"):
        return found[0] if found[0].endswith("]]>") else f"{found[0]}]]>"
    if not found[1]:
        return "&amp;"
    said = declared.get(found[1]) or html.unescape(found[0])
    if said == found[0]:
        return "&amp;" + found[0][1:]
    return html.escape(_UNFIT.sub("", said))


def with_texts_closed(source: str) -> str:
    """Return a source whose elements that hold text hold nothing else, and whose attributes are quoted."""
    source = _EMPTY.sub(lambda tag: f"<enclosure{tag[1].rstrip('/')}/>" if tag[1] else "", source)
    source = _OPEN.sub(lambda tag: _UNQUOTED.sub(r'\1"\2"', tag[0]), source)
    parts: list[str] = []
    at = inside = 0
    opened = ""  # the element whose text is being read
    for tag in _BOUNDARY.finditer(source):
        is_end, name, is_other = tag[1], tag[2], tag[3]
        if opened:
            is_closed = bool(is_end) and name == opened
            is_left_open = bool(is_other) or (
                opened == "title" and name not in (None, "title") and not is_end
            )
            if not (is_closed or is_left_open):
                continue
            parts += (source[at:inside], _as_text(source[inside : tag.start()]))
            parts.append(f"</{opened}>" if is_left_open else "")
            at, opened = tag.start(), ""
        if name in _TEXTS and not is_end and not tag[0].endswith("/>"):
            opened, inside = name, tag.end()
    return "".join((*parts, source[at:]))


def _as_text(markup: str) -> str:
    if "<" not in markup or markup.lstrip().startswith("<![CDATA["):
        return markup
    return markup.replace("<", "&lt;").replace(">", "&gt;")
