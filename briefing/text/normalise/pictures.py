"""Emoji: said by their names, shortly, and once however often they stand in a row."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from briefing.text.character_names.known import known_names
from briefing.text.normalise.numerals import cardinals

_ONE: Final = (
    "(?:[\U0001f1e6-\U0001f1ff]{2}"
    "|[\u231a-\u2328\u23cf-\u23fa\u25b6\u25c0\u25fb-\u25fe\u2600-\u2668\u2670-\u2767\u2794-\u27bf\u2934-\u2935\u2b05-\u2b55"
    "\U0001f000-\U0001f0ff\U0001f18e-\U0001f1e5\U0001f200-\U0001faff]"
    "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
    "(?:\u200d[\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff][\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*)*)"
)
PICTURES: Final = re.compile(f"{_ONE}(?:\\s?{_ONE})*")
"""A row of emoji."""
_EACH: Final = re.compile(_ONE)
_UNHEARD: Final = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
"""How it looks, and tones of skin."""
_MOST: Final = 3
"""Of a row, that are named."""
_STARS: Final = re.compile("(?P<full>[★⭐]{1,10})(?P<empty>☆{0,9})")
_BULLETS: Final = frozenset("☐☑✓✔✗✘✕✖➔➜➡❖◆✦✧★☆⬛⬜▶◀■□●○❏❑❒✱✲✳✴✵✶✷✸✹✺✻✼✽✿❀❁❂❃❇❈❉❊❋➤➢➣")
"""Signs that begin a line or fill it: they name nothing."""


def has_pictures(text: str) -> bool:
    """Whether there is an emoji in a text."""
    return not text.isascii() and max(text) > "\u2300" and PICTURES.search(text) is not None


@lru_cache(maxsize=512)
def names_of(row: str, language: str) -> tuple[str, ...]:
    """Return the words for a row of emoji in a language (a primary subtag); none where it has no names."""
    if language == "en" and (stars := _STARS.fullmatch(row)):
        return _rating(len(stars["full"]), len(stars["empty"]))
    called: dict[str, None] = {}
    for match in _EACH.finditer(row):
        if name := _name(_UNHEARD.sub("", match[0]), known_names(language)):
            called[name] = None
    return tuple(word for name in list(called)[:_MOST] for word in re.findall(r"[^\s:,;“”\"()]+", name))


def _rating(full: int, empty: int) -> tuple[str, ...]:
    """Return the words for a row of stars: "four out of five stars"."""
    of_all = ("out", "of", cardinals(str(full + empty))[0]) if empty else ()
    return (cardinals(str(full))[0], *of_all, "stars" if full + empty > 1 else "star")


def _name(sign: str, known: dict[str, str]) -> str:
    if not sign or sign[0] in _BULLETS:
        return ""
    first = sign[:2] if "\U0001f1e6" <= sign[0] <= "\U0001f1ff" else sign[0]
    return known.get(sign) or known.get(first, "")
