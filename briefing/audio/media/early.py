"""A sound file that is still arriving, to samples: what can be told of it before all of it is there.

It is taken for one part, and for as long as it claims: to look for more parts and to measure it takes all
of its bytes. `decoder` does both when they are there.

A tag that MPEG sound begins with may hold a picture: where it can be passed over, it is not waited for, and
libav sees a tag of a few bytes in its place. Where there is none it sees that one, too: it would look for
another one at the end, which is far away. In FLAC, places are found by its frames (`flac_frames`), and libav
sees a file that begins there.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from briefing.audio.media.containers import converted
from briefing.audio.media.decoder import Samples, check_length
from briefing.audio.media.flac_frames import FlacFrames
from briefing.audio.media.part_decoder import PartDecoder
from briefing.audio.media.window import FileWindow, Gap, SoundPart, after_tags

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from briefing.audio.media.flac_frames import Landing

_NO_TAG: Final = b"ID3\x04\x00\x00" + bytes((0, 0, 0, 12)) + b"TIT2" + bytes((0, 0, 0, 2)) + b"\x00\x00\x03-"
"""ID3v2.4 with a title of one sign."""
_SYNC: Final = 0xFFE0
"""The bits that a frame of MPEG sound begins with, of two bytes."""


class EarlyDecoder:
    """Decodes what has come of a sound file to int16 at `rate_hz`, in its own one or two channels.

    Not for several threads at once.

    Args:
        file: the file, which waits for what has not come; it is not closed here.
        size_bytes: how long it will be.
        name: how to call it in messages.
        rate_hz: frames a second that are wanted.

    Raises:
        SourceError: if there is no sound in it that can be decoded.
    """

    def __init__(self, file: BinaryIO, size_bytes: int, name: str, rate_hz: int) -> None:
        self.name = name
        self.size_bytes = size_bytes
        self._file, self._rate_hz = file, rate_hz
        self._frames = _flac(file, size_bytes) if file.seekable() else None
        if self._frames is not None:
            gaps = self._gaps(self._frames.start)
        else:
            gaps = _tag(file, size_bytes) if file.seekable() else ()
        self._decoder = self._opened(gaps)
        self._claimed_s = self._decoder.claimed_s()

    def _opened(self, gaps: tuple[Gap, ...]) -> PartDecoder:
        part = SoundPart(0, self.size_bytes, is_arriving=True, gaps=gaps)
        return PartDecoder(self._file, part, self.name, self._rate_hz)

    def _gaps(self, landing: Landing) -> tuple[Gap, ...]:
        """Return what makes a FLAC file one that begins with a frame of it."""
        return (Gap(0, landing.offset, self._frames.header),) if self._frames else ()

    def duration_s(self) -> Fraction:
        """Return the length that it claims, 0 if it claims none.

        Raises:
            UnsafeError: if it claims more sound than it can hold.
        """
        return check_length(self.name, self._claimed_s, self.size_bytes)

    def read_from(self, start_frame: int) -> Iterator[Samples]:
        """Yield samples from about `start_frame` to the end, without a gap.

        Raises:
            AudioError: if the file breaks off or cannot be read any more.
        """
        if self._frames is not None:
            landing = self._frames.landing(start_frame * self._frames.rate_hz // self._rate_hz)
            self._decoder.close()
            with converted(self.name):
                self._decoder = self._opened(self._gaps(landing))
            start_frame -= round(Fraction(landing.sample * self._rate_hz, self._frames.rate_hz))
        else:
            # What libav learnt on the way misleads its seeks: an end that was none, an index with holes.
            self._decoder.reopen()
        for data in self._decoder.read_from(start_frame):
            yield Samples(data, self._decoder.channels)

    def close(self) -> None:
        """Let go of the decoder's memory. Harmless twice."""
        self._decoder.close()


def _flac(file: BinaryIO, size_bytes: int) -> FlacFrames | None:
    """Return the frames of a FLAC file; None of another kind."""
    try:
        return FlacFrames(file, size_bytes)
    except ValueError:
        return None


def _tag(file: BinaryIO, size_bytes: int) -> tuple[Gap, ...]:
    """Return what to show in place of the tags that MPEG sound begins with; nothing for another kind."""
    window = FileWindow(file, size_bytes)
    end = after_tags(window, 0)
    if end >= size_bytes:
        return ()
    is_frame = int.from_bytes(window.at(end, 2)) & _SYNC == _SYNC
    return (Gap(0, end, _NO_TAG),) if is_frame else ()
