"""What characters are called: as they are read one by one, spelled, and spelled by an alphabet's words.

Rules:
1. A letter is itself, for it stands so on a braille display and every voice knows those of its language; a
   capital says so. What has no sound of its own has a name: signs, spaces, emoji, marks.
2. Spelled phonetically, a letter is a word of the language's spelling alphabet (`phonetic`), with the names
   of its marks, or itself behind the word of what it is without them. Kana, Hangul and Chinese characters
   have the words of `phonetic_syllables`. A letter of a script in which the language is not written is told
   by the name of its script, and the name that Unicode gives it: "zhe", "beh", "hiragana ka"; one of the
   language's own that has no word is itself.
3. A character is what `graphemes` says it is; marks on a letter are told after it, where they are not of the
   language's own script, in which a voice reads both together.
4. Signs, spaces and capitals have the names of the text's language where there are some (`named_abroad`),
   and such a spelling is said in that language; else English ones. What nobody has a name for has that of
   Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from briefing.patterns import late
from briefing.text.graphemes import FLAGS, JOINER, TAGS, TONES, split_graphemes
from briefing.text.named_abroad import NamesAbroad, names_in
from briefing.text.phonetic import words_of
from briefing.text.scripts import is_written_with, script_of
from briefing.text.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable

_ENGLISH: Final = NamesAbroad("en", SIGNS, "capital", "space")
_ENGLISH_TAG: Final = "en"
_KEYCAP: Final = "\u20e3"
_FLAG: Final = "🏴"
_TEXT_OR_PICTURE: Final = "\ufe0e\ufe0f"
"""Say how a character is drawn, which is not told."""
_NOT_TOLD: Final = {ord(char): "" for char in _TEXT_OR_PICTURE}
_IN_NAMES: Final = late(
    r"\b(?:LETTER|SMALL|CAPITAL|SYLLABLE|CYRILLIC|GREEK|ARABIC|HEBREW|DEVANAGARI|THAI|ARMENIAN|GEORGIAN|"
    r"BENGALI|TAMIL|TELUGU|COMBINING|HANGUL|CHOSEONG|JUNGSEONG|JONGSEONG|CHARACTER|LATIN|VARIATION)\b ?"
)
"""What Unicode says of a letter that its readers know: which script it is of."""
_STROKED: Final = late("LATIN SMALL LETTER ([A-Z]) (WITH .+)")
"""A letter with a stroke or hook, which is no mark of its own."""
_SIGNS_OF_MARKS: Final = {"\u0301": "´", "\u0300": "`", "\u0302": "^", "\u0308": "¨", "\u0303": "~"}
"""Marks on letters, and the signs that are called like them."""
_SMALL_OF_I: Final = {"I": "ı", "İ": "i"}
"""What Turkish and Azerbaijani have of their own."""
_CODE_OF_SCRIPT: Final = "@"
_LONG: Final = "ー"
"""A sign that makes the kana before it long, which has a word as they have."""
_ASCII: Final = 0x7F
_KEPT: Final = 512


def own_language(language: str | None) -> str:
    """Return the primary tag of a language in which all of a spelling is; empty where it is English."""
    primary = _primary(language)
    return primary if names_in(primary) else ""


def _primary(language: str | None) -> str:
    return (language or _ENGLISH_TAG).split("-")[0].lower()


def _names(language: str | None) -> NamesAbroad:
    return names_in(_primary(language)) or _ENGLISH


def character(char: str, language: str | None = None) -> str:
    """Return what one character, a grapheme cluster, is called: "b", "capital B", "comma", "woman"."""
    names = _names(language)
    composed = unicodedata.normalize("NFC", char).translate(_NOT_TOLD)
    first = composed[:1]
    if not first or char.isspace():
        return names.signs.get(char, names.space) if char else ""
    if first.isalpha() and not (len(composed) == 1 and _has_own_name(first, names)):
        return _letter(composed, language, names)
    if len(composed) == 1 and first.isdecimal():
        return composed
    return _sign(composed, names)


def spelled(text: str, language: str | None = None, most: int | None = None) -> str:
    """Return a text character by character: "capital B, r, i, d, g, e"; of a long one the first `most`."""
    return _in_turn(text, language, most, lambda char: character(char, language))


def spelled_phonetically(text: str, language: str | None, most: int | None = None) -> str:
    """Return a text by the words of a spelling alphabet: "capital bravo, romeo, india, delta, golf, echo".

    Args:
        text: A word or more of the text.
        language: Its BCP 47 tag.
        most: How many characters are spelled.
    """
    return _in_turn(text, language, most, lambda char: phonetic(char, language))


def phonetic(char: str, language: str | None) -> str:
    """Return the word for one character in a language's spelling alphabet, else its name."""
    return _phonetic(char, _primary(language))


def code_points(char: str) -> str:
    """Return what Unicode calls a character: "U+00E9, Latin small letter e with acute"."""
    named = (f"U+{ord(each):04X}, {_name(each).lower().replace('latin', 'Latin')}" for each in char)
    return "; ".join(named)


def _in_turn(text: str, language: str | None, most: int | None, name: Callable[[str], str]) -> str:
    chars = [text[start:stop] for start, stop in split_graphemes(text)]
    told = [name(char) for char in chars[:most]]
    if most is not None and len(chars) > most:
        told.append(_names(language).of("…") if own_language(language) else "and so on")
    return ", ".join(told)


