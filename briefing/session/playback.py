"""The voices and the engine: who reads, and where the reading is.

Rules:
1. A change of voice goes on at the start of the word that was about to be heard, so no
   word is lost and at most one is repeated.
2. Voices fall back in one order: recording, speech, nobody. Each fall says why.
3. All voices share one clock length: the recording's, else the declared one.
4. What happens is returned by `take_news` and `poll`; nobody is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefing.errors import LostError
from briefing.model import TransportState, VoiceKind
from briefing.session.comeback import Comeback, Dry
from briefing.session.cues import CuePointer
from briefing.session.loading import ArrivalTold, Loader, Made, NotMade, Timed
from briefing.session.news import TimingsSharpened, VoiceBack, VoiceFailed, VoiceLoaded, VoiceWaits
from briefing.session.readings import Readings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.audio.engine import Engine
    from briefing.errors import BriefingError
    from briefing.model import Cue, Document
    from briefing.session.arrival import Arrival
    from briefing.session.host import Host
    from briefing.session.levels import Levels
    from briefing.session.loading import Delivery
    from briefing.session.news import EngineNews, VoiceNews
    from briefing.timeline import Timeline


class Playback:
    """One document's voices on one engine. Lives in the face's thread; loading goes on behind it.

    `post` has work done in that thread later. From any thread.
    """

    def __init__(
        self, briefing: Arrival, *, host: Host, levels: Levels, post: Callable[[Callable[[], None]], None]
    ) -> None:
        self.voice = VoiceKind.NONE
        self.cues = CuePointer(host.clock)
        self._readings = Readings(briefing)
        self._comeback = Comeback(host.clock)
        self._loader = Loader(briefing, host, lambda brought: post(lambda: self._take(brought)))
        self._in_background = host.in_background
        self._levels = levels
        self._loading: VoiceKind | None = None
        self._loading_at: Callable[[], int] = lambda: 0
        self._coming: set[VoiceKind] = set()
        self._is_opened = False
        self._wants_play = False
        self._declared_s = briefing.document.media.duration_s
        self._news: list[VoiceNews] = []

    # What faces and commands look at

    @property
    def engine(self) -> Engine | None:
        """The engine on the open device, None until a voice was loaded."""
        return self._loader.engine

    @property
    def state(self) -> TransportState:
        """The transport's state; LOADING while the first voice is made ready, FAILED if none could be."""
        if self.engine is None or self.voice not in self._readings:
            is_coming = self._loading or not self._is_opened
            return TransportState.LOADING if is_coming else TransportState.FAILED
        return self.engine.state

    @property
    def choice(self) -> VoiceKind:
        """The voice that is on its way, else the one that reads."""
        return self._loading or self.voice

    @property
    def is_playing(self) -> bool:
        """Whether sound moves, or will as soon as it can."""
        return self._wants_play or self.state is TransportState.PLAYING

    @property
    def timeline(self) -> Timeline | None:
        """The timeline of the voice that reads, None while there is none."""
        return self._readings.timeline(self.voice)

    @property
    def recorded(self) -> Timeline | None:
        """The timeline of the recording, whoever reads; None while that was not loaded."""
        return self._readings.timeline(VoiceKind.RECORDING)

    @property
    def description(self) -> str:
        """Who reads, in words."""
        narration = self._readings.narration(self.voice)
        return narration.description if narration else ""

    @property
    def duration_s(self) -> float:
        """The length of the clock that all voices share; 0 while unknown."""
        timeline = self.timeline
        return timeline.duration_s if timeline else self._declared_s or 0.0

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
        return timeline.offset_at(self.engine.head_frame())

    def can_read(self, kind: VoiceKind) -> bool:
        """Whether `kind` is there to be switched to."""
        return self._readings.can_read(kind)

    # The voices

    def open(self, kind: VoiceKind, offset: Callable[[], int]) -> None:
        """Make the device and the first voice ready in the background, to read at `offset()`."""
        self._is_opened = True
        self._load(kind, offset)

    def switch(self, kind: VoiceKind, offset: Callable[[], int]) -> None:
        """Go on with another voice at the word that `offset()` names when that voice is ready."""
        self._comeback.end()
        self._go_to(kind, offset)

    def _go_to(self, kind: VoiceKind, offset: Callable[[], int]) -> None:
        if self._readings.is_current(kind):
            self._take_over(kind, offset())
        else:
            self._load(kind, offset)

    def read_as(self, document: Document, offset: Callable[[], int]) -> None:
        """Have the same text read in its new language; speech begins anew at the word of `offset()`."""
        self._readings.read_as(document)
        if self.choice is VoiceKind.SPEECH:
            self._load(VoiceKind.SPEECH, offset)

    def renew_timings(self) -> bool:
        """Time the words of the recording anew, in the background; False if no timings came with it."""
        narration = self._readings.narration(VoiceKind.RECORDING)
        if narration is None or narration.renew is None:
            return False
        self._in_background(narration.renew)
        return True

    def _load(self, kind: VoiceKind, offset: Callable[[], int]) -> None:
        self._loading, self._loading_at = kind, offset
        if kind in self._coming:
            return
        self._coming.add(kind)
        length_s = self._readings.length_to_fill_s(kind, self.duration_s)
        self._loader.load(kind, self._readings.document, length_s)

    def _take(self, brought: Delivery) -> None:
        if self._loader.is_closed:
            return
        match brought:
            case Made():
                self._arrive(brought)
            case NotMade(kind, error) if self._is_tried_again(kind):
                self._coming.discard(kind)
                if isinstance(error, LostError):
                    self._comeback.begin(is_begun=False)
            case NotMade(kind, error):
                self._fail(kind, error)
            case ArrivalTold():
                self._hear(brought)
            case Timed():
                self._sharpen(brought)
            case _:
                assert_never(brought)

    def _arrive(self, made: Made) -> None:
        kind = made.kind
        if self.engine is None:
            return
        self._coming.discard(kind)
        is_unwanted = kind in self._readings and self.voice is kind is not self._loading
        if self._readings.is_late(made) or is_unwanted:
            self._readings.drop_timings(kind)
            self._loader.drop(made.narration)
            if self._loading is kind:
                self._load(kind, self._loading_at)
            return  # the language, or the choice, was changed meanwhile; what reads goes on
        old = self._readings.add(made)
        if self._loading is kind:
            self._loading = None
            self._take_over(kind, self._loading_at())
        if old is not None:
            self._loader.drop(old)
            self._readings.forget_silence()
        if self._is_tried_again(kind):
            self._come_back(kind)

    def _hear(self, came: ArrivalTold) -> None:
        """Take up again what the network gives again."""
        from briefing.ports.network import ArrivingNews  # loaded with what arrives

        if came.news is not ArrivingNews.LOST:
            self._come_back(came.kind)

    def _is_tried_again(self, kind: VoiceKind) -> bool:
        return self._comeback.is_awaited and kind is VoiceKind.RECORDING

    def _come_back(self, kind: VoiceKind) -> None:
        """Have a voice read again that could not, at the same word, unless another was chosen meanwhile."""
        if self._readings.recover(kind) and self._comeback.end():
            self._loading = None
            self._news.append(VoiceBack(kind))
            self._go_to(kind, lambda: self.spoken_offset)

    def _fail(self, kind: VoiceKind, error: BriefingError, offset: Callable[[], int] | None = None) -> None:
        self._coming.discard(kind)
        fallback = self._readings.fail(kind)
        if self._loading is kind:
            self._loading = None
        is_read = self.voice in self._readings and not self._readings.has_failed(self.voice)
        if is_read or self._loading:
            self._news.append(VoiceFailed(kind, error, None))  # the voice that reads, or comes, goes on
            return
        self._wants_play = self._wants_play and fallback is not None
        self._news.append(VoiceFailed(kind, error, fallback))
        if fallback is not None:
            if isinstance(error, LostError):
                self._comeback.begin(is_begun=kind in self._readings)
            self._go_to(fallback, offset or self._loading_at)

    def _take_over(self, kind: VoiceKind, offset: int) -> None:
        engine, narration = self.engine, self._readings.narration(kind)
        timeline = self._readings.timeline(kind)
        if engine is None or narration is None or timeline is None:
            return
        is_first = self.voice not in self._readings or engine.state is TransportState.EMPTY
        self.voice = kind
        self._declared_s = timeline.duration_s
        self._levels.apply(engine, kind)
        frame = timeline.frame_at(offset)
        if is_first:
            engine.load(narration.source, frame)
        else:
            engine.swap(narration.source, frame)
        self.cues.enter(timeline, frame)
        if self._wants_play:
            self.play()
        notice, self._loader.notice = self._loader.notice, None
        self._news.append(VoiceLoaded(kind, notice))

    def _sharpen(self, timed: Timed) -> None:
        if self._readings.is_late(timed):
            return
        old = self._readings.sharpen(timed)
        if timed.kind is self.voice and old is not None:
            self.cues.sharpen(old, timed.timeline, self.frame)
        self._news.append(TimingsSharpened(timed.progress))

    # Transport

    def play(self) -> None:
        """Play from where it stands; at the end, from the start. Waits for a voice that is on its way.

        Where no voice could be had, they are asked once more.
        """
        if self.state is TransportState.FAILED and self.timeline is None:
            self._load(self._readings.forgive(), self._loading_at)
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
            self.cues.enter(timeline, target)

    def seek_offset(self, offset: int) -> None:
        """Go to the word at `offset`, or the next one that is spoken."""
        if self.timeline:
            self.seek(self.timeline.frame_at(offset))

    def apply_levels(self) -> None:
        """Let a changed speed or volume be heard."""
        if self.engine:
            self._levels.apply(self.engine, self.voice)

    # What is heard

    def due_cues(self) -> Iterator[tuple[Cue, float]]:
        """Yield every cue that is heard by now and was not told, with its moment (monotonic seconds)."""
        engine, timeline = self.engine, self.timeline
        if engine is not None and timeline is not None:
            yield from self.cues.due(engine, timeline)

    def next_due_s(self) -> float | None:
        """Return the seconds until the next cue, or the end, is heard; None while nothing moves."""
        engine, timeline = self.engine, self.timeline
        return None if engine is None or timeline is None else self.cues.due_in_s(engine, timeline)

    def take_news(self) -> list[VoiceNews]:
        """Return what became of the voices since it was last asked, in order."""
        news, self._news = self._news, []
        return news

    def poll(self) -> Iterator[EngineNews]:
        """Yield what the engine reports; a voice that failed in mid-play is replaced at the same word."""
        if self.engine is None:
            return
        from briefing.audio.engine_events import EngineFailed  # loaded with the first voice

        self._look_for_sound(self.engine)
        if self._comeback.take_due():
            self._coming.add(VoiceKind.RECORDING)
            self._loader.load(VoiceKind.RECORDING, self._readings.document, self.duration_s or None)
        for event in self.engine.poll():
            if isinstance(event, EngineFailed):
                self._fail_here(event.error)
            else:
                yield event

    def _look_for_sound(self, engine: Engine) -> None:
        """Say that a recording which is still arriving is waited for; give it up after a while."""
        narration = self._readings.narration(self.voice)
        if narration is None or narration.watch is None or self._loading is not None:
            return  # nobody waits for what another voice is about to replace
        found = self._comeback.look(engine.starved_s)
        if found is Dry.WAITS:
            self._news.append(VoiceWaits(self.voice))
        elif found is Dry.GIVEN_UP:
            self._fail_here(LostError("It does not come fast enough."))

    def _fail_here(self, error: BriefingError) -> None:
        """Have the voice that reads replaced at the same word."""
        self._wants_play = True
        word = self.spoken_offset
        self._fail(self.voice, error, lambda: word)

    def close(self) -> None:
        """Let go of the device, then of the voices and their processes. Harmless twice."""
        self._loader.close()
