"""The sound of a reading, made just ahead of where it is listened to.

Theory of operation: the plan says when each sentence begins, before any is spoken, and that never
changes; so a sentence is found by bisection, however long the text. Its *slot* reaches to where
the next one begins. `read` only looks into what is there and leaves a wish; a thread speaks the
wished-for sentence and those after it, fits each into its slot (the rate first, then stretching;
what is left over is the pause), and tells where its words fell.

Rules:
1. `read` never waits: it holds a lock only as long as it takes to look something up.
2. When the voice is gone for good, what is made is still read; then `read` raises.
3. The timings of a sentence are told before its sound can be read.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from briefing.audio.pcm import ENGINE_RATE_HZ, from_int16, resample, stereo
from briefing.errors import SpeechError
from briefing.model import Cue, Span
from briefing.speech.pacing import FASTEST_WPM, SHORTEST_PAUSE, SLOWEST_WPM
from briefing.speech.stretching import stretched

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.ports.narration import TimelineListener
    from briefing.speech.pacing import Pace
    from briefing.speech.reader import SentenceReader, Spoken
    from briefing.text.transcript import Transcript
    from briefing.timeline import Timeline

AHEAD_FRAMES: Final = 15 * ENGINE_RATE_HZ
"""How far ahead of the listener sentences are made."""
KEPT_FRAMES: Final = 40 * ENGINE_RATE_HZ
"""How much made sound is kept: 8 MB of mono float32."""
KEPT_SAMPLES: Final = 400 * 22050
"""How much is kept as the voice spoke it: 18 MB of int16, a short document as a whole."""
SOON_FRAMES: Final = 6 * ENGINE_RATE_HZ
"""Timings this close to the listener are told without waiting for more."""
TELL_INTERVAL_S: Final = 0.25
WIDEST_SLOWING: Final = 0.85
"""A sentence that is shorter than its slot is read this much slower at most; the rest is pause."""
NOTICEABLE: Final = 0.08
"""How far a sentence's length may be off before its rate is changed."""
JOIN_S: Final = 0.5


class _Slot(NamedTuple):
    """Where a sentence is read: from `begin` to where the next one begins."""

    begin: int
    end: int
    sentence: Span


