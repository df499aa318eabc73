"""Parts of a session with the little that each needs around it, and no session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from briefing.audio.engine import Engine
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.model import VoiceKind
from briefing.session.arrival import Arrival
from briefing.session.device import SoundDevice
from briefing.session.heard import HeardSoFar
from briefing.session.host import Host
from briefing.session.keeping import Keeping
from briefing.session.levels import Levels
from briefing.session.outbox import Outbox
from briefing.session.playback import Playback
from briefing.session.reader import Reader
from briefing.settings import Settings
from tests.fakes import FakeClock, ManualSink
from tests.stage import DOCUMENT, PULL_FRAMES, WORD_S, ToneNarrator

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.events import Event
    from briefing.session.arrival import Tags
    from briefing.session.news import VoiceNews
    from briefing.store import Store


class Program:
    """What is around a part: time, a device that is pulled by hand, an outbox, no background."""

    def __init__(self, notice: str | None = None) -> None:
        self.clock = FakeClock()
        self.sink = ManualSink(self.clock)
        self.told: list[Event] = []
        self.outbox = Outbox()
        self.outbox.subscribe(self.told.append)
        self.host = Host(self.clock, SoundDevice(self._open_engine), lambda work: work())
        self._notice = notice

    def _open_engine(self) -> tuple[Engine, str | None]:
        engine = Engine(self.clock, self.sink)
        engine.open()
        return engine, self._notice

    def hear(self, seconds: float) -> None:
        """Let time pass, without a look at what happens."""
        for _ in range(round(seconds * ENGINE_RATE_HZ / PULL_FRAMES)):
            self.sink.pull(PULL_FRAMES)

    def do_posted(self) -> None:
        while self.outbox.do_next():
            pass


class PlaybackBench(Program):
    """A playback of a recording and of speech, which takes twice as long over each word."""

    def __init__(
        self, store: Store, recording: ToneNarrator | None = None, notice: str | None = None
    ) -> None:
        super().__init__(notice)
        self.recording = recording or ToneNarrator(VoiceKind.RECORDING)
        settings = Settings()
        self.levels = Levels(settings, Keeping(store, DOCUMENT, settings, ()))
        speech = ToneNarrator(VoiceKind.SPEECH, 2 * WORD_S)
        self.playback = Playback(
            Arrival(DOCUMENT, {VoiceKind.RECORDING: self.recording, VoiceKind.SPEECH: speech}),
            host=self.host,
            levels=self.levels,
            post=self.outbox.post,
        )

    def open(self, kind: VoiceKind = VoiceKind.RECORDING) -> list[VoiceNews]:
        """Load a voice, and what takes its place; return what is told of it."""
        self.playback.open(kind, lambda: 0)
        self.do_posted()
        return self.playback.voices.take_news()

    def switch(self, kind: VoiceKind) -> None:
        """Let another voice read from the start."""
        self.playback.switch(kind, lambda: 0)
        self.do_posted()


class ReaderBench(Program):
    """A reader of a recording."""

    def __init__(
        self,
        store: Store,
        recording: ToneNarrator | None = None,
        *,
        is_stand_in: bool = False,
        tags: Callable[[], Tags] | None = None,
    ) -> None:
        super().__init__()
        settings = Settings()
        recording = recording or ToneNarrator(VoiceKind.RECORDING)
        self.reader = Reader(
            Arrival(DOCUMENT, {VoiceKind.RECORDING: recording}, tags=tags),
            settings=settings,
            keeping=Keeping(store, DOCUMENT, settings, (), is_stand_in=is_stand_in),
            heard=HeardSoFar(),
            host=self.host,
            outbox=self.outbox,
        )

    def open(self) -> Self:
        self.reader.playback.open(VoiceKind.RECORDING, lambda: self.reader.cursor.place)
        self.do_posted()
        return self
