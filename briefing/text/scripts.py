"""Which script a letter is of, and which ones a language is written in."""

from __future__ import annotations

import unicodedata
from typing import Final

_CODES: Final = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "DEVANAGARI": "Deva",
    "THAI": "Thai",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "KATAKANA-HIRAGANA": "Kana",
    "HANGUL": "Hang",
    "CJK": "Hani",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
}
"""First word of a character's name in Unicode -> ISO 15924."""
_OF: Final = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"), ("Cyrl",)),
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), ("Arab",)),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), ("Deva",)),
    "bn": ("Beng",),
    "el": ("Grek",),
    "he": ("Hebr",),
    "hy": ("Armn",),
    "ja": ("Hira", "Kana", "Hani"),
    "ka": ("Geor",),
    "ko": ("Hang", "Hani"),
    "ta": ("Taml",),
    "te": ("Telu",),
    "th": ("Thai",),
    "yi": ("Hebr",),
    "zh": ("Hani",),
}
"""By primary tag; every other language is written in Latin letters."""


def script_of(letter: str) -> str:
    """Return the ISO 15924 code of a letter's script; empty for a rare one, or what is none."""
    return _CODES.get(unicodedata.name(letter[:1], "").partition(" ")[0], "") if letter else ""


def is_written_with(language: str, letter: str) -> bool:
    """Return whether a language, any tag, is written in the script of a letter."""
    return script_of(letter) in _OF.get(language.partition("-")[0].lower(), ("Latn",))
