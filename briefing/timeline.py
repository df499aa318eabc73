"""When each word is spoken: a `Timeline` of cues, and what may be lit for them.

Rules:
1. Cues are sorted and disjoint, in the text and in time alike; checked on construction.
2. A timeline never changes. Sharper timings make a new one (`sharpened`).
3. Looking up is bisection, so a light step costs the same in a news item and in a library.

Theory of operation: a million words as objects would take hundreds of megabytes, so cues
stand in columns, and a `Cue` is made when somebody looks at one. The columns are cut into
*chunks* of some thousand cues, which count from their own start and so need 12 to 16 bytes a cue
(a library takes days to read, in frames more than four bytes hold). Chunks never change, so
a sharpened timeline is a new list of mostly the same chunks: sharpening costs a chunk, not a
library, and the plan of a reading and its sharpened timeline stand in memory once.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate, chain, islice, pairwise
from operator import eq, le
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefing.model import Cue, Light, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WORD_CONFIDENCE: Final = 0.6
"""From here on a single word may be lit: about nine in ten such words are within 100 ms."""
SENTENCE_CONFIDENCE: Final = 0.3
"""From here on the sentence may be lit; below it the paragraph."""
_CHUNK: Final = 2048
"""Cues that stand together."""


def level_of(confidence: float) -> Light:
    """Return the finest unit that may be lit for a cue of this confidence: never lit falsely."""
    if confidence >= WORD_CONFIDENCE:
        return Light.WORD
    if confidence >= SENTENCE_CONFIDENCE:
        return Light.SENTENCE
    return Light.PARAGRAPH


class Columns(NamedTuple):
    """Cues as five columns: where each starts and stops in the text and in time, and how sure that is."""

    text_start: Iterable[int]
    text_stop: Iterable[int]
    start: Iterable[int]
    stop: Iterable[int]
    confidence: Iterable[float]


class _Chunk(NamedTuple):
    """One or more cues. Offsets count from `offset`, frames from `frame`, where the first cue starts."""

    offset: int
    frame: int
    text_start: array[int]
    text_stop: array[int]
    start: array[int]
    stop: array[int]
    confidence: array[float]

    @property
    def last_text_start(self) -> int:
        return self.offset + self.text_start[-1]

    @property
    def last_text_stop(self) -> int:
        return self.offset + self.text_stop[-1]

    @property
    def last_stop(self) -> int:
        return self.frame + self.stop[-1]

    def cue(self, index: int) -> Cue:
        return Cue(
            Span(self.offset + self.text_start[index], self.offset + self.text_stop[index]),
            self.frame + self.start[index],
            self.frame + self.stop[index],
            self.confidence[index],
        )

    def columns(self, first: int, last: int) -> tuple[Sequence[float], ...]:
        """Return the cues from `first` to before `last`."""
        return (
            [self.offset + value for value in self.text_start[first:last]],
            [self.offset + value for value in self.text_stop[first:last]],
            [self.frame + value for value in self.start[first:last]],
            [self.frame + value for value in self.stop[first:last]],
            self.confidence[first:last],
        )


class Timeline:
    """Cues of a document on a clock of `rate_hz` frames a second, `length_frames` long.

    Raises:
        ValueError: if the rate or length is not positive, or the cues are not sorted
            and disjoint in text and time, or reach past the end.
    """

    __slots__ = ("_chunks", "_counts", "length_frames", "rate_hz")

    def __init__(self, rate_hz: int, length_frames: int, cues: Iterable[Cue] = ()) -> None:
        self.rate_hz = rate_hz
        self.length_frames = length_frames
        self._take(_chunks_of_cues(cues))

    @classmethod
    def from_columns(cls, rate_hz: int, length_frames: int, columns: Columns) -> Timeline:
        """Return a timeline of cues that are not objects yet. Columns are read once, side by side.

        Raises:
            ValueError: as for the constructor, and if the columns differ in length.
        """
        timeline = cls(rate_hz, length_frames)
        timeline._take(_chunks_of(columns))
        return timeline

    def _take(self, chunks: Iterable[_Chunk]) -> None:
        """Have these chunks, if they are in order with each other and the clock."""
        if self.rate_hz <= 0 or self.length_frames < 0:
            raise ValueError(f"not a clock: {self.length_frames} frames at {self.rate_hz} Hz")
        self._chunks = tuple(chunks)
        self._counts = tuple(accumulate(len(chunk.start) for chunk in self._chunks))
        for one, other in pairwise(self._chunks):
            _check_joint(one, other)
        if not self._chunks:
            return
        first, last = self._chunks[0], self._chunks[-1]
        if first.frame < 0 or first.offset < 0 or last.last_stop > self.length_frames:
            raise ValueError("cues reach outside the timeline")

    def __len__(self) -> int:
        return self._counts[-1] if self._counts else 0

    def __getitem__(self, index: int) -> Cue:
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(f"there is no cue {index}")
        at = bisect_right(self._counts, index)
        return self._chunks[at].cue(index - self._before(at))

    def _before(self, at: int) -> int:
        """Return how many cues there are before a chunk."""
        return self._counts[at - 1] if at else 0

    def __iter__(self) -> Iterator[Cue]:
        return (chunk.cue(index) for chunk in self._chunks for index in range(len(chunk.start)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Timeline):
            return NotImplemented
        is_same_clock = (self.rate_hz, self.length_frames) == (other.rate_hz, other.length_frames)
        return is_same_clock and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # compared by its cues, never a key

    def columns(self) -> Columns:
        """Return the cues in columns, each to be read once."""
        chunks = self._chunks
        return Columns(
            (chunk.offset + value for chunk in chunks for value in chunk.text_start),
            (chunk.offset + value for chunk in chunks for value in chunk.text_stop),
            (chunk.frame + value for chunk in chunks for value in chunk.start),
            (chunk.frame + value for chunk in chunks for value in chunk.stop),
            (value for chunk in chunks for value in chunk.confidence),
        )

    @property
    def duration_s(self) -> float:
        """The length in seconds."""
        return self.length_frames / self.rate_hz

    def index_at(self, frame: float) -> int | None:
        """Return the index of the last cue that starts at or before `frame`, None before the first."""
        at = bisect_right(self._chunks, frame, key=_first_frame) - 1
        if at < 0:
            return None
        chunk = self._chunks[at]
        return self._before(at) + bisect_right(chunk.start, frame - chunk.frame) - 1

    def index_of(self, offset: int) -> int | None:
        """Return the index of the cue that covers `offset`, or the next one after it; None past the last."""
        at = bisect_right(self._chunks, offset, key=_last_text_stop)
        if at == len(self._chunks):
            return None
        chunk = self._chunks[at]
        return self._before(at) + bisect_right(chunk.text_stop, offset - chunk.offset)

    def frame_at(self, offset: int) -> int:
        """Return the frame at which the word at `offset`, or the next one spoken, starts; else the end."""
        i = self.index_of(offset)
        return self.length_frames if i is None else self[i].start_frame

    def offset_at(self, frame: float) -> int:
        """Return the offset of the word heard at `frame`; of the first word before it; 0 without cues."""
        if not len(self):
            return 0
        return self[self.index_at(frame) or 0].span.start

    def sharpened(self, span: Span, cues: Iterable[Cue]) -> Timeline:
        """Return a timeline with the cues inside `span` replaced by `cues`.

        Raises:
            ValueError: if the result is not sorted and disjoint.
        """
        chunks = self._chunks
        low = bisect_right(chunks, span.start, key=_last_text_stop)
        high = bisect_left(chunks, span.stop, lo=low, key=_last_text_start)
        parts: list[Iterable[Sequence[Any]]] = [_columns_of(cues)]
        if low < len(chunks):
            kept = bisect_right(chunks[low].text_stop, span.start - chunks[low].offset)
            parts.insert(0, chunks[low].columns(0, kept))
        if high < len(chunks):
            # Not before where the fresh ones begin, though a cue there may be empty.
            least = kept if high == low else 0
            left = bisect_left(chunks[high].text_start, span.stop - chunks[high].offset, lo=least)
            parts.append(chunks[high].columns(left, len(chunks[high].start)))
        joined = [list(chain.from_iterable(each)) for each in zip(*parts, strict=True)]
        count = len(joined[0])
        made = Timeline(self.rate_hz, self.length_frames)
        # In even parts: odd ends would become many when a library is sharpened sentence by sentence.
        size = -(-count // max(1, count // _CHUNK))
        made._take((*chunks[:low], *_chunks_of(Columns(*joined), max(1, size)), *chunks[high + 1 :]))
        return made

    def at_rate(self, rate_hz: int, length_frames: int | None = None) -> Timeline:
        """Return the same times on another clock; cues past `length_frames` are cut to it."""
        length = round(self.duration_s * rate_hz) if length_frames is None else length_frames
        if (rate_hz, length) == (self.rate_hz, self.length_frames):
            return self
        scale = rate_hz / self.rate_hz
        columns = self.columns()
        retimed = columns._replace(
            start=(min(round(frame * scale), length) for frame in columns.start),
            stop=(min(round(frame * scale), length) for frame in columns.stop),
        )
        return Timeline.from_columns(rate_hz, length, retimed)

    def marks(self, offsets: Iterable[int]) -> tuple[float, ...]:
        """Return the share of the timeline (0 to 1) at which each offset is spoken, for a scrubber."""
        length = max(self.length_frames, 1)
        return tuple(self.frame_at(offset) / length for offset in offsets)


def _first_frame(chunk: _Chunk) -> int:
    return chunk.frame


def _last_text_start(chunk: _Chunk) -> int:
    return chunk.last_text_start


def _last_text_stop(chunk: _Chunk) -> int:
    return chunk.last_text_stop


def _columns_of(cues: Iterable[Cue]) -> tuple[Sequence[Any], ...]:
    rows = [(cue.span.start, cue.span.stop, cue.start_frame, cue.stop_frame, cue.confidence) for cue in cues]
    return tuple(zip(*rows, strict=True)) if rows else ((),) * len(Columns._fields)


def _chunks_of_cues(cues: Iterable[Cue]) -> Iterator[_Chunk]:
    cues = iter(cues)
    while part := tuple(islice(cues, _CHUNK)):
        yield _chunk(_columns_of(part))


def _chunks_of(columns: Columns, size: int = _CHUNK) -> Iterator[_Chunk]:
    """Yield the cues of columns in chunks of so many.

    Raises:
        ValueError: if the columns differ in length, or the cues are not in order.
    """
    sources = [iter(column) for column in columns]
    while True:
        part = [tuple(islice(source, size)) for source in sources]
        if len({len(values) for values in part}) > 1:
            raise ValueError("the columns of the cues differ in length")
        if not part[0]:
            return
        yield _chunk(part)


def _chunk(columns: Sequence[Sequence[Any]]) -> _Chunk:
    """Return a chunk of cues, at least one, from columns of what `Columns` has."""
    text_start, text_stop, start, stop, confidence = columns
    for starts, stops, what in ((text_start, text_stop, "text"), (start, stop, "time")):
        if not all(map(le, starts, stops)) or not all(map(le, stops, islice(starts, 1, None))):
            raise ValueError(f"cues are not sorted and disjoint in {what}")
    return _Chunk(
        text_start[0],
        start[0],
        _counted(text_start, text_start[0], text_stop[-1]),
        _counted(text_stop, text_start[0], text_stop[-1]),
        _counted(start, start[0], stop[-1]),
        _counted(stop, start[0], stop[-1]),
        _confidences(confidence),
    )


def _counted(values: Sequence[int], origin: int, last: int) -> array[int]:
    """Return values counted from an origin, in as few bytes as the last of them needs."""
    reach = last - origin
    code = "H" if reach < 1 << 16 else "I" if reach < 1 << 32 else "Q"
    return array(code, [value - origin for value in values])


def _confidences(values: Sequence[float]) -> array[float]:
    """Return the column of confidences; equal ones, which are all of a guess, stand in memory once."""
    if values.count(values[0]) == len(values):
        return _equal(values[0], len(values))
    return _checked(array("f", values))


@lru_cache(64)
def _equal(confidence: float, count: int) -> array[float]:
    return _checked(array("f", (confidence,))) * count


def _checked(confidence: array[float]) -> array[float]:
    if any(not 0 <= value <= 1 for value in confidence):
        raise ValueError("a confidence is outside 0 to 1")
    return confidence


def _check_joint(one: _Chunk, other: _Chunk) -> None:
    if one.last_text_stop > other.offset:
        raise ValueError("cues are not sorted and disjoint in text")
    if one.last_stop > other.frame:
        raise ValueError("cues are not sorted and disjoint in time")
