"""The voices and the engine: who reads, where the reading is, and which word is heard now.

Rules:
1. A change of voice goes on at the start of the word that was about to be heard, so no
   word is lost and at most one is repeated.
2. Voices fall back in one order: recording, speech, nobody. Each fall says why.
3. All voices share one clock length: the recording's, else the declared one.
4. A cue is told when its first sample is heard (`Engine.heard_at`), shifted by the
   listener's sync offset; after a seek into a word, when the entry point is heard.
"""

from __future__ import annotations

from math import inf
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.errors import BriefingError, SpeechError, told
from briefing.model import Cue, TransportState, VoiceKind
from briefing.session.ahead import ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.audio.engine import (
        DeviceBack,
        DeviceLost,
        Engine,
        EngineEnded,
        EngineUnderrun,
        SinkTold,
    )
    from briefing.model import Document
    from briefing.ports import Clock, FrameSource, InBackground, Narration
    from briefing.session.arrival import Arrival
    from briefing.timeline import Timeline

    EngineNews = EngineEnded | EngineUnderrun | DeviceLost | DeviceBack | SinkTold
    """What an engine reports, but for the failures, which become `VoiceFailed`."""

LADDER: Final = (VoiceKind.RECORDING, VoiceKind.SPEECH, VoiceKind.NONE)
"""Who takes over when the one before cannot read."""
STALE_S: Final = 2.0
"""Cues that are further behind (the machine slept) are passed over instead of told in a rush."""
FALSE_S: Final = 10.0
"""Sharper timings may hold the light for so long where rougher ones had run ahead; then it goes back."""
EARLY_S: Final = 0.002
"""A cue this near is told now: no timer is finer."""


class VoiceLoaded(NamedTuple):
    """A voice is ready, and reads from now on."""

    kind: VoiceKind


class VoiceFailed(NamedTuple):
    """A voice cannot read; `fallback` takes over, None where another reads already or there is none."""

    kind: VoiceKind
    error: BriefingError
    fallback: VoiceKind | None


class TimingsSharpened(NamedTuple):
    """Words were timed; `progress` is 0 to 1, None when it is done."""

    progress: float | None


VoiceNews = VoiceLoaded | VoiceFailed | TimingsSharpened
"""What becomes of the voices; match it with `assert_never`."""


