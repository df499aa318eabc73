"""The sentences of a briefing that are heard, and where the sound of each begins and ends.

Rules:
1. A sentence has a clip where it is sure when its first word begins, and the first of the next: where these
   may be lit with their sentence. What has none goes out without sound.
2. A clip begins `LEAD_S` before its first word and ends `TAIL_S` behind its last, within the pauses there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.confidence import level_of
from briefing.model import Light, Span
from briefing.text.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model import Document
    from briefing.timeline import Timeline

LEAD_S: Final = 0.1
TAIL_S: Final = 0.25


class StudySentence(NamedTuple):
    """A sentence, the block around it, its address ("p3.s2"), and its clip in seconds, None without one."""

    span: Span
    block: Span
    address: str
    start_s: float | None = None
    stop_s: float | None = None


def sentences_of(document: Document, words: Timeline | None) -> Iterator[StudySentence]:
    """Yield the sentences that are read aloud, in the order of the text; `words` tells when."""
    transcript = Transcript(document)
    for index, block in enumerate(document.blocks):
        if not block.kind.is_narrated:
            continue
        for span in transcript.sentences(index):
            if any(char.isalnum() for char in span.of(document.text)):
                found = StudySentence(span, block.span, transcript.address(span.start))
                clip = None if words is None else _clip(words, span)
                yield found if clip is None else found._replace(start_s=clip[0], stop_s=clip[1])


def _clip(words: Timeline, span: Span) -> tuple[float, float] | None:
    first, behind = words.index_of(span.start), words.index_of(span.stop)
    behind = len(words) if behind is None else behind
    if first is None or first >= behind or words[first].span.start >= span.stop:
        return None
    edges = [at for at in (first - 1, first, behind - 1, behind) if 0 <= at < len(words)]
    if any(level_of(words[at].confidence) is Light.PARAGRAPH for at in edges):
        return None
    begins, ends = words[first].start_frame, words[behind - 1].stop_frame
    earliest = words[first - 1].stop_frame if first else 0
    latest = words[behind].start_frame if behind < len(words) else words.length_frames
    is_sure = level_of(words[behind - 1].confidence) is Light.WORD
    start = max(begins - LEAD_S * words.rate_hz, min((earliest + begins) / 2, begins))
    stop = min(ends + TAIL_S * words.rate_hz, max((ends + latest) / 2, ends)) if is_sure else latest
    if behind == len(words) and is_sure:
        stop = min(ends + TAIL_S * words.rate_hz, latest)
    return (start / words.rate_hz, stop / words.rate_hz) if stop > start else None
