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
        | \^[\w-]{1,20} | @[\w:-]{1,40}(?:,?\s[^\]]{1,30})?           # [^1], [@smith2020, p. 3]
        | (?:note|anm|anmerkung|nota|remarque)\.?\s?\d{1,3}
        | (?:r[ée]f\.|citation)\sn[ée]cessaire | (?:cita|referencia)\srequerida | nachweis\sfehlt
        | needs\supdate | dubious[^\]]{0,30} | (?:by|according\sto)\swhom\? | (?:who|when|which|where|why)\?
        )\]
      | (?<=[\w.,;:!?)\]”’])                             # word[a], but no "[a] man", and no "give[s]"
        (?-i:\[(?!(?:s|e[dnrs]|ly)\]|(?<=e\[)d\])[a-z]{1,2}\])(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RAISED: Final = re.compile(
    rf"(?:(?<=[.,;:!?)”’\"'])|(?<=\b19\d\d)|(?<=\b20\d\d)|(?P<word>[^\W\d_]{{1,40}}))"
    rf"(?P<mark>[{_SUPERSCRIPT}]+(?:[,–]\s?[{_SUPERSCRIPT}]+)*|[†‡¶]+)"
)
_NAME: Final = r"(?:(?:van|von|der|den|de|da|di|del|la|le|al)\s){0,2}[A-ZÀ-ÖØ-Þ][\w’'-]{1,30}"
_WORK: Final = (
    rf"{_NAME}(?:,\s{_NAME}){{0,6}}(?:,?\s(?:&|and|und|et|y)\s{_NAME})?(?:,?\set\sal\.?)?"
    r",?\s(?:1[89]|20)\d\d[a-z]?"
    r"(?:,\s(?:pp?|S|pág|págs)\.\s?\d{1,5}(?:[-–]\d{1,5})?|:\s?\d{1,4}(?:[-–]\d{1,4})?)?"
)
_CITATION: Final = re.compile(
    r"\s?\((?:(?:see|see\salso|e\.g\.|cf\.|vgl\.|siehe|voir|véase),?\s)?"
    rf"(?P<works>{_WORK}(?:;\s{_WORK}){{0,12}})\)"
)
"""Who wrote something when, in brackets: "(Smith et al., 2020)"."""
_NO_AUTHORS: Final = frozenset(
    """january february march april may june july august september october november december spring summer
    autumn fall winter paris london tokyo rio athens beijing sydney atlanta barcelona seoul moscow berlin rome
    madrid vienna geneva brussels washington chicago boston toronto melbourne stockholm oslo helsinki munich
    montreal mexico venice cannes milan dubai doha cairo delhi mumbai shanghai kyiv warsaw prague budapest
    lisbon glasgow edinburgh manchester dublin amsterdam france germany italy spain england scotland ireland
    britain america canada australia japan china india brazil russia ukraine turkey egypt israel qatar africa
    euro olympics gold silver bronze netflix disney oscar born died since until updated published""".split()
)
"""What stands in brackets before a year and wrote nothing: places, months."""
_ART: Final = re.compile(
    r"\b(?:films?|movies?|biopic|albums?|novels?|songs?|series|shows?|plays?|single|games?|paintings?|exhibition"
    r"|festival|starr(?:ed|ing)|direct(?:ed|or)|book|documentary|drama|comedy|musical|opera|sequel|hits?)\b",
    re.IGNORECASE,
)
"""Near these a name before a year is what somebody made: "his film (Tenet, 2020)"."""
_NEAR: Final = 60
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


_DECORATION: Final = re.compile(
    r"(?<!\S)(?:[=_#~*+]{2,}|-{3,}|[•▪▫■□◦‣⁃►▶▸◆◇●○·|─-╿▀-▟♩-♬]+|\*)(?![^\s.,;:!?])|[♩-♬]|(?<=\w)\((?:R|TM|SM)\)"
)
"""Lines, bullets, borders and notes of music: they part or adorn, and say nothing."""
_MAY_DECORATE: Final = re.compile("[=_#~*+|·•─-╿▀-▟▪-◿♩-♬‣⁃]|---|\\([RTS]M?\\)")


def marks(text: str) -> list[tuple[int, int]]:
    """Return the ranges of a text that mark notes ("[1]", "[citation needed]", "word¹") and are not heard.

    The brackets of "give[s]" and "player(s)" are among them, the letters between are not.
    """
    found = [match.span() for match in _NOTE.finditer(text)] if "[" in text else []
    if "[" in text or "(" in text:
        for match in _EDITED.finditer(text):
            found += [match.span(name) for name, sign in match.groupdict().items() if sign]
    if "(" in text:
        found += [
            match.span()
            for match in _CITATION.finditer(text)
            if _is_of_authors(match["works"], text[max(0, match.start() - _NEAR) : match.start()])
        ]
    if _MAY_DECORATE.search(text):
        found += [
            match.span() for match in _DECORATION.finditer(text) if not _is_between(text, *match.span())
        ]
    if not text.isascii():
        found += [
            match.span("mark")
            for match in _RAISED.finditer(text)
            if match["mark"][0] in "†‡¶" or not _is_power((match["word"] or "").lower())
        ]
    return sorted(found)


def _is_of_authors(works: str, before: str) -> bool:
    """Whether what stands before a year is who wrote something: "Smith", but not "Paris" or "Tenet"."""
    first = re.split(r"[\s,]", works, maxsplit=1)[0].lower()
    is_other = first in _NO_AUTHORS or "," not in works or _ART.search(before)
    return "et al" in works or "&" in works or not is_other


def _is_between(text: str, start: int, stop: int) -> bool:
    """Whether a star stands between two numbers: "5 * 3"."""
    return (
        text[start:stop] == "*"
        and text[:start].rstrip()[-1:].isdecimal()
        and text[stop:].lstrip()[:1].isdecimal()
    )


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
    is_entity = "&" in token and ";" in token
    if (
        is_entity
        or len(token) > _LONGEST
        or _ADDRESS.search(token)
        or token.strip(_PUNCTUATION).lower() in lex.SHORTHAND
    ):
        return []
    return [match.start() for match in _SEAM.finditer(token) if 0 < match.start() < len(token)]
