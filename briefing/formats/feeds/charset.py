"""A feed's bytes as text: as a page's are, and where two sets of characters are mixed, each as its own.

Feeds are put together of items from elsewhere, so one in UTF-8 may hold some in Windows' set. What servers
say by default counts for nothing: what a feed says of itself goes before.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from briefing.formats.pages.html.charset import read_text

_DEFAULTS: Final = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ESCAPED: Final = re.compile("[\udc80-\udcff]")


def read_source(data: bytes, told: str = "") -> str:
    """Return a feed as text, without what stands before its first sign; empty where it is no text at all.

    Args:
        data: The feed.
        told: The character set that it came with; empty for none.
    """
    text = _mixed(data) or read_text(data, "" if told.lower() in _DEFAULTS else told)
    return text.lstrip("\ufeff \t\r\n")


def _mixed(data: bytes) -> str:
    """Return what is UTF-8 at least as often as not, as that and Windows' set; empty for everything else."""
    if data.isascii() or data.startswith(_WIDE):
        return ""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(_ESCAPED.findall(text))
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    if whole < broken:
        return ""
    return _ESCAPED.sub(lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", "replace"), text)
