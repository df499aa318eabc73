"""A reading that a voice speaks faster by itself, where it is to be heard faster: clearer than stretched.

Theory of operation: a faster reading is the same plan on a slower clock, so all its sentences begin where
they did, and each of its frames stands for the same number of the plan's. It is spoken just ahead of where it
is heard, as any other, and its timings, brought back to the plan's clock, count while it is what is heard.
"""

from __future__ import annotations

from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.speech.pacing import FASTEST_WPM

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from briefing.ports.narration import TimelineListener
    from briefing.ports.sound import FrameSource
    from briefing.speech.pacing import Pace
    from briefing.text.transcript import Transcript
    from briefing.timeline import Timeline

LEAST: Final = 1.15
"""Up to this speed the sound is stretched: that is hardly heard."""
MOST_WORDS: Final = 100_000
"""Of more words the plan takes too long to be made anew while somebody waits."""


class PlannedSpeech(NamedTuple):
    """What is to be spoken: by which plan, how fast, who is told of timings; the rate if not the plan's."""

    plan: Timeline
    pace: Pace
    on_timeline: TimelineListener
    rate_hz: int | None = None


class FasterSpeech:
    """A `FrameSource` of speech that can be had faster, too.

    Args:
        spoken: makes a source of it.
        transcript: the document's sentences.
        plan: when each word is to be spoken.
        pace: at which the plan was made.
        on_timeline: told of sharper timings, of what is heard.
    """

    def __init__(
        self,
        spoken: Callable[[PlannedSpeech], FrameSource],
        transcript: Transcript,
        plan: Timeline,
        pace: Pace,
        on_timeline: TimelineListener,
    ) -> None:
        self.rate_hz, self.length_frames = plan.rate_hz, plan.length_frames
        self._spoken, self._transcript = spoken, transcript
        self._plan, self._pace, self._on_timeline = plan, pace, on_timeline
        self._own_timeline = plan
        self._rate = plan.rate_hz
        """How many frames of the faster reading a second of the plan takes; the plan's own for none."""
        self._faster: FrameSource | None = None
        self._plain = spoken(PlannedSpeech(plan, pace, self._tell_own))

    def read(self, start: int, frames: int) -> NDArray[np.float32] | None:
        """Return what is ready of it at its own pace from `start`; see `ports.FrameSource`.

        Raises:
            SpeechError: if the voice is gone for good.
        """
        return self._plain.read(start, frames)

    def close(self) -> None:
        """End what speaks. Harmless twice."""
        for each in (self._plain, self._faster):
            if each is not None:
                each.close()

    def end_after(self, frame: float) -> float:
        """Return the frame at which the sentence at a frame ends, and the next one begins."""
        sentence = self._transcript.sentence_at(self._plan.offset_at(frame))
        return self._plan.frame_at(sentence.stop)

    def faster(self, speed: float) -> tuple[FrameSource, float]:
        """Return it spoken up to `speed` times as fast, and how many of its frames one of that stands for.

        That is it itself where it is hardly faster. Nobody waits for it to be spoken.
        """
        factor = min(speed, FASTEST_WPM / self._pace.wpm)
        rate = (
            round(self.rate_hz / factor)
            if factor >= LEAST and len(self._plan) <= MOST_WORDS
            else self.rate_hz
        )
        if rate != self._rate:
            before, self._rate = self._faster, rate
            self._faster = self._made(rate) if rate != self.rate_hz else None
            if before is not None:
                Thread(target=before.close, daemon=True).start()
            if self._faster is None:
                self._on_timeline(self._own_timeline, None)
        return (self, 1.0) if self._faster is None else (self._faster, self.rate_hz / rate)

    def _made(self, rate: int) -> FrameSource:
        def tell(timeline: Timeline, progress: float | None) -> None:
            if self._rate == rate:
                self._on_timeline(timeline.at_rate(self.rate_hz, self.length_frames), progress)

        wpm = min(round(self._pace.wpm * self.rate_hz / rate), FASTEST_WPM)
        return self._spoken(
            PlannedSpeech(self._plan.at_rate(rate), replace(self._pace, wpm=wpm), tell, self.rate_hz)
        )

    def _tell_own(self, timeline: Timeline, progress: float | None) -> None:
        self._own_timeline = timeline
        if self._rate == self.rate_hz:
            self._on_timeline(timeline, progress)
