"""When each word is spoken: a `Timeline` of cues.

Rules:
1. Cues are sorted and disjoint, in the text and in time alike; checked on construction.
2. A timeline never changes. Sharper timings make a new one (`sharpened`).
3. Looking up is bisection, so a light step costs the same in a news item and in a library.

Cues stand in chunks of columns (`cue_columns`). A sharpened timeline is a new list of mostly
the same chunks: sharpening costs a chunk, not a library, and the plan of a reading and its
sharpened timeline stand in memory once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, chain, pairwise
from operator import eq
from typing import TYPE_CHECKING, Final

from briefing.cue_columns import (
    Columns,
    ReadColumns,
    check_joint,
    chunks_of,
    chunks_of_cues,
    columns_of,
    even_chunks_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.cue_columns import Chunk
    from briefing.model import Cue, Span

NEAR_S: Final = 0.05
"""So close a moment has come, and a word is over: frames and milliseconds never meet exactly."""


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
        self._take(chunks_of_cues(cues))

    @classmethod
    def from_columns(cls, rate_hz: int, length_frames: int, columns: Columns) -> Timeline:
        """Return a timeline of cues that are not objects yet. Columns are read once, side by side.

        Raises:
            ValueError: as for the constructor, and if the columns differ in length.
        """
        timeline = cls(rate_hz, length_frames)
        timeline._take(chunks_of(columns))
        return timeline

    def _take(self, chunks: Iterable[Chunk]) -> None:
        """Have these chunks, if they are in order with each other and the clock."""
        if self.rate_hz <= 0 or self.length_frames < 0:
            raise ValueError(f"not a clock: {self.length_frames} frames at {self.rate_hz} Hz")
        self._chunks = tuple(chunks)
        self._counts = tuple(accumulate(len(chunk.start) for chunk in self._chunks))
        for one, other in pairwise(self._chunks):
            check_joint(one, other)
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

    def offset_from(self, frame: float) -> int:
        """Return the offset of the first word heard from `frame` on; one that just ends is behind it."""
        offset = self.offset_at(frame)
        here = self.index_of(offset)
        if here is None or here + 1 >= len(self):
            return offset
        is_past = self[here].stop_frame <= frame + NEAR_S * self.rate_hz
        return self[here + 1].span.start if is_past else offset

    def sharpened(self, span: Span, cues: Iterable[Cue]) -> Timeline:
        """Return a timeline with the cues inside `span` replaced by `cues`.

        Raises:
            ValueError: if the result is not sorted and disjoint.
        """
        chunks = self._chunks
        low = bisect_right(chunks, span.start, key=_last_text_stop)
        high = bisect_left(chunks, span.stop, lo=low, key=_last_text_start)
        parts = [columns_of(cues)]
        if low < len(chunks):
            kept = bisect_right(chunks[low].text_stop, span.start - chunks[low].offset)
            parts.insert(0, chunks[low].columns(0, kept))
        if high < len(chunks):
            # Not before where the fresh ones begin, though a cue there may be empty.
            least = kept if high == low else 0
            left = bisect_left(chunks[high].text_start, span.stop - chunks[high].offset, lo=least)
            parts.append(chunks[high].columns(left, len(chunks[high].start)))
        joined = ReadColumns(*(list(chain.from_iterable(each)) for each in zip(*parts, strict=True)))
        made = Timeline(self.rate_hz, self.length_frames)
        made._take((*chunks[:low], *even_chunks_of(joined), *chunks[high + 1 :]))
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


def _first_frame(chunk: Chunk) -> int:
    return chunk.frame


def _last_text_start(chunk: Chunk) -> int:
    return chunk.last_text_start


def _last_text_stop(chunk: Chunk) -> int:
    return chunk.last_text_stop
