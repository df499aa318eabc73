"""IPA in the phonemes of hibari's voice, an American's: other sounds become the nearest that it has.

Its alphabet is that of misaki: a letter for each diphthong and affricate, no signs of length, and the
stress stands right before its vowel.
"""

from __future__ import annotations

from typing import Final

from briefing.text.ipa import LONG, NASAL, NEAREST, STRESS

_LETTERS: Final = {
    "eɪ": "A", "aɪ": "I", "oʊ": "O", "əʊ": "O", "aʊ": "W", "ɔɪ": "Y", "tʃ": "ʧ", "dʒ": "ʤ", "ɚ": "əɹ",
    "ɝ": "ɜɹ", "ɜː": "ɜɹ", "ɒ": "ɑ", "ɪə": "ɪɹ", "eː": "A", "oː": "O", "r": "ɹ", "ɾ": "T",
    **{same: same for same in "bdfhjklmnpstvwzðŋɡɹʃʒθæɑɔəɛɜɪiuʊʌ"},
}  # fmt: skip
_VOWELS: Final = "AIOWYæɑɔəɛɜɪiuʊʌ"
_LONGEST: Final = 2
_DEEPEST: Final = 3
"""So many steps from a sound that it lacks to one that it has."""


def spelt(ipa: str) -> str:
    """Return tidied IPA (`text.ipa`) in the voice's phonemes, "" for what it cannot say at all."""
    return " ".join(word for word in map(_word, ipa.split()) if word)


def _word(ipa: str) -> str:
    made, stress = "", ""
    for letter in _run(ipa, _DEEPEST):
        if letter in STRESS:
            stress = letter
            continue
        if letter == "ɹ" and made.endswith(letter):
            continue  # the vowel of "bird" has it
        if letter in _VOWELS:
            made += stress
            stress = ""
        made += letter
    return made


def _run(ipa: str, depth: int) -> str:
    made, at = "", 0
    while at < len(ipa):
        size = 1
        if ipa[at] in STRESS:
            made += ipa[at]
        else:
            for size in range(min(_LONGEST, len(ipa) - at), 0, -1):
                letters = _sound(ipa[at : at + size], depth)
                if letters is not None:
                    made += letters
                    break
        at += size
    return made


def _sound(sound: str, depth: int) -> str | None:
    """Return one sound, or what is nearest to it; None if it is none."""
    if sound in _LETTERS:
        return _LETTERS[sound]
    if sound.endswith(LONG) and len(sound) > 1:
        return _sound(sound.removesuffix(LONG), depth)
    if depth:
        for near in NEAREST.get(sound, ()):
            letters = _run(near, depth - 1)
            if letters or not near:
                return letters
    if sound.endswith(NASAL) and len(sound) > 1:
        return _sound(sound.removesuffix(NASAL), depth)
    return None
