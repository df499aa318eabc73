"""Playback of one document: the transport, and whichever voice's turn it is on it.

Rules:
1. A change of voice goes on at the start of the word that was about to be heard, so no
   word is lost and at most one is repeated.
2. All voices share one clock length: the recording's, else the declared one.
3. What happens is returned by `poll` and `voices.take_news`; nobody is called.
4. One playback has the engine at a time. One that is made ready ahead loads its voice as any other, but
   leaves the engine alone until it is told to `enter`.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from briefing.model import TransportState, VoiceKind
from briefing.session.cues import CuePointer
from briefing.session.loading import Timed
from briefing.session.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.audio.engine import Engine
    from briefing.audio.legs import Course, HeardLegs
    from briefing.errors import BriefingError
    from briefing.model import Cue, Document
    from briefing.session.arrival import Arrival
    from briefing.session.host import Host
    from briefing.session.levels import Levels
    from briefing.session.loading import Delivery
    from briefing.session.news import EngineNews
    from briefing.session.readings import VoiceTurn
    from briefing.timeline import Timeline


class Playback:
    """One document's voices on one engine. Lives in the face's thread; loading goes on behind it.

    `post` has work done in that thread later. From any thread.
    """

    def __init__(
        self,
        briefing: Arrival,
        *,
        host: Host,
        levels: Levels,
        post: Callable[[Callable[[], None]], None],
        is_ahead: bool = False,
    ) -> None:
        self.cues = CuePointer(host.clock)
        self.voices = Voices(briefing, host, lambda brought: post(lambda: self._take(brought)))
        self._clock = host.clock
        self._levels = levels
        self._wants_play = False
        self.is_ahead = is_ahead
        """Whether another playback has the engine, and this one waits for its turn."""
        self.course_of: Callable[[Timeline], Course | None] = lambda _timeline: None
        """How a timeline is gone along; None for straight on."""
        self.is_on_course = False
        """Whether it is gone along a course, which knows of loops."""
        self._turn: VoiceTurn | None = None
        """Whose turn it is when the engine is this playback's."""

    # What faces and commands look at

    @property
    def engine(self) -> Engine | None:
        """The engine on the open device; None until a voice was loaded, and while another has it."""
        return None if self.is_ahead else self.voices.engine

    @property
    def voice(self) -> VoiceKind:
        """Who reads."""
        return self.voices.current

    @property
    def state(self) -> TransportState:
        """The transport's state; LOADING while a voice is made ready, FAILED if none could be."""
        engine = self.engine
        state = TransportState.FAILED if engine is None or self.timeline is None else engine.state
        # What failed is soon read on by somebody else: nothing has stopped for good.
        return TransportState.LOADING if state is TransportState.FAILED and self.voices.is_awaited else state

    @property
    def is_playing(self) -> bool:
        """Whether sound moves, or will as soon as it can."""
        return self._wants_play or self.state is TransportState.PLAYING

    @property
    def timeline(self) -> Timeline | None:
        """The timeline of the voice that reads, None while there is none."""
        return self.voices.timeline

    @property
    def duration_s(self) -> float:
        """The length of the clock that all voices share; 0 while unknown."""
        return self.voices.duration_s

    @property
    def frame(self) -> float:
        """The frame that is heard now; 0 while nothing is loaded."""
        return self.engine.heard_frame() if self.engine and self.timeline else 0.0

    @property
    def position_s(self) -> float:
        """Where the reading is on the timeline."""
        timeline = self.timeline
        return min(self.frame / timeline.rate_hz, timeline.duration_s) if timeline else 0.0

    @property
    def spoken_offset(self) -> int:
        """The offset of the word that is heard, or that a change of voice has to begin with."""
        timeline = self.timeline
        if timeline is None or self.engine is None:
            return 0
        head = self.engine.head_frame()
        return timeline.offset_from(head) if self.engine.legs.is_waiting else timeline.offset_at(head)

    @property
    def legs(self) -> HeardLegs | None:
        """The leg of a course that is heard; None while there is no engine."""
        return self.engine.legs if self.engine is not None else None

    # Whose turn it is

    def open(self, kind: VoiceKind, offset: Callable[[], int]) -> None:
        """Make the device and the first voice ready in the background, to read at `offset()`."""
        self.voices.open(kind, offset)

    def switch(self, kind: VoiceKind, offset: Callable[[], int]) -> None:
        """Go on with another voice at the word that `offset()` names when that voice is ready."""
        self._give(self.voices.choose(kind, offset))

    def hand_over(self, kind: VoiceKind, offset: int) -> None:
        """Have another voice go on playing from the word at `offset`; nothing is heard until it is ready."""
        if self.engine is not None and self.engine.state is TransportState.PLAYING:
            self.engine.pause()
        self._wants_play = True
        self._give(self.voices.choose(kind, lambda: offset))

    def read_anew(self, kind: VoiceKind, offset: Callable[[], int]) -> None:
        """Have the text read anew, by what a voice goes by now; `offset` names where to begin."""
        self.voices.read_anew(kind, offset)

    def read_as(self, document: Document, offset: Callable[[], int]) -> None:
        """Have the same text read in its new language; speech begins anew at the word of `offset()`."""
        self.voices.read_as(document, offset)

    def enter(self) -> None:
        """Take the engine, which nobody has now: what was made ready ahead is played on it."""
        self.is_ahead = False
        turn, self._turn = self._turn, None
        if turn is not None:
            self._give(turn)

    def leave(self) -> None:
        """Let another have the engine, and take nothing more that is made. Then it can be let go of."""
        if self.engine is not None:
            self.engine.unload()
        self.voices.leave()

    def let_go(self) -> None:
        """Let go of the voices and their processes, which may block. The device stays open."""
        self.voices.let_go()

    def close(self) -> None:
        """Let go of the device, then of the voices and their processes. Harmless twice."""
        self.voices.close()

    def _take(self, brought: Delivery) -> None:
        if isinstance(brought, Timed):
            old = self.voices.sharpen(brought)
            if old is not None:
                self.cues.sharpen(old, brought.timeline, self.frame)
                if self.is_on_course:
                    self.renew_course()
        else:
            self._give(self.voices.take(brought, lambda: self.spoken_offset))

    def _give(self, turn: VoiceTurn | None) -> None:
        """Let a voice read on the engine; where none can any more, wait for none."""
        if self.is_ahead:
            self._turn = turn or self._turn
            return
        engine = self.engine
        if turn is None or engine is None:
            self._wants_play = self._wants_play and self.voices.has_reader
            return
        self._levels.apply(engine, turn.kind, is_aside=turn.narration.aside is not None)
        self._follow(engine, turn.timeline)
        frame = turn.timeline.frame_at(turn.offset)
        if engine.state is TransportState.EMPTY:
            engine.load(turn.narration.source, frame)
        else:
            engine.swap(turn.narration.source, frame)
        self.voices.began(turn)
        self.cues.enter(turn.timeline, frame)
        if self._wants_play:
            self.play()

    def renew_course(self) -> None:
        """Go along the course that there is now, from what is heard on."""
        if self.engine is not None and self.timeline is not None:
            self._follow(self.engine, self.timeline)

    def _follow(self, engine: Engine, timeline: Timeline) -> None:
        course = self.course_of(timeline)
        if course is not None or self.is_on_course:
            self.is_on_course = course is not None
            engine.follow(course)

    # Transport

    def play(self) -> None:
        """Play from where it stands; at the end, from the start. Waits for a voice that is on its way.

        Where no voice could be had, they are asked once more.
        """
        if self.state is TransportState.FAILED and self.timeline is None:
            self.voices.try_again()
        self._wants_play = self.engine is None or self.timeline is None
        if not self._wants_play and self.engine:
            if self.engine.state is TransportState.ENDED:
                self.seek(0)
            self.engine.play()

    def pause(self) -> None:
        """Pause; harmless when nothing plays."""
        self._wants_play = False
        if self.engine and self.engine.state is TransportState.PLAYING:
            self.engine.pause()

    def seek(self, frame: float) -> None:
        """Go to a frame, inside the timeline, in whatever state."""
        timeline = self.timeline
        if self.engine and timeline:
            target = int(min(max(frame, 0), max(timeline.length_frames - 1, 0)))
            self.engine.seek(target)
            self.voices.jumped()
            self.cues.enter(timeline, target)

    def seek_offset(self, offset: int) -> None:
        """Go to the word at `offset`, or the next one that is spoken."""
        if self.timeline:
            self.seek(self.timeline.frame_at(offset))

    def apply_levels(self) -> None:
        """Let a changed speed or volume be heard."""
        if self.engine:
            self._levels.apply(self.engine, self.voice, is_aside=self.voices.readings.is_aside(self.voice))

    # What is heard

    def due_cues(self) -> Iterator[tuple[Cue, float]]:
        """Yield every cue that is heard by now and was not told, with its moment (monotonic seconds)."""
        engine, timeline = self.engine, self.timeline
        if engine is not None and timeline is not None:
            yield from self.cues.due(engine, timeline)

    def next_due_s(self) -> float | None:
        """Return the seconds until the next cue, a turn or the end is heard; None while nothing moves."""
        engine, timeline = self.engine, self.timeline
        if engine is None or timeline is None:
            return None
        cue_s = self.cues.due_in_s(engine, timeline)
        if not self.is_on_course or engine.state is not TransportState.PLAYING:
            return cue_s
        turn_at_s = engine.turn_heard_at()
        turn_s = inf if turn_at_s is None else max(0.0, turn_at_s - self._clock())
        return turn_s if cue_s is None else min(cue_s, turn_s)

    def poll(self) -> Iterator[EngineNews]:
        """Yield what the engine reports; a voice that failed in mid-play is replaced at the same word."""
        if self.engine is None:
            return
        from briefing.audio.engine_events import EngineFailed, LegBegun  # loaded with the first voice

        lost = self.voices.look_for_sound(self.engine.starved_s)
        if lost is not None:
            self._replace(lost)
        turn = self.voices.look_for_start() if self._wants_play else None
        if turn is not None:
            self._give(turn)
        self.voices.ask_again()
        for event in self.engine.poll():
            if isinstance(event, EngineFailed):
                self._replace(event.error)
            elif isinstance(event, LegBegun):
                if self.timeline is not None:
                    self.cues.enter(self.timeline, event.before.go_to, is_jump=not event.before.is_straight)
            else:
                yield event

    def _replace(self, error: BriefingError) -> None:
        """Have the voice that reads replaced at the same word."""
        self._wants_play = True
        self._give(self.voices.fall(error, self.spoken_offset))
