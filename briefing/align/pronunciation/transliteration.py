"""Transliteration: foreign names, sounded out as newsreaders do: "Kamikawa", "Świątek", "Xi Jinping".

Grapheme-to-phoneme models for English guess such names by English spelling ("kyiv" ->
K AY IH V). Newsreaders give the letters the values that most transliterations share: a
vowel is pure (a AA, e EH, i IY, o OW, u UW), "kh" is K, "zh" is ZH. Rules:
1. The longest group of letters that has a sound is taken; twin consonants are one.
2. Letters with marks have the sound of their language, where only one language has them
   (ł W, ş SH, č CH); other marks go.
3. Polish letters turn W into V; Slavic, German and Nordic ones turn J into Y.
4. What is spelled in pinyin throughout, and has a letter or a syllable that gives it away,
   has the sounds of pinyin (x SH, q CH, zh JH).

What results is one more variant for an aligner to score, not a better guess for each name.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

Phones = tuple[str, ...]
"""ARPABET phones without stress."""

_MARKED: Final = {
    # Letters whose mark tells the sound, in plain letters that have it; Q is the vowel of "bird".
    "ğ": "", "ş": "sh", "ș": "sh", "ţ": "ts", "ț": "ts", "ı": "i", "č": "ch", "ć": "ch", "š": "sh", "ś": "sh",
    "ž": "zh", "ź": "zh", "ż": "zh", "ł": "w", "ñ": "ny", "ř": "rzh", "đ": "d", "þ": "th",
    "ð": "th", "ß": "s",
    "ão": "au", "ã": "an", "õ": "on", "ę": "en", "ą": "on", "å": "o", "æ": "e", "ä": "e",
    "œ": "Q", "ö": "Q",
    "ø": "Q", "ő": "Q", "ü": "u", "ű": "u",
}  # fmt: skip
_POLISH: Final = re.compile("[łśźżćńęą]|szcz|(?<!t)sz|prz|krz|owsk")
_J_IS_Y: Final = re.compile("[łśźżćńęąčšžđöøåäß]|^j[aeou].*(?:sen|sson|vic|berg|mann|ic)$")
_SOUNDS: Final = {
    # Groups of letters, the longest first when they are looked up.
    "dzh": "JH", "szcz": "SH CH", "shch": "SH CH", "tsch": "CH", "sch": "SH", "tch": "CH",
    "zh": "ZH", "kh": "K", "gh": "G",
    "sh": "SH", "ch": "CH", "th": "T", "dh": "D", "bh": "B", "ph": "F", "ck": "K", "cz": "CH", "sz": "SH",
    "dj": "JH", "ts": "T S", "tz": "T S", "ks": "K S", "qu": "K", "gn": "N Y", "ny": "N Y", "rzh": "R ZH",
    "aa": "AA", "ae": "AY", "ai": "AY", "ay": "AY", "ao": "AW", "au": "AW", "aw": "AA W", "ei": "EY",
    "ey": "EY", "ee": "IY", "ea": "EY AH", "eo": "EY OW", "eu": "EH UW", "ia": "IY AH", "ie": "IY EH",
    "ii": "IY", "iy": "IY", "io": "IY OW", "iu": "IY UW", "oo": "UW", "ou": "UW", "oe": "OW", "oi": "OY",
    "oy": "OY", "ua": "W AA", "ue": "W EY", "ui": "W IY", "uo": "W OW", "ya": "Y AA", "ye": "Y EH",
    "yi": "IY", "yo": "Y OW", "yu": "Y UW", "yy": "IY", "er": "EH R",
    "a": "AA", "b": "B", "c": "K", "d": "D", "e": "EH", "f": "F", "g": "G", "h": "HH", "i": "IY", "j": "JH",
    "k": "K", "l": "L", "m": "M", "n": "N", "o": "OW", "p": "P", "q": "K", "r": "R", "s": "S", "t": "T",
    "u": "UW", "v": "V", "w": "W", "x": "K S", "y": "IY", "z": "Z", "Q": "ER",
}  # fmt: skip
_UNMARKED: Final[dict[int, str]] = {
    ord(c): plain for c, plain in zip("łđøıæœß", ("l", "d", "o", "i", "ae", "oe", "ss"), strict=True)
}
"""Letters whose mark is no combining one."""
_LONGEST_GROUP: Final = 4
"""Letters in the longest group that has a sound."""
_LONGEST: Final = 40
"""Letters; no name is longer."""

_INITIALS: Final = {
    "zh": "JH", "ch": "CH", "sh": "SH", "b": "B", "p": "P", "m": "M", "f": "F", "d": "D", "t": "T", "n": "N",
    "l": "L", "g": "G", "k": "K", "h": "HH", "j": "JH", "q": "CH", "x": "SH", "r": "R", "z": "D Z",
    "c": "T S", "s": "S", "y": "Y", "w": "W", "": "",
}  # fmt: skip
_FINALS: Final = {
    "iang": "Y AA NG", "iong": "Y UH NG", "uang": "W AA NG", "iao": "Y AW", "ian": "Y EH N", "ing": "IH NG",
    "uai": "W AY", "uan": "W AA N", "ang": "AA NG", "eng": "AH NG", "ong": "UH NG", "ia": "Y AA",
    "ie": "Y EH",
    "iu": "Y OW", "in": "IH N", "ua": "W AA", "uo": "W AO", "ui": "W EY", "ue": "W EH", "un": "UH N",
    "ai": "AY", "ei": "EY", "ao": "AW", "ou": "OW", "an": "AA N", "en": "AH N", "er": "AA R", "a": "AA",
    "o": "AO", "e": "AH", "i": "IY", "u": "UW",
}  # fmt: skip
_SYLLABLE: Final = re.compile(
    f"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]|)({'|'.join(_FINALS)})(?![aeiou])(?=$|[bpmfdtnlgkhjqxrzcsyw])"
)
_GIVES_PINYIN_AWAY: Final = re.compile("[qx]|zh|iang|uang|jia|jin|hao$|\\A(?=.*[aio]ng$).*?[aio]ng.+[aio]ng$")


def plain_letters(word: str) -> str:
    """Return a word without marks on its letters: "erdoğan" -> "erdogan", "łódź" -> "lodz"."""
    marks = unicodedata.normalize("NFD", word.translate(_UNMARKED))
    bare = "".join(c for c in marks if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)


def transliterate(word: str) -> tuple[Phones, ...]:
    """Return the ways to sound out a word in lower case, the likeliest first; none for what has no vowel."""
    letters = unicodedata.normalize("NFC", word)[:_LONGEST]
    is_polish, j_is_y = bool(_POLISH.search(letters)), bool(_J_IS_Y.search(letters))
    is_turkish = bool(re.search("[ğışİ]", letters))
    if is_polish:
        letters = letters.replace("w", "v").replace("ó", "u")
    for marked, plain in _MARKED.items():
        letters = letters.replace(marked, plain)
    letters = letters.replace("ç", "ch" if is_turkish else "s")
    letters = re.sub("[^a-zQ]", "", plain_letters(letters))
    if not re.search("[aeiouyQ]", letters):
        return ()
    ways = [_by_letters(letters, j="Y" if j_is_y else "JH")]
    pinyin = _by_pinyin(letters)
    if pinyin:
        ways.insert(0, pinyin)
    if letters.startswith("ts"):
        ways.append(ways[-1][1:])
    if "j" in letters and not j_is_y and not pinyin:
        ways.append(_by_letters(letters, j="Y"))
    return tuple(dict.fromkeys(ways))


def _by_letters(letters: str, *, j: str) -> Phones:
    phones: list[str] = []
    i = 0
    while i < len(letters):
        for size in range(_LONGEST_GROUP, 0, -1):
            group = letters[i : i + size]
            if group in _SOUNDS:
                break
        phones += _in_place(letters, i, group, j=j)
        i += len(group)
        while letters[i : i + 1] == group[-1] and group[-1] not in "aeiouy":  # twins
            i += 1
    return tuple(phones)


def _in_place(letters: str, at: int, group: str, *, j: str) -> list[str]:
    """Return the phones of a group of letters, for what stands around it."""
    before, after = letters[:at], letters[at + len(group) :]
    is_before_vowel = after[:1] in tuple("aeiouy")
    special = {
        "j": [j], "c": ["S"] if after[:1] in ("e", "i", "y") else ["K"],
        "y": ["Y"] if is_before_vowel and group == "y" else ["IY"],
        "h": ["HH"] if is_before_vowel else [],
        "x": ["SH"] if not before or after[:1] == "i" else ["K", "S"],
        "q": ["CH"] if after[:1] == "i" else ["K"],
    }.get(group)  # fmt: skip
    if special is not None:
        return special
    if not after and before:
        last = {"a": ["AH"], "e": ["EY"], "er": ["ER"], "ow": ["OW"], "ie": ["IY"]}.get(group)
        if last:
            return last
    if group in ("ny", "gn", "ua", "ue", "ui", "uo", "aw") and not _keeps_group(group, after, before):
        return [phone for letter in group for phone in _SOUNDS[letter].split()]
    if group == "n" and after[:1] in ("g", "k"):
        return ["NG"]
    if group == "g" and before.endswith("n") and after[:1] not in tuple("aeiourlw"):
        return []
    return _SOUNDS[group].split()


def _keeps_group(group: str, after: str, before: str) -> bool:
    """Whether letters that may be two sounds are one here: "ny" before a vowel, "ua" after a consonant."""
    if group in ("ny", "aw"):
        return after[:1] in tuple("aeiou")
    return bool(before) if group != "gn" else after[:1] in tuple("aeiou")


def _by_pinyin(letters: str) -> Phones:
    """Return the phones of a word that is pinyin, else nothing."""
    if not _GIVES_PINYIN_AWAY.search(letters):
        return ()
    phones: list[str] = []
    at = 0
    while at < len(letters):
        match = _SYLLABLE.match(letters, at)
        if match is None:
            return ()
        initial, final = match.groups()
        sound = "ER" if final == "i" and initial in ("zh", "ch", "sh", "r") else _FINALS[final]
        if initial in ("y", "w") and final[0] in "iu":
            initial = ""
        phones += [*_INITIALS[initial].split(), *sound.split()]
        at = match.end()
    return tuple(phones)
