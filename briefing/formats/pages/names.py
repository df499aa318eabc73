"""Whether a line may be nothing but people's names: who wrote a story, where no label says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefing.formats.pages.lines import PageLine

_PARTICLES: Final = re.compile(
    "and|und|et|y|e|i|en|och|og|ve|и|та|і|de|del|della|di|da|do|dos|du|des|von|van|der|den|zu|zur|la|le|al|el"
    "|bin|ben|ibn|abu|for|of|in|at|für|im|pour|aus"
)
_TOKEN: Final = re.compile(r"[^\W\d_][\w.'’\-]*")
_LEAST: Final = 2
_MOST: Final = 8


def is_name(line: PageLine) -> bool:
    """Return whether all words of a short line are capitalised but those that join names.

    In scripts without capitals any two words may be a name.
    """
    if line.kind is not None or line.is_date or line.ends or line.is_links or line.text[-1:] in ":：?!":
        return False
    words = _TOKEN.findall(line.text)
    if any(char.isdigit() for char in line.text) or not _LEAST <= len(words) <= _MOST:
        return False
    if all(word[0].lower() == word[0].upper() for word in words):
        return len(words) == _LEAST
    capitals = [word for word in words if not _PARTICLES.fullmatch(word)]
    return len(capitals) >= _LEAST and all(word[0].isupper() for word in capitals)
