"""Cues as columns of numbers, in chunks: how a `Timeline` stands in memory.

A million words as objects would take hundreds of megabytes, so cues stand in columns, and a
`Cue` is made when somebody looks at one. The columns are cut into *chunks* of some thousand
cues, which count from their own start and so need 12 to 16 bytes a cue (a library takes days
to read, in frames more than four bytes hold). Chunks never change, so timelines share them.
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from itertools import islice
from operator import le
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.model import Cue, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CHUNK_CUES: Final = 2048
"""Cues that stand together."""


class Columns(NamedTuple):
    """Cues as five columns: where each starts and stops in the text and in time, and how sure that is."""

    text_start: Iterable[int]
    text_stop: Iterable[int]
    start: Iterable[int]
    stop: Iterable[int]
    confidence: Iterable[float]


class ReadColumns(NamedTuple):
    """The same, all of it at hand: columns of one length."""

    text_start: Sequence[int]
    text_stop: Sequence[int]
    start: Sequence[int]
    stop: Sequence[int]
    confidence: Sequence[float]


class Chunk(NamedTuple):
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
        """The offset at which the last cue starts."""
        return self.offset + self.text_start[-1]

    @property
    def last_text_stop(self) -> int:
        """The offset at which the last cue stops."""
        return self.offset + self.text_stop[-1]

    @property
    def last_stop(self) -> int:
        """The frame at which the last cue stops."""
        return self.frame + self.stop[-1]

    def cue(self, index: int) -> Cue:
        """Return one of its cues."""
        return Cue(
            Span(self.offset + self.text_start[index], self.offset + self.text_stop[index]),
            self.frame + self.start[index],
            self.frame + self.stop[index],
            self.confidence[index],
        )

    def columns(self, first: int, last: int) -> ReadColumns:
        """Return the cues from `first` to before `last`."""
        return ReadColumns(
            [self.offset + value for value in self.text_start[first:last]],
            [self.offset + value for value in self.text_stop[first:last]],
            [self.frame + value for value in self.start[first:last]],
            [self.frame + value for value in self.stop[first:last]],
            self.confidence[first:last],
        )


def columns_of(cues: Iterable[Cue]) -> ReadColumns:
    """Return cues as columns."""
    rows = [(cue.span.start, cue.span.stop, cue.start_frame, cue.stop_frame, cue.confidence) for cue in cues]
    return ReadColumns(*zip(*rows, strict=True)) if rows else ReadColumns((), (), (), (), ())


def chunks_of_cues(cues: Iterable[Cue]) -> Iterator[Chunk]:
    """Yield cues in chunks.

    Raises:
        ValueError: if they are not in order.
    """
    cues = iter(cues)
    while part := tuple(islice(cues, CHUNK_CUES)):
        yield _chunk(columns_of(part))


def chunks_of(columns: Columns | ReadColumns, size: int = CHUNK_CUES) -> Iterator[Chunk]:
    """Yield the cues of columns, which are read once and side by side, in chunks of so many.

    Raises:
        ValueError: if the columns differ in length, or the cues are not in order.
    """
    whole = [iter(column) for column in columns[:4]]
    confidences = iter(columns.confidence)
    while True:
        text_start, text_stop, start, stop = (tuple(islice(column, size)) for column in whole)
        part = ReadColumns(text_start, text_stop, start, stop, tuple(islice(confidences, size)))
        if len(set(map(len, part))) > 1:
            raise ValueError("the columns of the cues differ in length")
        if not part.start:
            return
        yield _chunk(part)


def even_chunks_of(columns: ReadColumns) -> Iterator[Chunk]:
    """Yield the cues of columns in chunks of about one size.

    Odd ends would become many when a library is sharpened sentence by sentence.

    Raises:
        ValueError: as for `chunks_of`.
    """
    count = len(columns.start)
    size = -(-count // max(1, count // CHUNK_CUES))
    return chunks_of(columns, max(1, size))


def check_joint(one: Chunk, other: Chunk) -> None:
    """See that a chunk goes on where another one ends.

    Raises:
        ValueError: if they are not in order, in the text or in time.
    """
    if one.last_text_stop > other.offset:
        raise ValueError("cues are not sorted and disjoint in text")
    if one.last_stop > other.frame:
        raise ValueError("cues are not sorted and disjoint in time")


def _chunk(columns: ReadColumns) -> Chunk:
    """Return a chunk of cues, at least one."""
    text_start, text_stop, start, stop, confidence = columns
    for starts, stops, what in ((text_start, text_stop, "text"), (start, stop, "time")):
        if not all(map(le, starts, stops)) or not all(map(le, stops, islice(starts, 1, None))):
            raise ValueError(f"cues are not sorted and disjoint in {what}")
    return Chunk(
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
