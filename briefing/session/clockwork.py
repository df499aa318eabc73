"""What happens to a session by itself: cues, sentences, ends, timers, and what the voices report.

`tick` moves everything on and says when it wants to be called again. There is no timer,
clock or thread here, so a test's clock is the only time.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any, Final, assert_never

from briefing import announce
from briefing.errors import UsageError
from briefing.model import (
    CueChanged,
    Ended,
    Failed,
    Light,
    PlaceMoved,
    PlaceStored,
    SentenceChanged,
    StateChanged,
    TimelineChanged,
    TransportState,
    Underrun,
    VoiceKind,
)
from briefing.session.handlers.moving import go_to
from briefing.session.playback import TimingsSharpened, VoiceFailed, VoiceLoaded
from briefing.session.view import View
from briefing.timeline import level_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.audio.engine import Engine
    from briefing.errors import BriefingError
    from briefing.model import Cue, Event, Span
    from briefing.session.arrival import Arrival
    from briefing.session.playback import EngineNews

IDLE_S: Final = 1.0
"""How long a face may sleep when nothing is due."""
STORE_S: Final = 1.0
"""How old a kept place may become while playing."""


class Clockwork(View):
    """A view that moves with the sound, and tells its listeners."""

    def __init__(self, **parts: Any) -> None:
        """Take the parts of `View`."""
        super().__init__(**parts)
        self._stored_at_s = -inf
        self._told: tuple[TransportState, VoiceKind, float] | None = None
        self._pending_at = self.settings.at
        self.is_opening = False
        """Whether the text is still to come: the document is only its name."""

    def take(self, briefing: Arrival) -> None:
        """Look at a briefing of which nothing was told yet."""
        super().take(briefing)
        self._sentence: Span | None = None
        self._is_length_told = False

    # Events

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Have `listener` told every event, in the face's thread."""
        self.outbox.subscribe(listener)

    def wake_by(self, wake: Callable[[], None] | None) -> None:
        """Have `wake` called, in whatever thread, when it is time to `tick`; None to let it be."""
        self.outbox.wake_by(wake)

    def emit(self, event: Event) -> None:
        """Tell every listener."""
        self.outbox.emit(event)

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Announce a sentence."""
        self.outbox.say(text, urgent=urgent)

    def post(self, work: Callable[[], None]) -> None:
        """Have `work` done in the face's thread at its next tick. From any thread."""
        self.outbox.post(work)

    # The place

    def move_to(self, offset: int) -> None:
        """Move the reading cursor by hand; a playing voice goes on from there."""
        offset = min(max(offset, 0), max(len(self.document.text) - 1, 0))
        self.playback.seek_offset(offset)
        self._set_place(offset)

    def seek_s(self, seconds: float) -> None:
        """Go to a time on the timeline.

        Raises:
            UsageError: if there is no timeline yet.
        """
        timeline = self.playback.timeline
        if timeline is None:
            raise UsageError("There is no timeline yet.", "Wait until a voice is loaded.")
        frame = min(max(seconds, 0.0) * timeline.rate_hz, timeline.length_frames)
        self.playback.seek(frame)
        self._set_place(timeline.offset_at(frame))

    def _set_place(self, offset: int) -> None:
        timeline = self.playback.timeline
        self.place = offset
        self.word = None
        index = timeline.index_of(offset) if timeline else None
        self.level = (
            level_of(timeline[index].confidence) if timeline and index is not None else Light.SENTENCE
        )
        self.keep_place()
        self._tell_sentence()
        self.emit(PlaceMoved(offset))

    # Time

    def tick(self) -> float:
        """Move everything on; return the seconds after which to call again, at most `IDLE_S`."""
        while self.outbox.do_next():
            self.tell_news()
        for event in self.playback.poll():
            self._on_engine_event(event)
        self.tell_news()
        loop_s = self._go_round()
        for cue, heard_at_s in self.playback.due_cues():
            self._on_cue(cue, heard_at_s)
        waits = [IDLE_S, loop_s, self._keep_in_time(), self._sleep_in_time()]
        self.tell_state()
        due_s = self.playback.next_due_s()
        return max(0.0, min(waits) if due_s is None else min(*waits, due_s))

    def tell_news(self) -> None:
        """Tell what became of the voices since the last time."""
        for news in self.playback.take_news():
            match news:
                case VoiceLoaded(kind):
                    self._on_loaded(kind)
                case VoiceFailed(kind, error, fallback):
                    self._on_failed(kind, error, fallback)
                case TimingsSharpened(progress):
                    self.tell_timing(progress)
                case _:
                    assert_never(news)

    def _on_engine_event(self, event: EngineNews) -> None:
        # The engine is loaded with the first voice, after the first paint.
        from briefing.audio.engine import DeviceBack, DeviceLost, EngineEnded, EngineUnderrun, SinkTold

        match event:
            case EngineEnded():
                self._on_end()
            case EngineUnderrun(frames):
                self.emit(Underrun(frames))
            case DeviceLost():
                self.say("The sound device went away. Waiting for it to come back.", urgent=True)
            case DeviceBack():
                self.say("The sound is back.", urgent=True)
            case SinkTold(message):
                self.say(message, urgent=True)
            case _:
                assert_never(event)

    def _on_cue(self, cue: Cue, heard_at_s: float) -> None:
        timeline = self.playback.timeline
        self.place = cue.span.start
        self.word = cue.span
        self.level = level_of(cue.confidence)
        self._tell_sentence()
        media_s = cue.start_frame / timeline.rate_hz if timeline else 0.0
        self.emit(CueChanged(cue.span, media_s, heard_at_s, self.level, self.lit))

    def _tell_sentence(self) -> None:
        sentence = self.sentence
        if sentence != self._sentence:
            self._sentence = sentence
            self.emit(SentenceChanged(sentence))

    def tell_state(self) -> None:
        """Tell state, voice and speed, if one of them has changed."""
        now = (self.state, self.voice, self.speed)
        if now != self._told:
            self._told = now
            self.emit(StateChanged(*now))

    def _go_round(self) -> float:
        """At the end of the A-B loop, go back to its start; return the seconds until then."""
        start, stop = self.loop
        timeline = self.playback.timeline
        if start is None or stop is None or timeline is None:
            return IDLE_S
        last = timeline.index_of(stop)
        # What the engine is given counts here, not what is heard: the device still holds the
        # end of the loop, and what came after it would be heard before the jump.
        left_s = self.playback.next_at_s(
            timeline.length_frames if last is None else timeline[last].stop_frame
        )
        if left_s <= 0:
            self.playback.seek_offset(start)
            self.playback.play()
            return IDLE_S
        return left_s

    def _keep_in_time(self) -> float:
        """Keep the place when that is due, or something waits; return the seconds until it is due again."""
        if self.state is not TransportState.PLAYING and not self.keeping.waits:
            return IDLE_S
        now = self.clock()
        if now - self._stored_at_s >= STORE_S:
            self.keep_place()
        return self._stored_at_s + STORE_S - now

    def _sleep_in_time(self) -> float:
        """Pause when the sleep timer runs out; return the seconds until then."""
        left = self.sleep_s
        if left is None or left > 0:
            return IDLE_S if left is None else left
        self._sleep_at_s = None
        self.playback.pause()
        self.say("Sleep timer: paused.", urgent=True)
        return IDLE_S

    def keep_place(self) -> None:
        """Remember the place now; of a text that has not come there is none."""
        if self.is_opening:
            return
        self._stored_at_s = self.clock()
        if self.keeping.keep(offset=self.place, media_s=self.position_s):
            self.emit(PlaceStored(self.place, self.position_s))
        if notice := self.keeping.take_notice():
            self.say(notice, urgent=True)

    # What the voices report

    def set_levels(self, *, volume: int | None = None, is_muted: bool = False) -> None:
        """Set the volume in percent (None leaves it) and whether the sound is off."""
        self.volume = self.volume if volume is None else min(max(volume, 0), 100)
        self.is_muted = is_muted
        if self.playback.engine:
            self.configure(self.playback.engine)

    def configure(self, engine: Engine) -> None:
        """Give the engine the speed, and the volume of the voice that reads."""
        own = {
            VoiceKind.RECORDING: self.settings.recording_volume,
            VoiceKind.SPEECH: self.settings.speech_volume,
            VoiceKind.NONE: 100,
        }[self.voice]
        engine.set_speed(self.speed)
        engine.set_volume(self.volume * own / 100)
        engine.set_muted(self.is_muted)

    def _on_loaded(self, kind: VoiceKind) -> None:
        self.set_levels(is_muted=self.is_muted)
        told_s = None if self._is_length_told or kind is not VoiceKind.RECORDING else self.duration_s
        self._is_length_told = True
        self.say(announce.voice(kind, self.voice_description, told_s), urgent=True)
        if self.playback.notice:
            self.say(self.playback.notice, urgent=True)
            self.playback.notice = None
        if self._pending_at:
            where, self._pending_at = self._pending_at, ""
            try:
                go_to(self, where)
            except UsageError as error:
                self.say(str(error), urgent=True)
        self.emit(TimelineChanged(self.progress))
        self.tell_state()

    def _on_failed(self, kind: VoiceKind, error: BriefingError, fallback: VoiceKind | None) -> None:
        message = announce.voice_failed(kind, str(error), fallback)
        self.emit(Failed(message))
        self.say(message, urgent=True)

    def tell_timing(self, progress: float | None) -> None:
        """Say how far the timing of words has come; None when it is done or stopped."""
        self.progress = progress
        self.emit(TimelineChanged(progress))

    def _on_end(self) -> None:
        self.keep_place()
        if self._sleep_at_s == inf:
            self._sleep_at_s = None
        self.tell_state()
        if self.loop[1] is None:
            self.emit(Ended())
            self.say(announce.state(TransportState.ENDED), urgent=True)
