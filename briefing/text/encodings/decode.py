"""Bytes to text: every encoding that a text file comes in.

A byte order mark decides; else zeros in every other byte tell UTF-16; else text that is
valid UTF-8 is UTF-8; else `codepages` tells by its letters; else text in Latin letters is in what
`latin_pages` tells by them, and charset-normalizer guesses among the rest. What is no text in any of
them is refused rather than shown as noise.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import Final

from briefing.errors import SourceError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
"""Bytes that text hardly holds (bell, backspace, escape and line breaks occur)."""
_LONG_UTF8: Final = re.compile(rb"[\xf8-\xfb][\x80-\xbf]{4}|[\xfc\xfd][\x80-\xbf]{5}")
"""Characters of five and six bytes, which UTF-8 had until 2003: elinks writes them for letters with marks."""
_LOOKED_AT: Final = 65_536
_BINARY_SHARE: Final = 0.6
_BROKEN_SHARE: Final = 0.05
_UTF16_SHARE: Final = 0.3
_LATIN_SHARE: Final = 0.3
"""Below this share of bytes past ASCII a text is in Latin letters."""


def decode(data: bytes) -> str:
    r"""Return `data` as text, its line ends as `\n`.

    Raises:
        SourceError: if it is no text in any encoding that can be told.
    """
    return _decode(data).replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    head = data[:_LOOKED_AT]
    if utf16 := _unmarked_utf16(head):
        return _decode_marked(data, utf16)
    odd = len(_CONTROLS.findall(head))
    if odd > len(head) * _BINARY_SHARE:
        raise _no_text()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > 0:
            return data[: error.start].decode("utf-8")
    if odd > len(head) * _BROKEN_SHARE or b"\x00" in head:
        raise _no_text()
    return _decode_damaged(data)


def _decode_damaged(data: bytes) -> str:
    with suppress(UnicodeDecodeError):
        return _LONG_UTF8.sub("\ufffd".encode(), data).decode("utf-8")
    patched = data.decode("utf-8", "replace")
    if patched.count("\ufffd") < len(patched) * 0.001:
        return patched  # a few bytes are damaged in what is UTF-8 otherwise
    return _decode_older(data)


def _decode_marked(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") > len(text) * _BROKEN_SHARE:
        raise _no_text()
    return text


def _unmarked_utf16(head: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark, told by the zeros of its ASCII characters."""
    pairs = len(head) // 2
    for encoding, zeros, others in (
        ("utf-16-le", head[1::2], head[0::2]),
        ("utf-16-be", head[0::2], head[1::2]),
    ):
        if pairs and zeros.count(0) > pairs * _UTF16_SHARE and others.count(0) < pairs * _BROKEN_SHARE:
            return encoding
    return None


def _decode_older(data: bytes) -> str:
    # Hardly any text is in an older encoding.
    from briefing.text.encodings.codepages import guess
    from briefing.text.encodings.latin_pages import latin_page

    if encoding := guess(data):
        return data.decode(encoding, "replace")
    high = sum(byte >= 0x80 for byte in data[:_LOOKED_AT])  # noqa: PLR2004 (past ASCII)
    if high < len(data[:_LOOKED_AT]) * _LATIN_SHARE:
        return data.decode(latin_page(data), "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_LOOKED_AT]).best()
    if best is None:
        raise _no_text()
    return data.decode(best.encoding, "replace")


def _no_text() -> SourceError:
    return SourceError(
        "This holds neither text nor a recording that can be read.", "Save its text as UTF-8 and open that."
    )
