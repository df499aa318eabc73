"""The International Phonetic Alphabet as pronunciations are kept here: one way to write each sound.

What people type differs: a colon for length, an apostrophe for stress, ties, dots between syllables, slashes
around it all. `tidied` brings it into one form: a symbol a sound, the marks `ˈ ˌ ː`, one space between words.
No voice has all sounds; `NEAREST` tells what is closest to one that is missing.
"""

from __future__ import annotations

import unicodedata
from typing import Final

STRESS: Final = "ˈˌ"
LONG: Final = "ː"
NASAL: Final = "\u0303"
MOST_SYMBOLS: Final = 120
"""The longest that a pronunciation may be, in code points; a name of six words has some 60."""

VOWELS: Final = "aeiouyæøœɐɑɒɔɘəɚɛɜɝɞɤɨɪɯɵɶʉʊʌʏ"
CONSONANTS: Final = "bcdfhjklmnpqrstvwxzçðħŋɓɕɖɗɟɡɢɣɥɦɧɫɬɭɮɰɱɲɳɴɹɻɽɾʀʁʂʃʈʋʍʎʐʑʒʔʕʝβθχʙʜʟɸɺ"
_KEPT: Final = frozenset(f"{VOWELS}{CONSONANTS}{STRESS}{LONG}{NASAL} ")
_WRITTEN_ALIKE: Final = {
    "g": "ɡ", ":": "ː", "ˑ": "ː", "'": "ˈ", "’": "ˈ", "ʹ": "ˈ", ",": "ˌ", "ʤ": "dʒ", "ʧ": "tʃ", "ʦ": "ts",
    "ʣ": "dz", "ʨ": "tɕ", "ʥ": "dʑ", "ɩ": "ɪ", "ɷ": "ʊ", "ᵻ": "ɪ", "ᵊ": "ə", "ⁿ": "n", "ᶢ": "ɡ",
}  # fmt: skip
_DROPPED: Final = frozenset(".|‖‿/[]()-\u200b\u200d\ufeff")
"""What may stand in IPA and tells no sound: breaks, brackets, joins."""

