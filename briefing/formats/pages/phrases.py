"""Phrases that lines are told by, and how a line is folded to be compared with them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, NamedTuple

_LONGEST_FOLDED: Final = 900
"""Characters; a longer line is nobody's furniture."""
_FOLDED: Final = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "\u200c": " ", "\xa0": " "}
    | dict.fromkeys("\u200e\u200f\u00ad", "")
    | {"ي": "ی", "ك": "ک", "İ": "i"}
)


_FIRST_SIGNS: Final = re.compile(r"[^\w]+")
_COUNT: Final = re.compile(r"[\s(\[]+\d{1,6}[)\]]*$")
_MARKS: Final = ("Mn", "Mc")
"""Vowel signs: they end words in the scripts of India."""


class Phrases(NamedTuple):
    """Phrases of one sort: whole lines, first words, last words, and what stands anywhere in order."""

    whole: frozenset[str]
    starts: tuple[str, ...]
    stops: tuple[str, ...]
    inside: tuple[tuple[str, ...], ...]

    def match(self, folded: str) -> bool:
        """Return whether a line is one of them."""
        if folded in self.whole or folded.startswith(self.starts) or folded.endswith(self.stops):
            return True
        # A loop, for a generator takes four times as long, and every line of a page comes here.
        for parts in self.inside:  # noqa: SIM110
            if parts[0] in folded and _in_order(folded, parts):
                return True
        return False


def _in_order(text: str, parts: tuple[str, ...]) -> bool:
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


@cache
def phrases_of(*rows: str) -> Phrases:
    """Return the phrases of rows: parted by bars, with a star for whatever stands between."""
    every = [phrase for row in rows for phrase in row.split("|")]
    whole: set[str] = set()
    starts: set[str] = set()
    stops: set[str] = set()
    inside: set[tuple[str, ...]] = set()
    for phrase in every:
        parts = tuple(fold(part, is_edge=False) for part in phrase.split("*"))
        if len(parts) == 1:
            whole.add(fold(phrase))
        elif parts[0] and len(parts) == 2 and not parts[1]:
            starts.add(parts[0])
            whole.add(fold(parts[0]))
        elif parts[-1] and len(parts) == 2:
            (inside.add(parts) if parts[0] else stops.add(parts[-1]))
        else:
            inside.add(tuple(part for part in parts if part))
    return Phrases(frozenset(whole), tuple(starts), tuple(stops) or ("\0",), tuple(sorted(inside)))


@cache
def leading(row: str) -> re.Pattern[str]:
    """Return a pattern that finds one of a row's phrases at a line's start, and what parts it off."""
    phrases = sorted((re.escape(phrase) for phrase in row.split("|")), key=len, reverse=True)
    return re.compile(rf"\W*(?:{'|'.join(phrases)})(?![^\W\d_])\W*", re.IGNORECASE)


def fold(line: str, *, is_edge: bool = True) -> str:
    """Return a line's words for comparing: lower case, one apostrophe, no signs or counts at its ends."""
    line = (
        unicodedata.normalize("NFKC", line[:_LONGEST_FOLDED].replace("ⓒ", "©")).translate(_FOLDED).casefold()
    )
    if not is_edge:
        return re.sub(r"\s+", " ", line).lstrip()
    line = " ".join(line.split())
    stop = len(line)
    while stop and not (line[stop - 1].isalnum() or unicodedata.category(line[stop - 1]) in _MARKS):
        stop -= 1
    bare = line[:stop]
    count = _COUNT.search(bare, max(0, stop - 9))
    bare = bare[: count.start()] if count else bare
    first = _FIRST_SIGNS.match(bare)
    return (bare[first.end() :] if first else bare).strip() or line
