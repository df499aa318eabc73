"""Captions of a briefing: the lines that every timed format is written from.

Rules:
1. A timed text keeps its lines as they were. Of any other text a caption is a sentence. What is not
   spoken at all is left out of captions, and what is not spoken within a spoken sentence
   stands in it without a stamp.
2. A guess stays a guess: a word is stamped where its own time is known (`WORD_CONFIDENCE`); where it is
   not, the caption stands without stamps. JSON carries confidence, and so every time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from briefing.confidence import WORD_CONFIDENCE
from briefing.formats.timed.tokens import TOKEN, tokens_of
from briefing.formats.timed_text import Captions, Piece, TimedLine, TokenTime, one_line, stop_of
from briefing.model import BlockKind
from briefing.text.transcript import Transcript
from briefing.text.words import split_words
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.formats.publication import Publication
    from briefing.model import Cue, Document, Span


def captions_of(publication: Publication) -> Captions:
    """Return what a timed format is to hold of a briefing; nothing where no word of it has a time."""
    document, words, lines, tokens = publication[:4]
    timeline = words or Timeline(1, 0, ())
    title = document.title if not lines else document.first(BlockKind.TITLE) or ""
    language = document.language
    sound = document.media.src or ""
    heard = tuple(line for line in lines if any(piece.is_timed for piece in line.pieces))
    if heard:
        length_s = max(timeline.duration_s, *(stop_of(line) for line in heard))
        told = tokens or _line_tokens(document, lines)
        return Captions(heard, title, language, length_s, tokens=told, sound=sound)
    captions = tuple(_captions(document, timeline))
    told = tokens or _token_times(document, timeline)
    length_s = timeline.duration_s
    return Captions(captions, title, language, length_s, stamps_first=True, tokens=told, sound=sound)


def _token_times(document: Document, timeline: Timeline) -> Iterator[TokenTime]:
    """Yield when each whitespace token of the text is spoken; confidence is 0 where nothing is known."""
    cues = list(timeline)
    next_cue = 0
    for token in TOKEN.finditer(document.text):
        start, stop = token.span()
        inside = []
        while next_cue < len(cues) and cues[next_cue].span.start < stop:
            if cues[next_cue].span.stop > start:
                inside.append(cues[next_cue])
            next_cue += 1
        if inside:
            yield TokenTime(
                token[0],
                inside[0].start_frame / timeline.rate_hz,
                inside[-1].stop_frame / timeline.rate_hz,
                min(cue.confidence for cue in inside),
            )
        else:
            yield TokenTime(token[0], None, None, 0.0)


def _line_tokens(document: Document, lines: Sequence[TimedLine]) -> Iterator[TokenTime]:
    """Yield the tokens of a timed text's lines, with their own times, after what stands before them."""
    first = one_line(lines[0].text)
    head = document.text[: max(0, document.text.find(first))]
    for token in TOKEN.findall(head):
        yield TokenTime(token, None, None, 0.0)
    yield from tokens_of(lines)


def spoken_sentences(document: Document, timeline: Timeline) -> Iterator[tuple[Span, list[Cue]]]:
    """Yield the sentences with at least one cue, in their order, each with the cues that start in it."""
    transcript = Transcript(document)
    pending: list[Cue] = []
    current: Span | None = None
    for cue in timeline:
        if current is None or cue.span.start >= current.stop:
            if current is not None:
                yield current, pending
            current, pending = transcript.sentence_at(cue.span.start), []
        pending.append(cue)
    if current is not None:
        yield current, pending


def _captions(document: Document, timeline: Timeline) -> Iterator[TimedLine]:
    rate_hz = timeline.rate_hz
    text = document.text
    for sentence, cues in spoken_sentences(document, timeline):
        since = min(sentence.start, cues[0].span.start)
        start_s = cues[0].start_frame / rate_hz
        pieces: list[Piece] = []
        piece = Piece("", start_s, is_timed=False)
        for cue in cues:
            if cue.confidence < WORD_CONFIDENCE:
                piece = piece._replace(stop_s=None)  # it holds a word more, which ends when nobody knows
                continue
            start = _token_start(text, since, cue.span.start, is_first=not pieces and not piece.is_timed)
            if start > since:
                pieces.append(_piece(piece, text[since:start]))
            piece = Piece("", cue.start_frame / rate_hz, cue.confidence, cue.stop_frame / rate_hz)
            since = start
        pieces.append(_piece(piece, text[since : max(sentence.stop, cues[-1].span.stop)]))
        is_stamped = any(piece.is_timed for piece in pieces)
        # The last stamp lies inside its caption, even that of a word of no length.
        stop_s = max(cues[-1].stop_frame / rate_hz, cues[-1].start_frame / rate_hz + 0.001)
        is_estimated = min(cues[0].confidence, cues[-1].confidence) < WORD_CONFIDENCE
        yield TimedLine(tuple(pieces), stop_s, is_stamped, is_estimated=is_estimated)


def _token_start(text: str, since: int, at: int, *, is_first: bool) -> int:
    """Return where what stands before a word without a blank begins: a quotation mark goes with its word.

    Args:
        text: The document's.
        since: Where the word before begins, or the sentence.
        at: Where the word begins.
        is_first: Whether no word of the sentence comes before.
    """
    blank = next((i for i in range(at - 1, since - 1, -1) if text[i].isspace()), None)
    if blank is not None:
        return blank + 1
    if is_first and not any(split_words(text, since, at)):
        return since
    while at > since and category(text[at - 1]) in ("Ps", "Pi"):
        at -= 1
    return at


def _piece(piece: Piece, text: str) -> Piece:
    return piece._replace(text=one_line(text))
