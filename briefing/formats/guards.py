"""What a text says that looks like a format's own signs, kept from being taken for them.

Formats without a way to escape get a word joiner (U+2060) within or before it, which nobody sees, and
which our readers take out again: the text is the same to the letter, for them and for the eye.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re

JOINER: Final = "\u2060"


def guarded(line: str, own: re.Pattern[str]) -> str:
    """Return a line with a joiner before it where it begins as the format's own do, or with a joiner."""
    return JOINER + line if line.startswith(JOINER) or own.match(line) else line


def unguarded(line: str) -> str:
    """Return a line without the joiner that stands before it."""
    return line.removeprefix(JOINER)
