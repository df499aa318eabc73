"""Where sentences end: text in, spans out.

Theory of operation: every run of sentence-final punctuation with what closes after it
(quotes, brackets, note marks) is a candidate; what stands before and after decides.
Question and exclamation marks end a sentence unless it plainly goes on in lower case.
A full stop is undone by what it can belong to instead: an abbreviation, an initial, an
ordinal, a number in a list, an ellipsis. Abbreviations that can stand at a sentence's
end ("U.S.", "p.m.", "Inc.") end it only where the next word commonly starts one.
The classes follow Grefenstette and Tapanainen, "What is a word, what is a sentence?"
(1994), section 4; the scripts' own full stops follow Unicode UAX #29, Sentence_Terminal.

The spans are disjoint and sorted, hold all that is not white space, and neither start
nor end with white space. No sentence is longer than `LONGEST` code points, so that
text without punctuation stays as quick to look up as any other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.patterns import late
from briefing.text.abbreviations import MONTH_NAMES, ROMAN, STARTERS, TIME_ZONES, AbbreviationKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 2000
"""Code points after which a sentence is cut, at a clause's end or a space where there is one."""

_CLOSERS = "\"'”’»›“‘«‹)\\]}」』）】》〉〕］｣*_\u2069"
_LEAST_WORDS: Final = 3
"""Words before "p.m." and the like in a sentence that it may end: less is no sentence."""
_LONGEST_TOKEN: Final = 40
"""How far back a token is looked for; no abbreviation is longer."""
_OPENERS = "\"'“”‘«‹»›„‚(\\[{¿¡「『（【《〈〔［｢*_\u2066\u2067\u2068–—\\-"
_WIDE = "。．！？｡"
"""Stops after which no space follows."""
_STOPS = f"\\.(?:[ \u00a0]\\.){{2,}}|[.!?…‼⁇⁈⁉؟۔।॥։።፧፨။៕᠃᠉\u037e]+|[{_WIDE}][{_WIDE}!?…]*"
_CLOSE = rf"(?P<close>(?:[{_CLOSERS}]|\[\d{{1,3}}\])*)"
_CANDIDATE = late(f"(?P<stop>{_STOPS}){_CLOSE}")
_GREEK_CANDIDATE: Final = f"(?P<stop>{_STOPS}|;){_CLOSE}"
"""In Greek a semicolon asks. Compiled where a text is Greek."""
_SPACED_CLOSER = late(r"(?:[^\S\n]{1,2}[»›”\"](?=\s|$))+")
"""French puts a space before its closing quote; after any other space a quote opens."""
_TOKEN_BEFORE = late(rf"[^\s{_OPENERS}/]+(?:-[^\s{_OPENERS}/]+)*$")
_NEXT = late(rf"\s*(?P<open>[{_OPENERS}\s]*)(?P<word>[^\s,;:!?…\"”’»)\]]*)")
_ITEM = late(r"[(\[]?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{2,5})")
_SPACE = re.compile(r"\s+")


