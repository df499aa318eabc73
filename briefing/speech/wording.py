"""What a voice is handed for the tokens of an English sentence: words for all that is no plain word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Piece = tuple[str, int, bool]
"""What is said, its place in the document, and whether it stands there as written."""

_READ_RIGHT = re.compile(
    r"""
      [^\W\d_]++ (?:['’\-‐] [^\W\d_]++)*+ (?<![A-Z]{2}) (?<!(?-i:[A-Z])['’]s)   # words, joined or not
    """,
    re.VERBOSE,
)
"""Tokens that eSpeak is known to read as a newsreader does."""
_INITIALS = re.compile(r"(?<!\w)(?<!\.)(?:[^\W\d_]\.)+(?=[^\w.]*$)")
"""`U.S.`, `J.`: the last full stop makes eSpeak pause before a capital, so it is left out."""
_LAST_STOP = re.compile(r"(?:(?<![\"'”’»)\]])[\"'”’»)\]]++)?\.[\"'”’»)\]]*+$")
_CLOSED = re.compile(r"(?:(?<![)\]\"'”’?!])[)\]\"'”’?!]++\.|(?<![.…])\.{2,}+|(?<![.…]{2})…)[.…]*+$")
"""Stops after a bracket or quotation, and dots: no abbreviation's."""
_RAISED = re.compile("[²³¹⁰⁴-⁹₀-₉½⅓⅔¼¾⅐-⅞]")
_MAY_BE_ODD = re.compile(r"[^\W\d_][A-Z]|\b(?=\w*[A-Z])\w++ [IVX]\b")
"""MPs, eBay, PhD; and what may be a Roman numeral of one letter: World War I."""
_LONGEST_ABBREVIATION: Final = 8
EDGES: Final = "\"'“”„‘’«»()[]{},;:!?…¡¿"


def english_pieces(tokens: Sequence[Piece], language: str) -> Iterator[Piece]:
    """Yield what is said for each token of a sentence, in order; what is not heard is left out.

    Args:
        tokens: as written.
        language: the voice's BCP 47 tag, of some English.
    """
    last = len(tokens) - 1
    odd = [_is_odd(token, is_last=i == last) for i, (token, _, _) in enumerate(tokens)]
    if not any(odd) and not _MAY_BE_ODD.search(" ".join(token for token, _, _ in tokens)):
        for i, (token, start, is_literal) in enumerate(tokens):
            yield token if i == last else _without_pause(token), start, is_literal
        return
    from briefing.text.normalise.readings import spoken_words  # most sentences have nothing odd

    readings = spoken_words([token for token, _, _ in tokens], language)
    for i, (token, start, is_literal) in enumerate(tokens):
        said = _said(tokens, i, _chosen(token, readings[i]), is_odd=odd[i])
        if said is None:
            yield token if i == last else _without_pause(token), start, is_literal
        elif said:
            yield said, start, is_literal and said == token


def _said(tokens: Sequence[Piece], i: int, reading: tuple[str, ...], *, is_odd: bool) -> str | None:
    """Return what is said for a token of an English sentence, "" for nothing; None for what is written."""
    token, last = tokens[i][0], len(tokens) - 1
    core = _core(token)
    if i < last and _ends_within(tokens, i, core):
        if reading == (core[:-1].lower(),) and not core.isupper():
            return token
        core = core[:-1] if core[-2:-1].isdecimal() else core
    plain = core.removesuffix(".") if i == last else core
    is_range = "to" in reading and "-" in core  # Mon-Fri
    is_article = core == "A" and any(_is_shouted(tokens[k][0]) for k in (i - 1, i + 1) if 0 <= k <= last)
    is_other = plain.replace("-", "").isalpha() and reading != tuple(plain.lower().split("-"))
    if not core or not (is_odd or is_other or is_range or is_article):
        return None
    head = token[: token.find(core)]
    tail = token[len(head) + len(core) :]
    if i == last and (stop := _LAST_STOP.search(token)):
        tail = stop[0]  # the abbreviation's full stop was the sentence's as well
    said = _spell(reading)
    is_sign = not any(c.isalnum() or category(c) == "Sc" for c in core)
    return token if is_sign and not said else head + said + tail


def _ends_within(tokens: Sequence[Piece], i: int, core: str) -> bool:
    """Return whether a token that is not the last may end a sentence: "in 2021.[6] The", "left.Then"."""
    following = tokens[i + 1]
    is_joined = following[1] == tokens[i][1] + len(tokens[i][0])
    is_plain = core[:-1].islower() or core[-2:-1].isdecimal()
    return core[-1:] == "." and (is_joined or (is_plain and following[0].lstrip(EDGES)[:1].isupper()))


def _core(token: str) -> str:
    """Return a token without the punctuation around it; "401(k)" keeps its bracket."""
    core = _CLOSED.sub("", token.strip(EDGES))
    closing = token[token.find(core) + len(core) :][:1]
    return core + closing if closing == ")" and core.count("(") > core.count(")") else core


def _is_shouted(token: str) -> bool:
    core = token.strip(EDGES + ".")
    return len(core) > 1 and core.isalpha() and core.isupper()


def _chosen(token: str, readings: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the reading to give: the likeliest, but "per" for a slash rather than "a"."""
    if "/" in token:
        return tuple(next((way for way in readings if "per" in way), readings[0]))
    return tuple(readings[0])


def _without_pause(token: str) -> str:
    match = _INITIALS.search(token)
    return token[: match.end() - 1] + token[match.end() :] if match else token


def _is_odd(token: str, *, is_last: bool) -> bool:
    """Return whether a token is one that eSpeak may misread, judged from its look alone."""
    core = token.strip(EDGES)
    if _RAISED.search(core) or core.isnumeric():
        return True
    if _INITIALS.fullmatch(core):
        return core.islower()
    if is_last:
        core = core.removesuffix(".")
    elif core.endswith(".") and core[:-1].isalpha():
        return len(core) <= _LONGEST_ABBREVIATION
    if core.isupper() and len(core) > 1:
        return True
    if core.isalpha():
        return False
    return _READ_RIGHT.fullmatch(core) is None


def _spell(reading: Sequence[str]) -> str:
    """Join spoken words; letters in a row are joined by full stops, which makes every voice name them."""
    said = ""
    was_letter = False
    for word in reading:
        is_letter = word[:1].isupper() and word[1:] in ("", "'s")
        said += ("." if is_letter and was_letter else " " if said else "") + word
        was_letter = is_letter
    return said
