"""How words are pronounced: from lists, by letters, by grapheme-to-phoneme, and sounded out.

A single capital is the letter's name, as `briefing.text.normalise` writes it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.align.pronunciation.dictionary import read_dictionary
from briefing.align.pronunciation.ipa import from_ipa
from briefing.align.pronunciation.lexicon import LEXICON
from briefing.align.pronunciation.transliteration import plain_letters, transliterate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing.align.pronunciation.dictionary import Pronunciation

_LETTERS: Final = {
    "A": "EY", "B": "B IY", "C": "S IY", "D": "D IY", "E": "IY", "F": "EH F", "G": "JH IY",
    "H": "EY CH", "I": "AY", "J": "JH EY", "K": "K EY", "L": "EH L", "M": "EH M", "N": "EH N",
    "O": "OW", "P": "P IY", "Q": "K Y UW", "R": "AA R", "S": "EH S", "T": "T IY", "U": "Y UW",
    "V": "V IY", "W": "D AH B AH L Y UW", "X": "EH K S", "Y": "W AY", "Z": "Z IY",
}  # fmt: skip
_PARTED: Final = re.compile(r"[^a-z']+")
_LONGEST: Final = 60
"""Letters that are looked at; no word is longer."""
_LONGEST_GUESS: Final = 24
"""Letters of a word that the model is asked for: its time grows with them, and what is longer is no word."""
_SHORTEST_PART: Final = 4
"""Letters of each half of a compound: shorter ones are found in any name."""
_SPELLING: Final = {
    "a": "AE", "b": "B", "c": "K", "d": "D", "e": "EH", "f": "F", "g": "G", "h": "HH", "i": "IH",
    "j": "JH", "k": "K", "l": "L", "m": "M", "n": "N", "o": "AA", "p": "P", "q": "K", "r": "R",
    "s": "S", "t": "T", "u": "AH", "v": "V", "w": "W", "x": "K S", "y": "IY", "z": "Z",
}  # fmt: skip
"""What is left of a word that nothing can pronounce."""


class Pronouncer:
    """Pronounces words.

    Args:
        make_guess: makes the grapheme-to-phoneme model when it is first needed.
        ways: returns how somebody wants a word said, as IPA and as a respelling.
    """

    def __init__(
        self,
        make_guess: Callable[[], Callable[[str], list[str]]] | None = None,
        ways: Callable[[str], Iterable[tuple[str, str]]] = lambda _word: (),
    ) -> None:
        self._ways = ways
        self._dictionary = read_dictionary()
        self._make_guess = make_guess
        self._guess: Callable[[str], list[str]] | None = None
        self._known: dict[str, tuple[Pronunciation, ...]] = {}

    def variants(self, word: str) -> tuple[Pronunciation, ...]:
        """Return the pronunciations of one spoken word, the commonest first; empty if it has no sound."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = tuple(dict.fromkeys(p for p in self._look_up(word) if p))
        return known

    def _look_up(self, word: str) -> Iterable[Pronunciation]:
        if len(word.rstrip("'s")) == 1 and word[0] in _LETTERS:
            name = tuple(_LETTERS[word[0]].split())
            return [(*name, *(("Z",) if word.endswith("s") else ()))]
        lower = word.lower()[:_LONGEST]
        found = [*_from_lexicon(lower), *self._told(lower), *self._listed(lower)]
        if found:
            return found if lower.isascii() else [*found[:2], *transliterate(lower)[:1]]
        stem, mark, ending = lower.rpartition("'")
        if mark and stem and ending in _ENDINGS:
            return [_ENDINGS[ending](p) for p in self.variants(stem)]
        if "-" in lower:
            return [tuple(p for part in lower.split("-") if part for v in self.variants(part)[:1] for p in v)]
        return self._worked_out(lower)

    def _told(self, word: str) -> list[Pronunciation]:
        """Return how somebody wants a word said: by its IPA, else as its respelling is read."""
        told: list[Pronunciation] = []
        for ipa, say in self._ways(word):
            if ipa:
                told.append(from_ipa([ipa]))
            elif word not in (parts := _PARTED.split(say.lower())):
                read = [way for part in parts for way in self.variants(part)[:1]]
                told.append(tuple(phone for way in read for phone in way))
        return told

    def _listed(self, word: str) -> list[Pronunciation]:
        """Return what the dictionary says of a word, or of it without the marks on its letters."""
        plain = word if word.isascii() else plain_letters(word)
        return self._dictionary.find(word) or (self._dictionary.find(plain) if plain != word else [])

    def _worked_out(self, word: str) -> list[Pronunciation]:
        """Return pronunciations of a word that no list has: of its parts, by the model, and sounded out."""
        plain = plain_letters(word).replace("'", "")
        stem = word.removesuffix("s")
        if word.endswith("s") and not word.endswith("ss") and (_from_lexicon(stem) or self._listed(stem)):
            return [_with_s(p) for p in self.variants(stem)]
        if not plain.isascii():  # no letter that a reader of English could sound
            return [self._guessed(plain)]
        guessed = self._guessed(plain)
        compound = self._compound(plain)
        sounded = transliterate(word)
        # A marked letter is no English spelling, and pinyin's is another one: the rules know them better.
        is_foreign = not word.isascii() or len(sounded) > 1
        ways = [*sounded[:1], guessed, *sounded[1:]] if is_foreign else [guessed, *sounded]
        return [*compound, *ways]

    def _compound(self, word: str) -> list[Pronunciation]:
        """Return the pronunciation of two listed words run together, as in addresses: "worldnews"."""
        for at in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            head, tail = self._listed(word[:at]), self._listed(word[at:])
            if head and tail:
                return [(*head[0], *tail[0])]
        return []

    def _guessed(self, word: str) -> Pronunciation:
        if self._guess is None and self._make_guess is not None:
            self._guess = self._make_guess()
        if self._guess is not None and 0 < len(word) <= _LONGEST_GUESS:
            phones = from_ipa(self._guess(word))
            if phones:
                return phones
        return tuple(p for c in word for p in _SPELLING.get(c, "").split())


def _from_lexicon(word: str) -> list[Pronunciation]:
    """Return how newsreaders say a name in the news that its spelling does not tell."""
    return [tuple(way.split()) for way in LEXICON.get(plain_letters(word), "").split("|") if way]


def _with_s(phones: Pronunciation) -> Pronunciation:
    if phones[-1] in ("S", "Z", "SH", "ZH", "CH", "JH"):
        return (*phones, "AH", "Z")
    return (*phones, "S" if phones[-1] in ("P", "T", "K", "F", "TH") else "Z")


def _with_d(phones: Pronunciation) -> Pronunciation:
    return (*phones, "AH", "D") if phones[-1] in ("T", "D") else (*phones, "D")


_ENDINGS: Final = {"s": _with_s, "": _with_s, "d": _with_d}
"""What is said after an apostrophe: of genitives, of plurals' genitives, of verbs."""
