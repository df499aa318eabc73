"""How long a text takes to say, before anybody says it: from its characters alone.

Theory of operation: each code point has a weight in seconds at the natural rate; their running
sum is the time of every word, and the pauses after sentences are summed apart, since they scale
on their own. All is done on arrays, because a library of a million words has to open at once.
The weights are a least-squares fit to eSpeak NG's American voice over 117 sentences; the length
of a sentence comes out right within 6.5 % (standard deviation). A voice that is slower or faster
is measured by its first sentences (`narrate`).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from briefing.cue_columns import Columns
from briefing.model import Cue
from briefing.speech.pacing import PARAGRAPH_PAUSE_S, SENTENCE_PAUSE_S
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from briefing.model import Document, Span
    from briefing.speech.pacing import Pace
    from briefing.text.transcript import Transcript

LETTER_S: Final = 0.065
CAPITAL_S: Final = 0.106
DIGIT_S: Final = 0.32
SPACE_S: Final = -0.023
CLAUSE_S: Final = 0.257
EAST_ASIAN_S: Final = 0.21
"""A Chinese character, a kana or a Hangul syllable."""
ESTIMATED_CONFIDENCE: Final = 0.4
"""The sentence is right, the word is a guess."""

_FIRST_EAST_ASIAN: Final = 0x3041
_LAST_EAST_ASIAN: Final = 0xD7A3
_SPACE, _SPOKEN, _EAST_ASIAN = 1, 2, 4
_CODE_POINTS: Final = 0x110000
_SLICE: Final = 1 << 15
"""Code points looked at together, so that a library's do not stand in memory five times. In so few, float32
tells times within a millisecond."""


class _Scale(NamedTuple):
    """The weight in seconds and the class of each code point that a text has."""

    weight_of: NDArray[np.float32]
    class_of: NDArray[np.uint8]

    def read(self, text: str) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
        """Return the weight and the class of each code point of a part of the text."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        return self.weight_of[codes], self.class_of[codes]


def _scale(text: str) -> _Scale:
    """Return the weights and classes of all code points of a text, asking once for each."""
    scale = _Scale(np.zeros(_CODE_POINTS, np.float32), np.zeros(_CODE_POINTS, np.uint8))
    for char in set(text):
        scale.weight_of[ord(char)], scale.class_of[ord(char)] = _weigh(char)
    return scale


def expected_length_s(text: str) -> float:
    """Return how long `text` takes to say at the natural rate."""
    return max(0.0, sum(_weigh(char)[0] for char in text))


def _weigh(char: str) -> tuple[float, int]:
    if char.isspace():
        return SPACE_S, _SPACE
    if _FIRST_EAST_ASIAN <= ord(char) <= _LAST_EAST_ASIAN:
        return EAST_ASIAN_S, _SPOKEN | _EAST_ASIAN
    if char.isalpha():
        return (CAPITAL_S if char.isupper() else LETTER_S), _SPOKEN
    if char.isalnum() or char in "$%&@+=€£¥#°":
        return DIGIT_S, _SPOKEN
    return (CLAUSE_S if char in ",;:.!?…—–" else 0.0), 0


class EstimatedWords(NamedTuple):
    """Some words of a document in columns, with the speech and the pauses (natural seconds) before each.

    Seconds count from `speech_s` and `pause_s`, which all words before these take.
    """

    speech_s: float
    pause_s: float
    text_start: NDArray[np.uint32]
    text_stop: NDArray[np.uint32]
    speech_start_s: NDArray[np.floating[Any]]
    speech_stop_s: NDArray[np.floating[Any]]
    pause_before_s: NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Estimate:
    """Words of a document, a part of it after the other; what they and the pauses take (natural seconds)."""

    parts: tuple[EstimatedWords, ...]
    speech_s: float
    pause_s: float

    def length_s(self, sentence: Span) -> float:
        """Return the estimated length of a sentence at the natural rate, without the pause after it."""
        at = bisect_right(self.parts, sentence.start, key=lambda part: int(part.text_start[0])) - 1
        if at < 0:
            return 0.0
        part = self.parts[at]
        first, last = np.searchsorted(part.text_start, (sentence.start, sentence.stop))
        return float(part.speech_stop_s[last - 1] - part.speech_start_s[first]) if last > first else 0.0

    def timeline(self, pace: Pace, scale: float, rate_hz: int, length_frames: int) -> Timeline:
        """Return the words' times at a pace, exactly filling `length_frames`.

        Args:
            pace: its tempo and pauses are applied, as parts of the whole.
            scale: seconds of the voice's speech, at the pace's rate, for one estimated.
            rate_hz: of the timeline.
            length_frames: of the timeline.
        """
        speech = scale / pace.tempo
        pause = pace.pause_s(ends_paragraph=False) / SENTENCE_PAUSE_S
        total_s = self.speech_s * speech + self.pause_s * pause
        frames = length_frames / max(total_s, 1e-9)

        def frame_at(part: EstimatedWords, speech_s: NDArray[np.floating[Any]]) -> NDArray[np.int64]:
            before_s = (part.pause_before_s.astype(np.float64) + part.pause_s) * pause
            spoken_s = (speech_s.astype(np.float64) + part.speech_s) * speech
            return np.rint((spoken_s + before_s) * frames).astype(np.int64)

        def begins() -> Iterator[NDArray[np.int64]]:
            reached = 0
            for part in self.parts:
                begin = frame_at(part, part.speech_start_s)
                # A space weighs less than nothing, so that a word may end just after the next one starts.
                begin[0] = max(begin[0], reached)
                begin = np.clip(np.maximum.accumulate(begin), 0, length_frames)
                reached = begin[-1]
                yield begin

        def ends() -> Iterator[NDArray[np.int64]]:
            for part, (begin, later) in zip(
                self.parts, pairwise(chain(begins(), (np.array([length_frames]),))), strict=True
            ):
                yield np.clip(frame_at(part, part.speech_stop_s), begin, np.append(begin[1:], later[0]))

        count = sum(len(part.text_start) for part in self.parts)
        columns = Columns(
            _values(part.text_start for part in self.parts),
            _values(part.text_stop for part in self.parts),
            _values(begins()),
            _values(ends()),
            repeat(ESTIMATED_CONFIDENCE, count),
        )
        return Timeline.from_columns(rate_hz, length_frames, columns)