class Playback:
    """One document's voices on one engine. Lives in the face's thread; loading goes on behind it.

    What becomes of the voices, and what the engine reports, is returned by `poll` and `take_news`.
    """

    def __init__(
        self,
        briefing: Arrival,
        *,
        open_engine: Callable[[], tuple[Engine, str | None]],
        clock: Clock,
        post: Callable[[Callable[[], None]], None],
        in_background: InBackground,
    ) -> None:
        self.document, self._language = briefing.document, briefing.document.language
        self.voice = VoiceKind.NONE
        self.engine: Engine | None = None
        self.notice: str | None = None
        self.sync_offset_s = 0.0
        self._news: list[VoiceNews] = []
        self._narrators = briefing.narrators
        self._measure_s = briefing.length_s
        self._open_engine = open_engine
        self._clock = clock
        self._post = post
        self._in_background = in_background
        self._narrations: dict[VoiceKind, Narration] = {}
        self._timelines: dict[VoiceKind, Timeline] = {}
        self._early: dict[VoiceKind, Timeline] = {}
        self._opening = Lock()
        self._owned: list[Engine | FrameSource] = []
        self._loading: VoiceKind | None = None
        self._loading_at: Callable[[], int] = lambda: 0
        self._coming: set[VoiceKind] = set()
        self._failed: set[VoiceKind] = set()
        self._is_opened = False
        self._is_closed = False
        self._wants_play = False
        self._next = 0
        self._entry_frame = 0
        self._declared_s = briefing.document.media.duration_s
        self._configure: Callable[[Engine], None] = lambda _engine: None

    # What faces and handlers look at

    @property
    def state(self) -> TransportState:
        """The transport's state; LOADING while the first voice is made ready, FAILED if none could be."""
        if self.engine is None or self.voice not in self._narrations:
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
    def is_sounding(self) -> bool:
        """Whether the engine moves, or has come to its end."""
        return self.engine is not None and self.engine.state in (TransportState.PLAYING, TransportState.ENDED)

    @property
    def timeline(self) -> Timeline | None:
        """The timeline of the voice that reads, None while there is none."""
        return self._timelines.get(self.voice)

    @property
    def description(self) -> str:
        """Who reads, in words."""
        narration = self._narrations.get(self.voice)
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

    def can_read(self, kind: VoiceKind) -> bool:
        """Whether `kind` is there to be switched to."""
        return kind in self._narrators and kind not in self._failed

    # Loading

    def open(self, kind: VoiceKind, offset: Callable[[], int], configure: Callable[[Engine], None]) -> None:
        """Make the device and the first voice ready in the background, to read at `offset()`."""
        self._configure = configure
        self._is_opened = True
        self._load(kind, offset)

    def switch(self, kind: VoiceKind, offset: Callable[[], int]) -> None:
        """Go on with another voice at the word that `offset()` names when that voice is ready."""
        is_stale = kind is VoiceKind.SPEECH and self._language != self.document.language
        if kind in self._narrations and not is_stale:
            self._take_over(kind, offset())
        else:
            self._load(kind, offset)

    def read_as(self, document: Document, offset: Callable[[], int]) -> None:
        """Have the same text read in its new language; speech begins anew at the word of `offset()`."""
        self.document = document
        self._failed.discard(VoiceKind.SPEECH)
        if self.choice is VoiceKind.SPEECH:
            self._load(VoiceKind.SPEECH, offset)

    def renew_timings(self) -> bool:
        """Time the words of the recording anew, in the background; False if no timings came with it."""
        narration = self._narrations.get(VoiceKind.RECORDING)
        if narration is None or narration.renew is None:
            return False
        self._in_background(narration.renew)
        return True

    def _load(self, kind: VoiceKind, offset: Callable[[], int]) -> None:
        self._loading, self._loading_at = kind, offset
        if kind in self._coming:
            return
        self._coming.add(kind)
        document, length_s = self.document, self.duration_s or None
        if kind in self._narrations:  # another language takes its own time
            recorded = self._timelines.get(VoiceKind.RECORDING)
            length_s = recorded.duration_s if recorded else document.media.duration_s

        def sharpen(timeline: Timeline, progress: float | None) -> None:
            self._post(lambda: self._sharpen(kind, timeline, progress, document.language))

        def load() -> None:
            try:
                wait_for_device = ahead(self._open_device)
                narration = self._narrators[kind].narrate(document, length_s or self._measure_s(), sharpen)
                self._own(narration.source)
                wait_for_device()
            except Exception as error:  # noqa: BLE001  # nobody else would see it, and loading would never end
                failure = told(error)
                self._post(lambda: self._fail(kind, failure))
                return
            self._post(lambda: self._arrive(kind, narration, document.language))

        self._in_background(load)

    def _open_device(self) -> None:
        """Open the device, once for all voices. From any thread."""
        with self._opening:
            if self.engine is None:
                engine, self.notice = self._open_engine()
                self._own(engine)
                self.engine = engine

    def _own(self, made: Engine | FrameSource) -> None:
        """Have `made` closed at the end, or now if that has been. From any thread."""
        self._owned.append(made)
        if self._is_closed:
            made.close()

    def _arrive(self, kind: VoiceKind, narration: Narration, language: str | None) -> None:
        if self._is_closed or self.engine is None:
            return
        self._coming.discard(kind)
        timeline = self._early.pop(kind, narration.timeline)
        old = self._narrations.get(kind)
        is_late = kind is VoiceKind.SPEECH and language != self.document.language
        if is_late or (old is not None and self.voice is kind is not self._loading):
            self._in_background(narration.source.close)
            if self._loading is kind:
                self._load(kind, self._loading_at)
            return  # the language, or the choice, was changed meanwhile; what reads goes on
        self._configure(self.engine)
        if kind is VoiceKind.SPEECH:
            self._language = language
        self._narrations[kind], self._timelines[kind] = narration, timeline
        if self._loading is kind:
            self._loading = None
            self._take_over(kind, self._loading_at())
        if old is not None:
            self._in_background(old.source.close)
            if VoiceKind.RECORDING not in self._narrations:  # the clock that all share has another length
                self._narrations.pop(VoiceKind.NONE, None)

    def _fail(self, kind: VoiceKind, error: BriefingError, offset: Callable[[], int] | None = None) -> None:
        if self._is_closed:
            return
        self._coming.discard(kind)
        self._failed.add(kind)
        if self._loading is kind:
            self._loading = None
        is_read = self.voice in self._narrations and self.voice is not kind and self.voice not in self._failed
        if is_read or self._loading:
            self._news.append(VoiceFailed(kind, error, None))  # the voice that reads, or comes, goes on
            return
        fallback = next((k for k in LADDER[LADDER.index(kind) + 1 :] if self.can_read(k)), None)
        self._wants_play = self._wants_play and fallback is not None
        self._news.append(VoiceFailed(kind, error, fallback))
        if fallback is not None:
            self.switch(fallback, offset or self._loading_at)

    def _take_over(self, kind: VoiceKind, offset: int) -> None:
        engine = self.engine
        if engine is None:
            return
        is_first = self.voice not in self._narrations or engine.state is TransportState.EMPTY
        self.voice = kind
        narration, timeline = self._narrations[kind], self._timelines[kind]
        self._declared_s = timeline.duration_s
        frame = timeline.frame_at(offset)
        if is_first:
            engine.load(narration.source, frame)
        else:
            engine.swap(narration.source, frame)
        self._enter(frame)
        if self._wants_play:
            self.play()
        self._news.append(VoiceLoaded(kind))

    def _sharpen(self, kind: VoiceKind, timeline: Timeline, progress: float | None, tag: str | None) -> None:
        if self._is_closed or (kind is VoiceKind.SPEECH and tag != self.document.language):
            return
        if kind not in self._narrations or (kind is VoiceKind.SPEECH and tag != self._language):
            self._early[kind] = timeline
            self._news.append(TimingsSharpened(progress))
            return
        old = self._timelines.get(kind)
        self._timelines[kind] = timeline
        if kind is self.voice and old is not None:
            told = old[self._next - 1].span if 0 < self._next <= len(old) else None
            index = timeline.index_of(told.stop if told else 0)
            # What is lit stays, and waits for the sound; but not where it was only guessed, and so
            # far from what is heard that it would stand there wrongly for long.
            if told and timeline.frame_at(told.start) - self.frame > FALSE_S * timeline.rate_hz:
                index = timeline.index_at(self.frame) or 0
            self._next = len(timeline) if index is None else index
        self._news.append(TimingsSharpened(progress))

    # Transport

    def play(self) -> None:
        """Play from where it stands; at the end, from the start. Waits for a voice that is on its way.

        Where no voice could be had, they are asked once more.
        """
        if self.state is TransportState.FAILED and self.timeline is None:
            self._failed.clear()
            self._load(next(kind for kind in LADDER if kind in self._narrators), self._loading_at)
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
            self._enter(target)

    def seek_offset(self, offset: int) -> None:
        """Go to the word at `offset`, or the next one that is spoken."""
        if self.timeline:
            self.seek(self.timeline.frame_at(offset))

    def _enter(self, frame: int) -> None:
        timeline = self.timeline
        self._entry_frame = frame
        index = timeline.index_at(frame) if timeline else None
        self._next = 0 if index is None else index
        if timeline and index is not None and timeline[index].stop_frame <= frame < timeline.length_frames:
            self._next = index + 1

    @property
    def spoken_offset(self) -> int:
        """The offset of the word that is heard, or that a change of voice has to begin with."""
        timeline = self.timeline
        if timeline is None or self.engine is None:
            return 0
        return timeline.offset_at(self.engine.head_frame())

    # What is heard

    def next_at_s(self, frame: int) -> float:
        """Return the seconds until the engine is given `frame`; 0 if it was, infinity while nothing moves."""
        if self.engine is None or not self.is_sounding:
            return inf
        left = frame - self.engine.head_frame()
        return max(0.0, left / self.engine.rate_hz / self.engine.speed)

    def due_cues(self) -> Iterator[tuple[Cue, float]]:
        """Yield every cue that is heard by now and was not told, with its moment (monotonic seconds)."""
        while (due := self._next_due()) is not None:
            cue, heard_at = due
            late = self._clock() - heard_at - self.sync_offset_s
            if late < -EARLY_S:
                return
            self._next += 1
            current = self.timeline.index_at(self.frame) if self.timeline and late > STALE_S else None
            if current is None or current < self._next:
                yield cue, heard_at
            else:
                self._next = current

    def next_due_s(self) -> float | None:
        """Return the seconds until the next cue, or the end, is heard; None while nothing moves."""
        engine, timeline = self.engine, self.timeline
        if engine is None or timeline is None or engine.state is not TransportState.PLAYING:
            return None
        due = self._next_due()
        heard_at = due[1] + self.sync_offset_s if due else engine.heard_at(timeline.length_frames)
        return None if heard_at is None else max(0.0, heard_at - self._clock())

    def _next_due(self) -> tuple[Cue, float] | None:
        timeline, engine = self.timeline, self.engine
        if engine is None or timeline is None or self._next >= len(timeline) or not self.is_sounding:
            return None
        cue = timeline[self._next]
        heard_at = engine.heard_at(max(cue.start_frame, self._entry_frame))
        return None if heard_at is None else (cue, heard_at)

    def take_news(self) -> list[VoiceNews]:
        """Return what became of the voices since it was last asked, in order."""
        news, self._news = self._news, []
        return news

    def poll(self) -> Iterator[EngineNews]:
        """Yield what the engine reports; a voice that failed in mid-play is replaced at the same word."""
        if self.engine is None:
            return
        from briefing.audio.engine import EngineFailed  # it is loaded with the first voice

        for event in self.engine.poll():
            if isinstance(event, EngineFailed):
                self._wants_play = True
                word = self.spoken_offset
                failure = event.error
                error = failure if isinstance(failure, BriefingError) else SpeechError(str(failure))
                self._fail(self.voice, error, lambda word=word: word)  # type: ignore[misc]
            else:
                yield event

    def close(self) -> None:
        """Let go of the device, then of the voices and their processes. Harmless twice."""
        self._is_closed = True
        for made in sorted(self._owned, key=lambda made: made is not self.engine):
            made.close()
