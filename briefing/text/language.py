"""The language of a text: what is declared, as a BCP 47 tag, or what it looks like.

Theory of operation: most scripts name their language, or leave it to a few letters (a
Cyrillic text with "ї" is Ukrainian, an Arabic one with "پ" Persian). Latin and Cyrillic
texts are told by their commonest words: a tenth or more of any running text. Where two
languages are as likely, or the text is short, there is no answer: a voice of the wrong
language is worse than the user's own. It costs milliseconds and loads nothing; the
statistical detectors load models for hundreds.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import Final

from briefing.patterns import late
from briefing.text.language_names import LANGUAGE_NAMES, OLDER_CODES, THREE_LETTERS

KNOWN_CODES: Final = frozenset(LANGUAGE_NAMES) | frozenset(THREE_LETTERS) | frozenset(OLDER_CODES)
"""Language subtags that the name of a file is believed to mean."""
_TAG = late(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_LOOKED_AT: Final = 20_000
"""Characters that are enough to tell."""
_LEAST_WORDS: Final = 4
"""Common words that a text must have of a language."""
_LEAST_SHARE: Final = 0.08
"""And the share of its words that they must be: a little less than the tenth that any running text has."""
_LEAD: Final = 1.2
"""How many times as many as of any other language."""
_KANA_SHARE: Final = 0.1
"""From this share of kana among its letters on, a text is Japanese and not Chinese."""

_BY_SCRIPT: Final = {
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "GREEK": "el",
    "HEBREW": "he",
    "THAI": "th",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "TELUGU": "te",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
    "ETHIOPIC": "am",
    "ARABIC": "ar",
}
_TELLING_LETTERS: Final = {
    "ARABIC": (
        ("ps", "ټډړښځڅ"), ("ug", "ۇۈۋ"), ("ckb", "ێۆڵڕ"), ("ur", "ٹڈڑےں"), ("fa", "پچژگ"), ("ar", "ةىأإ"),
    ),
    "CYRILLIC": (
        ("tg", "ҷӣӯ"), ("uz", "ҳ"), ("ba", "ҙҫҡ"), ("kk", "ұғқ"), ("tt", "ә"), ("ky", "ң"), ("mn", "өү"),
        ("uk", "їєґ"), ("be", "ў"), ("mk", "ѓќѕ"), ("sr", "ђћљњџ"), ("ru", "ыэё"), ("bg", "ъ"),
    ),
}  # fmt: skip
"""Of languages of one script, the rarer first: each has letters that those behind it do not have."""
_VIETNAMESE: Final = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_VIETNAMESE_SHARE: Final = 0.05
"""Of a text's characters; it has three times as many, and a text with names of its people fewer."""
_SHARE_OF_TELLING: Final = 0.002
"""The share of such letters in a text that is no chance: one in five hundred."""


def language_tag(declared: str) -> str | None:
    """Return a declared language as a BCP 47 tag: "en" for "eng", "he" for "iw"; None if it is none."""
    declared = declared.strip().strip("\x00")
    if not _TAG.fullmatch(declared) or declared.lower() in {"und", "xxx", "mul", "zxx"}:
        return None
    primary, *rest = re.split("[-_]", declared)
    primary = primary.lower()
    primary = THREE_LETTERS.get(primary) or OLDER_CODES.get(primary, primary)
    return "-".join([primary, *(part.upper() if len(part) == len("US") else part for part in rest)])


def same_language(one: str, other: str) -> bool:
    """Return whether two tags name one language, of whatever region; False where either is empty."""
    return bool(one and other) and one.partition("-")[0].lower() == other.partition("-")[0].lower()


def is_english(tag: str) -> bool:
    """Return whether a language tag names English of some kind, in two letters or three; "" does not."""
    return re.split("[-_]", tag.lower())[0] in ("en", "eng")


def same_script(one: str, other: str) -> bool:
    """Return whether two tags name one language in one script: "zh-TW" is written as "zh-Hant" is."""
    return same_language(one, other) and _script_of(one) == _script_of(other)


def _script_of(tag: str) -> str:
    parts = [part.lower() for part in tag.split("-")[1:]]
    named = next((part for part in parts if len(part) == len("hant")), "")
    if named or not same_language(tag, "zh"):
        return named
    return "hant" if {"tw", "hk", "mo"} & set(parts) else "hans"


def language_name(tag: str) -> str:
    """Return what a language is called in English: "de" -> "German", "pt-BR" -> "Portuguese (BR)"."""
    primary, _, rest = tag.partition("-")
    name = LANGUAGE_NAMES.get(primary, primary)
    return f"{name} ({rest.replace('-', ', ')})" if rest else name


def detect_language(text: str) -> str | None:
    """Return the BCP 47 tag of the language that `text` looks like, None if that is not clear."""
    text = text[:_LOOKED_AT].lower()
    if text.isascii():
        return _by_common_words(re.findall("[a-z]+", text))
    scripts: Counter[str] = Counter(_script(char) for char in text if char.isalpha())
    if not scripts:
        return None
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > sum(scripts.values()) * _KANA_SHARE:
        return "ja"
    script = max(scripts, key=lambda name: scripts[name])
    for language, letters in _TELLING_LETTERS.get(script, ()):
        if sum(text.count(letter) for letter in letters) > len(text) * _SHARE_OF_TELLING:
            return language
    if script == "LATIN" and len(_VIETNAMESE.findall(text)) > len(text) * _VIETNAMESE_SHARE:
        return "vi"
    return _BY_SCRIPT.get(script) or _by_common_words(re.findall(r"[^\W\d_]+", text))


@lru_cache(4096)
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]


def _by_common_words(words: list[str]) -> str | None:
    if len(words) < _LEAST_WORDS:
        return None
    told = _languages_by_word()
    scores = Counter(language for word in words for language in told.get(word, ()))
    ranked = sorted(((score, language) for language, score in scores.items()), reverse=True)
    (best, language), (second, _) = (*ranked, (0, ""), (0, ""))[:2]
    if best < max(_LEAST_WORDS, len(words) * _LEAST_SHARE) or best < second * _LEAD:
        return None
    return language


@cache
def _languages_by_word() -> dict[str, list[str]]:
    """Return which languages each common word is of: a text has fewer words than all languages have."""
    from briefing.text.common_words import COMMON_WORDS  # most briefings say their language

    found: dict[str, list[str]] = {}
    for language, words in COMMON_WORDS.items():
        for word in words:
            found.setdefault(word, []).append(language)
    return found
