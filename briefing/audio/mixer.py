"""From decks, and what is said over them, to what a sink pulls: no click, no gap, a record of what was when.

Rules:
1. `render(n)` always gives n frames. Whatever is not there is silence.
2. Nothing starts, ends or jumps in one sample: what begins rises over `RAMP_FRAMES`, and what
   is left plays on for as long while it falls (`_falling`), under whatever follows.
3. A plain passage at full volume is the source's samples, bit for bit.
4. What was rendered ahead can be taken back (`rewind`), and what follows takes its place as
   smoothly as anything else.
5. Every piece of a deck that was given is recorded (`passages`), so that "which source frame is
   output frame n?" has an answer for the last seconds.

No time, no threads: the same calls give the same samples.
"""

from __future__ import annotations

from contextlib import suppress
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from briefing.audio.deck import Deck
from briefing.audio.falling import FALL, RISE, Falling
from briefing.audio.history import History
from briefing.audio.legs import Legs
from briefing.audio.levelling import Levelling
from briefing.audio.passages import Passages
from briefing.audio.pauses import Pauses
from briefing.audio.pcm import CHANNELS
from briefing.audio.utterances import Utterances
from briefing.audio.volume import RAMP_FRAMES, Volume
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.audio.legs import Course, Leg
    from briefing.ports.sound import FrameSource


