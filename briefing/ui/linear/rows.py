"""A line of text as rows of a terminal, broken at words.

Theory of operation: a terminal breaks a line at its last column, in the middle of a word, and a reader that
speaks or shows rows has two halves of one. So lines are broken here, and no terminal has anything to break:
what takes a column in any terminal is counted as one (the kernel's console gives a mark a cell of its own).
"""

from __future__ import annotations

import unicodedata
from typing import Final

from briefing.text.columns import columns_of

_STARTS_NO_ROW: Final = ("Mn", "Me", "Mc", "Cf", "Pe", "Pf", "Po")
"""Marks, closing brackets and quotes, and stops: they stay with what stands before them."""


def columns_taken(text: str) -> int:
    """Return the most columns that a terminal takes for a text."""
    return len(text) if text.isascii() else sum(map(_most_columns, text))


def rows_of(line: str, columns: int) -> list[str]:
    """Return a line as rows of at most so many columns; at least one row.

    Only a word that is wider than a row, an address or a sentence in Japanese, is divided.
    """
    if columns_taken(line) <= columns:
        return [line]
    rows: list[str] = []
    row, taken = "", 0
    for word in line.split(" "):
        needed = columns_taken(word)
        if row and taken + 1 + needed <= columns:
            row, taken = f"{row} {word}", taken + 1 + needed
            continue
        if row:
            rows.append(row)
        *whole, row = _divided(word, columns) if needed > columns else (word,)
        rows += whole
        taken = columns_taken(row)
    return [*rows, row]


def _divided(word: str, columns: int) -> list[str]:
    parts: list[str] = []
    begin = taken = 0
    for at, char in enumerate(word):
        needed = _most_columns(char)
        if taken + needed > columns:
            end = _last_break(word, begin, at)
            parts.append(word[begin:end])
            begin, taken = end, columns_taken(word[end:at])
        taken += needed
    return [*parts, word[begin:]]


def _last_break(word: str, begin: int, at: int) -> int:
    """Return the last place up to `at` where a row may begin; `at` itself if there is none."""
    end = at
    while end > begin and unicodedata.category(word[end]) in _STARTS_NO_ROW:
        end -= 1
    return end if end > begin else at


def _most_columns(char: str) -> int:
    return max(1, columns_of(char))
