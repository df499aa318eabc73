"""The sound files of a book to samples: parts of them one after another, as one recording.

Rules:
1. A segment has as many frames as its times say, whatever its file holds, so that all that follows keeps its
   place: what lacks is silence, and is told in a sentence, once for each file.
2. Where a segment ends and its file does not, the sound is cut: it falls within `FADE_S`, and rises so where
   one begins in a file's middle. Where nothing is cut no sample is changed.
3. A file is opened when it is played. `KEPT` of them stay open, for a book may go to and fro between two.

Theory of operation: `Decoder` reads a file from any sample on, and what it gives is the same wherever it
began. So a segment that begins a little behind the one before is read on to instead of sought.
"""

from __future__ import annotations

import io
from array import array
from bisect import bisect_right
from collections import OrderedDict, deque
from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from briefing.audio.media.decoder import Decoder, Samples
from briefing.errors import BriefingError, SourceError
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.bundles.member import Bundle
    from briefing.playlist import Playlist

FADE_S: Final = 0.003
KEPT: Final = 2
KEPT_BYTES: Final = 32 << 20
"""Of what is unpacked in memory; a file that takes more is the only one that stays open."""
READ_ON_S: Final = 2.0
"""What lies between two segments is decoded and dropped up to here, which takes less than a seek."""
UNNOTICED_S: Final = 0.5
"""So much may lack at a file's end: a book's times are rounded, and encoders cut."""


class Listener(NamedTuple):
    """Who is told how a playlist is decoded."""

    began: Callable[[int], None]
    """The number of the file that is decoded from now on."""
    cannot: Callable[[str], None]
    """What cannot be heard, in a sentence."""