class Mixer:
    """Renders one deck at a time. Not for several threads at once."""

    def __init__(self) -> None:
        self.frames = 0
        """How many frames were rendered, ever."""
        self.passages = Passages()
        self.utterances = Utterances()
        """What is said over the deck, at a volume of its own."""
        self.legs = Legs()
        self.pauses = Pauses()
        """Long pauses, and how much of them was left out."""
        self.levelling = Levelling()
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
        self._falling = Falling()
        self._last = np.zeros((1, CHANNELS), np.float32)
        self.volume = Volume()
        self._history = History()

    # -- what is played

    def jump(self, source: FrameSource, frame: int) -> None:
        """Go on with `source` from `frame`: what sounds now falls while that rises."""
        self._fade()
        self.legs.jump(frame)
        self._deck = self._deck_at(source, frame)
        self.passages.jump()
        self._risen = self.starved_frames = 0
        self.ended_at = self.error = None

    def _deck_at(self, source: FrameSource, frame: int) -> Deck:
        return Deck(source, frame, self.speed, self.pauses.squeeze, self.levelling.of(source))

    def read_anew(self) -> None:
        """Read on from where the deck is by what is chosen now."""
        if self._deck:
            source, place, ended_at = self._deck.source, round(self.place), self.ended_at
            self._fade()
            self._deck = self._deck_at(source, place)
            self._risen, self.ended_at = 0, ended_at

    def drop(self) -> None:
        """Let what sounds fall, and read nothing any more."""
        self.halt()
        self.legs.follow(None, 0)
        self.legs.jump(0)
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
        """Let the deck fall silent, and stay where it then is; a silence after a leg is over then."""
        self.legs.end_wait(self.frames)
        if self._is_running:
            self._fade()
            self._is_running = False

    def set_speed(self, speed: float) -> None:
        """Read on at another speed."""
        self._speed = speed
        if self._deck:
            self._deck.set_speed(self.speed)

    def follow(self, course: Course | None) -> None:
        """Go along a course from where the deck is; None to play straight on."""
        if course is None:
            self.legs.end_wait(self.frames)
        self.legs.follow(course, int(self.place))
        if self._deck:
            self._deck.set_speed(self.speed)

    @property
    def speed(self) -> float:
        """How fast the deck is played: the speed that was set, at the pace of the leg."""
        return self.legs.speed(self._speed)

    @property
    def place(self) -> float:
        """The source frame that is rendered next."""
        return self._deck.place if self._deck else 0.0

    def distance_to(self, frame: float) -> float:
        """Return how many source frames are rendered before one is, as far as that is known."""
        return self._deck.distance_to(frame) if self._deck else frame

    @property
    def source(self) -> FrameSource | None:
        """What is being read."""
        return self._deck.source if self._deck else None

    # -- rendering

    def render(self, frames: int) -> NDArray[np.float32]:
        """Return the next `frames` frames: float32 (frames, 2)."""
        out = np.zeros((frames, CHANNELS), np.float32)
        self._render_legs(out)
        self._falling.add_to(out)
        gains = self.volume.gains(frames)
        self._history.add(self.frames, out, gains)
        self.frames += frames
        self.passages.forget(self.frames)
        first = self.frames - frames
        return self.utterances.render_over(self.volume.applied(out, gains, first), first)

    def rewind(self, frames: int) -> None:
        """Take back the last frames rendered, to render others in their place.

        What is taken back falls under what comes; the deck stands where it was at that moment.
        """
        if frames <= 0:
            return
        cut = self.frames - frames
        taken, gain = self._history.take_back(cut, frames)
        self._falling.replace(taken)
        if gain is not None:
            self.volume.now = gain
        self.frames = cut
        self.utterances.rewind(cut)
        self.pauses.rewind(cut)
        self._risen = 0
        self._last = np.zeros((1, CHANNELS), np.float32)
        self._rewind_deck(cut)

    def _rewind_deck(self, cut: int) -> None:
        """Set the deck back to where it was at output frame `cut`, running if it was running."""
        place = self.passages.cut(cut)
        self._is_running = self.legs.rewind(cut) or self._is_running
        if self.ended_at is not None and self.ended_at > cut:
            self.ended_at = None
            self._is_running = True
        if place is not None and self._deck:
            self._deck = self._deck_at(self._deck.source, round(place))
            if self.error:
                self.error = None
                self._is_running = True

    def _render_legs(self, out: NDArray[np.float32]) -> None:
        """Render the deck along its legs, with the silences between them."""
        at = 0
        while at < len(out) and self._is_running and self._deck:
            silent = self.legs.wait(len(out) - at)
            left = self.legs.frames_left(self._deck.place, self.speed)
            if self._deck.is_outdated:
                self.read_anew()
            if silent:
                at += silent
            elif left:
                stop = min(len(out), at + ceil(left)) if left < len(out) else len(out)
                at = self._render_deck(self._deck, out, at, stop)
            elif self.legs.leg is not None:
                self._turn(self._deck, self.legs.leg, at)

    def _turn(self, deck: Deck, leg: Leg, at: int) -> None:
        """Go from one leg to the next, `at` so many frames of what is rendered now."""
        loudness, speed = self.legs.loudness, self.speed
        self.legs.turn(leg, self.frames + at, speed)
        is_straight = leg.is_straight and (loudness, speed) == (self.legs.loudness, self.speed)
        if not is_straight:
            with suppress(BriefingError):  # what cannot be read here is not to be heard
                left = deck.take(RAMP_FRAMES)
                level = np.float32(loudness * self._risen / RAMP_FRAMES)
                self._falling.add(left * FALL[: len(left)] * level, at)
            self._deck = self._deck_at(deck.source, leg.go_to)
            self._risen = 0
            self._last = np.zeros((1, CHANNELS), np.float32)
        if leg.halts:
            self._is_running = False

    def _render_deck(self, deck: Deck, out: NDArray[np.float32], start: int, stop: int) -> int:
        """Render the deck's next into `out[start:stop]`; return how far that is rendered."""
        samples = self._take(deck, stop - start, self.frames + start)
        end = start + len(samples)
        out[start:end] = samples
        if len(samples):
            self.starved_frames = 0
            self._last = samples[-1:].copy()
        if self.error:
            self._fall_from(out, end)
            self._is_running = False
        elif end < stop and deck.is_at_end:
            self._end(deck, end)
            return end
        elif end < stop:  # there is nothing ready yet
            self.starved_frames += stop - end
            self._fall_from(out, end)
            self._risen = 0
        return stop

    def _end(self, deck: Deck, at: int) -> None:
        """Go from the last leg to what follows it: its end may be a frame behind the source's."""
        leg = self.legs.leg
        if leg is not None and not leg.is_straight:
            self._turn(deck, leg, at)
        else:
            self._is_running = False
            self.ended_at = self.frames + at

    def _take(self, deck: Deck, frames: int, at_frame: int) -> NDArray[np.float32]:
        """Take from the deck, risen as far as it is, and record the passage."""
        try:
            samples = deck.take(frames)
        except BriefingError as error:
            self.error = error
            return np.zeros((0, CHANNELS), np.float32)
        if not len(samples):
            return samples
        for count, place, end_place, left_out in deck.taken:
            self.passages.add(at_frame, at_frame + count, place, end_place, self.legs.count)
            self.pauses.note(at_frame, left_out / self.speed)
            at_frame += count
        rising = min(RAMP_FRAMES - self._risen, len(samples))
        if rising > 0:
            samples = samples.copy()  # a source may give a view of what it keeps
            samples[:rising] *= RISE[self._risen : self._risen + rising]
            self._risen += rising
        if self.legs.loudness != 1.0:
            samples = samples * np.float32(self.legs.loudness)
        return samples

    def _fall_from(self, out: NDArray[np.float32], start: int) -> None:
        """Nothing follows: let the last sample fall, here and into the next block."""
        if self._last.any():
            fall = self._last * FALL
            here = min(len(out) - start, RAMP_FRAMES)
            out[start : start + here] = fall[:here]
            self._falling.add(fall[here:], len(out))
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
        self._falling.add(np.concatenate([samples, held]) * (FALL * np.float32(level)))
        self._last = np.zeros((1, CHANNELS), np.float32)
