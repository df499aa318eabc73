"""What is written and not heard: marks of notes and editors, and signs that part no word."""

# ruff: noqa: SIM905  # lists of words read better as words
from __future__ import annotations

import re
from typing import Final

from briefing.text.normalise import lexicon as lex

INVISIBLE: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff"
"""A class of code points that part no word and are not heard: soft hyphens, joiners, directions."""
_SUPERSCRIPT: Final = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_NOTE: Final = re.compile(
    r"""\s?\[(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*                           # [1], [2, 3], [4–6]
        | (?:note|nb|fn|ref)\.?\s?\d{1,3}
        | (?:citation|clarification|verification|attribution|page|better\ssource|original\sresearch|update)
          (?:\sneeded|\?)?
        | needs\supdate | dubious[^\]]{0,30} | (?:by|according\sto)\swhom\? | (?:who|when|which|where|why)\?
        )\]
      | (?<=[\w.,;:!?)\]”’])                             # word[a], but no "[a] man", and no "give[s]"
        (?-i:\[(?!(?:s|e[dnrs]|ly)\]|(?<=e\[)d\])[a-z]{1,2}\])(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RAISED: Final = re.compile(
    rf"(?:(?<=[.,;:!?)”’\"'])|(?P<word>[^\W\d_]{{1,40}}))(?P<mark>[{_SUPERSCRIPT}]+|[†‡]+)"
)
_SQUARED: Final = frozenset("km cm mm dm hm nm mi ft in yd mc kg".split())
"""What "²" belongs to instead of marking a note, as it does to single letters."""
_EDITED: Final = re.compile(
    r"""(?<=[^\W\d_])(?P<open>\[)(?:s|d|e[dnrs]|ly|[^\W\d_]{3,})(?P<close>\])        # give[s], want[ed]
      | (?P<open_first>\[)[^\W\d_]+(?P<close_first>\])(?=[^\W\d_])                    # [n]o
      | (?<=[^\W\d_]{2})(?P<open_end>\()[a-z]{1,3}(?P<close_end>\))(?![\w(])            # player(s)
      | (?<![\w)])(?P<open_begin>\()[^\W\d_]{1,3}(?P<close_begin>\))(?=[a-z]{2})        # (wo)men
    """,
    re.VERBOSE,
)
"""Brackets within a word, which an editor put around some of its letters."""
_SEAM: Final = re.compile(
    r"""(?<=[\w%.,;:!?)\]"'”’])(?<!\d(?=—\d))(?=(?:—|--+)["'“‘(\[]*[^\W_])   # word|—word
      | (?<=—)(?<!\d—(?=\d))(?=["'“‘(\[]*[^\W_]) | (?<=--)(?=["'“‘(\[]*[^\W_]) # —|word
      | (?<=\w…)(?=["“‘(¿¡]*[^\W\d_]) | (?<=[^\W\d_]\.\.\.)(?=["“‘(¿¡]*[^\W_])     # word...|word
      | (?<=[a-zß-öø-ÿ)\]”"][.])(?=["“‘(]*[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])           # end.|Next
      | (?<=[^\W_][?!])(?=["“‘(]*[^\W\d_]) | (?<=[^\W\d_][,;])(?=[^\W\d_]{2})
      | (?<=[^\W_])(?=\((?:\d{1,2}\)|[A-Z][A-Za-z])) | (?<=\d)(?=\([^\W\d_]{1,4}\)) # 7-6|(5)
      | (?<=\))(?=\() | (?<=[\w.])(?=\[[A-Z])
    """,
    re.VERBOSE,
)
"""Where words stand that were run together."""
_PUNCTUATION: Final = "\"'“”‘’,.;:!?"
_ADDRESS: Final = re.compile(r"[@/]|www\.", re.IGNORECASE)
_LONGEST: Final = 200
"""Code points of a token that is looked into."""


def marks(text: str) -> list[tuple[int, int]]:
    """Return the ranges of a text that mark notes ("[1]", "[citation needed]", "word¹") and are not heard.

    The brackets of "give[s]" and "player(s)" are among them, the letters between are not.
    """
    found = [match.span() for match in _NOTE.finditer(text)] if "[" in text else []
    if "[" in text or "(" in text:
        for match in _EDITED.finditer(text):
            found += [match.span(name) for name, sign in match.groupdict().items() if sign]
    if not text.isascii():
        found += [
            match.span("mark")
            for match in _RAISED.finditer(text)
            if match["mark"][0] in "†‡" or not _is_power((match["word"] or "").lower())
        ]
    return sorted(found)


def _is_power(word: str) -> bool:
    """Whether a raised number after a word is its power: "km²", "x²"."""
    return len(word) == 1 or word in _SQUARED


def unmarked(token: str) -> str:
    """Return a token without the marks of notes in it; one too long for a word stays as it is."""
    if len(token) > _LONGEST:
        return token
    for start, stop in reversed(marks(token)):
        token = token[:start] + token[stop:]
    return token


def seams(token: str) -> list[int]:
    """Return where a token falls apart: "word—word", "end.Next", "7-6(5)"; addresses and shorthand do not."""
    if len(token) > _LONGEST or _ADDRESS.search(token) or token.strip(_PUNCTUATION).lower() in lex.SHORTHAND:
        return []
    return [match.start() for match in _SEAM.finditer(token) if 0 < match.start() < len(token)]
