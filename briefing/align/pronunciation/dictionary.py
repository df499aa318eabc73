"""The CMU Pronouncing Dictionary, as pocketsphinx carries it, searched where it stands.

Its lines are sorted by word: a word is found in 17 steps. A mapping of its 126,000 words takes eight times
the memory of the text, and a text has a few hundred of them.
"""

from __future__ import annotations

from importlib import resources
from typing import Final

Pronunciation = tuple[str, ...]
"""ARPABET phones without stress."""

_MOST_VARIANTS: Final = 4
"""Pronunciations of a word that are taken; the dictionary has no more."""


class Dictionary:
    """Words and their phones.

    Args:
        text: a line a pronunciation, "word phone phone ..."; further ones of a word are "word(2) ...". Sorted
            by word, as bytes.
    """

    def __init__(self, text: bytes) -> None:
        self._text = text

    def find(self, word: str) -> list[Pronunciation]:
        """Return the pronunciations of a word in lower case, the commonest first; none if it is not there."""
        wanted = word.encode()
        low, high = 0, len(self._text)
        while low < high:
            start = self._text.rfind(b"\n", low, (low + high) // 2) + 1 or low
            stop = self._end_of_line(start)
            if _word_of(self._text[start:stop]) < wanted:
                low = stop
            else:
                high = start
        found: list[Pronunciation] = []
        while low < len(self._text) and len(found) < _MOST_VARIANTS:
            stop = self._end_of_line(low)
            line = self._text[low:stop]
            if _word_of(line) != wanted:
                break
            found.append(tuple(line.decode().split()[1:]))
            low = stop
        return found

    def _end_of_line(self, start: int) -> int:
        """Return where the next line begins."""
        return self._text.find(b"\n", start) + 1 or len(self._text)


def _word_of(line: bytes) -> bytes:
    return line.partition(b" ")[0].partition(b"(")[0]


def read_dictionary() -> Dictionary:
    """Return the dictionary; an empty one where pocketsphinx is not installed."""
    try:
        return Dictionary(
            resources.files("pocketsphinx").joinpath("model/en-us/cmudict-en-us.dict").read_bytes()
        )
    except (ModuleNotFoundError, OSError):
        return Dictionary(b"")
