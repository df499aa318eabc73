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


def _weights_and_classes(text: str) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """Return the weight in seconds and the class of each code point, asking once for each that occurs."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    counts = np.bincount(codes) if len(codes) else np.zeros(1, np.int64)
    weights = np.zeros(len(counts), np.float32)
    classes = np.zeros(len(counts), np.uint8)
    for code in map(int, np.flatnonzero(counts)):
        weights[code], classes[code] = _weigh(chr(code))
    return weights[codes], classes[codes]


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
            (self.text_start.tobytes(), self.text_stop.tobytes()),
            (start.tobytes(), stop.tobytes()),
            np.full(len(start), ESTIMATED_CONFIDENCE, np.float32).tobytes(),
        )


def estimate(document: Document, transcript: Transcript) -> Estimate:
    """Return the estimated times of all words that a reading of the document includes."""
    text = document.text
    weights, classes = _weights_and_classes(text)
    is_read = np.zeros(len(text), bool)
    starts_sentence = np.zeros(len(text), bool)
    pauses = np.zeros(len(text), np.float32)
    for index, block in enumerate(document.blocks):
        if not block.kind.is_narrated or not len(block.span):
            continue
        is_read[block.span.start : block.span.stop] = True
        sentences = transcript.sentences(index)
        for sentence in sentences:
            starts_sentence[sentence.start] = True
            pauses[sentence.stop - 1] = SENTENCE_PAUSE_S
        if sentences:
            pauses[sentences[-1].stop - 1] = PARAGRAPH_PAUSE_S
    weights[~is_read] = 0
    return _words(weights, classes, pauses, is_read, starts_sentence)


def _words(
    weights: NDArray[np.float32],
    classes: NDArray[np.uint8],
    pauses: NDArray[np.float32],
    is_read: NDArray[np.bool_],
    starts_sentence: NDArray[np.bool_],
) -> Estimate:
    """Cut the text into words where there is white space, a new sentence or an East Asian character."""
    inside = is_read & ((classes & _SPACE) == 0)
    joins = inside[1:] & inside[:-1]
    wide = (classes & _EAST_ASIAN) != 0
    joins &= ~(starts_sentence[1:] | wide[1:] | wide[:-1])
    start = np.flatnonzero(inside & np.concatenate(([True], ~joins)))
    stop = np.flatnonzero(inside & np.concatenate((~joins, [True]))) + 1

    spoken = np.concatenate(([0], np.cumsum((classes & _SPOKEN) != 0, dtype=np.int32)))
    is_word = spoken[stop] > spoken[start]
    start, stop = start[is_word], stop[is_word]

    speech = np.concatenate(([0.0], np.cumsum(weights, dtype=np.float64)))
    pause = np.concatenate(([0.0], np.cumsum(pauses, dtype=np.float64)))
    return Estimate(
        start.astype(np.int64),
        stop.astype(np.int64),
        speech[start],
        speech[stop],
        pause[start],
        float(speech[-1]),
        float(pause[-1]),
    )
