"""The whitespace tokens of timed lines, each with the time that its letters take of its piece."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.timed_text import SPREAD, Piece, TimedLine, TokenTime, stop_of
from briefing.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TOKEN: Final = re.compile(r"\S+")


def tokens_of(lines: Iterable[TimedLine]) -> Iterator[TokenTime]:
    """Yield the tokens of lines; those that share a piece are spread over it by their lengths."""
    for line in lines:
        yield from _tokens_of(line)


def _tokens_of(line: TimedLine) -> Iterator[TokenTime]:
    text, known = "", []
    ends = [*(piece.start_s for piece in line.pieces[1:]), stop_of(line)]
    for piece, end_s in zip(line.pieces, ends, strict=True):
        known.append((len(text), piece, max(piece.start_s, end_s if piece.stop_s is None else piece.stop_s)))
        text += piece.text
    at = 0
    for token in TOKEN.finditer(text):
        while at + 1 < len(known) and known[at + 1][0] <= token.start():
            at += 1
        last = at
        while last + 1 < len(known) and known[last + 1][0] < token.end():
            last += 1
        offset, piece, end_s = known[at]
        # A sign that stands by itself takes none of the time of the only word of its piece.
        words = list(split_words(text, offset, min(offset + len(piece.text), len(text))))
        is_alone = len(words) == 1 and last == at
        if not piece.is_timed or (is_alone and not token.start() <= words[0][0] < token.end()):
            yield TokenTime(token[0], None, None, 0.0)
            continue
        if is_alone:
            confidence = piece.confidence if line.is_stamped else min(SPREAD, piece.confidence)
            yield TokenTime(token[0], piece.start_s, end_s, confidence)
            continue
        start_s = _within(piece, offset, token.start(), end_s)
        stop_s = _within(known[last][1], known[last][0], token.end(), known[last][2])
        is_known = line.is_stamped and len(piece.text.split()) <= 1
        confidence = piece.confidence if is_known else min(SPREAD, piece.confidence)
        yield TokenTime(token[0], start_s, max(start_s, stop_s), confidence)


def _within(piece: Piece, offset: int, at: int, end_s: float) -> float:
    """Return when a place in a piece is reached, if all of its letters take as long."""
    lead = len(piece.text) - len(piece.text.lstrip())
    said = max(1, len(piece.text.strip()))
    share = min(1.0, max(0.0, (at - offset - lead) / said))
    return piece.start_s + (end_s - piece.start_s) * share
