"""What marks an item as breaking news: a category, a key word, or the first word of its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS: Final = (
    "breaking news alert|breaking news|breaking|newsflash|news flash|eilmeldung|eil|flash info|alerte info"
    "|urgent|dernière minute|última hora|último minuto|urgente|última notícia|ultim'ora|ultim’ora|срочно"
    "|молния|терміново|pilne|z ostatniej chwili|son dakika|عاجل|خبر عاجل|خبر فوری|ब्रेकिंग न्यूज़"
    "|ब्रेकिंग न्यूज|ब्रेकिंग|突发|突發|快讯|快訊|速報|속보"
    "|berita terkini|tin nóng|breaking nieuws|senaste nytt|just nu"
)
_MARK: Final = re.compile(rf"\W*+(?:{_WORDS})\W*+", re.IGNORECASE)
_BEGINNING: Final = re.compile(rf"\W{{0,4}}(?:{_WORDS})\s?[:|—–\]】!]", re.IGNORECASE)
"""How a title begins that is marked so: "BREAKING: ", "[Eilmeldung] ", "速報】"."""

BREAKING_NAMES: Final = (
    "breaking",
    "_breaking",
    "is_breaking",
    "isbreaking",
    "breakingnews",
    "breaking_news",
)
"""What elements and members are called that say so."""


def is_breaking(title: str, marks: Iterable[str]) -> bool:
    """Return whether an item is breaking news.

    Args:
        title: Its title.
        marks: Its categories, tags and key words.
    """
    return _BEGINNING.match(title) is not None or any(_MARK.fullmatch(mark.strip()) for mark in marks)
