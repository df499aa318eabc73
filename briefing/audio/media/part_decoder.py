"""One part of a sound file to samples, exact to the sample wherever one starts (libav, by way of PyAV).

Rules:
1. Frame 0 is the first sample that the decoder gives for the whole part: encoder delay is
   already gone there, and it is the same zero for playing, for aligning and for durations.
2. Only containers and codecs on the lists below are opened, from a file object of our own: nothing
   that a file says can name another file or an address, and what is no sound is never decoded.
3. Damage is bridged with silence of the same length, so what follows keeps its place; only
   where nothing more comes is it an error.
4. A file may say what it likes, and memory is asked for by what it says: rates that nobody
   records at, and frames of more than `MOST_SAMPLES`, are refused before that.

Theory of operation: a seek lands on some packet before the wanted one, and the codec needs
packets before that to settle. So a seek aims a whole second and a quarter early, the first
decoded frame's time stamp says where it landed, and from there samples are counted; time
stamps are too coarse to be used again. The resampler starts on a whole second of the file,
where the two rates share a sample, one second before the wanted one, so that what comes out
is the same, bit for bit, as if the file had been decoded from its start.
"""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.error import FFmpegError
from av.stream import Discard

from briefing.audio.media.containers import (
    CODECS,
    FOREIGN,
    MOST_SAMPLES,
    NO_SOUND,
    PartFile,
    check,
    converted,
    open_container,
)
from briefing.errors import AudioError, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from av.audio.stream import AudioStream
    from av.packet import Packet

    from briefing.audio.media.window import Part

SETTLE_S: Final = Fraction(5, 4)
"""How far before the wanted sample a seek aims: a second for the resampler, a quarter for the codec."""
BRIDGE_S: Final = 10
"""Silence that may stand for damaged packets in one piece, at most."""
DAMAGED_PACKETS: Final = 500
"""So many undecodable packets in a row, and the rest of the file is given up."""
TAIL_S: Final = 3
"""So much of the end is decoded to know the length to the sample."""
LONGEST_S: Final = 7 * 24 * 3600
"""A longer recording is a lie of its header; what is past this is not played."""
WHOLE_SCAN_BYTES: Final = 16 << 20
"""Up to here a file's packets are all looked at for its duration; of a longer one, only its end."""
WHOLE_SCAN_S: Final = 2 * 3600
"""And up to here: packets are as many as they last, however small they are."""
UNINDEXED: Final = ("mp3", "aac", "ac3", "eac3")
"""Formats that are nothing but packets, so that only reading them all says where each is."""
BY_BYTES: Final = ("aiff", "au", "caf", "w64", "wav")
"""Formats in which libav goes to a time by the bytes of a second, which holds for plain samples alone."""
BY_PAGES: Final = ("flac", "speex")
"""Codecs whose packets libav stamps wrongly where it enters an Ogg file in its middle."""


