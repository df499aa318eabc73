"""Timings as text, in every timed format that can be written.

Rules:
1. Pure: a document and its timeline in, a string out. Nothing here touches a file.
2. A timed text keeps its lines as they were. Of any other text a caption is a sentence. What is not
   spoken at all is left out of captions, and what is not spoken within a spoken sentence
   stands in it without a stamp.
3. A guess stays a guess: a word is stamped where its own time is known (`WORD_CONFIDENCE`); where it is
   not, the caption stands without stamps. JSON carries confidence, and so every time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefing.errors import UsageError
from briefing.formats.timed import WRITERS as TIMED_WRITERS
from briefing.formats.timed.model import SPREAD, Captions, Piece, TimedLine, TokenTime, one_line, stop_of
from briefing.formats.timed.recognised import tokens_to_json
from briefing.model import BlockKind
from briefing.text.transcript import Transcript
from briefing.timeline import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model import Cue, Document, Span
    from briefing.timeline import Timeline

_TOKEN: Final = re.compile(r"\S+")
SUFFIXES: Final = (*TIMED_WRITERS, ".json")
"""What can be written."""


def render(document: Document, timeline: Timeline, extension: str, lines: Sequence[TimedLine] = ()) -> str:
    """Return the timings in the format of a file name's `extension` (".vtt", in any case).

    Args:
        document: The text.
        timeline: When its words are spoken.
        extension: What tells the format.
        lines: The lines of the timed text that the document was read from, if it was.

    Raises:
        UsageError: if there is no such format.
    """
    extension = extension.lower()
    if extension == ".json":
        return tokens_to_json(_line_tokens(document, lines) if lines else token_times(document, timeline))
    write = TIMED_WRITERS.get(extension)
    if write is None:
        known = ", ".join(SUFFIXES)
        raise UsageError(
            f"Timings cannot be written as {extension or 'a file without extension'}.", f"Use {known}."
        )
    title = document.title if not lines else document.first(BlockKind.TITLE) or ""
    language = document.language
    if lines:
        end_s = max(stop_of(line) for line in lines)
        return write(Captions(tuple(lines), title, language, max(timeline.duration_s, end_s)))
    captions = tuple(_captions(document, timeline))
    return write(Captions(captions, title, language, timeline.duration_s, stamps_first=True))


def token_times(document: Document, timeline: Timeline) -> Iterator[TokenTime]:
    """Yield when each whitespace token of the text is spoken; confidence is 0 where nothing is known."""
    cues = list(timeline)
    next_cue = 0
    for token in _TOKEN.finditer(document.text):
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
    for token in _TOKEN.findall(head):
        yield TokenTime(token, None, None, 0.0)
    for line in lines:
        yield from _tokens_of(line)


def _tokens_of(line: TimedLine) -> Iterator[TokenTime]:
    """Yield a line's tokens; those that share a piece are spread over it by their lengths."""
    text, known = "", []
    ends = [*(piece.start_s for piece in line.pieces[1:]), stop_of(line)]
    for piece, end_s in zip(line.pieces, ends, strict=True):
        known.append((len(text), piece, max(piece.start_s, end_s if piece.stop_s is None else piece.stop_s)))
        text += piece.text
    at = 0
    for token in _TOKEN.finditer(text):
        while at + 1 < len(known) and known[at + 1][0] <= token.start():
            at += 1
        last = at
        while last + 1 < len(known) and known[last + 1][0] < token.end():
            last += 1
        offset, piece, end_s = known[at]
        if not piece.is_timed:
            yield TokenTime(token[0], None, None, 0.0)
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


def _spoken_sentences(document: Document, timeline: Timeline) -> Iterator[tuple[Span, list[Cue]]]:
    """Yield the sentences with at least one cue, each with the cues that start in it."""
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
    for sentence, cues in _spoken_sentences(document, timeline):
        since = min(sentence.start, cues[0].span.start)
        start_s = cues[0].start_frame / rate_hz
        pieces: list[Piece] = []
        piece = Piece("", start_s, is_timed=False)
        for cue in cues:
            if cue.confidence < WORD_CONFIDENCE:
                piece = replace(piece, stop_s=None)  # it holds a word more, which ends when nobody knows
                continue
            if cue.span.start > since:
                pieces.append(_piece(piece, text[since : cue.span.start]))
            piece = Piece("", cue.start_frame / rate_hz, cue.confidence, cue.stop_frame / rate_hz)
            since = cue.span.start
        pieces.append(_piece(piece, text[since : max(sentence.stop, cues[-1].span.stop)]))
        is_stamped = any(piece.is_timed for piece in pieces)
        # The last stamp lies inside its caption, even that of a word of no length.
        stop_s = max(cues[-1].stop_frame / rate_hz, cues[-1].start_frame / rate_hz + 0.001)
        is_estimated = min(cues[0].confidence, cues[-1].confidence) < WORD_CONFIDENCE
        yield TimedLine(tuple(pieces), stop_s, is_stamped, is_estimated=is_estimated)


def _piece(piece: Piece, text: str) -> Piece:
    return replace(piece, text=one_line(text))
