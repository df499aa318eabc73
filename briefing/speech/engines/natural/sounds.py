"""A text to phonemes, each with the place in the text that it is said for. No text makes it raise.

Theory of operation: hibari's own rules do it, token by token, with its tables (`copies`). Its tokens spell
the text, so where each of them stands is found by reading along. Its way of putting sounds into the text,
`[word](/sounds/)`, is not offered to the text: what a text holds is read, never obeyed.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from hibari.g2p import G2P
from hibari.g2p.lexicon import Lexicon
from hibari.g2p.oov import OOV
from hibari.g2p.tagger import Tagger
from hibari.g2p.token import Tok
from hibari.g2p.tokenize import Tokenizer

from briefing.speech.engines.natural.alphabet import spelt
from briefing.speech.engines.natural.copies import GOLD, SILVER
from briefing.speech.engines.natural.tables import LateTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from briefing.ports.speech import Sound
    from briefing.speech.engines.natural.copies import Copies

SILENT: Final = frozenset(';:,.!?—…"()“” ')
"""Phonemes that are none: they make the melody, and pauses."""
LONGEST: Final = 240
"""So many phonemes are said at once: some 16 seconds, made in a quarter of one."""
_OVERLONG: Final = re.compile(r"\S{41}")
"""hibari's rules take minutes for a run of 500 letters and signs: such a one is said in parts."""
_PART: Final = re.compile(r"\S{1,40}")
_SPACE: Final = re.compile(r"\s")
_ENDS: Final = ";:,.!?—…"
_LETTERS: Final = {
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ð": "th",
}


class Phonemes(NamedTuple):
    """Phonemes, and for each of them the code point of the text at which its token begins."""

    said: str
    places: tuple[int, ...]


class _LatePronouncer:
    """What says words that are in no table. Its network is loaded when there is one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._oov: Any = None

    def __call__(self, word: str) -> str | None:
        self._oov = self._oov or OOV(str(self._path))
        said: str | None = self._oov("".join(_plain(char, self._oov.cin) for char in word))
        return said


def _name(letter: str) -> str | None:
    """Return what a letter of another script is called, such as `alpha`; None for a Latin one."""
    script, _, rest = unicodedata.name(letter, "LATIN").partition(" ")
    return None if script == "LATIN" else rest.rpartition(" ")[2].lower()


def _plain(char: str, known: dict[str, int]) -> str:
    """Return a letter as the pronouncer knows it: without its accent, if it must be."""
    return char if char in known else _LETTERS.get(char) or unicodedata.normalize("NFKD", char)[:1]


class _Rules(G2P):  # type: ignore[misc]  # hibari has no types
    """hibari's rules on tables of ours."""

    def __init__(self, assets: Path, copies: Copies) -> None:
        self.lexicon = Lexicon(copies.words(GOLD), LateTable(lambda: copies.words(SILVER)), british=False)
        self.tokenizer = Tokenizer(json.loads((assets / "tokenizer_exceptions.json").read_bytes()))
        told = copies.tagger()
        self.tagger = Tagger({**told, "vocab": ()})
        self.tagger.vocab = told["vocab"]
        self._oov = _LatePronouncer(assets / "oov.onnx")
        self.unk = ""
        self.british = False


class Sounds:
    """Makes phonemes of texts.

    Args:
        assets: the folder of what hibari installs.
        copies: has its tables.
        knows: whether a phoneme can be said.
    """

    def __init__(self, assets: Path, copies: Copies, knows: Callable[[str], bool]) -> None:
        self._rules = _Rules(assets, copies)
        self._knows = knows

    def of(self, text: str, sounds: Sequence[Sound] = ()) -> list[Phonemes]:
        """Return the phonemes of a text, in pieces that are said one after the other; [] for silence.

        `sounds` tell how parts of it are said.
        """
        plain = _SPACE.sub(" ", text)
        told = [(each, spelt(each.ipa)) for each in sounds]
        try:
            said = None if _OVERLONG.search(plain) else list(self._said(plain, 0, told))
        except Exception:  # noqa: BLE001 - its rules are made for words: what they stumble over is left out
            said = None
        if said is None:
            said = [each for word in _PART.finditer(plain) for each in self._alone(word[0], word.start())]
        return [piece for piece in _pieces(said) if any(each not in SILENT for each in piece.said)]

    def _alone(self, word: str, place: int) -> list[tuple[str, int]]:
        try:
            return [*self._said(word, place), (" ", place)]
        except Exception:  # noqa: BLE001 - the same
            return [(" ", place)]

    def _tokens(self, text: str, told: Sequence[tuple[Sound, str]]) -> Iterator[Tok]:
        """Yield the tokens of a text. What hibari calls `tokenize` would obey it."""
        at = 0
        for sound, phonemes in told:
            if phonemes and sound.start >= at:
                yield from self._plain_tokens(text[at : sound.start])
                space = " " if text[sound.stop : sound.stop + 1] == " " else ""
                yield Tok(text[sound.start : sound.stop], "NN", space, phonemes=phonemes, rating=5)
                at = sound.stop
        yield from self._plain_tokens(text[at:])

    def _plain_tokens(self, text: str) -> Iterator[Tok]:
        for token in self._rules._tokens(text):  # noqa: SLF001
            if len(token.text) == 1 and token.text.isalpha():
                token.alias = _name(token.text)
            yield token

    def _said(
        self, text: str, place: int, told: Sequence[tuple[Sound, str]] = ()
    ) -> Iterator[tuple[str, int]]:
        """Yield each phoneme and its place; `place` is that of the text."""
        at = 0
        for token in self._rules.phonemize_tokens(list(self._tokens(text, told))):
            found = text.find(token.text, at)
            at = max(found, at)
            for phoneme in (token.phonemes or "") + (" " if token.whitespace else ""):
                if self._knows(phoneme):
                    yield phoneme, place + at
            at += len(token.text) if found >= 0 else 0


def _pieces(said: list[tuple[str, int]]) -> Iterator[Phonemes]:
    """Yield the phonemes in pieces of at most `LONGEST`, cut after a clause, else between words."""
    while said:
        cut = len(said)
        if cut > LONGEST:
            signs = [phoneme for phoneme, _ in said[:LONGEST]]
            clause = max((i + 1 for i, sign in enumerate(signs) if sign in _ENDS), default=0)
            word = max((i + 1 for i, sign in enumerate(signs) if sign == " "), default=0)
            cut = clause if clause > LONGEST // 2 else word or LONGEST
        phonemes = "".join(phoneme for phoneme, _ in said[:cut])
        lead = len(phonemes) - len(phonemes.lstrip())
        yield Phonemes(phonemes.strip(), tuple(place for _, place in said[lead:cut])[: len(phonemes.strip())])
        said = said[cut:]
