"""The words of a text: what is lit, and what is gone through word by word.

A *word* is a run without white space, less the punctuation around it ("“Russia’s," is `Russia’s`;
"$4.2" and "50%" and "U.S." stay whole). Punctuation that stands alone is no word. Chinese characters
are words each, runs of kana together.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"\S+")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}")
_SPOKEN_SIGNS: Final = "%#@&§°‰"
"""Punctuation, by Unicode's account, that is read aloud and so belongs to a word."""
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u309f\u30a0-\u30fa\u30fc-\u30ff"
_FIRST_TAG: Final = "\U000e0020"
_LAST_TAG: Final = "\U000e007f"
_FIRST_KANA: Final = "\u3041"
_EAST_ASIAN: Final = f"[{_HAN}{_KANA}]"
_PIECE: Final = f"[{_HAN}]|[{_KANA}]+|[^{_HAN}{_KANA}]+"
"""Compiled where they are met, and kept by `re`: most texts need none of these."""


def split_words(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the half-open range of each word of `text` between `start` and `stop`."""
    for token in _TOKEN.finditer(text, start, stop):
        if token[0].isascii() and token[0].isalnum():
            yield token.span()  # four in five words of a library
        elif max(token[0]) >= _FIRST_KANA and re.search(_EAST_ASIAN, token[0]):
            for piece in re.compile(_PIECE).finditer(text, token.start(), token.end()):
                yield from _trimmed(text, piece.start(), piece.end())
        else:
            yield from _trimmed(text, token.start(), token.end())


def _trimmed(text: str, token_start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the token without the punctuation around it, if anything is left."""
    start = token_start
    while start < stop and not _is_spoken(text[start]):
        start += 1
    end = stop
    while end > start and not _is_spoken(text[end - 1]):
        end -= 1
    if end == start:
        return
    while end < stop and _FIRST_TAG <= text[end] <= _LAST_TAG:
        end += 1  # of a flag, whose letters they are
    if end < stop and text[end] == "." and _DOTTED.fullmatch(text, start, end + 1):
        end += 1
    if text[start].isdigit() and start > token_start and text[start - 1] in "-−":
        start -= 1  # a minus sign
    yield start, end


def _is_spoken(char: str) -> bool:
    """Return whether a character at a word's edge belongs to the word."""
    if char.isalnum() or char in _SPOKEN_SIGNS:
        return True
    category = unicodedata.category(char)
    return category[0] in "LNM" or category in {"Sc", "Sm", "So", "Co"}
