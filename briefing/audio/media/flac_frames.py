"""Where frames of a FLAC file begin, and of which sample: so that a time is found in what is still arriving.

libav halves the file until it has found a time, reads ten frames at each place, and looks at its end first.
Here a place is reckoned from the size and the length, and the number in the next frame's header (RFC 9639,
9.1) says how far that is from the time: two or three places do, of a few kilobytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

SIGNATURE: Final = b"fLaC"
_INFO_BYTES: Final = 34
_LAST: Final = 0x80
_MOST_BLOCKS: Final = 100
"""Of metadata; no file has more than a dozen."""
_FRAME: Final = re.compile(rb"\xff[\xf8\xf9][^\x00-\x0f][\x00-\xaf]")
_LONGEST_HEADER: Final = 16
_SEARCHED_BYTES: Final = 1 << 17
"""Within so many bytes a frame begins."""
_PROBES: Final = 10
_BEFORE_BYTES: Final = 1 << 12
"""A place is reckoned so much too early, for one that is too late is of no use."""
_NEAR_S: Final = 0.5


class Landing(NamedTuple):
    """Where a frame begins, and its first sample."""

    offset: int
    sample: int


class FlacFrames:
    """A FLAC file that is arriving.

    Args:
        file: the file, which waits for what has not come.
        size_bytes: how long it will be.

    Raises:
        ValueError: if it is none, or says not how long it is.
    """

    def __init__(self, file: BinaryIO, size_bytes: int) -> None:
        self._file, self._size_bytes = file, size_bytes
        info, self._first = self._metadata()
        self.header = SIGNATURE + bytes((_LAST, 0, 0, _INFO_BYTES)) + info
        """What a file begins with that has nothing but its sound."""
        packed = int.from_bytes(info[10:18])
        self.rate_hz, self._samples = packed >> 44, packed & (1 << 36) - 1
        self._block_samples = int.from_bytes(info[2:4])
        if not (self.rate_hz and self._samples and self._first < size_bytes):
            raise ValueError("no FLAC that tells its length")

    @property
    def start(self) -> Landing:
        """The first frame."""
        return Landing(self._first, 0)

    def landing(self, sample: int) -> Landing:
        """Return a frame that begins at or before a sample, most often less than half a second."""
        low, high = self.start, Landing(self._size_bytes, self._samples)
        near = _NEAR_S * self.rate_hz
        for _ in range(_PROBES):
            if sample - low.sample <= near or high.offset - low.offset <= _BEFORE_BYTES:
                break
            share = (sample - low.sample) / max(high.sample - low.sample, 1)
            reckoned = low.offset + int((high.offset - low.offset) * share) - _BEFORE_BYTES
            place = min(max(reckoned, low.offset + 1), high.offset - 1)
            found = self._next_frame(place, low, high)
            if found is not None and found.sample <= sample:
                low = found
            else:
                high = high._replace(offset=place) if found is None else Landing(place, found.sample)
        return low

    def _metadata(self) -> tuple[bytes, int]:
        """Return the stream's information, and where its frames begin."""
        self._file.seek(0)
        if self._read(4) != SIGNATURE:
            raise ValueError("no FLAC")
        at, info = 4, b""
        for _ in range(_MOST_BLOCKS):
            self._file.seek(at)
            head = self._read(4)
            size = int.from_bytes(head[1:])
            if at == 4:  # noqa: PLR2004  # the stream's information is the first
                info = self._read(_INFO_BYTES)
            at += 4 + size
            if len(head) < 4 or head[0] & _LAST:  # noqa: PLR2004
                break
        if len(info) < _INFO_BYTES:
            raise ValueError("no stream information")
        return info, at

    def _next_frame(self, place: int, low: Landing, high: Landing) -> Landing | None:
        """Return the first frame from a place on that can be one between two that are known."""
        data = b""
        self._file.seek(place)
        while place + len(data) < high.offset and len(data) < _SEARCHED_BYTES:
            piece = self._file.read(1 << 14)
            if not piece:
                break
            data += piece
            for offset, sample in self._frames_in(data):
                if low.sample < sample < high.sample and place + offset < high.offset:
                    return Landing(place + offset, sample)
        return None

    def _frames_in(self, data: bytes) -> Iterator[tuple[int, int]]:
        for found in _FRAME.finditer(data):
            sample = self._sample_of(data[found.start() : found.start() + _LONGEST_HEADER])
            if sample is not None:
                yield found.start(), sample

    def _sample_of(self, header: bytes) -> int | None:
        """Return the first sample of a frame; None if this is no header of one."""
        number, at = _number(header)
        if number is None:
            return None
        size_code, rate_code = header[2] >> 4, header[2] & 15
        at += {6: 1, 7: 2}.get(size_code, 0) + {12: 1, 13: 2, 14: 2}.get(rate_code, 0)
        is_sound = rate_code != 15 and not header[3] & 1 and at < len(header)  # noqa: PLR2004
        if not is_sound or _crc(header[:at]) != header[at]:
            return None
        return number if header[1] & 1 else number * self._block_samples

    def _read(self, size: int) -> bytes:
        """Return so many bytes, fewer at the end."""
        data = b""
        while len(data) < size and (piece := self._file.read(size - len(data))):
            data += piece
        return data


def _number(header: bytes) -> tuple[int | None, int]:
    """Return the number of a frame or sample, coded as UTF-8 codes letters, and where it ends."""
    lead = header[4] if len(header) == _LONGEST_HEADER else 0xFF
    more = 0
    while lead << more & 0x80:
        more += 1
    if more in {1, 8}:
        return None, 0
    number = lead & (0x7F >> more)
    tail = header[5 : 4 + max(more, 1)]
    for byte in tail:
        if byte & 0xC0 != 0x80:  # noqa: PLR2004
            return None, 0
        number = number << 6 | byte & 0x3F
    return number, 5 + len(tail)


def _crc(data: bytes) -> int:
    """Return CRC-8 with the polynomial x^8 + x^2 + x + 1."""
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value << 1 ^ (0x107 if value & 0x80 else 0)
    return value
