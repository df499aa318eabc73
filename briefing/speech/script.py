"""What is handed to the voice: a sentence in lines, with the way back to the document's offsets.

Rules:
1. A line is plain text of at most `LINE_LIMIT` code points. eSpeak obeys commands that begin
   with a control character, so there are none.
2. In English all that is not a plain word (numbers, money, ranges, Roman numerals,
   abbreviations, words in capitals) is given in the words of `briefing.text.normalise`, so that every
   voice reads it alike; other languages have in words what their voices misread (`spoken.abroad`).
3. Every code point of a line leads back to the place in the document that it speaks for.
4. What somebody has a pronunciation for is said by that (`speech.pronounced`), whatever the rules make of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefing.ports.speech import Sound
from briefing.speech.pieces import AS_WRITTEN, LinePiece
from briefing.speech.wording import EDGES, english_pieces
from briefing.text.language import is_english
from briefing.text.normalise.letters import plain
from briefing.text.normalise.marks import INVISIBLE, marks, seams
from briefing.text.normalise.pictures import PICTURES, has_pictures, names_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model import Span
    from briefing.speech.pieces import SaidBy

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
_AFTER_PICTURE: Final = re.compile(r"(?<!\w)\s?[.,;:!?)\]”»…]{1,9}(?=\s|$)")
_CLAUSE_END: Final = ",;:.!?…—–)]”»、。，；：！？"


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """A text to speak.

    `starts` are offsets into it at which pieces begin, `origins` theirs in the document; a piece
    with `is_literal` stands there letter by letter.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    is_literal: tuple[bool, ...]
    sounds: tuple[Sound, ...] = ()
    """How parts of it are said, in offsets into it."""

    def origin(self, offset: int) -> int:
        """Return the place in the document that the code point at `offset` speaks for."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return self.origins[0]
        return self.origins[index] + (offset - self.starts[index] if self.is_literal[index] else 0)


def speakable(text: str) -> str:
    """Return `text`, of the same length, with a space for each code point that no voice should get."""
    return _NEVER_SPOKEN.sub(" ", text)


def lines(
    text: str, span: Span, language: str, limit: int = LINE_LIMIT, said: SaidBy = AS_WRITTEN
) -> tuple[ScriptLine, ...]:
    """Return what to speak for `span` of a document's text, in lines of at most `limit` code points.

    Args:
        text: the document's text.
        span: a sentence in it.
        language: the voice's BCP 47 tag.
        limit: 20 or more.
        said: the pronunciations that it is said by.
    """
    made: list[ScriptLine] = []
    pieces: list[LinePiece] = []
    length = 0
    for piece in _pieces(text, span, language, said):
        for part in _cut(piece, limit):
            if pieces and length + 1 + len(part.said) > limit:
                keep = _last_clause_end(pieces)
                made.append(_line(pieces[:keep]))
                pieces = pieces[keep:]
                length = sum(len(p.said) + 1 for p in pieces)
            pieces.append(part)
            length += 1 + len(part.said)
    if pieces:
        made.append(_line(pieces))
    return tuple(made)


def notice(said: str, span: Span) -> ScriptLine:
    """Return a line that stands for all of `span`, which no voice reads."""
    return ScriptLine(said, (0,), (span.start,), (False,))


def _heard(text: str) -> str:
    """Return `text`, of the same length, with `_UNHEARD` where nothing is to be heard."""
    text = _INITIALS_APART.sub(r"\1 ", _PERSIAN_JOINT.sub(" ", text))
    for start, stop in marks(text):
        text = text[:start] + _UNHEARD * (stop - start) + text[stop:]
    return _NEVER_SPOKEN_BUT_UNHEARD.sub(" ", _INVISIBLE.sub(_UNHEARD, text))


def _tokens(text: str, start: int) -> Iterator[tuple[str, int, bool]]:
    """Yield each token with its place, and whether it stands there as written.

    Punctuation after a mark that is not heard goes on with the token before it; what was run
    together without a space ("word—word") is tokens of its own. Letters in disguise are plain.
    """
    is_plain = text.isascii() and "&" not in text and "`" not in text
    for match in _TOKEN.finditer(_heard(text)):
        cuts = [0, *seams(match[0]), len(match[0])]
        for begin, end in pairwise(cuts):
            written = match[0][begin:end]
            if token := written.replace(_UNHEARD, ""):
                lead = len(written) - len(written.lstrip(_UNHEARD))
                said = token if is_plain else plain(token)
                is_literal = len(said) + lead == len(written) == len(token) + lead
                yield said, start + match.start() + begin + lead, is_literal


def _tokens_and_pictures(text: str, start: int, language: str) -> list[tuple[str, int, bool]]:
    """Return the tokens of a text with the words for its emoji, in order."""
    if text.isascii() or not has_pictures(text):
        return list(_tokens(text, start))
    words: list[tuple[str, int, bool]] = []
    rest = text
    for row in PICTURES.finditer(text):
        *first, last = names_of(row[0], language) or ("",)
        tail = _AFTER_PICTURE.match(text, row.end()) if last else None
        stop = tail.end() if tail else row.end()
        mark = tail[0].strip() if tail else "," if text[row.end() :].strip() else ""
        words += [(word, start + row.start(), False) for word in (*first, last + mark) if last]
        is_glue = text[row.start() - 1 : row.start()].isalnum() and text[stop : stop + 1].isalnum()
        rest = rest[: row.start()] + (" " if is_glue else _UNHEARD) * (stop - row.start()) + rest[stop:]
    return sorted((*_tokens(rest, start), *words), key=lambda piece: piece[1])


def _pieces(text: str, span: Span, language: str, said: SaidBy) -> Iterator[LinePiece]:
    """Return what is said for each token."""
    tokens = _tokens_and_pictures(span.of(text), span.start, language.lower().split("-")[0])
    made = (english_pieces if is_english(language) else _foreign_pieces)(tokens, language)
    found = said.pronunciations.find(text, span.start, span.stop, language)
    if not found:
        return (LinePiece(*each) for each in made)
    from briefing.speech.pronounced import pronounced

    return pronounced(made, found, tokens, takes_sounds=said.takes_sounds)


def _foreign_pieces(
    tokens: Sequence[tuple[str, int, bool]], language: str
) -> Iterator[tuple[str, int, bool]]:
    """Yield what a voice of another language is given; see `spoken.abroad`."""
    bare = [_DIGIT_GROUPS.sub("", token) for token, _, _ in tokens]
    from briefing.text.normalise.abroad import said_abroad  # English has no need of it

    said = said_abroad(bare, language.lower().split("-")[0])
    for i, (token, start, is_literal) in enumerate(tokens):
        if i not in said:
            follows = bare[i + 1][:3] if i + 1 < len(bare) and said.get(i + 1) != "" else ""
            is_row = bare[i][-1:].isdecimal() and follows.isdecimal() and len(follows) == len("123")
            # A comma keeps a voice from reading "2024 120" as one number.
            yield bare[i] + "," * is_row, start, is_literal and bare[i] == token
            continue
        core = bare[i].strip(EDGES)
        head, _, tail = bare[i].partition(core)
        stop = "." if i + 1 == len(tokens) and core.endswith(".") else ""
        if piece := head + said[i] + stop + tail:
            yield piece, start, False


def _cut(piece: LinePiece, limit: int) -> Iterator[LinePiece]:
    """Cut a token that is longer than a line, as text without spaces is; after a clause if possible."""
    said, origin = piece.said, piece.origin
    while len(said) > limit:
        at = max(said.rfind(mark, limit // 2, limit) for mark in _CLAUSE_END) + 1 or limit
        yield LinePiece(said[:at], origin, piece.is_literal)
        said, origin = said[at:], origin + (at if piece.is_literal else 0)
    yield piece if said is piece.said else LinePiece(said, origin, piece.is_literal)


def _last_clause_end(pieces: Sequence[LinePiece]) -> int:
    """Return how many pieces to keep on a full line: up to the last clause, if that fills half of it."""
    for count in range(len(pieces), len(pieces) // 2, -1):
        if pieces[count - 1].said[-1:] in _CLAUSE_END:
            return count
    return len(pieces)


def _line(pieces: Sequence[LinePiece]) -> ScriptLine:
    starts, sounds, text = [], [], ""
    for piece in pieces:
        text += "" if not text or piece.is_joined else " "
        starts.append(len(text))
        sounds += [Sound(each.start + len(text), each.stop + len(text), each.ipa) for each in piece.sounds]
        text += piece.said
    return ScriptLine(
        text,
        tuple(starts),
        tuple(piece.origin for piece in pieces),
        tuple(piece.is_literal for piece in pieces),
        tuple(sounds),
    )
