"""The pronunciation lattice: a text's tokens as phones, with all their readings and variants."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice, product, zip_longest
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.pronunciation.phones import INDEX
from briefing.text.normalise.readings import spoken_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.arrays import Flags, Ints
    from briefing.align.pronunciation.pronouncer import Pronouncer

_MOST_READINGS: Final = 6
"""Ways of saying a token; the search takes as much longer for each."""
_MOST_VARIANTS: Final = 3
"""Pronunciations of a word in a token of its own. Of longer ones two combinations are taken."""

Word = tuple[str, ...]
"""The phones of one spoken word."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of saying a token: its spoken words, each as phones. Without words it passes unheard."""

    words: tuple[Word, ...]

    @property
    def columns(self) -> list[int]:
        """The phones of all its words, as columns of the emissions."""
        return [INDEX[phone] for word in self.words for phone in word]


@dataclass(frozen=True, slots=True)
class PronunciationLattice:
    """A text as it may be heard: for each token the ways of saying it, the likeliest first.

    `pauses` says after which tokens punctuation lets a reader pause.
    """

    tokens: tuple[tuple[Variant, ...], ...]
    pauses: tuple[bool, ...]

    def flat(self) -> tuple[Ints, Ints, Flags]:
        """Return the phones of every token's first way, the token of each, and where tokens begin.

        The last has one entry more, for the end of the text.
        """
        columns = [variant[0].columns for variant in self.tokens]
        owner = np.repeat(np.arange(len(columns)), [len(c) for c in columns])
        phones = np.fromiter(chain.from_iterable(columns), dtype=np.int64, count=len(owner))
        begins = np.ones(len(owner) + 1, dtype=bool)
        begins[1:-1] = owner[1:] != owner[:-1]
        return phones, owner, begins


def build_lattice(tokens: Sequence[str], language: str, pronouncer: Pronouncer) -> PronunciationLattice:
    """Return the lattice of tokens, as a reader of `language` (English of some kind) says them."""
    return PronunciationLattice(
        tuple(_ways(readings, pronouncer) for readings in spoken_words(tokens, language)),
        tuple(not token[-1:].isalnum() for token in tokens),
    )


def _ways(readings: Sequence[Sequence[str]], pronouncer: Pronouncer) -> tuple[Variant, ...]:
    """Return the ways to say a token: every reading as it is mostly pronounced, then other variants."""
    spoken: list[list[Variant]] = []
    for reading in readings:
        variants = [pronouncer.variants(word)[:_MOST_VARIANTS] for word in reading]
        variants = [v for v in variants if v]
        # Of a number's many words, only the first few combinations.
        most = _MOST_VARIANTS if len(variants) == 1 else 2
        spoken.append([Variant(words) for words in islice(product(*variants), most)])
    ranked = chain.from_iterable(zip_longest(*spoken))
    ways = dict.fromkeys(variant for variant in ranked if variant is not None)
    return tuple(islice(ways, _MOST_READINGS)) or (Variant(()),)
