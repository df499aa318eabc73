"""Pronunciations looked up in a text: which words of it are said otherwise than they are written.

Rules:
1. The longest name wins, then what is the user's own over what ships, a word over a pattern, one whose
   capitals matter over one whose do not, and one for a region over one for its language, over one for all.
2. Only whole words are found. Hyphens and spaces within a name are alike ("Kim Jong Un", "Jong-un"); a
   genitive at its end ("Zelenskyy's") is said after it.
3. A name that ships needs its capitals, or a text all in capitals; it is found without its marks, too.
4. Time is proportional to the text: each word is looked up by its letters, patterns have one star.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.text.pronunciation.entry import UNIT, SaidAs, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_JOINTS: Final = frozenset(" -‐‑\u00a0\n")
_LONGEST_JOINT: Final = 3
_HISSES: Final = ("s", "z", "ʃ", "ʒ")
_HARD: Final = ("p", "t", "k", "f", "θ", "x")
_GENITIVE: Final = "'s"


class FoundWord(NamedTuple):
    """A word or name of a text, and how it is said."""

    start: int
    stop: int
    parts: tuple[tuple[int, int], ...]
    """The half-open range of each of its words."""
    entry: SaidAs
    said: str
    """The respelling, its ending included; "" where there is none."""
    ipa: str
    """The same in IPA."""


class Pronunciations:
    """Entries to look words up in.

    Args:
        own: the user's; a later one of the same key replaces an earlier one.
        names: what ships.
    """

    def __init__(self, own: Iterable[SaidAs] = (), names: Iterable[SaidAs] = ()) -> None:
        self.own = {entry.key: entry for entry in own}
        self._by_first: dict[bool, dict[str, list[tuple[SaidAs, tuple[str, ...]]]]] = {True: {}, False: {}}
        self._patterns: list[SaidAs] = []
        self._names = tuple(names)
        self._by_word: dict[str, list[tuple[str, str]]] | None = None
        for entry in self.own.values():
            if entry.is_pattern:
                self._patterns.append(entry)
            else:
                self._add(entry, is_own=True)
        for entry in self._names:
            self._add(entry, is_own=False)

    def _add(self, entry: SaidAs, *, is_own: bool) -> None:
        keys = tuple(folded(unit) for unit in entry.units)
        if not is_own:
            keys = tuple(bare(key) for key in keys)
        self._by_first[is_own].setdefault(keys[0], []).append((entry, keys))

    def without_own(self) -> Pronunciations:
        """Return what ships alone."""
        return Pronunciations(names=self._names)

    def ways(self, word: str) -> list[tuple[str, str]]:
        """Return how a word by itself may be said in English: as IPA, and as a respelling; "" for none.

        That is its own entry, and its part of every name of several words that has it; the user's first.
        """
        if self._by_word is None:
            self._by_word = {}
            for entry in (*self.own.values(), *self._names):
                keys = [bare(folded(unit)) for unit in entry.units]
                ipa, say = entry.ipa.split(), entry.say.split()
                for n, key in enumerate(keys):
                    way = (ipa[n] if len(ipa) == len(keys) else "", say[n] if len(say) == len(keys) else "")
                    ways = self._by_word.setdefault(key, [])
                    if any(way) and way not in ways and _is_for(entry, "en"):
                        ways.append(way)
        return self._by_word.get(bare(folded(word)), [])

    def find(self, text: str, start: int, stop: int, language: str) -> list[FoundWord]:
        """Return what is found between two offsets of a text of `language`, sorted and disjoint."""
        if not any(self._by_first.values()) and not self._patterns:
            return []
        units = [(match.start(), match.end()) for match in UNIT.finditer(text, start, stop)]
        found: list[FoundWord] = []
        at = 0
        while at < len(units):
            best = max(self._matches(text, units, at, language), key=_rank, default=None)
            if best is None:
                at += 1
                continue
            found.append(best[0])
            at += len(best[0].parts)
        return found

    def _matches(
        self, text: str, units: Sequence[tuple[int, int]], at: int, language: str
    ) -> Iterator[tuple[FoundWord, bool]]:
        """Yield what begins at a word, and whether it is the user's own."""
        first = folded(text[slice(*units[at])])
        for stem in _stems(first):
            # A name that ships may be written with its marks, or without.
            for key, is_own in ((stem, True), (bare(stem), False)):
                for entry, keys in self._by_first[is_own].get(key, ()):
                    if _is_for(entry, language) and (
                        made := _match(text, units, at, entry, keys, is_own=is_own)
                    ):
                        yield made, is_own
        for entry in self._patterns:
            if _is_for(entry, language) and (made := _by_pattern(text, units[at], first, entry)):
                yield made, True


