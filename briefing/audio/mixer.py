"""From decks, and what is said over them, to what a sink pulls: no click, no gap, a record of what was when.

Rules:
1. `render(n)` always gives n frames. Whatever is not there is silence.
2. Nothing starts, ends or jumps in one sample: what begins rises over `RAMP_FRAMES`, and what
   is left plays on for as long while it falls (`_fading`), under whatever follows.
3. A plain passage at full volume is the source's samples, bit for bit.
4. What was rendered ahead can be taken back (`rewind`), and what follows takes its place as
   smoothly as anything else.
5. Every piece of a deck that was given is recorded (`passages`), so that "which source frame is
   output frame n?" has an answer for the last seconds.

No time, no threads: the same calls give the same samples.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.audio.deck import Deck
from briefing.audio.passages import Passages
from briefing.audio.pcm import CHANNELS, ENGINE_RATE_HZ
from briefing.audio.utterances import Utterances
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.ports.sound import FrameSource

RAMP_FRAMES: Final = ENGINE_RATE_HZ // 100
"""10 ms: too short to be heard as a fade, long enough not to be heard as a click."""
REPLACEABLE_FRAMES: Final = ENGINE_RATE_HZ
"""No sink takes back more than the last second."""
GAIN_STEP: Final = 1e-4
"""Volumes closer than this are the same (-80 dB)."""

_FALL: Final = np.linspace(1, 0, RAMP_FRAMES, endpoint=False, dtype=np.float32)[:, np.newaxis]
_RISE: Final = 1 - _FALL


@dataclass(frozen=True, slots=True)
class _Block:
    """What was rendered, before and for the volume: so that it can fall when it is replaced."""

    start: int
    samples: NDArray[np.float32]
    gains: NDArray[np.float32]

    @property
    def stop(self) -> int:
        """The output frame after the last of it."""
        return self.start + len(self.samples)


class Mixer:
    """Renders one deck at a time. Not for several threads at once."""

    def __init__(self) -> None:
        self.frames = 0
        """How many frames were rendered, ever."""
        self.passages = Passages()
        self.utterances = Utterances()
        """What is said over the deck, at a volume of its own."""
        self.ended_at: int | None = None
        """The output frame at which the source's end was reached, if it was."""
        self.error: BriefingError | None = None
        """Why the source cannot be read any further, if so. Playing has stopped then."""
        self.starved_frames = 0
        """How many frames were rendered without any since the source had some ready, while playing."""
        self._deck: Deck | None = None
        self._is_running = False
        self._speed = 1.0
        self._risen = RAMP_FRAMES
        self._fading = np.zeros((0, CHANNELS), np.float32)
        self._last = np.zeros((1, CHANNELS), np.float32)
        self._gain = self._gain_wanted = 1.0
        self._history: deque[_Block] = deque()

    # -- what is played

    def jump(self, source: FrameSource, frame: int) -> None:
        """Go on with `source` from `frame`: what sounds now falls while that rises."""
        self._fade()
        self._deck = Deck(source, frame, self._speed)
        self.passages.jump()
        self._risen = self.starved_frames = 0
        self.ended_at = self.error = None

    def drop(self) -> None:
        """Let what sounds fall, and read nothing any more."""
        self.halt()
        self._deck = None
        self.passages.jump()
        self.starved_frames = 0
        self.ended_at = self.error = None

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
        gains = self._gains(frames)
        self._history.append(_Block(self.frames, out, gains))
        self.frames += frames
        while self._history[0].stop <= self.frames - REPLACEABLE_FRAMES:
            self._history.popleft()
        self.passages.forget(self.frames)
        played = out if len(gains) == 1 and gains[0, 0] == 1.0 else out * gains
        return self.utterances.render_over(played, self.frames - frames)

    def rewind(self, frames: int) -> None:
        """Take back the last frames rendered, to render others in their place.

        What is taken back falls under what comes; the deck stands where it was at that moment.
        """
        if frames <= 0:
            return
        cut = self.frames - frames
        whole = np.concatenate([block.samples for block in self._history])
        falling = whole[len(whole) - frames :][:RAMP_FRAMES]
        lacking = RAMP_FRAMES - len(falling)
        self._fading = np.concatenate([falling, np.repeat(falling[-1:], lacking, axis=0)]) * _FALL
        while self._history and self._history[-1].start >= cut:
            block = self._history.pop()
            self._gain = float(block.gains[0, 0])
        if self._history and (last := self._history[-1]).stop > cut:
            gains = np.broadcast_to(last.gains, (len(last.samples), 1))
            self._gain = float(gains[cut - last.start, 0])
            self._history[-1] = _Block(last.start, last.samples[: cut - last.start], last.gains)
        self.frames = cut
        self.utterances.rewind(cut)
        self._risen = 0
        self._last = np.zeros((1, CHANNELS), np.float32)
        self._rewind_deck(cut)

    def _rewind_deck(self, cut: int) -> None:
        """Set the deck back to where it was at output frame `cut`, running if it was running."""
        place = self.passages.cut(cut)
        if self.ended_at is not None and self.ended_at > cut:
            self.ended_at = None
            self._is_running = True
        if place is not None and self._deck:
            self._deck = Deck(self._deck.source, round(place), self._speed)
            if self.error:
                self.error = None
                self._is_running = True

    def _render_deck(self, deck: Deck, out: NDArray[np.float32]) -> None:
        samples = self._take(deck, len(out), self.frames)
        out[: len(samples)] = samples
        if len(samples):
            self.starved_frames = 0
            self._last = samples[-1:].copy()
        if self.error:
            self._fall_from(out, len(samples))
            self._is_running = False
        elif len(samples) < len(out) and deck.is_at_end:
            self._is_running = False
            self.ended_at = self.frames + len(samples)
        elif len(samples) < len(out):  # there is nothing ready yet
            self.starved_frames += len(out) - len(samples)
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
        self.passages.add(at_frame, at_frame + len(samples), place, deck.place)
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

    def _gains(self, frames: int) -> NDArray[np.float32]:
        """Return the volume for the next frames, (frames, 1), or (1, 1) where it stands still."""
        if self._gain == self._gain_wanted:
            return np.full((1, 1), self._gain, np.float32)
        ramp = min(frames, RAMP_FRAMES)
        gains = np.full((frames, 1), self._gain_wanted, np.float32)
        steps = np.arange(1, ramp + 1, dtype=np.float32) / RAMP_FRAMES
        gains[:ramp, 0] = self._gain + (self._gain_wanted - self._gain) * steps
        reached = float(gains[ramp - 1, 0])
        is_there = ramp == RAMP_FRAMES or abs(self._gain_wanted - reached) < GAIN_STEP
        self._gain = self._gain_wanted if is_there else reached
        return gains