class PlaylistDecoder:
    """Decodes a playlist to int16 at `rate_hz`, in one or two channels as each file has them.

    Not for several threads at once.

    Args:
        bundle: what its files are in.
        playlist: its segments.
        rate_hz: frames a second that are wanted.
        listener: is told how that goes.
        silent: numbers of files that are not to be opened.
    """

    def __init__(
        self,
        bundle: Bundle,
        playlist: Playlist,
        rate_hz: int,
        listener: Listener,
        silent: Sequence[int] = (),
    ) -> None:
        self._bundle, self._playlist, self._rate_hz, self._listener = bundle, playlist, rate_hz, listener
        self._starts = playlist.starts(rate_hz)
        self._fade = round(FADE_S * rate_hz)
        self._open: OrderedDict[int, tuple[BinaryIO, Decoder]] = OrderedDict()
        self._run = _Run(-1, 0, iter(()))
        self._lost = dict.fromkeys(silent, 0)
        """The frame from which on a file gives nothing any more."""
        members = (bundle.find(name) for name in playlist.files)
        self.size_bytes = sum(member.size_bytes for member in members if member is not None)

    def close(self) -> None:
        """Let go of the decoders' memory. Harmless twice."""
        while self._open:
            self._close_one()

    def duration_s(self) -> Fraction:
        """Return the length, which the segments tell."""
        return Fraction(self._starts[-1], self._rate_hz)

    def read_from(self, start_frame: int) -> Iterator[Samples]:
        """Yield samples from `start_frame` to the end, without a gap."""
        first = max(bisect_right(self._starts, start_frame) - 1, 0)
        for number in range(first, len(self._playlist.segments)):
            yield from self._segment(number, max(start_frame - self._starts[number], 0))

    def _segment(self, number: int, at: int) -> Iterator[Samples]:
        """Yield a segment from its frame `at` on, to its end."""
        segment = self._playlist.segments[number]
        begin = round(segment.begin_s * self._rate_hz)
        length = self._starts[number + 1] - self._starts[number]
        run = self._run_from(segment.file, begin + at)
        fall = max(length - self._fade, at)
        for piece in self._pieces(run, fall - at):
            rising = range(at, self._fade if begin else 0)
            yield _scaled(piece, [frame / self._fade for frame in rising])
            at += piece.frames
        end = list(self._pieces(run, length - at))
        is_cut = at + sum(piece.frames for piece in end) == length and run.has_more
        for piece in end:
            falling = range(length - at if is_cut else 0, 0, -1)
            yield _scaled(piece, [left / self._fade for left in falling])
            at += piece.frames
        yield from self._silence(segment.file, length - at)

    def _pieces(self, run: _Run, frames: int) -> Iterator[Samples]:
        """Yield so many frames, fewer where there are no more, of which it is told why."""
        while frames > 0:
            try:
                piece = run.take(frames)
            except BriefingError as error:
                self._lose(run.file, run.at, str(error))
                return
            if piece is None:
                return
            yield piece
            frames -= piece.frames

    def _silence(self, file: int, frames: int) -> Iterator[Samples]:
        """Yield silence for what lacks of a segment."""
        if frames > UNNOTICED_S * self._rate_hz:
            name = safe_line(self._playlist.files[file], 80)
            self._lose(file, self._run.at, f"The sound of {name} ends before its text does.")
        while frames > 0:
            some = min(frames, self._rate_hz)
            yield Samples(bytes(2 * some), 1)
            frames -= some

    def _lose(self, file: int, frame: int, why: str) -> None:
        """Expect nothing more of a file from a frame on, and say so once."""
        if file not in self._lost:
            self._listener.cannot(why)
        self._lost[file] = min(frame, self._lost.get(file, frame))

    def _run_from(self, file: int, frame: int) -> _Run:
        """Return what reads a file from a frame on."""
        run = self._run
        if frame >= self._lost.get(file, frame + 1):
            run = _Run(file, frame, iter(()))
        elif run.file != file or not 0 <= frame - run.at <= READ_ON_S * self._rate_hz or run.is_over:
            run = _Run(file, frame, self._samples(file, frame))
        else:
            deque(self._pieces(run, frame - run.at), maxlen=0)
        self._run = run
        return run

    def _samples(self, file: int, frame: int) -> Iterator[Samples]:
        """Yield a file's samples; it is opened when the first is wanted."""
        self._listener.began(file)
        yield from self._decoder(file).read_from(frame)

    def _decoder(self, file: int) -> Decoder:
        """Return the decoder of a file.

        Raises:
            SourceError, UnsafeError: if it is not there, or no sound.
        """
        if file not in self._open:
            name = self._playlist.files[file]
            called = safe_line(name, 80)
            member = self._bundle.find(name)
            if member is None:
                raise SourceError(f"The sound file {called} is missing from the book.")
            opened = self._bundle.open(member)
            is_large = isinstance(opened, io.BytesIO) and member.size_bytes > KEPT_BYTES
            while self._open and (is_large or len(self._open) >= KEPT):
                self._close_one()
            try:
                self._open[file] = opened, Decoder(opened, called, self._rate_hz)
            except BriefingError:
                opened.close()
                raise
        self._open.move_to_end(file)
        return self._open[file][1]

    def _close_one(self) -> None:
        """Close the file that was played longest ago."""
        _, (file, decoder) = self._open.popitem(last=False)
        decoder.close()
        file.close()


class _Run:
    """A file being read from some frame on."""

    def __init__(self, file: int, at: int, pieces: Iterator[Samples]) -> None:
        self.file = file
        self.at = at
        """The frame that is given next."""
        self.is_over = False
        self._given = pieces
        self._held = Samples(b"", 1)

    def take(self, most_frames: int) -> Samples | None:
        """Return some frames, at most so many, None at the end.

        Raises:
            BriefingError: if it cannot be read any further.
        """
        self._hold()
        if self.is_over:
            return None
        data, channels = self._held
        size = 2 * channels * most_frames
        self._held = Samples(data[size:], channels)
        taken = Samples(data[:size], channels)
        self.at += taken.frames
        return taken

    @property
    def has_more(self) -> bool:
        """Whether the file goes on from here."""
        with suppress(BriefingError):
            self._hold()
        return not self.is_over

    def _hold(self) -> None:
        """Have some frames at hand, but at the end."""
        while not (self._held.data or self.is_over):
            self.is_over = True  # also if this fails
            piece = next(self._given, None)
            if piece is not None:
                self._held, self.is_over = piece, False


def _scaled(piece: Samples, gains: Sequence[float]) -> Samples:
    """Return a piece with a gain for each of its first frames."""
    if not gains:
        return piece
    samples = array("h", piece.data)
    each = (gain for gain in gains for _ in range(piece.channels))
    for place, gain in zip(range(len(samples)), each, strict=False):
        samples[place] = round(samples[place] * gain)
    return Samples(samples.tobytes(), piece.channels)