class SpeechSource:
    """A `FrameSource` of speech at the engine's rate.

    Args:
        reader: speaks sentences.
        transcript: the document's sentences.
        plan: when each word is to be spoken, every sentence's beginning fixed.
        pace: at which the plan was made.
        heard: sentences that are spoken already, at the pace's rate.
        speaks_all: whether to speak all sentences at once, so that all timings are exact.
        gain: factor on the amplitude; `rate_hz` is of frames, where the plan's clock is another.
        on_timeline: told of sharper timings.
        keeps_rate: whether every sentence is spoken at the pace's rate, and stretched where it has no room:
            a voice that takes long speaks none twice.
        is_by_cues: whether the plan is somebody else's, so that it is silent before the first sentence,
            and a long slot is no reason to read slowly.
    """

    def __init__(
        self,
        reader: SentenceReader,
        transcript: Transcript,
        plan: Timeline,
        *,
        pace: Pace,
        heard: dict[Span, Spoken],
        speaks_all: bool,
        gain: float,
        on_timeline: TimelineListener,
        keeps_rate: bool = False,
        is_by_cues: bool = False,
        rate_hz: int | None = None,
    ) -> None:
        self.rate_hz = rate_hz or plan.rate_hz
        self.length_frames = plan.length_frames
        self._reader = reader
        self._transcript = transcript
        self._plan = plan
        self._is_by_cues = is_by_cues
        self._keeps_rate = keeps_rate
        self._lead_frames = plan[0].start_frame if is_by_cues and len(plan) else 0
        self._pace = pace
        self._heard = heard
        self._speaks_all = speaks_all
        self._spoken: OrderedDict[int, tuple[Spoken, float]] = OrderedDict()
        self._spoken_samples = 0
        self._gain = np.float32(gain)
        self._on_timeline = on_timeline
        self._timeline = plan
        self._untold: list[tuple[_Slot, list[Cue]]] = []
        self._told_at = 0.0
        self._made: OrderedDict[int, NDArray[np.float32]] = OrderedDict()
        self._made_frames = 0
        self._position = 0
        self._error: SpeechError | None = None
        self._is_closed = False
        self._lock = threading.Lock()
        self._wish = threading.Event()
        self._wish.set()
        self._thread = threading.Thread(target=self._work, name="speech", daemon=True)
        self._thread.start()

    # The listener's side

    def read(self, start: int, frames: int) -> NDArray[np.float32] | None:
        """Return what is ready from `start`; see `ports.FrameSource`.

        Raises:
            SpeechError: if the voice is gone for good.
        """
        stop = min(start + frames, self.length_frames)
        if stop <= start:
            return np.zeros((0, 2), np.float32)
        pieces = []
        at = start
        while at < stop:
            slot = self._slot_at(at)
            with self._lock:
                sound = self._made.get(slot.begin)
                if sound is not None:
                    self._made.move_to_end(slot.begin)
            if sound is None:
                break
            upto = min(slot.end, stop)
            piece = sound[at - slot.begin : upto - slot.begin]
            pieces.append(piece)
            if len(piece) < upto - at:
                pieces.append(np.zeros(upto - at - len(piece), np.float32))
            at = upto
        if at < stop or not start - ENGINE_RATE_HZ < self._position <= start:
            self._position = start
            self._wish.set()
        if pieces:
            return stereo(np.concatenate(pieces))
        if self._error is not None:
            raise self._error
        return None

    def close(self) -> None:
        """End the thread, with a last word on timings; the engine is its owner's to close. Harmless twice."""
        self._is_closed = True
        self._reader.stop()
        self._wish.set()
        if threading.current_thread() is not self._thread:
            self._thread.join(JOIN_S)

    def _slot_at(self, frame: int) -> _Slot:
        if frame < self._lead_frames:
            return _Slot(0, self._lead_frames, Span(0, 0))
        sentence = self._transcript.sentence_at(self._plan.offset_at(frame))
        begin = self._plan.frame_at(sentence.start)
        if self._plan.index_of(sentence.start) == 0:
            begin = self._lead_frames
        return _Slot(begin, self._plan.frame_at(sentence.stop), sentence)

    # The thread

    def _work(self) -> None:
        while True:
            self._wish.wait(TELL_INTERVAL_S if self._untold else None)
            self._wish.clear()
            if self._is_closed:
                self._tell(is_idle=True)
                return
            try:
                self._make_ahead()
                if self._speaks_all:
                    self._speak_rest()
            except SpeechError as error:
                self._error = error
            except Exception as fault:  # noqa: BLE001 - a thread has nobody else to tell
                self._error = SpeechError(f"Speech could not be made into sound: {fault}.")
            self._tell(is_idle=True)

    def _make_ahead(self) -> None:
        """Make the sound from the listener's position on, starting anew whenever that moves."""
        at = position = self._position
        while at < min(position + AHEAD_FRAMES, self.length_frames) and not self._is_closed:
            slot = self._slot_at(at)
            with self._lock:
                is_made = slot.begin in self._made
            if not is_made:
                spoken, tempo = self._speak(slot)
                sound = self._render(spoken, tempo, slot)
                self._tell(is_idle=False)
                self._keep(slot.begin, sound)
            at = slot.end
            if self._position != position:
                at = position = self._position

    def _speak_rest(self) -> None:
        """Speak what was not spoken yet for its timings, until something is wished for."""
        at = 0
        while at < self.length_frames and not self._wish.is_set():
            slot = self._slot_at(at)
            self._speak(slot)
            self._tell(is_idle=False)
            at = slot.end

    def _speak(self, slot: _Slot) -> tuple[Spoken, float]:
        """Return a sentence spoken so that it fits into its slot, and how much to speed it up."""
        known = self._spoken.get(slot.begin)
        if known is None:
            known = self._speak_fitting(slot)
            self._spoken[slot.begin] = known
            self._spoken_samples += len(known[0].samples)
            while self._spoken_samples > KEPT_SAMPLES and len(self._spoken) > 1:
                _, (dropped, _) = self._spoken.popitem(last=False)
                self._spoken_samples -= len(dropped.samples)
            self._note(slot, known[0].cues(slot.begin, self.rate_hz, known[1], slot.end))
        return known

    def _speak_fitting(self, slot: _Slot) -> tuple[Spoken, float]:
        pace = self._pace
        if not len(slot.sentence):
            return self._reader.silence(0.0), 1.0
        spoken = self._heard.pop(slot.sentence, None) or self._reader.speak(slot.sentence, pace.wpm)
        if not spoken.words:
            return spoken, 1.0
        slot_s = (slot.end - slot.begin) / self.rate_hz
        block = self._transcript.paragraph_at(slot.sentence.start)
        pause_s = pace.pause_s(ends_paragraph=slot.sentence.stop >= block.span.stop)
        longest_s = max(slot_s - SHORTEST_PAUSE * pause_s, slot_s / 2)
        wanted_s = max(slot_s - pause_s, slot_s / 2)
        length_s = spoken.duration_s / pace.tempo
        wpm = pace.wpm
        if self._keeps_rate:
            pass
        elif length_s > longest_s:
            wpm = min(round(wpm * length_s / wanted_s) + 1, FASTEST_WPM)
        elif not self._is_by_cues and length_s < wanted_s * (1 - NOTICEABLE):
            wpm = max(round(wpm * max(WIDEST_SLOWING, length_s / wanted_s)), SLOWEST_WPM)
        if wpm != pace.wpm:
            spoken = self._reader.speak(slot.sentence, wpm)
        return spoken, max(pace.tempo, spoken.duration_s / longest_s)

    def _render(self, spoken: Spoken, tempo: float, slot: _Slot) -> NDArray[np.float32]:
        """Return mono sound at the engine's rate, no longer than the slot."""
        sound = resample(from_int16(spoken.samples), spoken.rate_hz, self.rate_hz) * self._gain
        return np.clip(stretched(sound, tempo)[: slot.end - slot.begin], -1, 1)

    def _keep(self, begin: int, sound: NDArray[np.float32]) -> None:
        with self._lock:
            self._made[begin] = sound
            self._made_frames += len(sound)
            while self._made_frames > KEPT_FRAMES and len(self._made) > 1:
                _, dropped = self._made.popitem(last=False)
                self._made_frames -= len(dropped)

    # Timings

    def _note(self, slot: _Slot, cues: list[Cue]) -> None:
        # A sentence that could not be spoken keeps the times that were planned for it.
        if cues:
            self._untold.append((slot, cues))

    def _tell(self, *, is_idle: bool) -> None:
        """Tell of sharper timings: at once if they are heard soon, else now and then."""
        if not self._untold:
            return
        is_near = any(0 <= slot.end - self._position < SOON_FRAMES for slot, _ in self._untold)
        now = time.monotonic()
        if not is_near and not is_idle and now - self._told_at < TELL_INTERVAL_S:
            return
        self._untold.sort(key=lambda entry: entry[0].begin)
        timeline = self._timeline
        run: list[Cue] = []
        for i, (slot, cues) in enumerate(self._untold):
            if not run:
                first = slot.sentence.start
            run += cues
            if i + 1 == len(self._untold) or self._untold[i + 1][0].begin != slot.end:
                timeline = timeline.sharpened(Span(first, slot.sentence.stop), run)
                run = []
        self._untold.clear()
        self._timeline = timeline
        self._on_timeline(timeline, None)
        self._told_at = now
