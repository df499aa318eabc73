"""What characters are called: as they are read one by one, spelled, and spelled by an alphabet's words.

Rules:
1. A letter is itself, for it stands so on a braille display and every voice knows those of its language; a
   capital says so. What has no sound of its own has a name: signs, spaces, emoji, marks.
2. Spelled phonetically, a letter of the Latin alphabet is a word of the language's spelling alphabet
   (`phonetic`), and any other is called by the name that Unicode gives it: "zhe", "beh", "hiragana ka".
   A Hangul syllable is spelled by its letters; a Chinese character is itself, as a voice reads it.
4. Signs, spaces and capitals have the names of the text's language where there are some (`named_abroad`),
   and such a spelling is said in that language; else English ones.
3. A character is what `graphemes` says it is; marks on a letter are told after it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from briefing.patterns import late
from briefing.text.graphemes import FLAGS, JOINER, TAGS, TONES, split_graphemes
from briefing.text.named_abroad import names_in
from briefing.text.phonetic import words_of
from briefing.text.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable

_SKIN_TONES: Final = ("light", "medium light", "medium", "medium dark", "dark")
_KEYCAP: Final = "\u20e3"
_TEXT_OR_PICTURE: Final = "\ufe0e\ufe0f"
"""Say how a character is drawn, which is not told."""
_IN_NAMES: Final = late(
    r"\b(?:LETTER|SMALL|CAPITAL|SYLLABLE|CYRILLIC|GREEK|ARABIC|HEBREW|DEVANAGARI|THAI|ARMENIAN|GEORGIAN|"
    r"BENGALI|TAMIL|TELUGU|COMBINING|HANGUL|CHOSEONG|JUNGSEONG|JONGSEONG|CHARACTER|LATIN|VARIATION)\b ?"
)
"""What Unicode says of a letter that its readers know: which script it is of."""
_HAN: Final = late("CJK (?:UNIFIED|COMPATIBILITY) IDEOGRAPH-")
_STROKED: Final = late("LATIN SMALL LETTER ([A-Z]) (WITH .+)")
"""A letter with a stroke or hook, which is no mark of its own."""
_ASCII: Final = 0x7F
_END_OF_TAG: Final = "\x7f"
_KEPT: Final = 512


def own_language(language: str | None) -> str:
    """Return the primary tag of a language in which all of a spelling is; empty where it is English."""
    primary = _primary(language)
    return primary if names_in(primary) else ""


def _primary(language: str | None) -> str:
    return (language or "en").split("-")[0].lower()


def _capital(language: str) -> str:
    names = names_in(language)
    return names.capital if names else "capital"


def character(char: str, language: str | None = None) -> str:
    """Return what one character, a grapheme cluster, is called: "b", "capital B", "comma", "woman"."""
    primary = _primary(language)
    names = names_in(primary)
    composed = unicodedata.normalize("NFC", char).rstrip(_TEXT_OR_PICTURE)
    if len(composed) == 1 and composed.isalnum():
        return f"{_capital(primary)} {composed}" if _is_capital(composed) else composed
    if names and composed in names.signs:
        return names.signs[composed]
    if char.isspace():
        return names.signs[" "] if names else SIGNS.get(char, "space")
    first = composed[:1]
    if first.isalpha():
        return " ".join((character(first, language), *_marks(composed[1:])))
    return _signs(composed)


def spelled(text: str, language: str | None = None, most: int | None = None) -> str:
    """Return a text character by character: "capital B, r, i, d, g, e"; of a long one the first `most`."""
    return _in_turn(text, most, lambda char: character(char, language))


def spelled_phonetically(text: str, language: str | None, most: int | None = None) -> str:
    """Return a text by the words of a spelling alphabet: "capital bravo, romeo, india, delta, golf, echo".

    Args:
        text: A word or more of the text.
        language: Its BCP 47 tag.
        most: How many characters are spelled.
    """
    return _in_turn(text, most, lambda char: phonetic(char, language))


def phonetic(char: str, language: str | None) -> str:
    """Return the word for one character in a language's spelling alphabet, else its name."""
    return _phonetic(char, _primary(language))


def code_points(char: str) -> str:
    """Return what Unicode calls a character: "U+00E9, Latin small letter e with acute"."""
    named = (f"U+{ord(each):04X}, {_name(each).lower().replace('latin', 'Latin')}" for each in char)
    return "; ".join(named)


def _in_turn(text: str, most: int | None, name: Callable[[str], str]) -> str:
    chars = [text[start:stop] for start, stop in split_graphemes(text)]
    names = [name(char) for char in chars[:most]]
    return ", ".join([*names, "and so on"] if most is not None and len(chars) > most else names)


@lru_cache(_KEPT)
def _phonetic(char: str, language: str) -> str:
    composed = unicodedata.normalize("NFC", char).rstrip(_TEXT_OR_PICTURE)
    if not composed[:1].isalpha():
        return character(char, language)
    if _HAN.match(_name(composed[0])):
        return composed
    capital = f"{_capital(language)} " if _is_capital(composed[0]) else ""
    return capital + _small_letter(composed.lower(), language)


def _small_letter(letter: str, language: str) -> str:
    words, marks = words_of(language)
    parts = unicodedata.normalize("NFD", letter)
    base = parts[0]
    if letter in words:
        return words[letter]
    if base in words:
        return " ".join((words[base], *(marks.get(name, name) for name in _marks(parts[1:]))))
    if stroked := _STROKED.fullmatch(_name(base)):
        return f"{words[stroked[1].lower()]} {stroked[2].lower()}"
    if "HANGUL" in _name(base):
        return " ".join(map(_short_name, parts))
    return " ".join((_short_name(letter[0]), *_marks(letter[1:])))


def _is_capital(char: str) -> bool:
    return char.isupper() or char.istitle()


def _marks(marks: str) -> list[str]:
    return [_short_name(mark) for mark in marks if mark not in _TEXT_OR_PICTURE]


def _signs(composed: str) -> str:
    """Return what is neither letter nor space: a sign, an emoji with all that is joined to it, a flag."""
    if composed.endswith(_KEYCAP):
        return f"keycap {SIGNS.get(composed[0], composed[0])}"
    if all(ord(char) in FLAGS for char in composed):
        return f"flag {' '.join(chr(ord(char) - FLAGS.start + ord('A')) for char in composed)}"
    if region := "".join(chr(ord(char) & _ASCII) for char in composed[1:] if ord(char) in TAGS):
        return f"flag {' '.join(region.rstrip(_END_OF_TAG).upper())}"
    told: list[str] = []
    for char in composed:
        code = ord(char)
        if code in TONES and told:
            told[-1] += f", {_SKIN_TONES[code - TONES.start]} skin tone"
        elif char != JOINER and char not in _TEXT_OR_PICTURE:
            told.append(SIGNS.get(char) or _short_name(char))
    return " and ".join(told) or _short_name(composed[:1])


def _short_name(char: str) -> str:
    """Return a character's name in Unicode without what its readers know."""
    name = _name(char)
    return re.sub(r"\s+", " ", _IN_NAMES.sub("", name)).strip().lower() or name.lower()


def _name(char: str) -> str:
    return unicodedata.name(char, f"character {ord(char):X}") if char else ""
