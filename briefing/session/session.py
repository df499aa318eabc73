"""The session with one briefing: what becomes of a command, an event, and the passing of time.

Rules:
1. A session lives in its face's thread. Other threads hand it work with `post`.
2. Faces keep nothing about playing: they render the properties (`view`) and forward commands.
3. `tick` moves everything on and says when it wants to be called again; there is no
   timer, clock or thread of the session's own, so a test's clock is the only time.
4. Every command is answered by an `Announced`, and a mistake of the user never raises.
"""

from __future__ import annotations

import threading
from collections import deque
from math import inf
from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.audio.engine import DeviceBack, DeviceLost, EngineEnded, EngineUnderrun
from briefing.errors import BriefingError, UsageError
from briefing.model import (
    Announced,
    CommandRun,
    CueChanged,
    Ended,
    Failed,
    Light,
    PlaceMoved,
    PlaceStored,
    SentenceChanged,
    StateChanged,
    TextSize,
    TimelineChanged,
    TransportState,
    Underrun,
    ViewChanged,
    VoiceKind,
)
from briefing.session.handlers import HANDLERS
from briefing.session.handlers.moving import go_to
from briefing.session.view import View
from briefing.timeline import level_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from briefing.audio.engine import Engine
    from briefing.model import Cue, Document, Event, Span
    from briefing.ports import Clock, InBackground, Memory, Narrator, WordTimer
    from briefing.settings import Settings

IDLE_S: Final = 1.0
"""How long a face may sleep when nothing is due."""
STORE_S: Final = 1.0
"""How old a kept place may become while playing."""
UNDO_DEPTH: Final = 50
SPEED_LOW: Final = 0.5
SPEED_HIGH: Final = 4.0


def in_thread(work: Callable[[], None]) -> None:
    """Do `work` in a thread of its own, which does not keep the program from leaving."""
    threading.Thread(target=work, daemon=True).start()


