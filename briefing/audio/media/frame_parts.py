"""Where the parts of what is nothing but frames begin, MP3 and ADTS, and what between frames is none."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from briefing.audio.media.frames import HEADER_BYTES, measured, run, silence
from briefing.audio.media.window import (
    CHUNK_BYTES,
    MOST_PARTS,
    FileWindow,
    Gap,
    SoundPart,
    after_tags,
    places,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.audio.media.frames import Kind

_AGREEING: Final = 3
"""So many frames that follow one another are no accident of other data."""
_TABLES: Final = (re.compile(rb"Xing"), re.compile(rb"Info"), re.compile(rb"VBRI"))
"""Each alone: a pattern that begins with its own letters is found several times as fast as one of several."""
_TABLE_BEFORE: Final = 13
_TABLE_UPTO: Final = 36
"""Where in a frame such a table stands, by version and channels (VBRI: always at 36)."""
_CANDIDATE: Final = re.compile(rb"\xff[\xe2-\xff]|ID3[\x02-\x04]\x00")
_CONTAINER: Final = re.compile(
    rb".{4}(?:ftyp|moov|mdat|free|skip|wide|pnot)|\x1aE\xdf\xa3|0&\xb2u|caff|riff|FORM|\.snd", re.DOTALL
)
"""What begins with this may hold frames, too, but between them is what their container needs."""
_MOST_GAPS: Final = 100_000
_LONGEST_DAMAGE: Final = 1 << 18
"""Bytes that silence is put for."""
_TWO_FRAMES: Final = 1 << 12


def frame_parts(window: FileWindow, begin: int, start: int) -> list[SoundPart]:
    """Return the parts of a file that is nothing but frames; none if it is another kind, or all of one."""
    if _CONTAINER.match(window.at(start, 16)):
        return []
    frames = _Frames(window, start)
    begun = list(islice(frames.begun(), MOST_PARTS))
    gaps = frames.gaps[:_MOST_GAPS]
    is_mostly_frames = 2 * sum(gap.stop - gap.start for gap in gaps) < window.size_bytes - start
    if not begun or (len(begun) == 1 and not (gaps and is_mostly_frames)):
        return []
    edges = [begin, *(place for place, _ in begun[1:]), window.size_bytes]
    return [
        SoundPart(edges[i], edges[i + 1], kind[0], gaps=_within(gaps, edges[i], edges[i + 1]))
        for i, (_, kind) in enumerate(begun)
    ]


def _within(gaps: list[Gap], start: int, stop: int) -> tuple[Gap, ...]:
    return tuple(gap for gap in gaps if start <= gap.start and gap.stop <= stop)


class _Frames:
    """Goes through a file from frame to frame."""

    def __init__(self, window: FileWindow, position: int) -> None:
        self._window = window
        self._position = position
        self._kind: Kind | None = None
        self._begin = position
        """Where the part began; or, after tags, where the next one does."""
        self._is_tagged = False
        self._begin_is_tag = False
        self._tables: list[int] = []
        """Where a table may stand in what is looked at, the next one last."""
        self._seen = -1
        self.gaps: list[Gap] = []
        """What was passed over that is neither frame nor tag."""

    def begun(self) -> Iterator[tuple[int, Kind]]:
        """Yield where a part begins, and of what kind its frames are."""
        while self._look():
            frame = measured(self._window.data, self._position - self._window.start)
            if frame is None or not (self._goes_on(frame[1]) or are_frames(self._window, self._position)):
                if not self._pass_over():
                    return
                continue
            if not self._goes_on(frame[1]) or self._has_table():
                start = self._begin if self._is_tagged else self._position
                self._kind, self._begin = frame[1], self._position
                self._is_tagged = self._begin_is_tag = False
                yield start, frame[1]
            self._position += frame[0]
            self._run()

    def _look(self) -> bool:
        """See to it that a header can be looked at; False at the end."""
        window = self._window
        if window.start != self._seen or self._position - window.start > len(window.data) - HEADER_BYTES:
            window.move(self._position)
            self._seen = window.start
            self._tables = [window.start + place for place in places(window.data, _TABLES)][::-1]
        return len(window.data) >= HEADER_BYTES

    def _goes_on(self, kind: Kind) -> bool:
        return kind == self._kind and not self._is_tagged

    def _has_table(self) -> bool:
        """Whether the frame here is a table, which stands in the first frame of a part."""
        while self._tables and self._tables[-1] < self._position + _TABLE_BEFORE:
            self._tables.pop()
        is_near = bool(self._tables) and self._tables[-1] <= self._position + _TABLE_UPTO
        return is_near and self._position > self._begin

    def _run(self) -> None:
        """Pass over frames with the same header, up to where a table may stand."""
        window = self._window
        if self._kind is not None and self._position - window.start < len(window.data) - HEADER_BYTES:
            stop = self._tables[-1] - _TABLE_UPTO if self._tables else window.start + len(window.data)
            offset = run(window.data, self._position - window.start, stop - window.start, self._kind)
            self._position = window.start + offset

    def _pass_over(self) -> bool:
        """Pass over a tag, or over what is no frame; False if there is nothing behind it."""
        after = _after_other_tags(self._window, self._position)
        if after > self._position:
            # ID3v2 stands before the sound that it is about; the others, behind it.
            is_before = self._window.at(self._position, 3) == b"ID3"
            if not (is_before and self._begin_is_tag):
                self._begin = self._position if is_before else after
            self._begin_is_tag, self._is_tagged = is_before, True
            self._position = after
            return True
        found = _next_frames(self._window, self._position + 1, can_be_far=self._kind is not None)
        stop = self._window.size_bytes if found is None else found
        is_bridged = self._kind is not None and stop - self._position <= _LONGEST_DAMAGE
        fill = silence(self._window.at(stop, _TWO_FRAMES), stop - self._position) if is_bridged else b""
        self.gaps.append(Gap(self._position, stop, fill))
        self._position = stop
        return found is not None


def _after_other_tags(window: FileWindow, position: int) -> int:
    """Return where a tag that stands at `position` ends: ID3v2, ID3v1, or APE."""
    after = after_tags(window, position)
    if after > position:
        return after
    header = window.at(position, 16)
    if header[:3] == b"TAG":
        return position + 128
    if header[:8] == b"APETAGEX":
        return position + 32 + int.from_bytes(header[12:16], "little")
    return position


def _next_frames(window: FileWindow, position: int, *, can_be_far: bool) -> int | None:
    """Return where frames, or a tag, come after `position`; None if there are none."""
    first = position
    while position < window.size_bytes and (can_be_far or position - first < CHUNK_BYTES):
        if not 0 <= position - window.start < len(window.data) - HEADER_BYTES:
            window.move(position)
            if len(window.data) < HEADER_BYTES:
                return None
        start, data = window.start, window.data
        candidate = _CANDIDATE.search(data, position - start)
        if candidate is None:
            position = start + len(data) - 2 if len(data) == CHUNK_BYTES else window.size_bytes
            continue
        position = start + candidate.start()
        if candidate[0][:3] == b"ID3" or are_frames(window, position):
            return position
        position += 1
    return None


def are_frames(window: FileWindow, position: int) -> bool:
    """Whether frames of one kind follow one another from `position`, or go to the end of the file."""
    kinds: set[Kind] = set()
    for number in range(_AGREEING):
        frame = measured(window.at(position, HEADER_BYTES), 0)
        if frame is None:
            return bool(kinds) and _after_other_tags(window, position) > position
        kinds.add(frame[1])
        position += frame[0]
        if len(kinds) > 1:
            return False
        if position >= window.size_bytes - HEADER_BYTES:
            # One frame alone that the end cuts off is no more than two bytes that look like its first.
            return number > 0 or position <= window.size_bytes
    return True