NEAREST: Final = {
    # What to say for a sound that a voice does not have, the closest first.
    "ɑ": ("a", "ɒ", "ɔ"), "a": ("ɑ", "æ", "ɐ"), "æ": ("a", "ɛ"), "ɐ": ("ə", "ʌ", "a"), "ɒ": ("ɔ", "ɑ", "o"),
    "ʌ": ("ɐ", "ə", "a"), "ə": ("ɐ", "ɜ", "ʌ", "e"), "ɜ": ("ə", "œ", "ø", "ɛ"), "ɚ": ("əɹ", "ə"),
    "ɝ": ("ɜɹ", "ɚ"), "ɘ": ("ə",), "ɞ": ("ɜ",), "ɵ": ("ʊ", "ø"), "ɤ": ("ʌ", "ə"), "ɯ": ("ɨ", "u"),
    "ɨ": ("ɪ", "i"), "ʉ": ("u",), "ɪ": ("i", "e"), "i": ("ɪ",), "ʏ": ("y", "ʊ"), "y": ("u", "i"),
    "ʊ": ("u", "o"), "u": ("ʊ",), "e": ("ɛ", "eɪ"), "ɛ": ("e",), "o": ("oʊ", "ɔ"), "ɔ": ("o", "ɒ"),
    "ø": ("œ", "ɜ"), "œ": ("ø", "ɜ"), "ɶ": ("œ",),
    "eɪ": ("ei", "ɛɪ", "eː", "e"), "oʊ": ("əʊ", "ou", "ɔʊ", "oː", "o"), "aɪ": ("ai", "aj"),
    "aʊ": ("au", "aw"),
    "ɔɪ": ("ɔi", "oi", "ɔj"),
    "ai": ("aɪ",), "au": ("aʊ",), "ei": ("eɪ",), "ou": ("oʊ",), "ɔi": ("ɔɪ",), "oi": ("ɔɪ",), "ɛi": ("eɪ",),
    "ɑɪ": ("aɪ",), "ɑʊ": ("aʊ",), "eː": ("e", "eɪ"), "oː": ("o", "oʊ"), "ɛə": ("ɛː", "eə", "ɛɹ"),
    "b": ("v", "p"), "c": ("tʃ", "k"), "q": ("k",), "ç": ("ʃ", "h", "x"), "ð": ("d", "z"), "θ": ("t", "s"),
    "ŋ": ("n",), "ɲ": ("nj", "n"), "ɳ": ("n",), "ɴ": ("ŋ",), "ɱ": ("m",), "x": ("h", "k"), "χ": ("x",),
    "ħ": ("h", "x"), "h": ("x",), "ɦ": ("h",), "ʜ": ("h",), "ɣ": ("ɡ",), "ɰ": ("ɣ", "w"), "ɡ": ("k",),
    "ɢ": ("ɡ",),
    "ɓ": ("b",), "ɗ": ("d",), "ɖ": ("d",), "ʈ": ("t",), "ɟ": ("dʒ", "ɡ"), "ʝ": ("j",), "dʒ": ("ʒ", "dʑ"),
    "tʃ": ("tɕ", "ʃ"), "ɕ": ("ʃ",), "ʃ": ("ɕ", "ʂ", "s"), "ʂ": ("ʃ",), "ʑ": ("ʒ",), "ʐ": ("ʒ",),
    "ʒ": ("ʑ", "ʐ", "ʃ", "z"), "z": ("s",), "v": ("ʋ", "w", "f"), "w": ("ʋ", "v", "u"), "ʋ": ("v", "w"),
    "ʍ": ("w",), "β": ("b", "v"), "ɸ": ("f",), "ʙ": ("b",), "ɥ": ("j",), "j": ("i",), "ɧ": ("ʃ",),
    "l": ("ɫ",), "ɫ": ("l",), "ɬ": ("l",), "ɭ": ("l",), "ɮ": ("l",), "ʟ": ("l",), "ʎ": ("lj", "l"),
    "r": ("ɹ", "ɾ", "ʁ", "ʀ"), "ɹ": ("r", "ɾ", "ʁ", "ʀ"), "ɾ": ("r", "ɹ", "d"), "ɻ": ("ɹ",), "ɽ": ("ɾ",),
    "ɺ": ("ɾ",), "ʁ": ("ʀ", "ɹ"), "ʀ": ("ʁ", "ɹ"), "ʔ": ("",), "ʕ": ("",),
    "ɑ̃": ("ɑn",), "ɔ̃": ("ɔn",), "ɛ̃": ("æn",), "œ̃": ("ɜn",),
    "a\u0303": ("an",), "e\u0303": ("en",), "o\u0303": ("on",),
    "i\u0303": ("in",), "u\u0303": ("un",), "ɐ̃": ("ɐn",),
}  # fmt: skip
"""For sounds what is close to them; what is close to that in turn is for whoever looks."""


def tidied(written: str) -> str:
    """Return IPA as it is kept here: see the module. "" for what is no IPA."""
    pieces: list[str] = []
    for char in unicodedata.normalize("NFD", written):
        if char == "\u0327" and pieces[-1:] == ["c"]:
            pieces[-1] = "ç"
        elif char in _DROPPED or (char not in _KEPT and unicodedata.category(char) in ("Mn", "Lm", "Sk")):
            pieces += _WRITTEN_ALIKE.get(char, "")
        else:
            pieces += _WRITTEN_ALIKE.get(char, " " if char.isspace() else char)
    ipa = " ".join("".join(pieces).split())
    is_ipa = (
        len(ipa) <= MOST_SYMBOLS and _KEPT.issuperset(ipa) and not set(ipa).isdisjoint(VOWELS + CONSONANTS)
    )
    return ipa if is_ipa else ""
