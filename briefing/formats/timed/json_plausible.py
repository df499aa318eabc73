"""Whether lines that look timed may be said in a recording: JSON is also of calendars, chats and parsers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefing.formats.timed import spaceless
from briefing.formats.timed_text import stop_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.formats.timed_text import TimedLine

_LONGEST_S: Final = 7 * 24 * 3600
_SLOWEST_WORD_S: Final = 20
"""A word, on the average: a film may be silent for long."""
_MOST_FALLS: Final = 0.3
"""Of the lines, those that start before the one above, as those of several speakers may."""


def may_be_speech(lines: Sequence[TimedLine]) -> bool:
    """Return whether lines may be said in a recording: a calendar, a chat or a parser's tokens may not."""
    if not lines:
        return False
    starts = [line.start_s for line in lines]
    stops = [stop_of(line) for line in lines]
    length_s = max(stops) - min(starts)
    if max(stops) <= 0 or max(stops) > _LONGEST_S or length_s > _SLOWEST_WORD_S * _words_in(lines):
        return False
    falls = sum(after < before for before, after in pairwise(starts))
    return falls <= len(lines) * _MOST_FALLS and not _are_offsets(lines)


def _are_offsets(lines: Iterable[TimedLine]) -> bool:
    """Return whether what looks like times are places in a text: each is as long as what stands there."""
    lengths = [
        (len(piece.text.strip()), (line.stop_s if len(line.pieces) == 1 else piece.stop_s), piece.start_s)
        for line in lines
        for piece in line.pieces
    ]
    return len(lengths) > 1 and all(stop == start + length for length, stop, start in lengths)


def _words_in(lines: Iterable[TimedLine]) -> int:
    return sum(len(line.text.split()) + len(spaceless.LETTER.findall(line.text)) for line in lines)