def split_sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Return the half-open ranges of the sentences of one block of text.

    Args:
        text: A paragraph, a heading, a caption: text that no sentence runs out of.
        language: BCP 47 tag. The abbreviations of every language count, but where two
            languages disagree (ordinals, "no.") the tag decides.
    """
    ranges: list[tuple[int, int]] = []
    start = 0
    for stop in _ends(text, (language or "en").split("-")[0].lower()):
        ranges += _trimmed(text, start, stop)
        start = stop
    ranges += _trimmed(text, start, len(text))
    return ranges


def _trimmed(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the range without white space around it, in pieces no longer than `LONGEST`."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    while stop - start > LONGEST:
        window = text[start : start + LONGEST]
        cut = max(window.rfind(mark) for mark in ("; ", ", ", ": ", "— ", "– ", "，", "、")) + 1
        cut = cut or window.rfind(" ") + 1 or LONGEST
        yield from _trimmed(text, start, start + cut)
        start += cut
        while start < stop and text[start].isspace():
            start += 1
    if start < stop:
        yield start, stop


def _ends(text: str, language: str) -> Iterator[int]:
    """Yield the offsets at which a sentence ends, before the white space that follows."""
    start = 0
    candidate = re.compile(_GREEK_CANDIDATE) if language == "el" else _CANDIDATE
    for match in candidate.finditer(text):
        stop = match.end()
        if closer := _SPACED_CLOSER.match(text, stop):
            stop = closer.end()
        if stop >= len(text):
            return
        if match["stop"][0] in _WIDE:
            is_end = text[stop] not in "、，,と" or not match["close"]
        elif not text[stop].isspace() or text[match.start() - 1 : match.start()] in ("[", "("):
            is_end = False  # within a word, or "[...]", which stands for what was left out
        else:
            is_end = _is_end(text, start, match, stop, language)
        if is_end:
            yield stop
            start = stop


def _is_end(text: str, start: int, match: re.Match[str], stop: int, language: str) -> bool:
    """Return whether the candidate `match`, whose closers reach to `stop`, ends the sentence from `start`."""
    following = _NEXT.match(text, stop)
    word = following["word"] if following else ""
    if not word:
        # Only punctuation follows: it belongs to this sentence, unless it is a stop of its own.
        return False
    if _is_lower(word):
        return False
    mark = match["stop"]
    if mark == ".":
        return _is_end_at_full_stop(text, start, match, word, language)
    if "." in mark or "…" in mark:
        return "!" in mark or "?" in mark or word.split("'")[0].split("’")[0] != "I"
    return True


def _is_lower(word: str) -> bool:
    """Return whether `word` starts in lower case and is no name of the kind of iPhone."""
    return word[0].islower() and not (len(word) > 1 and word[1].isupper())


def _is_end_at_full_stop(text: str, start: int, match: re.Match[str], word: str, language: str) -> bool:
    """Decide on a single full stop by the token before it and the word after it."""
    before = _TOKEN_BEFORE.search(text, max(start, match.start() - _LONGEST_TOKEN), match.start())
    if before is None:
        return True
    last_word = before[0]
    lead = text[max(start, before.start() - _LONGEST_TOKEN) : before.start()].strip()
    if not lead and _ITEM.fullmatch(last_word):
        return False  # "1. ", "a. ": the number of an item in a list
    kind = kind_of(last_word, language)
    if match["close"] and match["close"][0] not in ")]" and kind is not AbbreviationKind.INITIAL:
        return True  # a quote closes: the stop inside it is the sentence's
    if last_word == "I" and lead and lead.split()[-1].islower():
        return True  # "and so do I. Nobody": a word here, no initial
    if kind is AbbreviationKind.TIME and len(lead.split()) < _LEAST_WORDS:
        return False  # "At 5 a.m. Smith left": too little for a sentence
    return _is_end_before(word.rstrip("."), kind)


def _is_end_before(word: str, kind: AbbreviationKind) -> bool:
    """Return whether a stop after a token of `kind` ends the sentence, when `word` is next."""
    starts = re.split("['’]", word)[0] in STARTERS
    is_date = word.lower() in MONTH_NAMES
    match kind:
        case AbbreviationKind.TITLE | AbbreviationKind.NEVER_LAST:
            is_end = False
        case AbbreviationKind.NUMBERED:
            is_end = not (word[0].isdigit() or (ROMAN.fullmatch(word) and word != "I"))
        case AbbreviationKind.MONTH:
            is_end = not word[0].isdigit()
        case AbbreviationKind.TIME:
            is_end = not (is_date or word.lower() in TIME_ZONES)
        case AbbreviationKind.INNER | AbbreviationKind.INITIAL:
            is_end = starts
        case AbbreviationKind.ORDINAL:
            is_end = starts and not is_date
        case AbbreviationKind.WORD:
            is_end = True
    return is_end
