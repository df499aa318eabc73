"""What happens to a reader by itself: cues, ends, timers, and what the voices and the engine report."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final, assert_never

from briefing import announce, announce_voices
from briefing.errors import UsageError
from briefing.events import Ended, Failed, TimelineChanged, Underrun
from briefing.model import TransportState, VoiceKind
from briefing.session.news import TimingsSharpened, VoiceBack, VoiceFailed, VoiceLoaded, VoiceWaits

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.session.aside import ReadingAside
    from briefing.session.look import Look
    from briefing.session.news import EngineNews
    from briefing.session.outbox import Outbox
    from briefing.session.reader import Reader
    from briefing.session.sentence_ends import SentenceEnds
    from briefing.session.sleeping import Sleeping
    from briefing.session.timers import Loop, SleepTimer
    from briefing.session.timing import Timing

IDLE_S: Final = 1.0
"""How long a face may sleep when nothing is due."""
LOOK_S: Final = 0.2
"""The same while it may come sooner than is known."""


class Clockwork:
    """Moves a reader on with its sound, and tells what happens. `at` is where to go when a voice is there.

    `goes_on` is asked at the end, and returns whether something else follows.
    """

    def __init__(
        self,
        reader: Reader,
        *,
        outbox: Outbox,
        look: Look,
        loop: Loop,
        ends: Callable[[], SentenceEnds],
        sleep: SleepTimer,
        timing: Timing,
        goes_on: Callable[[], bool] = lambda: False,
        at: str,
    ) -> None:
        self._reader = reader
        self._playback = reader.playback
        self._outbox = outbox
        self._look = look
        self._loop = loop
        self._ends = ends
        self._sleep = sleep
        self._sleeping: Sleeping | None = None
        self._aside: ReadingAside | None = None
        self._timing = timing
        self._goes_on = goes_on
        self._pending_at = at
        self._expected: VoiceKind | None = None
        """Who is to read next, if that was said, until somebody does."""
        self._voice_told = ""
        """Who reads, as it is said; in the briefing before, until that is known of this one."""
        self._owes_play = False

    def go_on_from(self, before: Clockwork) -> None:
        """Say who reads only where that is another than in the briefing before, and what is owed."""
        self._voice_told, self._owes_play = before._voice_told, before._owes_play  # another of this kind

    def owe_play(self) -> None:
        """Say that it plays when it does: play was asked for, and has to wait for a voice."""
        self._owes_play = True

    def expect(self, kind: VoiceKind) -> str:
        """Return who is to read first, to be said with what is opened; empty where it goes on from another.

        When that one reads it is not said again.
        """
        if self._voice_told:
            return ""
        self._expected = kind
        return announce_voices.voice(kind)

    def know(self, kind: VoiceKind) -> None:
        """Do not say that this one reads when it comes: whoever chose it in a list was told."""
        self._expected = kind

    def tick(self) -> float:
        """Move everything on; return the seconds after which to call again, at most `IDLE_S`."""
        for event in self._playback.poll():
            self._on_engine_news(event)
        self.tell_news()
        loop_s = self._loop.go_round(self._playback)
        self._reader.tell_cues(self._look.light)
        self._listen_aside()
        waits = [IDLE_S, loop_s, self._reader.keep_in_time(), self._sleep_in_time()]
        self._reader.tell_state()
        self._tell_play()
        if self._reader.levels.skips_silence:
            waits.append(LOOK_S)  # a pause that is shortened is known half a second before
        due_s = self._playback.next_due_s()
        return max(0.0, min(waits) if due_s is None else min(*waits, due_s))

    def tell_news(self) -> None:
        """Tell what became of the voices since the last time."""
        for news in self._playback.voices.take_news():
            match news:
                case VoiceLoaded(kind, notice):
                    self._on_loaded(kind, notice)
                case VoiceFailed(kind, error, fallback):
                    message = announce_voices.voice_failed(kind, error, fallback)
                    self._outbox.emit(Failed(message))
                    self._outbox.say(message, urgent=True)
                case VoiceWaits(kind, is_slow):
                    self._outbox.say(announce_voices.starved(kind, is_slow=is_slow), urgent=True)
                case VoiceBack(kind):
                    self._outbox.say(announce_voices.voice_back(kind), urgent=True)
                case TimingsSharpened(progress):
                    self._timing.tell(progress)
                case _:
                    assert_never(news)

    def _on_loaded(self, kind: VoiceKind, notice: str | None) -> None:
        expected, self._expected = self._expected, None
        before = self._voice_told
        self._voice_told = announce_voices.voice(kind, self._playback.voices.description)
        if kind is not expected and self._voice_told != before:
            self._outbox.say(self._voice_told, urgent=True)
        if notice:
            self._outbox.say(notice, urgent=True)
        if self._pending_at:
            where, self._pending_at = self._pending_at, ""
            try:
                self._reader.go_to(where)
            except UsageError as error:
                self._outbox.say(str(error), urgent=True)
        self._outbox.emit(TimelineChanged(self._timing.progress))
        self._reader.tell_state()

    def _on_engine_news(self, event: EngineNews) -> None:
        # They are loaded with the engine, which is with the first voice, after the first paint.
        from briefing.audio.engine_events import (
            DeviceBack,
            DeviceLost,
            EngineEnded,
            EngineUnderrun,
            LegEnded,
            SinkTold,
        )

        match event:
            case EngineEnded():
                if not self._reader.gaps.take_end(self._reader.cursor.place):
                    self._on_end()
            case EngineUnderrun(frames):
                self._outbox.emit(Underrun(frames))
            case DeviceLost():
                self._outbox.say("The sound device went away. Waiting for it to come back.", urgent=True)
            case DeviceBack():
                self._outbox.say("The sound is back.", urgent=True)
            case SinkTold(message):
                self._outbox.say(message, urgent=True)
            case LegEnded(leg):
                self._ends().ended(leg)
            case _:
                assert_never(event)

    def _on_end(self) -> None:
        self._reader.keep_end()
        falls_asleep = self._sleep.left_s == inf
        self._sleep.end()
        self._reader.tell_state()
        if self._loop.stop is None and (falls_asleep or not self._goes_on()):
            self.tell_end()

    def tell_end(self) -> None:
        """Tell that all was heard, and nothing follows."""
        self._outbox.emit(Ended())
        engine = self._playback.engine
        saved = announce.saved(engine.sounding.saved_s) if engine else ""
        self._outbox.say(f"{announce.state(TransportState.ENDED)} {saved}".rstrip(), urgent=True)

    def _tell_play(self) -> None:
        """Say that it plays where somebody waits for that, unless it was paused, or failed, meanwhile."""
        if not self._owes_play:
            return
        state = self._playback.state
        self._owes_play = self._playback.is_playing and state is not TransportState.PLAYING
        if state is TransportState.PLAYING:
            self._outbox.say(announce.state(state))

    def _listen_aside(self) -> None:
        """Have what is heard beside the frames say the text, where the voice that reads is such a one."""
        if self._aside is None:
            if self._playback.voices.readings.aside(self._playback.voice) is None:
                return
            from briefing.session.aside import ReadingAside  # few choose such a voice

            self._aside = ReadingAside(self._reader, self._outbox)
        self._aside.look()

    def wake(self, command_id: str) -> bool:
        """Take note that somebody gives a command; see `Sleeping.wake`."""
        return self._sleeping is not None and self._sleeping.wake(command_id)

    def _sleep_in_time(self) -> float:
        """Fall asleep when it is time; return the seconds until something is due for that."""
        if self._sleeping is None:
            if self._sleep.left_s is None:
                return IDLE_S
            from briefing.session.sleeping import Sleeping  # few set a timer

            self._sleeping = Sleeping(self._reader, self._sleep, self._outbox)
        return self._sleeping.look()
