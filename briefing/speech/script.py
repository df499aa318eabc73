"""What is handed to the voice: a sentence in lines, with the way back to the document's offsets.

Rules:
1. A line is plain text of at most `LINE_LIMIT` code points. eSpeak obeys commands that begin
   with a control character, so there are none.
2. eSpeak's own reading comes first. Where it is wrong in English (money, ranges, decades,
   Roman numerals, abbreviations, capitals in a row) the words of `briefing.spoken` are given.
3. Every code point of a line leads back to the place in the document that it speaks for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

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
_READ_RIGHT = re.compile(
    r"""
      (?:[^\W\d_]+ ['’\-‐]?)+ (?<!['’\-‐]) (?<![A-Z]{2}) (?<!(?-i:[A-Z])['’]s)   # words, joined or not
    | [B-DF-HJ-NP-TV-XZ]{2,5} (?:['’]?s)?                    # letters that make no syllable: DPRK
    | (?!1[1-9]\d\d$) \d{1,3} (?:,?\d{3})* (?:\.\d+)? %?     # numbers, but not years
    | \d+ (?:st|nd|rd|th)
    """,
    re.VERBOSE,
)
"""Tokens that eSpeak is known to read as a newsreader does."""
_INITIALS = re.compile(r"(?<!\w)(?<!\.)(?:[^\W\d_]\.)+(?=[^\w.]*$)")
"""`U.S.`, `J.`: the last full stop makes eSpeak pause before a capital, so it is left out."""
_LONGEST_ABBREVIATION: Final = 6
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


def _pieces(text: str, span: Span, language: str) -> Iterator[tuple[str, int, bool]]:
    """Yield what is said for each token: text, its place in the document, whether it is as written."""
    clean = speakable(span.of(text))
    tokens = [(match[0], span.start + match.start()) for match in _TOKEN.finditer(clean)]
    last = len(tokens) - 1
    is_english = language.lower().startswith("en")
    if not is_english:
        for token, start in tokens:
            yield token, start, True
        return
    odd = [_is_odd(token, is_last=i == last) for i, (token, _) in enumerate(tokens)]
    if not any(odd):
        for i, (token, start) in enumerate(tokens):
            yield token if i == last else _without_pause(token), start, True
        return
    from briefing.spoken import spoken_words  # most sentences have nothing odd

    readings = spoken_words([token for token, _ in tokens], language)
    for i, (token, start) in enumerate(tokens):
        if odd[i] and readings[i][0]:
            core = token.strip(_EDGES)
            head = token[: token.find(core)] if core else ""
            tail = token[len(head) + len(core) :]
            if token.endswith(".") and i == last:
                tail = "."  # the abbreviation's full stop was the sentence's as well
            yield head + _spell(readings[i][0]) + tail, start, False
        else:
            yield token if i == last else _without_pause(token), start, True


def _without_pause(token: str) -> str:
    match = _INITIALS.search(token)
    return token[: match.end() - 1] + token[match.end() :] if match else token


def _is_odd(token: str, *, is_last: bool) -> bool:
    """Return whether a token is one that eSpeak may misread, judged from its look alone."""
    core = token.strip(_EDGES)
    if _INITIALS.fullmatch(core):
        return False
    if is_last:
        core = core.removesuffix(".")
    elif core.endswith(".") and core[:-1].isalpha():
        return len(core) <= _LONGEST_ABBREVIATION
    if core.isalpha() and not (core.isupper() and len(core) > 1):
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
