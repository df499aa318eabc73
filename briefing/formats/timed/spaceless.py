"""Scripts that put no blanks between words."""

from __future__ import annotations

import re
from typing import Final

LETTER: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
"""One of theirs: kana, an ideograph, Thai or Lao. Python takes long to compile it, so it stands by itself."""


def ends(text: str) -> bool:
    """Return whether the last letter of a text is one of theirs."""
    return LETTER.match(next(filter(str.isalnum, reversed(text)), "")) is not None


def begins(text: str) -> bool:
    """Return whether the first letter of a text is one of theirs."""
    return LETTER.match(next(filter(str.isalnum, text), "")) is not None
