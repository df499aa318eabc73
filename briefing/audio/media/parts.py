"""Where the parts of a joined recording begin: an advertisement before a programme, chapters in one file.

Several sound files written one after another are one file to whoever wrote them, and to most
programs that play it. To libav they are the first one: its rate and its table of packets are taken
for the rest, whose time stamps are wrong then; of chained Ogg nothing but the first link is read.
So the parts are found here by what stands in the file, and each is decoded by itself.

| format | a part begins |
|---|---|
| MP3, ADTS (AAC) | at a tag (ID3) or a table (Xing, Info, VBRI); where layer, rate or channels change |
| Ogg | at the first page of a link (RFC 3533): it begins a stream, the one before does not |
| FLAC | at its marker and the block of stream information that has to follow it |
| WAV | at a RIFF chunk after the first one; a length in a header that cannot be true is let go |
| another of these | behind MP3 and ADTS at its first bytes, behind WAV where the chunk ends |

Only what stands in frames and pages is followed, a header a frame; damage begins no part. Bytes between
MP3 or ADTS frames that are none (a stream's titles, a page of a server, what a splice left) are a part's
gaps: libav would make sound of some, and its seeks would count them as time.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefing.audio.media.frame_parts import are_frames, frame_parts
from briefing.audio.media.frames import HEADER_BYTES
from briefing.audio.media.waves import is_wave, wave_end, wave_parts
from briefing.audio.media.window import CHUNK_BYTES, MOST_PARTS, FileWindow, SoundPart, after_tags, places

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

_OGG_FIRST: Final = re.compile(rb"OggS\x00[\x02\x06]")
_FLAC: Final = re.compile(rb"fLaC[\x00\x80]\x00\x00\x22")
_OTHERS: Final = (
    re.compile(rb"RIFF.{4}WAVEfmt ", re.DOTALL),
    re.compile(rb"fLaC[\x00\x80]\x00\x00\x22"),
    re.compile(rb"OggS\x00\x02\x00{8}"),
)
"""Where a file of another kind begins, too long to stand in frames by accident."""


def find_parts(file: BinaryIO, size_bytes: int) -> list[SoundPart]:
    """Return the parts of a sound file, in order; one that is all of it for what is not joined.

    Args:
        file: a seekable binary file; where it stands afterwards is open.
        size_bytes: its length.
    """
    parts: list[SoundPart] = []
    begin = 0
    while begin < size_bytes:
        window = FileWindow(file, size_bytes)
        if len(parts) < MOST_PARTS:
            window.size_bytes = _other_kind(window, begin)
        parts += _parts_of_a_kind(window, begin)
        begin = window.size_bytes
    return parts or [SoundPart(0, size_bytes)]


def _other_kind(window: FileWindow, begin: int) -> int:
    """Return where a file of another kind begins behind MP3, ADTS or WAV; else where all ends."""
    start = after_tags(window, begin)
    if is_wave(window, start):
        end = wave_end(window, start)
        return end if _begins(window, end) else window.size_bytes
    if not are_frames(window, start):
        return window.size_bytes
    return next(
        (found for found in _marked_starts(window, _OTHERS, start) if found > start), window.size_bytes
    )


def _begins(window: FileWindow, position: int) -> bool:
    """Whether a sound file that is no WAV begins at a position."""
    if position >= window.size_bytes:
        return False
    is_marked = any(marker.match(window.at(position, 16)) for marker in _OTHERS)
    return is_marked or are_frames(window, after_tags(window, position))


def _parts_of_a_kind(window: FileWindow, begin: int) -> list[SoundPart]:
    """Return the parts from `begin` to the end of the window, which are all of one kind."""
    start = after_tags(window, begin)
    magic = window.at(start, 12)
    if magic[:4] == b"OggS":
        return _between(_ogg_starts(window, begin), begin, window.size_bytes, "ogg")
    if magic[:4] == b"fLaC":
        return _between(_marked_starts(window, (_FLAC,), begin), begin, window.size_bytes, "flac")
    if magic[:4] == b"RIFF" and magic[8:] == b"WAVE":
        return wave_parts(window, begin, start)
    return frame_parts(window, begin, start) or [SoundPart(begin, window.size_bytes)]


def _between(starts: list[int], begin: int, size_bytes: int, format_name: str) -> list[SoundPart]:
    """Return what lies between the starts; what is before the first belongs to it."""
    if len(starts) < 2:  # noqa: PLR2004
        return [SoundPart(begin, size_bytes)]
    edges = [begin, *starts[1:MOST_PARTS], size_bytes]
    return [SoundPart(start, stop, format_name) for start, stop in pairwise(edges)]


# -- what has markers


def _marked_starts(window: FileWindow, markers: Iterable[re.Pattern[bytes]], position: int) -> list[int]:
    """Return where one of the markers stands from a position on, in a file of any length."""
    starts: list[int] = []
    while position < window.size_bytes and len(starts) < MOST_PARTS:
        window.move(position)
        if not window.data:
            break
        found = [position + place for place in places(window.data, markers)]
        first = starts[-1] + 1 if starts else 0
        starts += [start for start in found if first <= start < window.size_bytes]
        position += CHUNK_BYTES - HEADER_BYTES if len(window.data) == CHUNK_BYTES else CHUNK_BYTES
    return starts


def _ogg_starts(window: FileWindow, begin: int) -> list[int]:
    """Return where links begin: of pages that begin a stream, the first of those that touch."""
    starts: list[int] = []
    end_of_page = -1
    for page in _marked_starts(window, (_OGG_FIRST,), begin):
        if page != end_of_page:
            starts.append(page)
        window.move(page)
        lacing = window.data[27 : 27 + window.data[26]] if len(window.data) > 26 else b""  # noqa: PLR2004
        end_of_page = page + 27 + len(lacing) + sum(lacing)
    return starts
