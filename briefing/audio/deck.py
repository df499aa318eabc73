"""A source being read at some speed from some place on: where samples and their places come from.

At speed 1 samples pass untouched. At another speed they pass through a `Stretch`; back at 1,
what that still holds is played out first, and then the source is read directly again where
the stretch left off, so there is no seam.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.pcm import CHANNELS, ENGINE_RATE_HZ
from briefing.audio.stretch import Stretch
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.ports.sound import FrameSource

READ_FRAMES: Final = ENGINE_RATE_HZ // 50
"""How much a stretch is fed at a time, at least."""


class Deck:
    """Plays one source forward. A jump is a new deck.

    Args:
        source: what is read; its rate is the engine's.
        frame: where to begin, within the source's length.
        speed: see `Stretch`.
    """

    def __init__(self, source: FrameSource, frame: int, speed: float) -> None:
        if source.rate_hz != ENGINE_RATE_HZ:
            raise ValueError(f"a source at {source.rate_hz} Hz; the engine plays {ENGINE_RATE_HZ}")
        self.source = source
        self._next_frame = min(max(frame, 0), source.length_frames)
        self._stretch: Stretch | None = None
        self._is_released = False
        """Whether the stretch has been given its last piece."""
        self._speed = 1.0
        self.set_speed(speed)

    def set_speed(self, speed: float) -> None:
        """Read on at another speed, without a seam."""
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
        return self._stretch.place if self._stretch else float(self._next_frame)

    @property
    def is_at_end(self) -> bool:
        """Whether everything has been given."""
        held = self._stretch.available_frames if self._stretch else 0
        return self._next_frame >= self.source.length_frames and not held

    def take(self, frames: int) -> NDArray[np.float32]:
        """Return the next frames, float32 (n, 2); n < `frames` only at the end or before what is not ready.

        Raises:
            AudioError, SpeechError: if the source can never be read here.
        """
        pieces: list[NDArray[np.float32]] = []
        while frames > 0:
            try:
                piece = self._take_some(frames)
            except BriefingError:
                if not pieces:
                    raise
                break  # first what there is; it is raised again when the next are taken
            if piece is None:
                break
            pieces.append(piece)
            frames -= len(piece)
        if len(pieces) == 1:
            return pieces[0]
        return np.concatenate(pieces) if pieces else np.zeros((0, CHANNELS), np.float32)

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
            if samples is not None or self._next_frame >= self.source.length_frames:
                stretch.release(np.zeros((0, CHANNELS), np.float32) if samples is None else samples)
                self._is_released = True
            return
        while (lacking := frames - stretch.available_frames) > 0:
            samples = self._read(max(int(lacking * self._speed), READ_FRAMES))
            if samples is None:
                return
            stretch.feed(samples)
            if self._next_frame >= self.source.length_frames:
                stretch.finish()
                return

    def _read(self, frames: int) -> NDArray[np.float32] | None:
        """Read on; None where nothing is ready or nothing is left."""
        wanted = min(frames, self.source.length_frames - self._next_frame)
        if wanted <= 0:
            return None
        samples = self.source.read(self._next_frame, wanted)
        if samples is None or not len(samples):
            return None
        self._next_frame += len(samples)
        return samples
