"""What of libav is let near a file: containers, codecs, rates and frames, and nothing but the file's bytes.

A file may say what it likes of itself, and memory is asked for by what it says. So what nobody records
with is refused before anything is decoded, and pictures in a sound file are not decoded at all.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import contextmanager, suppress
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

import av
from av.error import FFmpegError

from briefing.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from av.audio.frame import AudioFrame
    from av.container import InputContainer

    from briefing.audio.media.window import SoundPart

CONTAINERS: Final = (
    "aac,ac3,aiff,amr,ape,asf,au,caf,dsf,eac3,flac,matroska,mov,mp3,mpc,mpc8,ogg,tta,w64,wav,webm,wv"
)
"""What may be opened. No playlists, no subtitles, no images, no formats that read other files."""
CODECS: Final = (
    "aac,aac_latm,ac3,alac,amrnb,amrwb,ape,eac3,flac,gsm,gsm_ms,mp1,mp1float,mp2,mp2float,mp3,mp3float,"
    "mpc7,mpc8,opus,speex,tta,vorbis,wavpack,libopus,libopencore_amrnb,libopencore_amrwb,libspeex,"
    "libvorbis,g722,g726,g726le,adpcm_ima_qt,adpcm_ima_wav,adpcm_ms,adpcm_yamaha,wmalossless,wmapro,"
    "wmav1,wmav2,wmavoice,dsd_lsbf,dsd_lsbf_planar,dsd_msbf,dsd_msbf_planar,pcm_alaw,pcm_mulaw,pcm_s8,"
    "pcm_u8,pcm_s16be,pcm_s16le,pcm_u16be,pcm_u16le,pcm_s24be,pcm_s24le,pcm_u24be,pcm_u24le,pcm_s32be,"
    "pcm_s32le,pcm_u32be,pcm_u32le,pcm_s64be,pcm_s64le,pcm_f32be,pcm_f32le,pcm_f64be,pcm_f64le,"
    "pcm_s8_planar,pcm_s16be_planar,pcm_s16le_planar,pcm_s24le_planar,pcm_s32le_planar,pcm_bluray,"
    "pcm_dvd"
)
"""What may be decoded: what people record and publish in."""
LOWEST_HZ: Final = 4000
HIGHEST_HZ: Final = 768_000
"""Nobody records slower or faster; what says so asks for a gigabyte when it is made `rate_hz`."""
MOST_SAMPLES: Final = 1 << 19
"""In one frame and channel: three times as many as the largest of an honest file."""
MOST_CHANNELS: Final = 64
INDEX_BYTES: Final = 16 << 20
"""What libav may keep of that: every packet of five hours, or every second one of ten."""
BUFFER_BYTES: Final = 1 << 17

NO_SOUND: Final = "Check that it is a sound file and that it is complete."


FOREIGN: Final = (FFmpegError, ValueError, OverflowError, IndexError, MemoryError, EOFError, OSError)
"""What libav, or PyAV around it, was seen to raise."""


@contextmanager
def converted(name: str) -> Iterator[None]:
    """Turn whatever libav raises into our own error."""
    try:
        yield
    except FOREIGN as error:
        raise SourceError(f"{name} cannot be decoded as sound.", NO_SOUND) from error


class _Run(NamedTuple):
    """Bytes that stand together in a file; or, with `fill`, those that are heard in a gap's place."""

    start: int
    size_bytes: int
    fill: bytes = b""


def _runs(part: SoundPart) -> Iterator[_Run]:
    """Yield what is to be seen of a part."""
    at = part.start
    for gap in part.gaps:
        yield _Run(at, gap.start - at)
        yield _Run(gap.start, len(gap.fill), gap.fill)
        at = gap.stop
    yield _Run(at, part.stop - at)


class PartFile:
    """A part of a file as libav may see it, without its gaps; a fault of the file is its end, not raised."""

    name = ""  # libav guesses formats from names as well; contents are to decide

    def __init__(self, file: BinaryIO, part: SoundPart) -> None:
        self._file = file
        self._runs = list(_runs(part))
        self._ends = list(accumulate(run.size_bytes for run in self._runs))
        self.size_bytes = self._ends[-1]
        self._at = 0

    def seekable(self) -> bool:
        """Whether libav may go where it likes to."""
        return self._file.seekable()

    def read(self, size: int) -> bytes:
        """Return some bytes, of one run; none at the end, or where the file cannot be read.

        libav asks again for what it lacks.
        """
        piece = b""
        with suppress(OSError, ValueError):
            if size > 0 and self._at < self.size_bytes:
                piece = self._read_run(size)
        self._at += len(piece)
        return piece

    def _read_run(self, most: int) -> bytes:
        """Return bytes from here on, of one run."""
        index = bisect_right(self._ends, self._at)
        run, left = self._runs[index], self._ends[index] - self._at
        at = run.size_bytes - left
        if run.fill:
            return run.fill[at : at + most]
        self._file.seek(run.start + at)
        return self._file.read(min(most, left))

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go elsewhere in the part; -1 where that cannot be."""
        at = offset + {0: 0, 1: self._at, 2: self.size_bytes}.get(whence, -offset - 1)
        if at < 0:
            return -1
        self._at = at
        return at

    def tell(self) -> int:
        """Return where in the part this is."""
        return self._at


def open_container(file: PartFile, part: SoundPart) -> InputContainer:
    """Return the container that a part is, if it is on the list.

    Raises:
        FFmpegError: if it is none.
    """
    container = _open(file, part)
    if part.is_arriving and file.seekable() and container.format.name == "mp3":
        container.close()
        file.seek(0)
        return _open(file, part, fflags="fastseek")  # by its table or by proportion, not by every packet
    return container


def _open(file: PartFile, part: SoundPart, **more: str) -> InputContainer:
    options = {"format_whitelist": CONTAINERS, "codec_whitelist": CODECS, **more}
    options["indexmem"] = str(INDEX_BYTES)
    if part.is_open_ended:
        options["ignore_length"] = "1"
    return av.open(
        file,
        "r",
        format=part.format_name or None,
        buffer_size=BUFFER_BYTES,
        metadata_errors="replace",
        container_options=options,
    )


def check(frame: AudioFrame, name: str) -> None:
    """Refuse what nobody records, before memory is taken for it.

    Raises:
        SourceError: if a frame says so of itself.
    """
    if not LOWEST_HZ <= frame.sample_rate <= HIGHEST_HZ:
        raise SourceError(
            f"{name} says that it has {frame.sample_rate} samples a second, which is no sound.",
            NO_SOUND,
        )
    if frame.samples > MOST_SAMPLES or frame.layout.nb_channels > MOST_CHANNELS:
        raise SourceError(f"{name} is made of frames that are too large to be sound.", NO_SOUND)
