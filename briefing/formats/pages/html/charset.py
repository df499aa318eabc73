"""A page's bytes as text: what it declares, unless its bytes say otherwise.

A byte order mark decides, then bytes that are UTF-8: nothing else looks like it by chance, and pages
declare wrong sets oftener than that. Then counts what the page declares near its start, read as browsers
read it (WHATWG, Encoding): some names mean more letters than they say. What is left is told by its
letters, as any other text is.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from briefing.errors import SourceError
from briefing.text.encodings.decode import decode

_DECLARED: Final = re.compile(
    rb"""<meta\s[^<>]*?charset\s*+=\s*+["']?+\s*+([\w.:-]+)|<\?xml\s[^<>]*?encoding\s*+=\s*+["']([\w.:-]+)""",
    re.IGNORECASE,
)
_LOOKED_AT: Final = 1 << 16
"""Bytes. The standard says 1,024; browsers look on as far as the head goes, and pages rely on it."""
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WHOLE_A_BROKEN: Final = 10
"""More whole characters past ASCII than this for each damaged one are UTF-8 with a few damaged bytes."""
_MEANT: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_KNOWN: Final = re.compile(
    r"cp(?:125\d|866|874|932|949)|iso8859-\d+|koi8-[ru]|mac-(?:cyrillic|roman)|gb18030|big5hkscs"
    r"|euc_jp|iso2022_jp"
)
"""What pages are written in. Python knows others, some of which are no sets of characters at all."""


def read_text(data: bytes, told: str = "") -> str:
    """Return a page's source as text, damaged characters replaced; empty where it is no text at all.

    Args:
        data: The source.
        told: The character set that it came with, which goes before what it declares; empty for none.
    """
    if not data.startswith(_MARKS) and not data.isascii():
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        if not broken or sum(char >= "\x80" for char in text) > broken * (1 + _WHOLE_A_BROKEN):
            return text
    declared = None if data.startswith(_MARKS) else _known(told) or _declared(data)
    try:
        return data.decode(declared, "replace") if declared else decode(data)
    except SourceError:
        return ""


def _declared(data: bytes) -> str | None:
    """Return Python's name of the older character set that a page declares; None where there is none."""
    found = _DECLARED.search(data, 0, _LOOKED_AT)
    return None if found is None else _known((found[1] or found[2]).decode("ascii", "ignore"))


def _known(called: str) -> str | None:
    """Return Python's name of an older character set; None if there is none that pages are written in."""
    try:
        name = codecs.lookup(called).name
    except (LookupError, ValueError):
        return None
    name = _MEANT.get(name, name)
    return name if _KNOWN.fullmatch(name) else None
