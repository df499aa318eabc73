"""A source being read at some speed from some place on: where samples and their places come from.

At speed 1 samples pass untouched. At another speed they pass through a `Stretch`; back at 1,
what that still holds is played out first, and then the source is read directly again where
the stretch left off, so there is no seam.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from briefing.audio.pacing import Pacing
from briefing.audio.pcm import CHANNELS, ENGINE_RATE_HZ
from briefing.audio.stretch import Stretch
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from briefing.audio.levelling import Levelled
    from briefing.audio.squeeze import Squeeze
    from briefing.ports.sound import FrameSource

READ_FRAMES: Final = ENGINE_RATE_HZ // 50
"""How much a stretch is fed at a time, at least."""


class Taken(NamedTuple):
    """So many frames, evenly from one source frame to another; how many were left out before them."""

    frames: int
    place: float
    end_place: float
    left_out: float


class Deck:
    """Plays one source forward. A jump is a new deck.

    Args:
        source: what is read; its rate is the engine's.
        frame: where to begin, within the source's length.
        speed: see `Stretch`.
        squeeze: reads the source without its long pauses, made for it and a frame; None to read all.
        level: makes it as loud as is wanted; None leaves it as it is.
    """

    def __init__(
        self,
        source: FrameSource,
        frame: int,
        speed: float,
        squeeze: Callable[[FrameSource, int], Squeeze | None] = lambda _source, _frame: None,
        level: Levelled | None = None,
    ) -> None:
        if source.rate_hz != ENGINE_RATE_HZ:
            raise ValueError(f"a source at {source.rate_hz} Hz; the engine plays {ENGINE_RATE_HZ}")
        self.source = source
        begin = min(max(frame, 0), source.length_frames)
        self._pacing = Pacing(source, begin, speed)
        self._reading = self._pacing.now
        self._next_frame = self._reading.frame_of(begin)
        self._level = level
        self._squeeze = squeeze(self._reading.source, self._next_frame)
        self.taken: list[Taken] = []
        """What was taken last."""
        self._ended_at = self._next_frame * self._reading.ratio
        self._stretch: Stretch | None = None
        self._is_released = False
        """Whether the stretch has been given its last piece."""
        self._speed = 1.0
        self._play_at(self._reading.tempo(speed))

    def set_speed(self, speed: float) -> None:
        """Read on at another speed, without a seam."""
        self._pacing.want(speed, self.place)
        self._play_at(self._reading.tempo(speed))

    def _play_at(self, speed: float) -> None:
        if self._stretch is None and speed != 1.0:
            self._stretch = Stretch(self._next_frame, speed)
        elif self._stretch is not None and not self._is_released:
            self._stretch.speed = speed
        self._speed = speed

    @property
    def speed(self) -> float:
        """The factor that is read at."""
        return self._speed

    @property
    def place(self) -> float:
        """The source frame that is given next."""
        return self._place_of(self._at)

    @property
    def _at(self) -> float:
        """The frame that is given next, of the source or of what is left of it."""
        return self._stretch.place if self._stretch else float(self._next_frame)

    def _place_of(self, frame: float) -> float:
        return (self._squeeze.place_of(frame) if self._squeeze else frame) * self._reading.ratio

    def distance_to(self, frame: float) -> float:
        """Return how many source frames are given before one is, as far as that is known."""
        own = frame / self._reading.ratio
        left = (self._squeeze.frame_of(own) if self._squeeze else own) - self._at
        return left * self._reading.ratio

    @property
    def is_outdated(self) -> bool:
        """Whether a deck that begins here now would read something that fits the speed better."""
        return self._pacing.is_due(self.place)

    @property
    def _is_read(self) -> bool:
        """Whether the source was read to its end."""
        if self._squeeze:
            return self._squeeze.is_at_end
        return self._next_frame >= self._reading.source.length_frames

    @property
    def is_at_end(self) -> bool:
        """Whether everything has been given."""
        held = self._stretch.available_frames if self._stretch else 0
        return self._is_read and not held

    def take(self, frames: int) -> NDArray[np.float32]:
        """Return the next frames, float32 (n, 2); n < `frames` only at the end or before what is not ready.

        Raises:
            AudioError, SpeechError: if the source can never be read here.
        """
        pieces: list[NDArray[np.float32]] = []
        self.taken = []
        while frames > 0:
            before = self._at
            try:
                piece = self._take_some(frames)
            except BriefingError:
                if not pieces:
                    raise
                break  # first what there is; it is raised again when the next are taken
            if piece is None:
                break
            pieces.append(self._level.applied(piece) if self._level else piece)
            frames -= len(piece)
            self._note(len(piece), before, self._at)
        if len(pieces) == 1:
            return pieces[0]
        return np.concatenate(pieces) if pieces else np.zeros((0, CHANNELS), np.float32)

    def _note(self, frames: int, start: float, stop: float) -> None:
        """Note what was taken, apart on both sides of each join."""
        noted, at = 0, start
        place, ratio = self._place_of(start), self._reading.ratio
        for join, before, behind in self._squeeze.joins_between(start, stop) if self._squeeze else ():
            upto = min(max(round(frames * (join - start) / (stop - start)), noted), frames)
            if upto > noted:
                self._add(Taken(upto - noted, place, before * ratio, place - self._ended_at))
            noted, at, place = upto, float(join), behind * ratio
        if frames > noted:
            self._add(Taken(frames - noted, place, place + (stop - at) * ratio, place - self._ended_at))

    def _add(self, taken: Taken) -> None:
        self.taken.append(taken)
        self._ended_at = taken.end_place

    def _take_some(self, frames: int) -> NDArray[np.float32] | None:
        """Return some of the next frames, None if there are none now."""
        if self._stretch is None:
            return self._read(frames)
        self._fill(self._stretch, frames)
        piece = self._stretch.take(frames)
        if self._is_released and not self._stretch.available_frames:
            self._is_released = False
            self._stretch = Stretch(self._next_frame, self._speed) if self._speed != 1.0 else None
            return piece
        return piece if len(piece) else None

    def _fill(self, stretch: Stretch, frames: int) -> None:
        """Feed the stretch until it has so many frames; at speed 1, once more and never again."""
        if self._is_released:
            return
        if self._speed == 1.0:
            samples = self._read(READ_FRAMES)
            if samples is not None or self._is_read:
                stretch.release(np.zeros((0, CHANNELS), np.float32) if samples is None else samples)
                self._is_released = True
            return
        while (lacking := frames - stretch.available_frames) > 0:
            samples = self._read(max(int(lacking * self._speed), READ_FRAMES))
            if samples is None:
                return
            stretch.feed(samples)
            if self._is_read:
                stretch.finish()
                return

    def _read(self, frames: int) -> NDArray[np.float32] | None:
        """Read on; None where nothing is ready or nothing is left."""
        samples = self._squeeze.read(frames) if self._squeeze else self._read_all(frames)
        if samples is None or not len(samples):
            return None
        if self._level:
            self._level.measure(samples)
        self._next_frame += len(samples)
        return samples

    def _read_all(self, frames: int) -> NDArray[np.float32] | None:
        source = self._reading.source
        wanted = min(frames, source.length_frames - self._next_frame)
        return source.read(self._next_frame, wanted) if wanted > 0 else None
