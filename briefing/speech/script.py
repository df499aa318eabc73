"""What is handed to the voice: a sentence in lines, with the way back to the document's offsets.

Rules:
1. A line is plain text of at most `LINE_LIMIT` code points. eSpeak obeys commands that begin
   with a control character, so there are none.
2. In English all that is not a plain word (numbers, money, ranges, Roman numerals,
   abbreviations, words in capitals) is given in the words of `briefing.spoken`, so that every
   voice reads it alike; other languages have in words what their voices misread (`spoken.abroad`).
3. Every code point of a line leads back to the place in the document that it speaks for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from unicodedata import category

from briefing.spoken.marks import INVISIBLE, marks, seams

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model import Span

LINE_LIMIT: Final = 500
"""The longest text that a voice is given at once."""
SMALL_LINE_LIMIT: Final = 80
"""The same when a sentence is tried again after it killed the voice."""

_TOKEN = re.compile(r"\S+")
_NEVER_SPOKEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ue000-\uf8ff]"
)
"""Controls, invisible formatting, and what has no character. Each becomes a space."""
_NEVER_SPOKEN_BUT_UNHEARD = re.compile(_NEVER_SPOKEN.pattern.replace("\u2060-", "\u2061-"))
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_PERSIAN_JOINT = re.compile("(?<=[\u0600-\u06ff])\u200c")
"""Parts the pieces of a Persian word, which are said one after the other: a space says that to a voice."""
_UNHEARD: Final = "\u2060"
"""Stands for what is not heard and parts no word."""
_INITIALS_APART = re.compile(r"(?<![^\s(\[\"“‘'])([A-Z&]{2,40})/(?=[A-Z&]{2,40}(?![\w/]))")
"""`CIA/FBI`, which would be one row of letters."""
_DIGIT_GROUPS = re.compile(r"(?<=\d)['’_](?=\d{3}(?!\d))")
_READ_RIGHT = re.compile(
    r"""
      (?:[^\W\d_]+ ['’\-‐]?)+ (?<!['’\-‐]) (?<![A-Z]{2}) (?<!(?-i:[A-Z])['’]s)   # words, joined or not
    """,
    re.VERBOSE,
)
"""Tokens that eSpeak is known to read as a newsreader does."""
_INITIALS = re.compile(r"(?<!\w)(?<!\.)(?:[^\W\d_]\.)+(?=[^\w.]*$)")
"""`U.S.`, `J.`: the last full stop makes eSpeak pause before a capital, so it is left out."""
_LAST_STOP = re.compile(r"[\"'”’»)\]]*\.[\"'”’»)\]]*$")
_CLOSED = re.compile(r"(?:[)\]\"'”’?!]+\.|\.{2,}|…)[.…]*$")
"""Stops after a bracket or quotation, and dots: no abbreviation's."""
_RAISED = re.compile("[²³¹]")
_MAY_BE_ODD = re.compile(r"[^\W\d_][A-Z]|[A-Z]\w* [IVX]\b")
"""MPs, eBay, PhD; and what may be a Roman numeral of one letter: World War I."""
_LONGEST_ABBREVIATION: Final = 8
_EDGES: Final = "\"'“”„‘’«»()[]{},;:!?…¡¿"
_CLAUSE_END: Final = ",;:.!?…—–)]”»、。，；：！？"


@dataclass(frozen=True, slots=True)
class Line:
    """A text to speak.

    `starts` are offsets into it at which pieces begin, `origins` theirs in the document; a piece
    with `is_literal` stands there letter by letter.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    is_literal: tuple[bool, ...]

    def origin(self, offset: int) -> int:
        """Return the place in the document that the code point at `offset` speaks for."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return self.origins[0]
        return self.origins[index] + (offset - self.starts[index] if self.is_literal[index] else 0)


def speakable(text: str) -> str:
    """Return `text`, of the same length, with a space for each code point that no voice should get."""
    return _NEVER_SPOKEN.sub(" ", text)


def lines(text: str, span: Span, language: str, limit: int = LINE_LIMIT) -> tuple[Line, ...]:
    """Return what to speak for `span` of a document's text, in lines of at most `limit` code points.

    Args:
        text: the document's text.
        span: a sentence in it.
        language: the voice's BCP 47 tag.
        limit: 20 or more.
    """
    made: list[Line] = []
    pieces: list[tuple[str, int, bool]] = []
    length = 0
    for piece in _pieces(text, span, language):
        for part in _cut(piece, limit):
            if pieces and length + 1 + len(part[0]) > limit:
                keep = _last_clause_end(pieces)
                made.append(_line(pieces[:keep]))
                pieces = pieces[keep:]
                length = sum(len(p[0]) + 1 for p in pieces)
            pieces.append(part)
            length += 1 + len(part[0])
    if pieces:
        made.append(_line(pieces))
    return tuple(made)


def notice(said: str, span: Span) -> Line:
    """Return a line that stands for all of `span`, which no voice reads."""
    return Line(said, (0,), (span.start,), (False,))


def _heard(text: str) -> str:
    """Return `text`, of the same length, with `_UNHEARD` where nothing is to be heard."""
    text = _INITIALS_APART.sub(r"\1 ", _PERSIAN_JOINT.sub(" ", text))
    for start, stop in marks(text):
        text = text[:start] + _UNHEARD * (stop - start) + text[stop:]
    return _NEVER_SPOKEN_BUT_UNHEARD.sub(" ", _INVISIBLE.sub(_UNHEARD, text))


def _tokens(text: str, start: int) -> Iterator[tuple[str, int, bool]]:
    """Yield each token with its place, and whether it stands there as written.

    Punctuation after a mark that is not heard goes on with the token before it; what was run
    together without a space ("word—word") is tokens of its own.
    """
    for match in _TOKEN.finditer(_heard(text)):
        cuts = [0, *seams(match[0]), len(match[0])]
        for begin, end in pairwise(cuts):
            written = match[0][begin:end]
            if token := written.replace(_UNHEARD, ""):
                lead = len(written) - len(written.lstrip(_UNHEARD))
                yield token, start + match.start() + begin + lead, len(token) + lead == len(written)


def _pieces(text: str, span: Span, language: str) -> Iterator[tuple[str, int, bool]]:
    """Yield what is said for each token: text, its place in the document, whether it is as written."""
    tokens = list(_tokens(span.of(text), span.start))
    last = len(tokens) - 1
    if not language.lower().startswith("en"):
        yield from _foreign_pieces(tokens, language)
        return
    odd = [_is_odd(token, is_last=i == last) for i, (token, _, _) in enumerate(tokens)]
    if not any(odd) and not _MAY_BE_ODD.search(" ".join(token for token, _, _ in tokens)):
        for i, (token, start, is_literal) in enumerate(tokens):
            yield token if i == last else _without_pause(token), start, is_literal
        return
    from briefing.spoken import spoken_words  # most sentences have nothing odd

    readings = spoken_words([token for token, _, _ in tokens], language)
    for i, (token, start, is_literal) in enumerate(tokens):
        said = _said(tokens, i, _chosen(token, readings[i]), is_odd=odd[i])
        if said is None:
            yield token if i == last else _without_pause(token), start, is_literal
        elif said:
            yield said, start, is_literal and said == token


def _said(
    tokens: Sequence[tuple[str, int, bool]], i: int, reading: tuple[str, ...], *, is_odd: bool
) -> str | None:
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


def _ends_within(tokens: Sequence[tuple[str, int, bool]], i: int, core: str) -> bool:
    """Return whether a token that is not the last may end a sentence: "in 2021.[6] The", "left.Then"."""
    following = tokens[i + 1]
    is_joined = following[1] == tokens[i][1] + len(tokens[i][0])
    is_plain = core[:-1].islower() or core[-2:-1].isdecimal()
    return core[-1:] == "." and (is_joined or (is_plain and following[0].lstrip(_EDGES)[:1].isupper()))


def _core(token: str) -> str:
    """Return a token without the punctuation around it; "401(k)" keeps its bracket."""
    core = _CLOSED.sub("", token.strip(_EDGES))
    closing = token[token.find(core) + len(core) :][:1]
    return core + closing if closing == ")" and core.count("(") > core.count(")") else core


def _foreign_pieces(
    tokens: Sequence[tuple[str, int, bool]], language: str
) -> Iterator[tuple[str, int, bool]]:
    """Yield what a voice of another language is given; see `spoken.abroad`."""
    plain = [_DIGIT_GROUPS.sub("", token) for token, _, _ in tokens]
    from briefing.spoken.abroad import said_abroad  # English has no need of it

    said = said_abroad(plain, language.lower().split("-")[0])
    for i, (token, start, is_literal) in enumerate(tokens):
        if i not in said:
            yield plain[i], start, is_literal and plain[i] == token
            continue
        core = plain[i].strip(_EDGES)
        head, _, tail = plain[i].partition(core)
        stop = "." if i + 1 == len(tokens) and core.endswith(".") else ""
        if piece := head + said[i] + stop + tail:
            yield piece, start, False


def _is_shouted(token: str) -> bool:
    core = token.strip(_EDGES + ".")
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
    core = token.strip(_EDGES)
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


def _cut(piece: tuple[str, int, bool], limit: int) -> Iterator[tuple[str, int, bool]]:
    """Cut a token that is longer than a line, as text without spaces is; after a clause if possible."""
    said, origin, is_literal = piece
    while len(said) > limit:
        at = max(said.rfind(mark, limit // 2, limit) for mark in _CLAUSE_END) + 1 or limit
        yield said[:at], origin, is_literal
        said, origin = said[at:], origin + (at if is_literal else 0)
    yield said, origin, is_literal


def _last_clause_end(pieces: Sequence[tuple[str, int, bool]]) -> int:
    """Return how many pieces to keep on a full line: up to the last clause, if that fills half of it."""
    for count in range(len(pieces), len(pieces) // 2, -1):
        if pieces[count - 1][0][-1:] in _CLAUSE_END:
            return count
    return len(pieces)


def _line(pieces: Sequence[tuple[str, int, bool]]) -> Line:
    starts, at = [], 0
    for said, _, _ in pieces:
        starts.append(at)
        at += len(said) + 1
    return Line(
        " ".join(said for said, _, _ in pieces),
        tuple(starts),
        tuple(origin for _, origin, _ in pieces),
        tuple(is_literal for _, _, is_literal in pieces),
    )
