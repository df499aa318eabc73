"""Texts as they are indexed, and what was typed as a query, so that words are found in any script. Pure.

SQLite's tokeniser parts words where there are spaces, and folds capitals. What it cannot is done here:
letters of scripts without spaces stand alone, and a word in them is a row of letters; accents, points and
vowel signs that many leave out are dropped; wide and narrow letters are the same.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from briefing.patterns import late

_NO_SPACES: Final = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u1000-\u102a\u103f"
    "\u1780-\u17b3\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U000323af"
)
"""Thai, Lao, Burmese, Khmer, kana and Han letters, without the marks that belong to the letter before."""
_LETTER: Final = late(rf"([{_NO_SPACES}])")
_UNWRITTEN: Final = late(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0640\u064b-\u065f\u0670\u06d6-\u06ed]+"
)
"""Accents, Hebrew points, Arabic vowel signs and the stretching of a line."""
_WORD: Final = late(r"[^\W_]")
_LONGEST_QUERY: Final = 500
"""Code points of what is typed."""


def indexed(text: str) -> str:
    """Return a text as the index takes it."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFC", _UNWRITTEN.sub("", unicodedata.normalize("NFKD", text)))
    return _LETTER.sub(r" \1", plain).encode("utf-8", "replace").decode()


def query(typed: str) -> str:
    """Return the query for what has all the words that were typed, or words that begin so; empty for none."""
    words = [indexed(word.replace('"', " ").replace("\0", " ")) for word in typed[:_LONGEST_QUERY].split()]
    return " ".join(f'"{word.strip()}" *' for word in words if _WORD.search(word))