class Session(View):
    """Everything about one open briefing. See the rules above; faces use what has no underscore."""

    def __init__(
        self,
        document: Document,
        *,
        settings: Settings,
        memory: Memory,
        narrators: Mapping[VoiceKind, Narrator],
        timer: WordTimer,
        open_engine: Callable[[], tuple[Engine, str | None]],
        clock: Clock,
        given: Collection[str] = (),
        in_background: InBackground = in_thread,
    ) -> None:
        """Restore what is remembered of the document; nothing is loaded before `open`.

        Args:
            document: What to read.
            settings: What the user wants.
            memory: What was remembered.
            narrators: The voices there are.
            timer: Finds out when the words of a recording are spoken.
            open_engine: Opens the sound device and returns the engine, and a sentence if it
                could only have silence. Called in a thread, when the first voice is loaded.
            clock: Monotonic seconds.
            given: Names of the settings that were given for this run and win over `memory`.
            in_background: Leave as default unless testing.
        """
        super().__init__(
            document,
            settings=settings,
            memory=memory,
            narrators=narrators,
            open_engine=open_engine,
            clock=clock,
            post=self.post,
            in_background=in_background,
            given=given,
        )
        self.timer = timer
        self.wake: Callable[[], None] = lambda: None
        self.playback.tell_loaded = self._on_loaded
        self.playback.tell_failed = self._on_failed
        self.playback.tell_timeline = self._on_timeline
        self._listeners: list[Callable[[Event], None]] = []
        self._posted: deque[Callable[[], None]] = deque()
        self._undo: deque[Callable[[], object]] = deque(maxlen=UNDO_DEPTH)
        self._sentence: Span | None = None
        self._stored_at_s = -inf
        self._told: tuple[TransportState, VoiceKind, float] | None = None
        self._pending_at = settings.at

    # Life

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Have `listener` told every event, in the face's thread."""
        self._listeners.append(listener)

    def emit(self, event: Event) -> None:
        """Tell every listener."""
        for listener in self._listeners:
            listener(event)

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Announce a sentence."""
        self.status = text
        self.emit(Announced(text, urgent))

    def post(self, work: Callable[[], None]) -> None:
        """Have `work` done in the face's thread at its next tick. From any thread."""
        self._posted.append(work)
        self.wake()

    def open(self) -> None:
        """Make a voice ready, in the background, and say what is open."""
        self.say(announce.opened(self.document, self.duration_s or None))
        if notice := self.keeping.take_notice():
            self.say(notice, urgent=True)
        if self.place > self.first_offset:
            self.say(announce.resumed(self.place_name(self.place)))
        if self.settings.autoplay:
            self.playback.play()
        if self.settings.sleep_min:
            self.set_sleep(self.settings.sleep_min * 60.0)
        wanted = self.keeping.voice
        if wanted is VoiceKind.RECORDING and not self.playback.can_read(wanted):
            wanted = VoiceKind.SPEECH
        self.playback.open(wanted, self.place, self._configure)
        self._tell_state()

    def close(self) -> None:
        """Keep the place and let go of everything. Harmless twice."""
        self._keep_place()
        self.timer.cancel()
        self.playback.close()

    # Commands

    def handles(self, command_id: str) -> bool:
        """Whether `run` carries this command out; the face does the others itself."""
        return command_id in HANDLERS

    def run(self, command_id: str, argument: str = "") -> None:
        """Carry out a command of `commands.COMMANDS`; the answer is announced."""
        handler = HANDLERS.get(command_id)
        if handler is None:
            self.say(f"There is no command {command_id}. Press question mark for help.")
            return
        self.emit(CommandRun(command_id))
        try:
            handler(self, argument.strip())
        except BriefingError as error:
            self.say(str(error))
        self._tell_state()

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

    def play_from(self, offset: int) -> None:
        """Play from the word at `offset`."""
        self.move_to(offset)
        self.playback.play()
        self._tell_state()

    def remember(self, undo: Callable[[], object]) -> None:
        """Let `undo` take something back."""
        self._undo.append(undo)

    def remember_place(self) -> None:
        """Let `undo` come back to where the reader is now."""
        place = self.place
        self.remember(lambda: self.move_to(place))

    def undo(self) -> bool:
        """Take the last jump or bookmark back; False if there is none."""
        if self._undo:
            self._undo.pop()()
            return True
        return False

    def look_away(self) -> None:
        """Stop following, for the view was moved by hand; the sound goes on."""
        if self.is_following:
            self.set_following(following=False)
            self.say(announce.follow(is_following=False))

    def set_following(self, *, following: bool) -> None:
        """Let the view follow the reading, or not."""
        self.is_following = following
        self.emit(ViewChanged())

    def set_light(self, light: Light) -> None:
        """Light another unit."""
        self.light = light
        self.emit(ViewChanged())

    def set_size(self, name: str) -> None:
        """Show the text in another size."""
        self.keeping.size = TextSize(name)
        self.say(announce.size(self.size))
        self.emit(ViewChanged())

    def set_theme(self, name: str) -> None:
        """Show other colours."""
        self.theme = name
        self.say(f"Theme {name.replace('-', ' ')}.")
        self.emit(ViewChanged())

    def set_speed(self, value: float) -> None:
        """Read faster or slower, within 0.5 and 4."""
        self.keeping.speed = round(min(max(value, SPEED_LOW), SPEED_HIGH), 2)
        if self.playback.engine:
            self.playback.engine.set_speed(self.speed)

    def set_levels(self, *, volume: int | None = None, is_muted: bool = False) -> None:
        """Set the volume in percent (None leaves it) and whether the sound is off."""
        self.volume = self.volume if volume is None else min(max(volume, 0), 100)
        self.is_muted = is_muted
        if self.playback.engine:
            self._configure(self.playback.engine)

    def set_sync_offset(self, offset_ms: int) -> None:
        """Light the words so much later, in this briefing."""
        self.keeping.sync_offset_ms = offset_ms
        self.playback.sync_offset_s = offset_ms / 1000

    def toggle_timing(self) -> None:
        """Stop working out when words are spoken, or start again."""
        if self.progress is not None:
            self.timer.cancel()
            self._on_timeline(None)
            self.say("Timing the words stopped.")
        elif self.timer.restart():
            self._on_timeline(0.0)
            self.say("Timing the words.")
        else:
            self.say(
                "There are no words to time: the timings came with the recording, or nobody recorded it."
            )

    def set_sleep(self, seconds: float | None) -> None:
        """Pause in so many seconds; infinity for the end, None for never."""
        self._sleep_at_s = None if seconds is None else self._clock() + seconds

    def switch_voice(self, kind: VoiceKind) -> None:
        """Go on with another voice at the same word."""
        self.keeping.voice = kind
        self.playback.switch(
            kind,
            lambda: self.playback.spoken_offset if self.state is TransportState.PLAYING else self.place,
        )

    # Time

    def tick(self) -> float:
        """Move everything on; return the seconds after which to call again, at most `IDLE_S`."""
        while self._posted:
            self._posted.popleft()()
        for event in self.playback.poll():
            match event:
                case EngineEnded():
                    self._on_end()
                case EngineUnderrun(frames):
                    self.emit(Underrun(frames))
                case DeviceLost():
                    self.say("The sound device went away. Waiting for it to come back.", urgent=True)
                case DeviceBack():
                    self.say("The sound is back.", urgent=True)
                case _:
                    pass
        loop_s = self._go_round()
        for cue, heard_at_s in self.playback.due_cues():
            self._on_cue(cue, heard_at_s)
        waits = [IDLE_S, loop_s, self._keep_in_time(), self._sleep_in_time()]
        self._tell_state()
        due_s = self.playback.next_due_s()
        return max(0.0, min(waits) if due_s is None else min(*waits, due_s))

    def _on_cue(self, cue: Cue, heard_at_s: float) -> None:
        timeline = self.playback.timeline
        self.place = cue.span.start
        self.word = cue.span
        self.level = level_of(cue.confidence)
        self._tell_sentence()
        media_s = cue.start_frame / timeline.rate_hz if timeline else 0.0
        self.emit(CueChanged(cue.span, media_s, heard_at_s, self.level, self.lit))

    def _set_place(self, offset: int) -> None:
        timeline = self.playback.timeline
        self.place = offset
        self.word = None
        index = timeline.index_of(offset) if timeline else None
        self.level = (
            level_of(timeline[index].confidence) if timeline and index is not None else Light.SENTENCE
        )
        self._keep_place()
        self._tell_sentence()
        self.emit(PlaceMoved(offset))

    def _tell_sentence(self) -> None:
        sentence = self.sentence
        if sentence != self._sentence:
            self._sentence = sentence
            self.emit(SentenceChanged(sentence))

    def _tell_state(self) -> None:
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
        """Keep the place when that is due; return the seconds until it is due again."""
        if self.state is not TransportState.PLAYING:
            return IDLE_S
        now = self._clock()
        if now - self._stored_at_s >= STORE_S:
            self._keep_place()
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

    def _keep_place(self) -> None:
        self._stored_at_s = self._clock()
        if self.keeping.keep(offset=self.place, media_s=self.position_s):
            self.emit(PlaceStored(self.place, self.position_s))
        if notice := self.keeping.take_notice():
            self.say(notice, urgent=True)

    # What the voices report

    def _configure(self, engine: Engine) -> None:
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
        if self.playback.notice:
            self.say(self.playback.notice, urgent=True)
            self.playback.notice = None
        self.say(announce.voice(kind, self.voice_description), urgent=True)
        if self._pending_at:
            where, self._pending_at = self._pending_at, ""
            try:
                go_to(self, where)
            except UsageError as error:
                self.say(str(error), urgent=True)
        self.emit(TimelineChanged(self.progress))
        self._tell_state()

    def _on_failed(self, kind: VoiceKind, error: BriefingError, fallback: VoiceKind | None) -> None:
        message = announce.voice_failed(kind, str(error), fallback)
        self.emit(Failed(message))
        self.say(message, urgent=True)

    def _on_timeline(self, progress: float | None) -> None:
        self.progress = progress
        self.emit(TimelineChanged(progress))

    def _on_end(self) -> None:
        self._keep_place()
        if self._sleep_at_s == inf:
            self._sleep_at_s = None
        self._tell_state()
        if self.loop[1] is None:
            self.emit(Ended())
            self.say(announce.state(TransportState.ENDED), urgent=True)
