"""One part of a sound file, open, and what it decodes to from some packet on (libav, by way of PyAV).

Rules:
1. Only containers and codecs on the lists of `containers` are opened, from a file object of our own: nothing
   that a file says can name another file or an address, and what is no sound is never decoded.
2. Damage is bridged with silence of the same length, so what follows keeps its place; only
   where nothing more comes is it an error.
3. A file may say what it likes, and memory is asked for by what it says: rates that nobody
   records at, and frames of more than `MOST_SAMPLES`, are refused before that.
"""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from av.error import FFmpegError
from av.stream import Discard

from briefing.audio.media.av_frames import silence_like
from briefing.audio.media.awaited import UNKNOWN_BYTES
from briefing.audio.media.containers import (
    CODECS,
    MOST_SAMPLES,
    NO_SOUND,
    PartFile,
    check,
    converted,
    open_container,
)
from briefing.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.packet import Packet

    from briefing.audio.media.window import SoundPart

BRIDGE_S: Final = 10
"""Silence that may stand for damaged packets in one piece, at most."""
DAMAGED_PACKETS: Final = 500
"""So many undecodable packets in a row, and the rest of the file is given up."""
BY_BYTES: Final = ("aiff", "au", "caf", "w64", "wav")
"""Formats in which libav goes to a time by the bytes of a second, which holds for plain samples alone."""
BY_PAGES: Final = ("flac", "speex")
"""Codecs whose packets libav stamps wrongly where it enters an Ogg file in its middle."""


class PartStream:
    """The sound of one part of a file, standing before some packet of it. Not for several threads at once.

    Args:
        file: a seekable binary file; it is not closed here.
        part: which of its bytes.
        name: how to call it in messages.

    Raises:
        SourceError: if there is no sound in it that can be decoded.
    """

    def __init__(self, file: BinaryIO, part: SoundPart, name: str) -> None:
        self.name = name
        self._part = part
        self.is_arriving = part.is_arriving
        """Whether to seek may mean to wait."""
        self._file = PartFile(file, part)
        with converted(name):
            self._open()
            try:
                self._begin()
            except BaseException:
                self.close()
                raise

    def _open(self) -> None:
        self._file.seek(0)
        self._container = open_container(self._file, self._part)
        if not self._container.streams.audio:
            self._container.close()
            raise SourceError(f"{self.name} has no sound in it.", NO_SOUND)
        self._stream: AudioStream = self._container.streams.audio[0]
        codec = self._stream.codec_context
        if codec is None or codec.name not in CODECS.split(","):
            self._container.close()
            raise SourceError(f"{self.name} has its sound in a form that is not played.", NO_SOUND)
        codec.options = {"max_samples": str(MOST_SAMPLES)}
        for other in self._container.streams:
            if other.index != self._stream.index:
                other.discard = Discard.all  # pictures and the like are never decoded

    def _begin(self) -> None:
        """Learn where the file's sound starts from its first decoded frame."""
        first = next(self.frames(), None)
        if first is None or not first.sample_rate or not first.layout.nb_channels:
            raise SourceError(f"{self.name} has no sound in it.", NO_SOUND)
        self.origin = first.pts or 0
        """The time stamp of the first sample, in ticks."""
        self.rate_hz: int = first.sample_rate
        self.first_samples: int = first.samples
        """How many samples the first frame has: of a codec with a delay, fewer than the next."""
        self.channels: int = min(first.layout.nb_channels, 2)

    def close(self) -> None:
        """Let go of the decoder and its memory. Harmless twice."""
        self._container.close()

    @property
    def size_bytes(self) -> int:
        """How many bytes of the file the part has."""
        return self._file.size_bytes

    @property
    def container(self) -> str:
        """What libav calls the container."""
        return self._container.format.name

    @property
    def time_base(self) -> Fraction:
        """A tick of the time stamps in seconds."""
        return self._stream.time_base or Fraction(1, self.rate_hz)

    @property
    def claimed_s(self) -> Fraction:
        """The length that the header claims, 0 if it claims none."""
        return (self._stream.duration or 0) * self.time_base

    @property
    def reckoned_s(self) -> Fraction:
        """The length that its size and its bit rate make, 0 where one of them is not known."""
        bit_rate = self._stream.codec_context.bit_rate or 0
        is_known = bit_rate > 0 and self.size_bytes < UNKNOWN_BYTES
        return Fraction(self.size_bytes * 8, bit_rate) if is_known else Fraction(0)

    @property
    def has_true_seeks(self) -> bool:
        """Whether it can be sought in, and the time stamps after a seek say where it landed."""
        if not self._file.seekable():
            return False
        container, codec = self.container, self._stream.codec_context.name
        if container == "ogg":
            return codec not in BY_PAGES
        return container not in BY_BYTES or codec.startswith("pcm_")

    def seek(self, tick: int) -> bool:
        """Stand before a packet at or before a tick; False if seeking there does not work."""
        try:
            self._container.seek(tick, stream=self._stream)
        except FFmpegError:
            return False
        return True

    def reopen(self) -> None:
        """Stand before the first packet, with everything as new."""
        self._container.close()
        self._open()

    def packets(self) -> Iterator[Packet[AudioStream]]:
        """Yield packets from here on; where a file breaks off in the middle of one, it ends before that."""
        with suppress(FFmpegError):
            yield from self._container.demux(self._stream)

    def frames(self, target: int | None = None) -> Iterator[AudioFrame]:
        """Yield decoded frames from here on; damaged packets become silence of their length.

        With a `target` in ticks, packets before that are read and not decoded.
        """
        damaged = 0
        bridge_s = Fraction(0)
        pattern: AudioFrame | None = None
        for packet in self.packets():
            if target is not None and packet.pts is not None and packet.pts < target:
                continue
            try:
                frames = packet.decode()
            except FFmpegError:
                damaged += 1
                if damaged > DAMAGED_PACKETS:
                    return  # what follows the sound is none: padding, or another file
                bridge_s += (packet.duration or 0) * self.time_base
                continue
            for frame in frames:
                if bridge_s and pattern is not None:
                    yield silence_like(pattern, min(bridge_s, Fraction(BRIDGE_S)))
                damaged, bridge_s, pattern = 0, Fraction(0), frame
                if frame.samples:
                    check(frame, self.name)
                    yield frame
