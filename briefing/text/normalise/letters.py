"""Letters and digits that only look otherwise: bold and script ones, ligatures, circled ones, Roman numerals.

No voice knows "𝗕𝗼𝗹𝗱", "ﬁre", "ＡＢＣ" or "Ⅳ"; said are the letters that they stand for. What means something
else than its letters stays: raised digits ("m²", "word¹"), "™", "№", "℃", fractions.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape
from typing import Final

_STYLED: Final = re.compile(
    "[\u0132\u0133\u0262\u026a\u0274\u0280\u0299\u029c\u029f\u2071\u207f\ua731"
    "\u01c4-\u01cc\u01f1-\u01f3\u02b0-\u02b8\u02e1-\u02e3\u1d00-\u1d22\u1d2c-\u1d6a\u1e9b\ufb00-\ufb06"
    "\u2102\u210a-\u2115\u2119-\u211d\u2124\u2128\u212a-\u2131\u2133-\u2138\u2145-\u2149\u2160-\u217f\u2460-\u24ff"
    "\u2776-\u2793\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e\U0001d400-\U0001d7ff\U0001f110-\U0001f16f\U0001f170-\U0001f189"
    "\U0001fbf0-\U0001fbf9\u20e3]"
    "|[^\\W\\d_][\u0300-\u036f]"
)
"""What is written otherwise, and letters whose accents are code points of their own."""
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[\da-fA-F]{1,5});")
"""What a page has for a sign: "&amp;", "&#8217;"."""
_BACKTICK: Final = re.compile(r"(?<=[^\W\d_])`(?=[^\W\d_])")
_CIRCLED: Final = re.compile("[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]")
_LINES: Final = re.compile("(?<=[\u0300-\u036f])[\u0332-\u0338]|[\u0332-\u0338]")
"""Lines through and under letters: "n̶o̶"."""


def plain(token: str) -> str:
    """Return a token with the letters and digits that its own stand for; of another length, maybe."""
    if "&" in token and ";" in token:
        token = _ENTITY.sub(lambda match: unescape(match[0]), token)
    if "`" in token:
        token = _BACKTICK.sub("'", token)
    if token.isascii() or not _STYLED.search(token):
        return token
    made = "".join(_plain(char) for char in _LINES.sub("", token) if char != "\u20e3")
    return unicodedata.normalize("NFC", made)


@lru_cache(maxsize=512)
def _plain(char: str) -> str:
    if not _STYLED.match(char):
        return char
    if _CIRCLED.match(char):
        number = unicodedata.numeric(char, None)
        if number is not None:
            return str(int(number))
    said = unicodedata.normalize("NFKC", char)
    if "\u2170" <= char <= "\u217f":  # small Roman numerals
        return said.upper()
    if said != char:
        return said.strip("()") if len(said) > 1 else said
    return _named(char)


def _named(char: str) -> str:
    """Return the letter that a character's name ends with: "ʟ", "🅻"; itself without one."""
    kind, _, letter = unicodedata.name(char, "").rpartition(" ")
    if "LATIN" not in kind or len(letter) != 1:
        return char
    return letter.lower() if "SMALL" in kind else letter