def _rank(found: tuple[FoundWord, bool]) -> tuple[int, bool, bool, bool, int]:
    (_, _, parts, entry, _, _), is_own = found
    return len(parts), is_own, not entry.is_pattern, entry.is_exact, len(entry.language)


def _is_for(entry: SaidAs, language: str) -> bool:
    wanted, tag = entry.language.lower(), language.lower()
    return not wanted or tag == wanted or tag.startswith(f"{wanted}-")


def _stems(word: str) -> Iterator[str]:
    """Yield a word, and what it is the genitive of."""
    yield word
    if word.endswith(_GENITIVE) and word != _GENITIVE:
        yield word.removesuffix(_GENITIVE)


def _match(
    text: str,
    units: Sequence[tuple[int, int]],
    at: int,
    entry: SaidAs,
    keys: tuple[str, ...],
    *,
    is_own: bool,
) -> FoundWord | None:
    parts = units[at : at + len(keys)]
    if len(parts) < len(keys):
        return None
    is_genitive = False
    for i, (part, key) in enumerate(zip(parts, keys, strict=True)):
        written = folded(text[slice(*part)])
        written = written if is_own else bare(written)
        if i == len(keys) - 1 and written == key + _GENITIVE:
            is_genitive = True
        elif written != key:
            return None
        if i and not _is_joint(text[parts[i - 1][1] : part[0]]):
            return None
    shown = [text[slice(*part)] for part in parts]
    if entry.is_exact and not (_is_written(shown, entry) if is_own else _has_capitals(shown, entry.units)):
        return None
    return _found(entry, parts, entry.say, is_genitive=is_genitive)


def _by_pattern(text: str, unit: tuple[int, int], word: str, entry: SaidAs) -> FoundWord | None:
    for stem in _stems(word):
        rest = glob(folded(entry.word), stem)
        if rest is None:
            continue
        written = text[unit[0] : unit[0] + len(stem)]
        if entry.is_exact and glob(entry.word, unicodedata.normalize("NFC", written)) is None:
            continue
        return _found(entry, (unit,), entry.say.replace("*", rest), is_genitive=stem != word)
    return None


def _found(entry: SaidAs, parts: Sequence[tuple[int, int]], say: str, *, is_genitive: bool) -> FoundWord:
    ipa = entry.ipa
    if is_genitive:
        say = f"{say}'s" if say else ""
        ipa = f"{ipa}{ending(ipa)}" if ipa else ""
    return FoundWord(parts[0][0], parts[-1][1], tuple(parts), entry, say, ipa)


def ending(ipa: str) -> str:
    """Return the sound of an English genitive or plural after a sound: "Xi's", "Putin's", "Gantz's"."""
    if ipa.endswith(_HISSES):
        return "ɪz"
    return "s" if ipa.endswith(_HARD) else "z"


def glob(pattern: str, word: str) -> str | None:
    """Return what the star of a pattern stands for in a word, "" without one; None where it does not fit."""
    head, star, tail = pattern.partition("*")
    if not star:
        return "" if len(pattern) == len(word) and _fits(pattern, word) else None
    if len(word) < len(head) + len(tail):
        return None
    end = len(word) - len(tail)
    return word[len(head) : end] if _fits(head, word[: len(head)]) and _fits(tail, word[end:]) else None


def _fits(pattern: str, word: str) -> bool:
    return all(p in ("?", w) for p, w in zip(pattern, word, strict=True))


def _is_written(written: Sequence[str], entry: SaidAs) -> bool:
    """Whether words have the very capitals of the user's entry: "polish" is not "Polish", nor "us" "US"."""
    return all(word.startswith(unit) for word, unit in zip(written, entry.units, strict=True))


def _has_capitals(written: Sequence[str], units: Sequence[str]) -> bool:
    """Whether words have the capitals of a name; more of them do no harm: "Al-Assad", "ZELENSKYY"."""
    pairs = (
        (w, u) for word, unit in zip(written, units, strict=True) for w, u in zip(word, unit, strict=False)
    )
    return all(w.isupper() or not u.isupper() for w, u in pairs)


def _is_joint(gap: str) -> bool:
    return 0 < len(gap) <= _LONGEST_JOINT and _JOINTS.issuperset(gap)


def bare(word: str) -> str:
    """Return a word without the marks on its letters: "erdoğan" -> "erdogan", "łódź" -> "lodz"."""
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFD", word.translate(_UNMARKED))
    return unicodedata.normalize("NFC", "".join(c for c in marks if not unicodedata.combining(c)))


_UNMARKED: Final = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})
"""Letters whose mark is no combining one."""
