"""Characters as readers count them: what is one letter to the eye is one step to the ear.

The boundaries are those of Unicode's extended grapheme clusters (UAX #29, rules GB3 to GB13), by what Python
knows of each code point: marks stay on their letters, the parts of a Hangul syllable together, an emoji with
its joiners and tones, two letters of a flag. Conjuncts of Indic scripts (GB9c) are parted at their
consonants, as their readers spell them.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

JOINER: Final = "\u200d"
_JOINED_ON: Final = frozenset("\u200c\u200d\u0e33\u0eb3\uff9e\uff9f")
"""Joiners, and letters that stand on the one before (Thai, Lao, half-width kana)."""
_BEFORE: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
"""Signs that stand on what follows them: Arabic signs of numbers and verses (Prepend)."""
TONES: Final = range(0x1F3FB, 0x1F400)
"""The five skin tones of emoji, light to dark."""
TAGS: Final = range(0xE0020, 0xE0080)
"""Letters that spell the flag of a region, unseen."""
FLAGS: Final = range(0x1F1E6, 0x1F200)
"""Regional indicators, A to Z: two make a flag."""
_LEADING: Final = (range(0x1100, 0x1160), range(0xA960, 0xA980))
_VOWELS: Final = (range(0x1160, 0x11A8), range(0xD7B0, 0xD7C7))
_TRAILING: Final = (range(0x11A8, 0x1200), range(0xD7CB, 0xD7FC))
_SYLLABLES: Final = range(0xAC00, 0xD7A4)
_OPEN_EVERY: Final = 28
"""Of so many Hangul syllables in a row the first has no final consonant."""
_PICTOGRAPHS: Final = (range(0x2190, 0x2C00), range(0x1F000, 0x1FB00), range(0xA9, 0xAF, 5))


def split_graphemes(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open range of each character of `text`, in order; together they are all of it."""
    start = 0
    for at in range(1, len(text)):
        if not _is_one(text, start, at):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def _is_one(text: str, start: int, at: int) -> bool:
    """Return whether the code point at `at` belongs to the character that began at `start`."""
    before, here = text[at - 1], text[at]
    if here.isascii():
        return before in _BEFORE or (before == "\r" and here == "\n")
    if before.isspace() or unicodedata.category(before) == "Cc":
        return False
    code, code_before = ord(here), ord(before)
    return (
        is_mark(here)
        or before in _BEFORE
        or (before == JOINER and _is_pictograph(text[start]) and _is_pictograph(here))
        or (code in FLAGS and code_before in FLAGS and (at - start) % 2 == 1)
        or _is_syllable(code_before, code)
    )


def is_mark(char: str) -> bool:
    """Return whether a code point is no character of its own, but stands on the one before."""
    code = ord(char)
    return unicodedata.category(char)[0] == "M" or char in _JOINED_ON or code in TONES or code in TAGS


def _is_pictograph(char: str) -> bool:
    return any(ord(char) in block for block in _PICTOGRAPHS)


def _is_syllable(before: int, code: int) -> bool:
    """Return whether two parts of Hangul are of one syllable."""
    is_syllable = before in _SYLLABLES
    is_open = (is_syllable and (before - _SYLLABLES.start) % _OPEN_EVERY == 0) or _is_in(before, _VOWELS)
    if _is_in(before, _LEADING):
        return code in _SYLLABLES or _is_in(code, _LEADING) or _is_in(code, _VOWELS)
    if is_open and _is_in(code, _VOWELS):
        return True
    return (is_open or is_syllable or _is_in(before, _TRAILING)) and _is_in(code, _TRAILING)


def _is_in(code: int, blocks: tuple[range, ...]) -> bool:
    return any(code in block for block in blocks)
