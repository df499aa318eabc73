"""Stand-ins for the world: never mocks, each a small true thing, held to `contracts.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from briefing.audio.pcm import CHANNELS, ENGINE_RATE_HZ
from briefing.errors import SpeechError
from briefing.model import Pcm
from briefing.ports.speech import Sound, SpeechVoice, Utterance, WordMark
from briefing.speech.script import LINE_LIMIT
from briefing.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from briefing.errors import BriefingError
    from briefing.ports.sound import Render

# -- Clock


class FakeClock:
    """A clock that stands still until it is told to go on, or goes on by `step_s` whenever it is asked."""

    def __init__(self, now_s: float = 1000.0, step_s: float = 0.0) -> None:
        self.now_s, self.step_s = now_s, step_s

    def __call__(self) -> float:
        self.now_s += self.step_s
        return self.now_s

    def advance(self, seconds: float) -> None:
        self.now_s += seconds


# -- AudioSink


class ManualSink:
    """A device whose time is pulling: `pull(n)` asks for n frames, keeps them and moves the clock on.

    It pulls `droppable_frames` ahead of what is on its way, and can take so many back; to pull
    in their place takes no time.
    """

    def __init__(
        self,
        clock: FakeClock,
        latency_frames: int = 0,
        rate_hz: int = ENGINE_RATE_HZ,
        droppable_frames: int = 0,
    ) -> None:
        self.rate_hz = rate_hz
        self.name = "a sink pulled by hand"
        self.underrun_frames = 0
        self.is_lost = False
        self.notice = ""
        self.is_started = False
        self.flushes = 0
        self._clock = clock
        self._latency_frames = latency_frames
        self._droppable_frames = droppable_frames
        self._render: Render | None = None
        self._pulled = 0
        self._furthest = 0
        self._began_s = 0.0
        self._blocks: list[NDArray[np.float32]] = []

    def start(self, render: Render) -> None:
        self._render = render
        self._began_s = self._clock()
        self.is_started = True

    def stop(self) -> None:
        self._render = None
        self.is_started = False

    def replaceable(self, pulled: int) -> int:
        return max(0, pulled - max(self._furthest - self._droppable_frames, 0))

    def flush(self, pulled: int) -> int:
        """Take back all that was pulled within the last `droppable_frames`."""
        assert pulled == self._pulled
        self.flushes += 1
        dropped = self.replaceable(pulled)
        self._pulled = pulled - dropped
        self._blocks = [self.heard[: self._pulled]]
        return dropped

    def heard_at(self, frame: int) -> float:
        return self._began_s + (frame + self._latency_frames) / self.rate_hz

    @property
    def pending_frames(self) -> int:
        return min(self._latency_frames, self._pulled)

    def take_notice(self) -> str:
        notice, self.notice = self.notice, ""
        return notice

    def pull(self, frames: int) -> NDArray[np.float32]:
        """Pull frames, as a device does once a period, and let their time pass."""
        assert self._render is not None, "not started"
        block = self._render(frames)
        self._pulled += frames
        self._blocks.append(block.copy())
        new = max(self._pulled - self._furthest, 0)
        self._furthest += new
        self._clock.advance(new / self.rate_hz)
        return block

    @property
    def heard(self) -> NDArray[np.float32]:
        """Everything that was ever pulled: float32 (frames, 2)."""
        return np.concatenate(self._blocks) if self._blocks else np.zeros((0, CHANNELS), np.float32)


# -- FrameSource


class ArraySource:
    """A source that is all there, or as far as `ready_frames`; it cannot be read from `broken_at` on."""

    def __init__(
        self,
        samples: NDArray[np.float32],
        *,
        rate_hz: int = ENGINE_RATE_HZ,
        ready_frames: int | None = None,
        broken_at: int | None = None,
        error: BriefingError | None = None,
    ) -> None:
        self.samples = np.ascontiguousarray(samples, np.float32)
        self.rate_hz = rate_hz
        self.length_frames = len(samples)
        self.ready_frames = len(samples) if ready_frames is None else ready_frames
        self.broken_at = broken_at
        self.error = error
        self.is_closed = False

    def read(self, start: int, frames: int) -> NDArray[np.float32] | None:
        if self.broken_at is not None and start >= self.broken_at and self.error is not None:
            raise self.error
        stop = min(start + frames, self.ready_frames, self.length_frames)
        if self.broken_at is not None:
            stop = min(stop, self.broken_at)
        if stop <= start < self.length_frames:
            return None
        return self.samples[start : max(stop, start)]

    def close(self) -> None:
        self.is_closed = True


def tone(length_frames: int, hz: float = 440.0, amplitude: float = 0.5) -> NDArray[np.float32]:
    """A sine in both channels, float32 (length_frames, 2)."""
    wave = amplitude * np.sin(2 * np.pi * hz * np.arange(length_frames) / ENGINE_RATE_HZ)
    return np.repeat(wave.astype(np.float32)[:, np.newaxis], CHANNELS, axis=1)


# -- SpeechEngine


class ToneSpeech:
    """A voice that says each word as a tone, after a gap: word n of a text starts where it says.

    A word whose sound is told is a high tone. A word lasts `WORD_S` at 175 words a minute, whatever its
    length, then half as long is silent. `breaks_on` is in the texts that kill it;
    `is_gone` makes every text do so.
    """

    RATE_HZ = 16000
    WORD_S = 0.2

    def __init__(self, breaks_on: str | None = None, *, is_exact: bool = True) -> None:
        self.breaks_on = breaks_on
        self.is_exact = is_exact
        self.is_gone = False
        self.is_closed = False
        self.texts: list[str] = []
        self.sounds: list[tuple[Sound, ...]] = []
        self.voices_offered = [
            SpeechVoice("tone-us", "English (America)", "en-US", takes_sounds=True),
            SpeechVoice("tone-gb", "English (Great Britain)", "en-GB", takes_sounds=True),
            SpeechVoice("tone-de", "German", "de"),
        ]
        self.used: set[tuple[str, int, int]] = set()

    def start(self, language: str = "en", voice: str = "") -> None:
        """It is always ready."""

    def voices(self) -> Sequence[SpeechVoice]:
        return self.voices_offered

    def word_frames(self, wpm: int) -> int:
        """Samples from one word's start to the next one's."""
        return round(1.5 * self.WORD_S * 175 / wpm * self.RATE_HZ)

    def synthesise(
        self, text: str, voice: str, wpm: int, pitch: int, sounds: Sequence[Sound] = ()
    ) -> Utterance:
        self.texts.append(text)
        self.sounds.append(tuple(sounds))
        self.used.add((voice, wpm, pitch))
        if self.is_closed or self.is_gone or (self.breaks_on is not None and self.breaks_on in text):
            raise SpeechError("The voice broke down and was started again.")
        if len(text) > LINE_LIMIT:
            raise SpeechError("A text is too long to be spoken in one piece.")
        words = list(split_words(text, 0, len(text)))
        step = self.word_frames(wpm)
        sound = np.zeros(step * len(words), np.float32)
        takes_sounds = any(each.id == voice and each.takes_sounds for each in self.voices_offered)
        for n, (begin, end) in enumerate(words):
            start = n * step
            is_told = takes_sounds and any(each.start < end and begin < each.stop for each in sounds)
            hz = (900.0 if is_told else 200.0) + 20 * n
            sound[start : start + step * 2 // 3] = tone(step * 2 // 3, hz)[:, 0]
        marks = tuple(WordMark(a, b, n * step) for n, (a, b) in enumerate(words))
        return Utterance(Pcm(sound, self.RATE_HZ), marks, self.is_exact)

    def close(self) -> None:
        self.is_closed = True
