"""When each word is spoken: a `Timeline` of cues, and what may be lit for them.

Rules:
1. Cues are sorted and disjoint, in the text and in time alike; checked on construction.
2. A timeline never changes. Sharper timings make a new one (`sharpened`).
3. Looking up is bisection, so a light step costs the same in a news item and in a library.

Theory of operation: a million words as objects would take hundreds of megabytes, so the
five columns of the cues are `array`s, and a `Cue` is made when somebody looks at one. Offsets
take four bytes each (no text is 4 GB long), frames eight: a library takes days to read.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import islice
from operator import le
from typing import TYPE_CHECKING, Any, Final

from briefing.model import Cue, Light, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORD_CONFIDENCE: Final = 0.6
"""From here on a single word may be lit: about nine in ten such words are within 100 ms."""
OFFSET: Final = "I"
"""The type code of a column of offsets into the text: uint32."""
FRAME: Final = "q"
"""The type code of a column of frames: int64."""
SENTENCE_CONFIDENCE: Final = 0.3
"""From here on the sentence may be lit; below it the paragraph."""


def level_of(confidence: float) -> Light:
    """Return the finest unit that may be lit for a cue of this confidence: never lit falsely."""
    if confidence >= WORD_CONFIDENCE:
        return Light.WORD
    if confidence >= SENTENCE_CONFIDENCE:
        return Light.SENTENCE
    return Light.PARAGRAPH


class Timeline:
    """Cues of a document on a clock of `rate_hz` frames a second, `length_frames` long.

    Raises:
        ValueError: if the rate or length is not positive, or the cues are not sorted
            and disjoint in text and time, or reach past the end.
    """

    __slots__ = ("_confidence", "_start", "_stop", "_text_start", "_text_stop", "length_frames", "rate_hz")

    def __init__(self, rate_hz: int, length_frames: int, cues: Iterable[Cue] = ()) -> None:
        self.rate_hz = rate_hz
        self.length_frames = length_frames
        self._text_start = array(OFFSET)
        self._text_stop = array(OFFSET)
        self._start = array(FRAME)
        self._stop = array(FRAME)
        self._confidence = array("f")
        for cue in cues:
            self._text_start.append(cue.span.start)
            self._text_stop.append(cue.span.stop)
            self._start.append(cue.start_frame)
            self._stop.append(cue.stop_frame)
            self._confidence.append(cue.confidence)
        self._check()

    @classmethod
    def from_columns(
        cls,
        rate_hz: int,
        length_frames: int,
        text: tuple[Iterable[int], Iterable[int]],
        frames: tuple[Iterable[int], Iterable[int]],
        confidence: Iterable[float],
    ) -> Timeline:
        """Return a timeline of cues that are not objects yet: starts and stops in text and time.

        As for `array`, a column may also be the bytes of its values: uint32 for offsets, int64 for frames
        and float32 for the confidence. A column that is such an array already is taken over, not copied.

        Raises:
            ValueError: as for the constructor, and if the columns differ in length.
        """
        timeline = cls(rate_hz, length_frames)
        timeline._text_start, timeline._text_stop = (_column(OFFSET, column) for column in text)
        timeline._start, timeline._stop = (_column(FRAME, column) for column in frames)
        timeline._confidence = _column("f", confidence)
        columns = (timeline._text_start, timeline._text_stop, timeline._start, timeline._stop)
        if {len(column) for column in columns} != {len(timeline._confidence)}:
            raise ValueError("the columns of the cues differ in length")
        timeline._check()
        return timeline

    def _check(self) -> None:
        if self.rate_hz <= 0 or self.length_frames < 0:
            raise ValueError(f"not a clock: {self.length_frames} frames at {self.rate_hz} Hz")
        for starts, stops, what in (
            (self._text_start, self._text_stop, "text"),
            (self._start, self._stop, "time"),
        ):
            if not all(map(le, starts, stops)) or not all(map(le, stops, islice(starts, 1, None))):
                raise ValueError(f"cues are not sorted and disjoint in {what}")
        if self._stop and (self._start[0] < 0 or self._stop[-1] > self.length_frames):
            raise ValueError("cues reach outside the timeline")
        if any(not 0 <= c <= 1 for c in self._confidence):
            raise ValueError("a confidence is outside 0 to 1")

    def __len__(self) -> int:
        return len(self._start)

    def __getitem__(self, index: int) -> Cue:
        return Cue(
            Span(self._text_start[index], self._text_stop[index]),
            self._start[index],
            self._stop[index],
            self._confidence[index],
        )

    def __iter__(self) -> Iterator[Cue]:
        return (self[i] for i in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Timeline):
            return NotImplemented
        return self._columns() == other._columns()

    __hash__ = None  # type: ignore[assignment]  # compared by its cues, never a key

    def _columns(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in sorted(self.__slots__))

    @property
    def duration_s(self) -> float:
        """The length in seconds."""
        return self.length_frames / self.rate_hz

    def index_at(self, frame: float) -> int | None:
        """Return the index of the last cue that starts at or before `frame`, None before the first."""
        i = bisect_right(self._start, frame) - 1
        return i if i >= 0 else None

    def cue_at(self, frame: float) -> Cue | None:
        """Return the last cue that starts at or before `frame`: the word that is heard or was heard last."""
        i = self.index_at(frame)
        return None if i is None else self[i]

    def index_of(self, offset: int) -> int | None:
        """Return the index of the cue that covers `offset`, or the next one after it; None past the last."""
        i = bisect_right(self._text_stop, offset)
        return i if i < len(self) else None

    def frame_at(self, offset: int) -> int:
        """Return the frame at which the word at `offset`, or the next one spoken, starts; else the end."""
        i = self.index_of(offset)
        return self.length_frames if i is None else self._start[i]

    def offset_at(self, frame: float) -> int:
        """Return the offset of the word heard at `frame`; of the first word before it; 0 without cues."""
        if not len(self):
            return 0
        return self._text_start[self.index_at(frame) or 0]

    def sharpened(self, span: Span, cues: Iterable[Cue]) -> Timeline:
        """Return a timeline with the cues inside `span` replaced by `cues`.

        Raises:
            ValueError: if the result is not sorted and disjoint.
        """
        first = bisect_right(self._text_stop, span.start)
        last = bisect_left(self._text_start, span.stop, lo=first)
        fresh = Timeline(self.rate_hz, self.length_frames, cues)
        # All three parts are in order by themselves, so only the joints are looked at: a
        # million cues are copied in no time, but checking them takes a third of a second.
        for starts, stops, what in (("_text_start", "_text_stop", "text"), ("_start", "_stop", "time")):
            before, after = getattr(self, stops)[:first], getattr(self, starts)[last:]
            inner = zip(getattr(fresh, starts), getattr(fresh, stops), strict=True)
            edges = [*before[-1:], *(edge for pair in inner for edge in pair), *after[:1]]
            if not all(map(le, edges, edges[1:])):
                raise ValueError(f"cues are not sorted and disjoint in {what}")
        for name in self.__slots__:
            if name.startswith("_"):
                old = getattr(self, name)
                column = old[:first]
                column.extend(getattr(fresh, name))
                column.extend(old[last:])
                setattr(fresh, name, column)
        return fresh

    def at_rate(self, rate_hz: int, length_frames: int | None = None) -> Timeline:
        """Return the same times on another clock; cues past `length_frames` are cut to it."""
        length = round(self.duration_s * rate_hz) if length_frames is None else length_frames
        scale = rate_hz / self.rate_hz
        retimed = Timeline(rate_hz, length)
        retimed._text_start, retimed._text_stop = self._text_start[:], self._text_stop[:]
        retimed._start = array(FRAME, (min(round(f * scale), length) for f in self._start))
        retimed._stop = array(FRAME, (min(round(f * scale), length) for f in self._stop))
        retimed._confidence = self._confidence[:]
        return retimed

    def marks(self, offsets: Iterable[int]) -> tuple[float, ...]:
        """Return the share of the timeline (0 to 1) at which each offset is spoken, for a scrubber."""
        length = max(self.length_frames, 1)
        return tuple(self.frame_at(offset) / length for offset in offsets)


def _column(code: str, values: Iterable[float]) -> array[Any]:
    """Return the values as a column: themselves, if they are one."""
    if isinstance(values, array) and values.typecode == code:
        return values
    return array(code, values)
