"""IPA respelled as newsreaders write it for one another: "zuh-LEN-skee", the stressed syllable in capitals.

For people who read no IPA, and for voices that take none. It is English spelling: what is heard is near.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from briefing.text.ipa import LONG, NASAL, STRESS, VOWELS

_VOWELS: Final = {
    "iː": "ee", "i": "ee", "ɪ": "i", "eɪ": "ay", "ei": "ay", "e": "eh", "eː": "ay", "ɛ": "e", "æ": "a",
    "a": "ah", "aː": "ah", "ɑ": "ah", "ɑː": "ah", "ɒ": "o", "ɔ": "aw", "ɔː": "aw", "oʊ": "oh",
    "o": "oh", "oː": "oh", "əʊ": "oh", "ʊ": "uu", "u": "oo", "uː": "oo", "ʌ": "u", "ə": "uh", "ɐ": "uh",
    "ɚ": "er", "ɜ": "ur", "ɜː": "ur", "ɝ": "ur", "ɝː": "ur", "aɪ": "y", "ai": "y", "aʊ": "ow",
    "au": "ow", "ɔɪ": "oy", "ɔi": "oy", "y": "oo", "yː": "oo", "ø": "ur", "øː": "ur", "œ": "ur",
    "ɨ": "i", "ɯ": "oo", "ʉ": "oo", "ɤ": "uh", "ɵ": "uh",
}  # fmt: skip
_CONSONANTS: Final = {
    "θ": "th", "ð": "dh", "ʃ": "sh", "ʒ": "zh", "tʃ": "ch", "dʒ": "j", "ŋ": "ng", "j": "y", "ɡ": "g",
    "x": "kh", "χ": "kh", "ɹ": "r", "ɾ": "r", "ʁ": "r", "ʀ": "r", "ç": "kh", "ɲ": "ny", "ʎ": "ly",
    "ɕ": "sh", "ʑ": "zh", "ʂ": "sh", "ʐ": "zh", "ɣ": "g", "ħ": "h", "ɦ": "h", "ʔ": "", "ʕ": "",
    "ɫ": "l", "ɬ": "l", "ɭ": "l", "c": "k", "ɟ": "g", "β": "b", "ʋ": "v", "ɥ": "w", "ɰ": "w", "ʍ": "w",
    "ɳ": "n", "ɱ": "m", "ʈ": "t", "ɖ": "d", "q": "k", "ɽ": "r", "ɻ": "r", "ɓ": "b", "ɗ": "d", "ɢ": "g",
    "ɸ": "f", "ʝ": "y", "ɮ": "l",
}  # fmt: skip
_ONSETS: Final = frozenset(
    "p b t d k ɡ f v θ ð s z ʃ ʒ tʃ dʒ h m n l ɹ w j x pɹ bɹ tɹ dɹ kɹ ɡɹ fɹ θɹ ʃɹ pl bl kl ɡl fl sl "  # noqa: SIM905
    "tw dw kw ɡw sw pj bj kj mj fj vj nj st sp sk sm sn stɹ spɹ skɹ skw spl sv zv ts".split()
)
"""What a syllable may begin with, as an English eye parts it."""
_LONGEST: Final = 2


def respelled(ipa: str) -> str:
    """Return tidied IPA respelled, its words parted by spaces and their syllables by hyphens."""
    return " ".join("-".join(_syllables(word)) for word in ipa.split())


def _syllables(word: str) -> list[str]:
    sounds = _sounds(word)
    nuclei = [i for i, (sound, _) in enumerate(sounds) if sound[0] in VOWELS]
    cuts = [0]
    for before, here in pairwise(nuclei):
        cut = next((i for i in range(before + 1, here + 1) if sounds[i][1] and i != here), None)
        if cut is None:
            cut = here
            while cut > before + 1 and "".join(s for s, _ in sounds[cut - 1 : here]) in _ONSETS:
                cut -= 1
        cuts.append(cut)
    cuts.append(len(sounds))
    made = []
    for start, stop in pairwise(cuts):
        part = sounds[start:stop]
        said = _spelt([sound for sound, _ in part])
        is_stressed = any(mark == STRESS[0] for _, mark in part)
        made.append(said.upper() if is_stressed and len(nuclei) > 1 else said)
    return [said for said in made if said]


def _sounds(word: str) -> list[tuple[str, str]]:
    """Return the sounds of a word, each with the mark of stress before it."""
    found: list[tuple[str, str]] = []
    mark = ""
    at = 0
    while at < len(word):
        if word[at] in STRESS:
            mark = word[at]
            at += 1
            continue
        for size in range(_LONGEST, 0, -1):
            sound = word[at : at + size]
            if sound in _VOWELS or sound in _CONSONANTS:
                break
        at += len(sound)
        while at < len(word) and word[at] in (LONG, NASAL):
            sound += word[at] if sound + word[at] in _VOWELS else ""
            at += 1
        found.append((sound, mark))
        mark = ""
    return found


def _spelt(sounds: list[str]) -> str:
    out = []
    for i, sound in enumerate(sounds):
        if sound in ("aɪ", "ai") and i == 0:
            out.append("eye")
        elif sound == "ɹ" and out and out[-1].endswith("r"):
            continue  # "er" and "ur" have it
        elif sound in ("æ", "ɪ", "ɛ", "ʌ", "ɒ") and i + 1 == len(sounds):
            out.append({"æ": "a", "ɪ": "ih", "ɛ": "eh", "ʌ": "uh", "ɒ": "o"}[sound])
        else:
            out.append(_VOWELS.get(sound) or _CONSONANTS.get(sound, sound))
    return "".join(out)
