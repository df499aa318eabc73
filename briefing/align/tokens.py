"""From a document to tokens and back: aligners count tokens, timelines light words.

A token is what white space parts; a word is what `briefing.text.transcript` lights. Nearly every
token holds one word; where it holds several, as running Chinese does, they share its time
by their length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefing.align.arrays import RATE_HZ
from briefing.model import Cue, Span
from briefing.text.words import split_words
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.align.alignment import WordTime
    from briefing.model import Document

_TOKEN: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a document: where it stands, the words in it, and the block that it is part of."""

    text: str
    span: Span
    words: tuple[Span, ...]
    block: int


def tokens_of(document: Document) -> list[Token]:
    """Return the tokens of a document, in order."""
    return [
        Token(
            found[0],
            Span(found.start(), found.end()),
            tuple(Span(a, b) for a, b in split_words(document.text, found.start(), found.end())),
            number,
        )
        for number, block in enumerate(document.blocks)
        for found in _TOKEN.finditer(document.text, block.span.start, block.span.stop)
    ]


def timeline_of(tokens: Iterable[Token], times: Iterable[WordTime], duration_s: float) -> Timeline:
    """Return the timeline of tokens with a time each; those that are not spoken have no cue."""
    length = max(0, round(duration_s * RATE_HZ))
    return Timeline(RATE_HZ, length, cues_between(tokens, times, 0, length))


def cues_between(
    tokens: Iterable[Token], times: Iterable[WordTime], floor: int, length: int
) -> Iterator[Cue]:
    """Yield the cues of tokens with a time each, none of which leaves a stretch of frames."""
    for token, time in zip(tokens, times, strict=True):
        if time.start_s is None or time.end_s is None or not token.words:
            continue
        start = min(max(floor, round(time.start_s * RATE_HZ)), length)
        floor = min(max(start, round(time.end_s * RATE_HZ)), length)
        confidence = min(max(time.confidence, 0.0), 1.0)
        yield from _shared(token.words, start, floor, confidence)


def _shared(words: Sequence[Span], start: int, stop: int, confidence: float) -> Iterator[Cue]:
    total = sum(len(word) for word in words)
    done = 0
    for word in words:
        begin = start + (stop - start) * done // total
        done += len(word)
        yield Cue(word, begin, start + (stop - start) * done // total, confidence)
