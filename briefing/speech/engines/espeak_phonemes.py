"""IPA in the letters of an eSpeak voice, which are others in each language.

Theory of operation: a voice is asked what each of its letters is in IPA (`trace`), a few milliseconds for all
of them; turned round, that is the way from IPA to its letters, whatever eSpeak's version and the language.
The longest run of symbols that the voice has a letter for is taken; for a sound that it lacks, the nearest
that it has (`text.ipa.NEAREST`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.text.ipa import LONG, NASAL, NEAREST, STRESS, VOWELS, tidied

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.ports.speech import Sound

_VOWELS: Final = tuple(
    "i: i I u: u U e: e E o: o O O: A: A a V 0 @ 3: 3 @2 a# I# y y: Y Y: W W: & u- i- "  # noqa: SIM905
    "aI aU OI oU eI @U ei ou ai au oi OU EI A@ O@ e@ i@3 U@ @L A~ O~ E~ W~ a~ e~ o~ i~ u~".split()
)
_CONSONANTS: Final = tuple(
    'r p b t d k g f v T D s z S Z h x X C m n N n^ l l^ l/ L R r" Q" Q w j tS dZ ts dz S; Z; '  # noqa: SIM905
    "tS; dZ; s. z. ts. t. d. n. l. * ? q c J B H v# w#".split()
)
"""Letters of eSpeak's voices, in the order in which one is preferred over another of the same sound."""
_SOUNDING: Final = tuple(VOWELS)
_STRESS: Final = {"ˈ": "'", "ˌ": ","}
_LONGEST: Final = 4
"""Symbols in the longest sound that is one letter: `ɔːɹ`, `tɕʰ`."""
_DEEPEST: Final = 3
"""So many steps from what is missing to what is there."""


class EspeakAlphabet:
    """The letters of one voice.

    Args:
        trace: returns a word, given in those letters, in IPA; "" for what the voice does not know.
    """

    def __init__(self, trace: Callable[[str], str]) -> None:
        self._letters: dict[str, str] = {}
        for letter in _VOWELS:
            self._learn(letter, _bare(trace(f"'{letter}")))
        after = _bare(trace("'a"))
        for letter in _CONSONANTS:  # before a vowel: at a word's end some voices harden them
            heard = _bare(trace(f"{letter}|'a"))
            if heard.endswith(after):
                self._learn(letter, heard.removesuffix(after))
        for rhotic in "ɹr":
            self._letters[rhotic] = "r"
        self._is_rhotic = _bare(trace("'A@")) != "ɑː"  # "car", as a Briton says it

    def _learn(self, letter: str, ipa: str) -> None:
        if ipa and len(ipa) <= _LONGEST:
            self._letters.setdefault(ipa, letter)

    def spelt(self, ipa: str) -> str:
        """Return tidied IPA in the voice's letters, parted by `|`, its words by spaces."""
        return " ".join(spelt for word in ipa.split() if (spelt := self._word(word)))

    def _word(self, ipa: str) -> str:
        letters = self._run(ipa, _DEEPEST)
        if letters and "'" not in letters:
            letters.insert(0, "'")  # a voice says a word without a stress as a mere ending
        return "|".join(letters).replace("'|", "'").replace(",|", ",")

    def _run(self, ipa: str, depth: int) -> list[str]:
        found: list[str] = []
        at = 0
        while at < len(ipa):
            if ipa[at] in STRESS:
                found.append(_STRESS[ipa[at]])
                at += 1
                continue
            if ipa[at] == "ɹ" and not self._is_rhotic and not _is_before_vowel(ipa, at + 1):
                at += 1
                continue
            for size in range(min(_LONGEST, len(ipa) - at), 0, -1):
                if size > 1 and ipa[at + size - 1] == "ɹ" and _is_before_vowel(ipa, at + size):
                    continue  # the vowel of "car" has its own, and would double it in "Paris"
                letters = self._sound(ipa[at : at + size], depth)
                if letters is not None:
                    found += letters
                    at += size
                    break
            else:
                at += 1
        return found

    def _sound(self, sound: str, depth: int) -> list[str] | None:
        """Return the letters of one sound, or of what is nearest to it; None if it is none, or too far."""
        if sound in self._letters:
            return [self._letters[sound]]
        short = sound.removesuffix(LONG)
        for other in (short if short != sound else sound + LONG, sound.removesuffix(NASAL)):
            if other in self._letters and NASAL not in sound:
                return [self._letters[other]]
        if depth:
            for near in NEAREST.get(sound, NEAREST.get(short, ())):
                letters = self._run(near, depth - 1)
                if letters or not near:
                    return letters
        return None


def _is_before_vowel(ipa: str, at: int) -> bool:
    return ipa[at:].lstrip(STRESS)[:1] in _SOUNDING


def _bare(heard: str) -> str:
    """Return what a voice tells of a letter as tidied IPA, without its stress."""
    return tidied(heard).replace("ˈ", "").replace("ˌ", "").replace(" ", "")


class Insertion(NamedTuple):
    """Letters in a text that is spoken, and the part of the written text that they stand for."""

    start: int
    stop: int
    written_start: int
    written_stop: int


class SpokenText(NamedTuple):
    """What eSpeak is given, and the way back to what was written."""

    text: str
    insertions: tuple[Insertion, ...]

    def written_at(self, place: int) -> int:
        """Return the place in the written text of one in the text that is spoken."""
        shift = 0
        for each in self.insertions:
            if place < each.start:
                break
            if place < each.stop:
                return each.written_start
            shift = each.written_stop - each.stop
        return place + shift


def with_sounds(text: str, sounds: Sequence[Sound], alphabet: EspeakAlphabet) -> SpokenText:
    """Return a text with the voice's letters in place of the parts whose sound is told."""
    made = ""
    at = 0
    insertions = []
    for sound in sounds:
        if spelt := alphabet.spelt(sound.ipa):
            letters = f"[[{spelt}]]"
            made += _plain(text[at : sound.start])
            insertions.append(Insertion(len(made), len(made) + len(letters), sound.start, sound.stop))
            made += letters
            at = sound.stop
    return SpokenText(made + _plain(text[at:]), tuple(insertions))


def _plain(text: str) -> str:
    """Return text, of the same length, without what begins letters of a voice."""
    return text.replace("[[", "[ ")
