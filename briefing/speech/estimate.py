"""How long a text takes to say, before anybody says it: from its characters alone.

Theory of operation: each code point has a weight in seconds at the natural rate; their running
sum is the time of every word, and the pauses after sentences are summed apart, since they scale
on their own. All is done on arrays, because a library of a million words has to open at once.
The weights are a least-squares fit to eSpeak NG's American voice over 117 sentences; the length
of a sentence comes out right within 6.5 % (standard deviation). A voice that is slower or faster
is measured by its first sentences (`narrate`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.speech.pacing import PARAGRAPH_PAUSE_S, SENTENCE_PAUSE_S
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.model import Document, Span
    from briefing.speech.pacing import Pace
    from briefing.text import Transcript

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
_SLICE: Final = 1 << 18
"""Code points looked up at once, so that a library's do not stand in memory five times."""


def _weights_and_classes(text: str) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """Return the weight in seconds and the class of each code point, asking once for each that occurs."""
    weights = np.empty(len(text), np.float32)
    classes = np.empty(len(text), np.uint8)
    weight_of = np.zeros(_CODE_POINTS, np.float32)
    class_of = np.zeros(_CODE_POINTS, np.uint8)
    for char in set(text):
        weight_of[ord(char)], class_of[ord(char)] = _weigh(char)
    for start in range(0, len(text), _SLICE):
        part = text[start : start + _SLICE]
        codes = np.frombuffer(part.encode("utf-32-le", "surrogatepass"), np.uint32)
        weights[start : start + len(part)] = weight_of[codes]
        classes[start : start + len(part)] = class_of[codes]
    return weights, classes


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


@dataclass(frozen=True, slots=True)
class Estimate:
    """Words of a document in columns, with the speech and the pauses (natural seconds) before each."""

    text_start: NDArray[np.int64]
    text_stop: NDArray[np.int64]
    speech_start_s: NDArray[np.float64]
    speech_stop_s: NDArray[np.float64]
    pause_before_s: NDArray[np.float64]
    speech_s: float
    pause_s: float

    def length_s(self, sentence: Span) -> float:
        """Return the estimated length of a sentence at the natural rate, without the pause after it."""
        first, last = np.searchsorted(self.text_start, (sentence.start, sentence.stop))
        return float(self.speech_stop_s[last - 1] - self.speech_start_s[first]) if last > first else 0.0

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
        before = self.pause_before_s * pause
        start = np.rint((self.speech_start_s * speech + before) * frames).astype(np.int64)
        stop = np.rint((self.speech_stop_s * speech + before) * frames).astype(np.int64)
        # A space weighs less than nothing, so that a word may end just after the next one starts.
        start = np.clip(np.maximum.accumulate(start), 0, length_frames)
        stop = np.clip(stop, start, np.append(start[1:], length_frames))
        return Timeline.from_columns(
            rate_hz,
            length_frames,
            (self.text_start.astype(np.uint32).tobytes(), self.text_stop.astype(np.uint32).tobytes()),
            (start.tobytes(), stop.tobytes()),
            np.full(len(start), ESTIMATED_CONFIDENCE, np.float32).tobytes(),
        )


def estimate(document: Document, transcript: Transcript) -> Estimate:
    """Return the estimated times of all words that a reading of the document includes."""
    text = document.text
    weights, classes = _weights_and_classes(text)
    is_read = np.zeros(len(text), bool)
    starts: list[int] = []
    pause_at: list[int] = []
    pause_s: list[float] = []
    for index, block in enumerate(document.blocks):
        if not block.kind.is_narrated or not len(block.span):
            continue
        is_read[block.span.start : block.span.stop] = True
        sentences = transcript.sentences(index)
        starts += [sentence.start for sentence in sentences]
        pause_at += [sentence.stop for sentence in sentences]
        pause_s += [SENTENCE_PAUSE_S] * len(sentences)
        if sentences:
            pause_s[-1] = PARAGRAPH_PAUSE_S
    if not starts:
        return Estimate(*(np.zeros(0, np.int64),) * 2, *(np.zeros(0),) * 3, 0.0, 0.0)
    weights[~is_read] = 0
    start, stop = _find_words(classes, is_read, np.array(starts))
    edges = np.empty(2 * len(start) + 1, np.int64)
    edges[0], edges[1::2], edges[2::2] = 0, start, stop
    # One more weight, so that a word may end where the text does.
    pieces = np.add.reduceat(np.append(weights, np.float32(0)), edges)
    if len(edges) > 1 and edges[1] == 0:
        pieces[0] = 0  # reduceat gives one element for an empty piece
    speech = np.cumsum(pieces, dtype=np.float64)
    pauses = np.concatenate(([0.0], np.cumsum(pause_s)))
    before = pauses[np.searchsorted(np.array(pause_at), start, side="right")]
    return Estimate(start, stop, speech[0:-1:2], speech[1::2], before, float(speech[-1]), float(pauses[-1]))


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