def _values(columns: Iterable[NDArray[Any]]) -> Iterator[int]:
    """Yield the values of columns one after the other, as Python's own."""
    return chain.from_iterable(column.tolist() for column in columns)


def estimate(document: Document, transcript: Transcript) -> Estimate:
    """Return the estimated times of all words that a reading of the document includes."""
    scale = _scale(document.text)
    parts = []
    speech_s = pause_s = 0.0
    for blocks in _runs(document):
        words, run_speech_s, run_pause_s = _estimate_run(transcript, blocks, scale)
        if len(words.text_start):
            parts.append(words._replace(speech_s=speech_s, pause_s=pause_s))
        speech_s += run_speech_s
        pause_s += run_pause_s
    return Estimate(tuple(parts), speech_s, pause_s)


def _runs(document: Document) -> Iterator[list[int]]:
    """Yield the indices of the blocks that are read, some `_SLICE` code points of them at a time."""
    run: list[int] = []
    length = 0
    for index, block in enumerate(document.blocks):
        if not block.kind.is_narrated or not len(block.span):
            continue
        run.append(index)
        length += len(block.span)
        if length >= _SLICE:
            yield run
            run, length = [], 0
    if run:
        yield run


def _estimate_run(
    transcript: Transcript, blocks: list[int], scale: _Scale
) -> tuple[EstimatedWords, float, float]:
    """Return the words of some blocks, as if they were all that is read; their speech and pauses in all."""
    spans = [transcript.document.blocks[index].span for index in blocks]
    origin = spans[0].start
    text = transcript.text[origin : spans[-1].stop]
    weights, classes = scale.read(text)
    is_read = np.zeros(len(text), bool)
    starts: list[int] = []
    pause_at: list[int] = []
    pause_s: list[float] = []
    for index, span in zip(blocks, spans, strict=True):
        is_read[span.start - origin : span.stop - origin] = True
        sentences = transcript.sentences(index)
        starts += [sentence.start - origin for sentence in sentences]
        pause_at += [sentence.stop - origin for sentence in sentences]
        pause_s += [SENTENCE_PAUSE_S] * len(sentences)
        if sentences:
            pause_s[-1] = PARAGRAPH_PAUSE_S
    weights[~is_read] = 0
    start, stop = _find_words(classes, is_read, np.array(starts, np.int64))
    edges = np.empty(2 * len(start) + 1, np.int64)
    edges[0], edges[1::2], edges[2::2] = 0, start, stop
    # One more weight, so that a word may end where the text does.
    pieces = np.add.reduceat(np.append(weights, np.float32(0)), edges)
    if len(edges) > 1 and edges[1] == 0:
        pieces[0] = 0  # reduceat gives one element for an empty piece
    speech = np.cumsum(pieces, dtype=np.float64)
    pauses = np.concatenate(([0.0], np.cumsum(pause_s)))
    before = pauses[np.searchsorted(np.array(pause_at, np.int64), start, side="right")]
    words = EstimatedWords(
        0.0,
        0.0,
        (start + origin).astype(np.uint32),
        (stop + origin).astype(np.uint32),
        speech[0:-1:2].astype(np.float32),
        speech[1::2].astype(np.float32),
        before.astype(np.float32),
    )
    return words, float(speech[-1]), float(pauses[-1])


def _find_words(
    classes: NDArray[np.uint8], is_read: NDArray[np.bool_], sentence_starts: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Cut the text into words where there is white space, a new sentence or an East Asian character."""
    inside = is_read & ((classes & _SPACE) == 0)
    wide = (classes & _EAST_ASIAN) != 0
    joins = inside[1:] & inside[:-1] & ~(wide[1:] | wide[:-1])
    joins[sentence_starts[sentence_starts > 0] - 1] = False
    start = np.flatnonzero(inside & np.concatenate(([True], ~joins)))
    stop = np.flatnonzero(inside & np.concatenate((~joins, [True]))) + 1
    if not len(start):
        return start, stop
    edges = np.stack((start, stop), axis=1).ravel()
    spoken = np.append((classes & _SPOKEN) != 0, False)
    is_word = np.logical_or.reduceat(spoken, edges)[::2]
    return start[is_word], stop[is_word]


def spread(words: Sequence[Span], frames: int) -> Iterator[Cue]:
    """Yield the words of a sentence that could not be spoken, over the silence that stands for it."""
    for i, word in enumerate(words):
        yield Cue(word, frames * i // len(words), frames * (i + 1) // len(words))
