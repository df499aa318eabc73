"""What of a text is lit when, as a file for others names it: sentences, and the words in them.

Rules:
1. Every sentence has a name, in the order of the text, whether it is heard or not; so has every word that
   may be lit by itself (`confidence.WORD_CONFIDENCE`). Names depend on the text alone, never on the times.
2. What is heard is heard without a gap: a sentence is lit until the next one begins, for what plays clip
   by clip would leave out the pauses. Over a pause of more than `LONGEST_PAUSE_S` nothing is lit.
3. Within a sentence its words take all of its time.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.confidence import WORD_CONFIDENCE
from briefing.formats.captions import spoken_sentences
from briefing.text.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model import Cue, Document, Span
    from briefing.timeline import Timeline

LONGEST_PAUSE_S: Final = 2.0
"""A longer one is no pause within what is read, but music, or something that the text does not have."""


class Marked(NamedTuple):
    """A word, with the name that it has, and when it is heard, seconds."""

    name: str
    span: Span
    start_s: float
    stop_s: float


class MarkedSentence(NamedTuple):
    """A sentence, with its name; `start_s` and `stop_s` are None where it is not heard.

    `words` are those that may be lit one by one: none where their times are guesses.
    """

    name: str
    span: Span
    block: int
    """The index of its block in the document."""
    start_s: float | None = None
    stop_s: float | None = None
    words: tuple[Marked, ...] = ()


def marked_sentences(
    document: Document, timeline: Timeline | None, *, by_words: bool = True
) -> Iterator[MarkedSentence]:
    """Yield all sentences of a document in its order, with the times of a timeline of it.

    Args:
        document: the text.
        timeline: when its words are heard; None where nothing tells it.
        by_words: whether words are lit one by one; else they are not named.
    """
    following = _timed(document, timeline)
    timed = next(following, None)
    transcript = Transcript(document)
    for index in range(len(document.blocks)):
        for number, span in enumerate(transcript.sentences(index)):
            name = f"b{index + 1}s{number + 1}"
            sentence = MarkedSentence(name, span, index)
            if timed is not None and timed.span.start < span.stop:
                sentence = timed._replace(
                    name=name,
                    span=span,
                    block=index,
                    words=tuple(
                        word._replace(name=f"{name}w{at + 1}")
                        for at, word in enumerate(timed.words if by_words else ())
                    ),
                )
                timed = next(following, None)
            yield sentence


def _timed(document: Document, timeline: Timeline | None) -> Iterator[MarkedSentence]:
    """Yield the sentences that are heard, without their names."""
    if timeline is None:
        return
    rate_hz = timeline.rate_hz
    heard = spoken_sentences(document, timeline)
    following = next(heard, None)
    while following is not None:
        (span, cues), following = following, next(heard, None)
        start_s = cues[0].start_frame / rate_hz
        stop_s = cues[-1].stop_frame / rate_hz
        next_s = following[1][0].start_frame / rate_hz if following else stop_s
        if stop_s < next_s <= stop_s + LONGEST_PAUSE_S:
            stop_s = next_s
        yield MarkedSentence("", span, 0, start_s, stop_s, tuple(_words(cues, rate_hz, start_s, stop_s)))


def _words(cues: Sequence[Cue], rate_hz: int, start_s: float, stop_s: float) -> Iterator[Marked]:
    """Yield the words of a sentence, each until the next begins; none if one of them is a guess."""
    if any(cue.confidence < WORD_CONFIDENCE for cue in cues):
        return
    starts = [start_s, *(cue.start_frame / rate_hz for cue in cues[1:]), stop_s]
    for cue, (begin_s, end_s) in zip(cues, pairwise(starts), strict=True):
        yield Marked("", cue.span, begin_s, max(begin_s, end_s))