def _letter(composed: str, language: str | None, names: NamesAbroad) -> str:
    """Return a letter with the marks on it."""
    first, marks = composed[0], composed[1:]
    capital = f"{names.capital} " if _is_capital(first) else ""
    is_read_whole = script_of(first) != "Latn" and is_written_with(_primary(language), first)
    if not marks or is_read_whole:
        return f"{capital}{composed}"
    return " ".join((f"{capital}{first}", *(_mark(mark, names) or _short_name(mark) for mark in marks)))


def _has_own_name(letter: str, names: NamesAbroad) -> bool:
    """Return whether a letter is a sign to its readers: a long vowel's mark in kana, an apostrophe."""
    return letter in names.signs or unicodedata.category(letter) == "Lm"


@lru_cache(_KEPT)
def _phonetic(char: str, language: str) -> str:
    composed = unicodedata.normalize("NFC", char).translate(_NOT_TOLD)
    first = composed[:1]
    names, words = _names(language), words_of(language).letters
    if not first.isalpha() or (_has_own_name(first, names) and composed not in words and first != _LONG):
        return character(char, language)
    capital = f"{names.capital} " if _is_capital(first) else ""
    small = _SMALL_OF_I.get(first, "") if language in ("tr", "az") else ""
    return capital + _small_letter((small or first.lower()) + composed[1:], language, names)


def _small_letter(letter: str, language: str, names: NamesAbroad) -> str:
    words, marks = words_of(language)
    parts = unicodedata.normalize("NFD", letter)
    base = parts[0]
    if letter in words:
        return words[letter]
    if letter[0] in words:  # marks on a letter that has a word as it is: "ش" with a vowel's sign
        base, parts = letter[0], letter
    if base in words:
        told = [marks.get(mark) or _mark(mark, names) for mark in parts[1:]]
        return " ".join((words[base], *told)) if all(told) else f"{words[base]} {letter}"
    if stroked := _STROKED.fullmatch(_name(base)):
        word = words[stroked[1].lower()]
        return f"{word} {stroked[2].lower()}" if names is _ENGLISH else f"{word} {letter}"
    return _of_another_script(letter, language, names)


def _of_another_script(letter: str, language: str, names: NamesAbroad) -> str:
    """Return a letter for which the language's alphabet has no word."""
    # Few texts have any.
    from briefing.text.phonetic_syllables import han, hangul, kana

    script, base = script_of(letter), letter[0]
    if is_written_with(language, base):
        if script == "Hani":
            return (han(letter) if language in ("zh", "cmn", "yue") else "") or letter
        return kana(letter) or hangul(letter) or letter
    if script == "Hani":
        return letter
    is_told = script and names is not _ENGLISH
    called = names.known().get(f"{_CODE_OF_SCRIPT}{script}", "") if is_told else ""
    parts = unicodedata.normalize("NFD", letter) if script == "Hang" else letter
    named = " ".join(_short_name(part) for part in parts)
    return f"{called} {named}" if called and not named.startswith(called.lower()) else named


def _is_capital(char: str) -> bool:
    return char.isupper() or char.istitle()


def _mark(mark: str, names: NamesAbroad) -> str:
    """Return what a combining mark is called; empty where the language has no name for it."""
    if names is _ENGLISH:
        return _short_name(mark)
    sign = _SIGNS_OF_MARKS.get(mark)
    return words_of(names.language).marks.get(mark, "") or (names.of(sign) if sign else "")


def _sign(composed: str, names: NamesAbroad) -> str:
    """Return what is neither letter nor space: a sign, an emoji with all that is joined to it, a flag."""
    if name := names.of(composed):
        return name
    if composed.endswith(_KEYCAP):
        return names.of(f"#{_KEYCAP}").replace("#", composed[0])
    if (tones := [char for char in composed if ord(char) in TONES]) and len(tones) < len(composed):
        bare = "".join(char for char in composed if char not in tones)
        return ", ".join((_sign(bare, names), *(names.of(tone) for tone in dict.fromkeys(tones))))
    region = [chr(ord(char) - FLAGS.start + ord("A")) for char in composed if ord(char) in FLAGS]
    region += [chr(ord(char) & _ASCII).upper() for char in composed[1:-1] if ord(char) in TAGS]
    if region:
        return " ".join((names.of(_FLAG), *region))
    parts = [char for char in composed if char != JOINER]
    if len(parts) > 1:
        return ", ".join(_sign(part, names) for part in parts)
    return _one_sign(composed, names)


def _one_sign(sign: str, names: NamesAbroad) -> str:
    """Return what a sign that has no name of its own is called: like what it is made of, else by Unicode."""
    plain = unicodedata.normalize("NFKC", sign)
    if plain != sign and not plain.isspace():
        return " ".join(names.of(char) or (char if char.isalnum() else _short_name(char)) for char in plain)
    return _mark(sign, names) or _ENGLISH.of(sign) or _short_name(sign).removesuffix(" sign")


def _short_name(char: str) -> str:
    """Return a character's name in Unicode without what its readers know."""
    name = _name(char)
    return re.sub(r"\s+", " ", _IN_NAMES.sub("", name)).strip().lower() or name.lower()


def _name(char: str) -> str:
    return unicodedata.name(char, f"character {ord(char):X}") if char else ""
