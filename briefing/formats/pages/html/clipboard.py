"""HTML as Windows has it on its clipboard (CF_HTML): some lines of numbers, and the address, before it."""

from __future__ import annotations

import re
from typing import Final

from briefing.formats.pages.html.packed import Packed
from briefing.text.encodings.decode import decode

HINT: Final = r"Version:\d[.\d]*\s+StartHTML:"
"""What it begins with."""
_LOOKED_AT: Final = 64
_KEY: Final = rb"[A-Z]\w{3,30}:"
_VALUE: Final = rb"[^\s<]*+(?:[^\S\r\n]++(?!" + _KEY + rb")[^\s<]++)*+"
_HEADER: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:" + _KEY + _VALUE + rb"\s++){3,12}(?=<)", re.IGNORECASE
)
_SOURCE: Final = re.compile(rb"^SourceURL:\s*(https?://\S+)", re.IGNORECASE | re.MULTILINE)


def is_own(data: bytes) -> bool:
    """Return whether these bytes begin so, be it in UTF-16, which programs on the way make of it."""
    start = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf\xff\xfe\r\n ").replace(b"\x00", b"")
    return re.match(HINT.encode(), start) is not None


def unpack(data: bytes) -> Packed:
    """Return the page without the lines before it, whose numbers programs on the way make wrong."""
    if b"\x00" in data[:_LOOKED_AT]:
        data = decode(data).encode()
    header = _HEADER.match(data)
    if header is None:
        return Packed()
    source = _SOURCE.search(header[0])
    return Packed(data[header.end() :], source[1].decode("ascii", "ignore") if source else "")
