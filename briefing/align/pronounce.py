"""How words are pronounced: from the dictionary, by letters, or by grapheme-to-phoneme.

The dictionary is the CMU Pronouncing Dictionary as pocketsphinx carries it. A single
capital is the letter's name, as `briefing.spoken` writes it.
"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Final

from briefing.align.phones import from_ipa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Pronunciation = tuple[str, ...]
"""ARPABET phones without stress."""

_LETTERS: Final = {
    "A": "EY", "B": "B IY", "C": "S IY", "D": "D IY", "E": "IY", "F": "EH F", "G": "JH IY",
    "H": "EY CH", "I": "AY", "J": "JH EY", "K": "K EY", "L": "EH L", "M": "EH M", "N": "EH N",
    "O": "OW", "P": "P IY", "Q": "K Y UW", "R": "AA R", "S": "EH S", "T": "T IY", "U": "Y UW",
    "V": "V IY", "W": "D AH B AH L Y UW", "X": "EH K S", "Y": "W AY", "Z": "Z IY",
}  # fmt: skip
_MOST_VARIANTS: Final = 4
_SPELLING: Final = {
    "a": "AE", "b": "B", "c": "K", "d": "D", "e": "EH", "f": "F", "g": "G", "h": "HH", "i": "IH",
    "j": "JH", "k": "K", "l": "L", "m": "M", "n": "N", "o": "AA", "p": "P", "q": "K", "r": "R",
    "s": "S", "t": "T", "u": "AH", "v": "V", "w": "W", "x": "K S", "y": "IY", "z": "Z",
}  # fmt: skip
"""What is left of a word that nothing can pronounce."""


def read_dictionary() -> dict[str, list[Pronunciation]]:
    """Return the dictionary, word to pronunciations; empty where pocketsphinx is not installed."""
    try:
        text = resources.files("pocketsphinx").joinpath("model/en-us/cmudict-en-us.dict").read_text("utf-8")
    except (ModuleNotFoundError, OSError):
        return {}
    lines = (line.partition(" ") for line in text.splitlines())
    raw: dict[str, str] = {word: phones for word, _, phones in lines}
    return _Lazily(raw)


class _Lazily(dict[str, list[Pronunciation]]):
    """Splits an entry when somebody looks at it: of 134 000 words a text needs a few hundred."""

    def __init__(self, raw: dict[str, str]) -> None:
        super().__init__()
        self._raw = raw

    def __missing__(self, word: str) -> list[Pronunciation]:
        keys = [word, *(f"{word}({n})" for n in range(2, _MOST_VARIANTS + 1))]
        found = [tuple(self._raw[key].split()) for key in keys if key in self._raw]
        self[word] = found
        return found


class Pronouncer:
    """Pronounces words; `make_guess` makes the grapheme-to-phoneme model when it is first needed."""

    def __init__(self, make_guess: Callable[[], Callable[[str], list[str]]] | None = None) -> None:
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
        lower = word.lower()
        found = self._dictionary[lower] if isinstance(self._dictionary, _Lazily) else []
        if found:
            return found
        stem, mark, ending = lower.rpartition("'")
        if mark and ending in ("s", ""):
            return [self._with_s(p) for p in self.variants(stem)]
        if "-" in lower:
            return [tuple(p for part in lower.split("-") if part for v in self.variants(part)[:1] for p in v)]
        return [self._guessed(lower)]

    @staticmethod
    def _with_s(phones: Pronunciation) -> Pronunciation:
        if phones[-1] in ("S", "Z", "SH", "ZH", "CH", "JH"):
            return (*phones, "AH", "Z")
        return (*phones, "S" if phones[-1] in ("P", "T", "K", "F", "TH") else "Z")

    def _guessed(self, word: str) -> Pronunciation:
        if self._guess is None and self._make_guess is not None:
            self._guess = self._make_guess()
        if self._guess is not None:
            phones = from_ipa(self._guess(word))
            if phones:
                return phones
        return tuple(p for c in word for p in _SPELLING.get(c, "").split())
