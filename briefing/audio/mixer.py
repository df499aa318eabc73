"""From decks to what a sink pulls: no click, no gap, and a record of what was given when.

Rules:
1. `render(n)` always gives n frames. Whatever is not there is silence.
2. Nothing starts, ends or jumps in one sample: what begins rises over `RAMP_FRAMES`, and what
   is left plays on for as long while it falls (`_fading`), under whatever follows.
3. A plain passage at full volume is the source's samples, bit for bit.
4. Every piece of a deck that was given is recorded as a `Passage`, so that "which source frame
   is output frame n?" has an answer for the last seconds.

No time, no threads: the same calls give the same samples.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.deck import Deck
from briefing.audio.pcm import CHANNELS, ENGINE_RATE_HZ
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.ports import FrameSource

RAMP_FRAMES: Final = ENGINE_RATE_HZ // 100
"""10 ms: too short to be heard as a fade, long enough not to be heard as a click."""
REMEMBERED_FRAMES: Final = 5 * ENGINE_RATE_HZ
"""Passages this far back are forgotten; no device is that late."""
GAIN_STEP: Final = 1e-4
"""Volumes closer than this are the same (-80 dB)."""

_FALL: Final = np.linspace(1, 0, RAMP_FRAMES, endpoint=False, dtype=np.float32)[:, np.newaxis]
_RISE: Final = _FALL[::-1].copy()


@dataclass(frozen=True, slots=True)
class Passage:
    """Output frames [start, stop) are source frames from `place` to `end_place`, evenly."""

    start: int
    stop: int
    place: float
    end_place: float
    generation: int

    def place_at(self, frame: float) -> float:
        """Return the source frame that output frame `frame` is."""
        return self.place + (self.end_place - self.place) * (frame - self.start) / (self.stop - self.start)

    def frame_at(self, place: float) -> float:
        """Return the output frame that source frame `place` is."""
        if self.end_place <= self.place:
            return float(self.start)
        return self.start + (self.stop - self.start) * (place - self.place) / (self.end_place - self.place)


class Mixer:
    """Renders one deck at a time. Not for several threads at once."""

    def __init__(self) -> None:
        self.frames = 0
        """How many frames were rendered, ever."""
        self.generation = 0
        """Counts the jumps; passages of an older one are past."""
        self.passages: deque[Passage] = deque()
        self.ended_at: int | None = None
        """The output frame at which the source's end was reached, if it was."""
        self.error: BriefingError | None = None
        """Why the source cannot be read any further, if so. Playing has stopped then."""
        self.is_starved = False
        """Whether the source had nothing ready when it was last asked."""
        self._deck: Deck | None = None
        self._is_running = False
        self._speed = 1.0
        self._risen = RAMP_FRAMES
        self._fading = np.zeros((0, CHANNELS), np.float32)
        self._last = np.zeros((1, CHANNELS), np.float32)
        self._gain = self._gain_wanted = 1.0

    # -- what is played

    def jump(self, source: FrameSource, frame: int) -> None:
        """Go on with `source` from `frame`: what sounds now falls while that rises."""
        self._fade()
        self._deck = Deck(source, frame, self._speed)
        self.generation += 1
        self._risen = 0
        self.ended_at = self.error = None
        self.is_starved = False

    def run(self) -> None:
        """Let the deck sound."""
        if not self._is_running:
            self._is_running = True
            self._risen = 0

    def halt(self) -> None:
        """Let the deck fall silent, and stay where it then is."""
        if self._is_running:
            self._fade()
            self._is_running = False
            self.is_starved = False

    def set_speed(self, speed: float) -> None:
        """Read on at another speed."""
        self._speed = speed
        if self._deck:
            self._deck.set_speed(speed)

    def set_gain(self, gain: float) -> None:
        """Go to another volume within a ramp's length."""
        self._gain_wanted = gain

    @property
    def place(self) -> float:
        """The source frame that is rendered next."""
        return self._deck.place if self._deck else 0.0

    @property
    def source(self) -> FrameSource | None:
        """What is being read."""
        return self._deck.source if self._deck else None

    # -- rendering

    def render(self, frames: int) -> NDArray[np.float32]:
        """Return the next `frames` frames: float32 (frames, 2)."""
        out = np.zeros((frames, CHANNELS), np.float32)
        if self._is_running and self._deck:
            self._render_deck(self._deck, out)
        falling = min(len(self._fading), frames)
        if falling:
            out[:falling] += self._fading[:falling]
            self._fading = self._fading[falling:]
        self.frames += frames
        while self.passages and self.passages[0].stop < self.frames - REMEMBERED_FRAMES:
            self.passages.popleft()
        return self._amplified(out)

    def _render_deck(self, deck: Deck, out: NDArray[np.float32]) -> None:
        samples = self._take(deck, len(out), self.frames)
        out[: len(samples)] = samples
        if len(samples):
            self._last = samples[-1:].copy()
        if self.error:
            self._fall_from(out, len(samples))
            self._is_running = self.is_starved = False
        elif len(samples) == len(out):
            self.is_starved = False
        elif deck.is_at_end:
            self._is_running = False
            self.ended_at = self.frames + len(samples)
        else:
            self.is_starved = True
            self._fall_from(out, len(samples))
            self._risen = 0

    def _take(self, deck: Deck, frames: int, at_frame: int) -> NDArray[np.float32]:
        """Take from the deck, risen as far as it is, and record the passage."""
        place = deck.place
        try:
            samples = deck.take(frames)
        except BriefingError as error:
            self.error = error
            return np.zeros((0, CHANNELS), np.float32)
        if not len(samples):
            return samples
        self.passages.append(Passage(at_frame, at_frame + len(samples), place, deck.place, self.generation))
        rising = min(RAMP_FRAMES - self._risen, len(samples))
        if rising > 0:
            samples = samples.copy()  # a source may give a view of what it keeps
            samples[:rising] *= _RISE[self._risen : self._risen + rising]
            self._risen += rising
        return samples

    def _fall_from(self, out: NDArray[np.float32], start: int) -> None:
        """Nothing follows: let the last sample fall, here and into the next block."""
        if self._last.any():
            fall = self._last * _FALL
            here = min(len(out) - start, RAMP_FRAMES)
            out[start : start + here] = fall[:here]
            self._add_fading(fall[here:], len(out))
            self._last = np.zeros((1, CHANNELS), np.float32)

    def _fade(self) -> None:
        """Take a ramp's length of what sounds now, to fall from its present level under what comes.

        Levels add up to one at most, however quickly jumps follow each other.
        """
        level = self._risen / RAMP_FRAMES
        if not (self._is_running and self._deck and level):
            return
        self._risen = RAMP_FRAMES
        samples = self._take(self._deck, RAMP_FRAMES, self.frames)
        last = samples[-1:] if len(samples) else self._last
        held = np.repeat(last, RAMP_FRAMES - len(samples), axis=0)
        self._add_fading(np.concatenate([samples, held]) * (_FALL * np.float32(level)))
        self._last = np.zeros((1, CHANNELS), np.float32)

    def _add_fading(self, samples: NDArray[np.float32], after_frames: int = 0) -> None:
        fading = np.zeros((max(len(self._fading), after_frames + len(samples)), CHANNELS), np.float32)
        fading[: len(self._fading)] = self._fading
        fading[after_frames : after_frames + len(samples)] += samples
        self._fading = fading

    def _amplified(self, out: NDArray[np.float32]) -> NDArray[np.float32]:
        if self._gain != self._gain_wanted:
            ramp = min(len(out), RAMP_FRAMES)
            change = (self._gain_wanted - self._gain) * np.arange(1, ramp + 1, dtype=np.float32) / RAMP_FRAMES
            out[:ramp] *= (self._gain + change)[:, np.newaxis]
            out[ramp:] *= self._gain_wanted
            reached = float(self._gain + change[-1])
            self._gain = self._gain_wanted if abs(self._gain_wanted - reached) < GAIN_STEP else reached
        elif self._gain != 1.0:
            out *= np.float32(self._gain)
        return out
