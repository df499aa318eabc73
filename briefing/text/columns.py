"""How many columns of a terminal a character takes."""

from __future__ import annotations

import unicodedata


def columns_of(char: str) -> int:
    """Return 0 for marks and signs that stand on another character, 2 for wide ones (UAX 11), else 1."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
