"""Signs in words, for a voice that would pass over them (UAAG 2.0, 1.6.3).

A screen reader does so itself, by its own settings, so lines that are written keep their signs.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from briefing.kinds import Punctuation
from briefing.patterns import late
from briefing.text.spelling import character

if TYPE_CHECKING:
    import re

_SOME: Final = frozenset("#*_^~|\\<>{}[]§¶†•")
"""Signs that mean something, and that voices mostly pass over; a voice reads "$" and its like itself."""
_SIGN: Final = late(r"[^\w\s]|_")
_PAUSES: Final = frozenset(",;:.!?…。、，！？；：،؛؟।")
"""Stay behind their names, for the voice to pause there."""


def with_signs_named(text: str, level: Punctuation, language: str = "") -> str:
    """Return a text with the signs of a level in words of its language; with none of them as it is.

    Signs within a word or a number ("Russia's", "4.2", "1:12") are the voice's own affair.
    """
    if level is Punctuation.NONE:
        return text
    named = _SIGN.sub(lambda found: _named(found, level, language), text)
    return " ".join(named.split())


def _named(found: re.Match[str], level: Punctuation, language: str) -> str:
    sign, text = found[0], found.string
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    is_sign = sign in _SOME or (level is Punctuation.ALL and unicodedata.category(sign)[0] in "PS")
    is_within = before.isalnum() and after.isalnum() and sign in "'’.,:-"
    if not is_sign or is_within:
        return sign
    return f" {character(sign, language)}{sign if sign in _PAUSES else ''} "
