"""One part of a sound file to samples, exact to the sample wherever one starts.

Rules:
1. Frame 0 is the first sample that the decoder gives for the whole part: encoder delay is
   already gone there, and it is the same zero for playing, for aligning and for durations.
2. What may be opened, and what becomes of damage, is `part_stream`'s.

Theory of operation: a seek lands on some packet before the wanted one, and the codec needs
packets before that to settle. So a seek aims a whole second and a quarter early, the first
decoded frame's time stamp says where it landed, and from there samples are counted; time
stamps are too coarse to be used again. The resampler starts on a whole second of the file,
where the two rates share a sample, one second before the wanted one, so that what comes out
is the same, bit for bit, as if the file had been decoded from its start.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from av.audio.resampler import AudioResampler

from briefing.audio.media.av_frames import samples_of, without_start
from briefing.audio.media.containers import FOREIGN, converted
from briefing.audio.media.part_length import LONGEST_S, end_of
from briefing.audio.media.part_stream import PartStream
from briefing.errors import AudioError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from av.audio.frame import AudioFrame

    from briefing.audio.media.window import SoundPart

SETTLE_S: Final = Fraction(5, 4)
"""How far before the wanted sample a seek aims: a second for the resampler, a quarter for the codec."""
TAIL_S: Final = 3
"""So much of the end is decoded to know the length to the sample."""


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

    def __init__(self, file: BinaryIO, part: SoundPart, name: str, rate_hz: int) -> None:
        self.name = name
        self.rate_hz = rate_hz
        self._stream = PartStream(file, part, name)
        self.channels = self._stream.channels

    def close(self) -> None:
        """Let go of the decoder's memory. Harmless twice."""
        self._stream.close()

    def reopen(self) -> None:
        """Begin anew, with everything as if nothing had been read."""
        with converted(self.name):
            self._stream.reopen()

    def duration_s(self) -> Fraction:
        """Measure the length; what the header claims is not trusted.

        The packets tell roughly where the end is (what is trimmed of the last one, each format
        says differently); decoding the last seconds tells it to the sample.

        Raises:
            SourceError: if the file cannot be read through.
        """
        with converted(self.name):
            rough_s = end_of(self._stream)
            if rough_s > LONGEST_S:
                return Fraction(LONGEST_S)
            second = max(int(rough_s) - TAIL_S, 0)
            samples = sum(frame.samples for frame in self._frames_from(second))
            if not samples:  # the packets' time stamps were lies
                second = 0
                samples = sum(frame.samples for frame in self._frames_from(second))
            return second + Fraction(samples, self._stream.rate_hz)

    def claimed_s(self) -> Fraction:
        """Return the length that the header claims, else size and bit rate make; 0 if neither tells it."""
        return min(self._stream.claimed_s or self._stream.reckoned_s, Fraction(LONGEST_S))

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
            yield from map(samples_of, pieces)
        if resampler is not None:
            yield from map(samples_of, resampler.resample(None))

    def _resampler(self) -> AudioResampler:
        return AudioResampler("s16", "mono" if self.channels == 1 else "stereo", self.rate_hz)

    def _frames_from(self, second: int) -> Iterator[AudioFrame]:
        """Yield decoded frames; the first is cut to begin exactly at `second`."""
        wanted = second * self._stream.rate_hz
        reached: int | None = None
        for frame in self._landed(second):
            if reached is None:
                reached = self._sample_of(frame)
            stop = reached + frame.samples
            if stop > wanted:
                frame.pts = None
                yield without_start(frame, wanted - reached) if reached < wanted else frame
            reached = stop

    def _sample_of(self, frame: AudioFrame) -> int:
        """Return which sample of the file a frame starts with.

        Where time stamps are coarser than samples (Matroska has milliseconds), the nearest whole
        number of frames of this length since the first one is it, if it is within a tick.
        """
        if frame.pts is None:  # only at the start: a seek is not trusted without a time stamp
            return 0
        stream = self._stream
        tick = stream.time_base * stream.rate_hz
        near = (frame.pts - stream.origin) * tick
        if tick > 1:
            later = near - stream.first_samples
            whole = stream.first_samples + round(later / frame.samples) * frame.samples
            if abs(whole - near) <= tick:
                return whole
        return round(near)

    def _landed(self, second: int) -> Iterator[AudioFrame]:
        """Seek so as to land before `second`; where that fails, decode from the start."""
        stream = self._stream
        start = stream.origin + int(second / stream.time_base)
        target = max(start - int(SETTLE_S / stream.time_base), stream.origin)
        if not stream.has_true_seeks or (stream.is_arriving and target == stream.origin):
            stream.reopen()
            # What precedes the first sample makes the decoder ready for it.
            yield from stream.frames(target if target > stream.origin else None)
            return
        frames = stream.frames()
        first = next(frames, None) if stream.seek(target) else None
        if first is None or first.pts is None or first.pts > start:
            stream.reopen()
            yield from stream.frames()
            return
        yield first
        yield from frames
