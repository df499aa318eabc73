"""Sound files to samples: the parts that a file is joined from, one after another as one recording.

Theory of operation: `parts` says where the parts are; most files are one. Each is decoded by itself
(`part_decoder`) and is as long as its own samples, so a place in a later part is found by counting,
whatever rate or coding the parts before it have.

Rules:
1. A part starts at a whole frame: its length is rounded once, and is the same for a reading from
   the file's start and for a jump into it.
2. What can be opened is played: a part that cannot be is left out, unless it is the only one.
3. A file that claims far more sound than its bytes can hold is refused (`longest_s`).
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.audio.media.part_decoder import PartDecoder
from briefing.audio.media.part_length import LONGEST_S
from briefing.audio.media.parts import find_parts
from briefing.errors import SourceError, UnsafeError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from briefing.audio.media.window import SoundPart

ALLOWED_S: Final = 3600
"""So long may any file be, however small: an hour of silence takes a FLAC a few kilobytes."""
SLOWEST_BYTES_S: Final = 16
"""Bytes for a second of sound at least, beyond that. Speech at its thinnest takes 250, FLAC's silence 40."""


class Samples(NamedTuple):
    """Some int16 samples, the channels interleaved."""

    data: bytes
    channels: int

    @property
    def frames(self) -> int:
        """How many of each channel."""
        return len(self.data) // self.channels // 2


def longest_s(size_bytes: int) -> float:
    """Return how many seconds of sound a file of so many bytes may be."""
    return min(ALLOWED_S + size_bytes / SLOWEST_BYTES_S, LONGEST_S)


def check_length(name: str, length_s: Fraction, size_bytes: int) -> Fraction:
    """Return the length of a file of so many bytes.

    Raises:
        UnsafeError: if it cannot hold so much sound.
    """
    if length_s > longest_s(size_bytes):
        raise UnsafeError(
            f"{name} claims {float(length_s) / 3600:.0f} hours of sound in {size_bytes} bytes, "
            "and was left alone.",
            "Get the recording again from where it was published.",
        )
    return length_s


class Decoder:
    """Decodes one sound file to int16 at `rate_hz`, in one or two channels as each part has them.

    Not for several threads at once.

    Args:
        file: a seekable binary file; the decoder does not close it.
        name: how to call it in messages.
        rate_hz: frames a second that are wanted.

    Raises:
        SourceError: if there is no sound in it that can be decoded.
    """

    def __init__(self, file: BinaryIO, name: str, rate_hz: int) -> None:
        self.name = name
        self.rate_hz = rate_hz
        self._file = file
        try:
            self.size_bytes = file.seek(0, 2)
            self._parts = find_parts(file, self.size_bytes)
        except (OSError, ValueError) as error:
            raise SourceError(f"{name} cannot be read.", "Check that the file may be read.") from error
        self._current: tuple[SoundPart, PartDecoder] | None = None
        self._lengths: list[int] | None = None
        self._drop_unreadable()

    def _drop_unreadable(self) -> None:
        """Open the first part that is sound."""
        failed: SourceError | None = None
        while self._parts:
            try:
                self._open(self._parts[0])
            except SourceError as error:
                failed = failed or error
                del self._parts[0]
            else:
                return
        raise failed or SourceError(f"{self.name} has no sound in it.")

    def _open(self, part: SoundPart) -> PartDecoder:
        """Return the decoder of a part; one is open at a time."""
        if self._current is None or self._current[0] is not part:
            self.close()
            self._current = part, PartDecoder(self._file, part, self.name, self.rate_hz)
        return self._current[1]

    def close(self) -> None:
        """Let go of the decoder's memory. Harmless twice."""
        if self._current is not None:
            self._current[1].close()
            self._current = None

    def duration_s(self) -> Fraction:
        """Measure the length; what the header claims is not trusted.

        Raises:
            SourceError: if the file cannot be read through.
            UnsafeError: if it claims more sound than it can hold.
        """
        if len(self._parts) == 1:
            length_s = self._open(self._parts[0]).duration_s()
        else:
            length_s = Fraction(sum(self._measured()), self.rate_hz)
        return check_length(self.name, length_s, self.size_bytes)

    def _measured(self) -> list[int]:
        """Return the frames of each part; none for one that is no sound."""
        if self._lengths is None:
            self._lengths = [self._frames_of(part) for part in self._parts]
        return self._lengths

    def _frames_of(self, part: SoundPart) -> int:
        try:
            return round(self._open(part).duration_s() * self.rate_hz)
        except SourceError:
            return 0

    def read_from(self, start_frame: int) -> Iterator[Samples]:
        """Yield samples from `start_frame` to the end, without a gap.

        Raises:
            AudioError: if the file breaks off or cannot be read any more.
        """
        if len(self._parts) == 1:
            decoder = self._open(self._parts[0])
            for data in decoder.read_from(start_frame):
                yield Samples(data, decoder.channels)
            return
        lengths = self._measured()
        for part, length, stop in zip(self._parts, lengths, accumulate(lengths), strict=True):
            if length and stop > start_frame:
                yield from self._read_part(part, max(start_frame - (stop - length), 0), length)

    def _read_part(self, part: SoundPart, start_frame: int, length_frames: int) -> Iterator[Samples]:
        """Yield a part from `start_frame` to exactly its length."""
        decoder = self._open(part)
        left = (length_frames - start_frame) * decoder.channels * 2
        for data in decoder.read_from(start_frame):
            if left <= 0:
                return
            yield Samples(data[:left], decoder.channels)
            left -= len(data)
        if left > 0:
            yield Samples(bytes(left), decoder.channels)