class PartDecoder:
    """Decodes one part of a sound file to int16 at `rate_hz`, in its own one or two channels.

    Not for several threads at once.

    Args:
        file: a seekable binary file; the decoder does not close it.
        part: which of its bytes.
        name: how to call it in messages.
        rate_hz: frames a second that are wanted.

    Raises:
        SourceError: if there is no sound in it that can be decoded.
    """

    def __init__(self, file: BinaryIO, part: Part, name: str, rate_hz: int) -> None:
        self.name = name
        self.rate_hz = rate_hz
        self._part = part
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
        first = next(self._frames(), None)
        if first is None or not first.sample_rate or not first.layout.nb_channels:
            raise SourceError(f"{self.name} has no sound in it.", NO_SOUND)
        self._origin = first.pts or 0
        self._source_hz: int = first.sample_rate
        self._first_samples: int = first.samples
        self.channels: int = min(first.layout.nb_channels, 2)

    def close(self) -> None:
        """Let go of the decoder's memory. Harmless twice."""
        self._container.close()

    # -- length

    def duration_s(self) -> Fraction:
        """Measure the length; what the header claims is not trusted.

        The packets tell roughly where the end is (what is trimmed of the last one, each format
        says differently); decoding the last seconds tells it to the sample.

        Raises:
            SourceError: if the file cannot be read through.
        """
        with converted(self.name):
            end = self._end_by_seek() if self._is_sought() else None
            if end is None:
                self._reopen()
                end = self._end_of_packets()
            rough_s = Fraction(0) if end is None else max((end - self._origin) * self._time_base, Fraction(0))
            if rough_s > LONGEST_S:
                return Fraction(LONGEST_S)
            second = max(int(rough_s) - TAIL_S, 0)
            samples = sum(frame.samples for frame in self._frames_from(second))
            if not samples:  # the packets' time stamps were lies
                second = 0
                samples = sum(frame.samples for frame in self._frames_from(second))
            return second + Fraction(samples, self._source_hz)

    @property
    def _time_base(self) -> Fraction:
        return self._stream.time_base or Fraction(1, self._source_hz)

    @property
    def _has_true_seeks(self) -> bool:
        """Whether the time stamps after a seek say where it landed."""
        container, codec = self._container.format.name, self._stream.codec_context.name
        if container == "ogg":
            return codec not in BY_PAGES
        return container not in BY_BYTES or codec.startswith("pcm_")

    def _is_sought(self) -> bool:
        """Whether the end is looked for by a seek past it instead of by reading every packet here.

        In a format without a table of its packets libav reads them all for that, and remembers
        where they are for later seeks. In long files of other formats it is a matter of reading
        the tables. Short ones are read through, which no table can mislead.
        """
        if not self._has_true_seeks:
            return False
        claimed_s = (self._stream.duration or 0) * self._time_base
        is_long = self._file.size_bytes > WHOLE_SCAN_BYTES or claimed_s > WHOLE_SCAN_S
        return self._container.format.name in UNINDEXED or is_long

    def _end_by_seek(self) -> int | None:
        """Return where the last packet ends; None if seeking there does not work."""
        try:
            self._container.seek(self._origin + int(LONGEST_S / self._time_base), stream=self._stream)
        except FFmpegError:
            return None
        return self._end_of_packets()

    def _end_of_packets(self) -> int | None:
        """Return where the packets from here on end, in the stream's ticks; None if there are none."""
        end: int | None = None
        for packet in self._packets():
            if packet.size:
                start = packet.pts if packet.pts is not None else end or 0
                end = max(end or start, start + (packet.duration or 0))
        return end

    # -- samples

    def read_from(self, start_frame: int) -> Iterator[bytes]:
        """Yield int16 samples of `channels` channels from `start_frame` to the end, without a gap.

        Raises:
            AudioError: if the file breaks off or cannot be read any more.
        """
        try:
            yield from self._read_from(start_frame)
        except FOREIGN as error:
            raise AudioError(
                f"The recording broke off at {start_frame // self.rate_hz} seconds or later.",
                "Its file may be damaged.",
            ) from error

    def _read_from(self, start_frame: int) -> Iterator[bytes]:
        first_second = max(start_frame // self.rate_hz - 1, 0)
        drop = (start_frame - first_second * self.rate_hz) * self.channels * 2
        for samples in self._resampled(self._frames_from(first_second)):
            if drop < len(samples):
                yield samples[drop:]
            drop = max(drop - len(samples), 0)

    def _resampled(self, frames: Iterator[AudioFrame]) -> Iterator[bytes]:
        resampler: AudioResampler | None = None
        for frame in frames:
            if resampler is None:
                resampler = self._resampler()
            try:
                pieces = resampler.resample(frame)
            except ValueError:  # the stream changed its rate or layout on the way
                pieces = resampler.resample(None)
                resampler = self._resampler()
                pieces += resampler.resample(frame)
            yield from map(_samples, pieces)
        if resampler is not None:
            yield from map(_samples, resampler.resample(None))

    def _resampler(self) -> AudioResampler:
        return AudioResampler("s16", "mono" if self.channels == 1 else "stereo", self.rate_hz)

    def _frames_from(self, second: int) -> Iterator[AudioFrame]:
        """Yield decoded frames; the first is cut to begin exactly at `second`."""
        wanted = second * self._source_hz
        reached: int | None = None
        for frame in self._landed(second):
            if reached is None:
                reached = self._sample_of(frame)
            stop = reached + frame.samples
            if stop > wanted:
                frame.pts = None
                yield _without_start(frame, wanted - reached) if reached < wanted else frame
            reached = stop

    def _sample_of(self, frame: AudioFrame) -> int:
        """Return which sample of the file a frame starts with.

        Where time stamps are coarser than samples (Matroska has milliseconds), the nearest whole
        number of frames of this length since the first one is it, if it is within a tick.
        """
        if frame.pts is None:  # only at the start: a seek is not trusted without a time stamp
            return 0
        tick = self._time_base * self._source_hz
        near = (frame.pts - self._origin) * tick
        if tick > 1:
            whole = self._first_samples + round((near - self._first_samples) / frame.samples) * frame.samples
            if abs(whole - near) <= tick:
                return whole
        return round(near)

    def _landed(self, second: int) -> Iterator[AudioFrame]:
        """Seek so as to land before `second`; where that fails, decode from the start."""
        start = self._origin + int(second / self._time_base)
        target = max(start - int(SETTLE_S / self._time_base), self._origin)
        if not self._has_true_seeks:
            self._reopen()
            yield from self._frames(target)
            return
        try:
            self._container.seek(target, stream=self._stream)
        except FFmpegError:
            first = None
        else:
            frames = self._frames()
            first = next(frames, None)
        if first is None or first.pts is None or first.pts > start:
            self._reopen()
            yield from self._frames()
            return
        yield first
        yield from frames

    def _reopen(self) -> None:
        """Stand before the first packet, with everything as new."""
        self._container.close()
        self._open()

    def _packets(self) -> Iterator[Packet[AudioStream]]:
        """Yield packets from here on; where a file breaks off in the middle of one, it ends before that."""
        with suppress(FFmpegError):
            yield from self._container.demux(self._stream)

    def _frames(self, target: int | None = None) -> Iterator[AudioFrame]:
        """Yield decoded frames from here on; damaged packets become silence of their length.

        With a `target` in ticks, packets before that are read and not decoded.
        """
        damaged = 0
        bridge_s = Fraction(0)
        pattern: AudioFrame | None = None
        for packet in self._packets():
            if target is not None and packet.pts is not None and packet.pts < target:
                continue
            try:
                frames = packet.decode()
            except FFmpegError:
                damaged += 1
                if damaged > DAMAGED_PACKETS:
                    return  # what follows the sound is none: padding, or another file
                bridge_s += (packet.duration or 0) * self._time_base
                continue
            for frame in frames:
                if bridge_s and pattern is not None:
                    yield _silence_like(pattern, min(bridge_s, Fraction(BRIDGE_S)))
                damaged, bridge_s, pattern = 0, Fraction(0), frame
                if frame.samples:
                    check(frame, self.name)
                    yield frame


# Without numpy, which takes longer to start than the rest of the process that this runs in.


def _samples(frame: AudioFrame | None) -> bytes:
    """Return a frame's int16 samples, channels interleaved."""
    if frame is None:  # what a resampler without work to do gives when flushed
        return b""
    return bytes(frame.planes[0])[: frame.samples * frame.layout.nb_channels * 2]


def _sample_bytes(frame: AudioFrame) -> int:
    """Return how many bytes of a plane one sample takes."""
    return frame.format.bytes * (1 if frame.format.is_planar else frame.layout.nb_channels)


def _without_start(frame: AudioFrame, samples: int) -> AudioFrame:
    """Return the frame without its first `samples` samples."""
    start, stop = samples * _sample_bytes(frame), frame.samples * _sample_bytes(frame)
    return _frame_like(frame, [bytes(plane)[start:stop] for plane in frame.planes])


def _silence_like(frame: AudioFrame, length_s: Fraction) -> AudioFrame:
    middle = b"\x80" if frame.format.name.startswith("u8") else b"\0"
    samples = int(length_s * frame.sample_rate)
    return _frame_like(frame, [middle * (samples * _sample_bytes(frame))] * len(frame.planes))


def _frame_like(frame: AudioFrame, planes: list[bytes]) -> AudioFrame:
    samples = len(planes[0]) // _sample_bytes(frame)
    made = AudioFrame(frame.format.name, frame.layout.name, samples)
    for plane, data in zip(made.planes, planes, strict=True):
        plane.update(data.ljust(plane.buffer_size, b"\0"))
    made.sample_rate = frame.sample_rate
    made.time_base = frame.time_base
    return made
