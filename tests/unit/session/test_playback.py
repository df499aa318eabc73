"""The voices alone: what is loaded, who takes over, and what is told of it, without a session."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import pytest

from briefing.audio.engine import Engine, EngineEnded
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.errors import AudioError
from briefing.model import TransportState, VoiceKind
from briefing.session.arrival import Arrival
from briefing.session.host import Host
from briefing.session.keeping import Keeping
from briefing.session.levels import Levels
from briefing.session.news import TimingsSharpened, VoiceFailed, VoiceLoaded
from briefing.session.outbox import Outbox
from briefing.session.playback import Playback
from briefing.session.timers import NO_LOOP, go_round
from briefing.settings import Settings
from briefing.store import Store
from tests.fakes import FakeClock, ManualSink
from tests.stage import DOCUMENT, PULL_FRAMES, WORD_S, ToneNarrator, narrated_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.session.news import VoiceNews


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store.in_memory()
    yield store
    store.close()


class Bench:
    """A playback and the little that it needs."""

    def __init__(self, store: Store, recording: ToneNarrator, notice: str | None = None) -> None:
        self.clock = FakeClock()
        self.sink = ManualSink(self.clock)
        self.outbox = Outbox()
        self.notice = notice
        self.recording = recording
        settings = Settings()
        self.levels = Levels(settings, Keeping(store, DOCUMENT, settings, ()))
        speech = ToneNarrator(VoiceKind.SPEECH, 2 * WORD_S)
        self.playback = Playback(
            Arrival(DOCUMENT, {VoiceKind.RECORDING: recording, VoiceKind.SPEECH: speech}),
            host=Host(self.clock, self._open_engine, lambda work: work()),
            levels=self.levels,
            post=self.outbox.post,
        )

    def _open_engine(self) -> tuple[Engine, str | None]:
        engine = Engine(self.clock, self.sink)
        engine.open()
        return engine, self.notice

    def hear(self, seconds: float) -> None:
        """Let time pass, without a look at what happens."""
        for _ in range(round(seconds * ENGINE_RATE_HZ / PULL_FRAMES)):
            self.sink.pull(PULL_FRAMES)

    def open(self) -> list[VoiceNews]:
        """Load the recording, and what takes its place; return what is told of it."""
        self.playback.open(VoiceKind.RECORDING, lambda: 0)
        while self.outbox.do_next():
            pass
        return self.playback.take_news()


def test_a_voice_that_was_loaded_is_told_once_with_the_notice_of_the_device(store: Store) -> None:
    bench = Bench(store, ToneNarrator(VoiceKind.RECORDING), "There is no sound device.")
    before = bench.playback.state
    assert bench.open() == [VoiceLoaded(VoiceKind.RECORDING, "There is no sound device.")]
    assert (before, bench.playback.state) == (TransportState.LOADING, TransportState.PAUSED)
    assert bench.playback.take_news() == []
    bench.playback.switch(VoiceKind.SPEECH, lambda: 0)
    bench.outbox.do_next()
    assert bench.playback.take_news() == [VoiceLoaded(VoiceKind.SPEECH, None)]


def test_a_voice_that_cannot_be_had_is_told_before_the_one_that_takes_over(store: Store) -> None:
    error = AudioError("The file is damaged.")
    bench = Bench(store, ToneNarrator(VoiceKind.RECORDING, error=error))
    assert bench.open() == [
        VoiceFailed(VoiceKind.RECORDING, error, VoiceKind.SPEECH),
        VoiceLoaded(VoiceKind.SPEECH, None),
    ]
    assert not bench.playback.can_read(VoiceKind.RECORDING)


def test_a_voice_that_breaks_in_mid_play_is_replaced_at_the_same_word(store: Store) -> None:
    error = AudioError("The file ends here.")
    bench = Bench(store, ToneNarrator(VoiceKind.RECORDING, error=error, broken_at_s=1.2))
    bench.open()
    bench.playback.play()
    bench.hear(2)
    assert list(bench.playback.poll()) == []
    while bench.outbox.do_next():
        pass
    assert bench.playback.take_news() == [
        VoiceFailed(VoiceKind.RECORDING, error, VoiceKind.SPEECH),
        VoiceLoaded(VoiceKind.SPEECH, None),
    ]
    assert bench.playback.state is TransportState.PLAYING
    assert bench.playback.spoken_offset == narrated_words(DOCUMENT)[2].start


def test_the_end_is_reported_by_the_engine(store: Store) -> None:
    bench = Bench(store, ToneNarrator(VoiceKind.RECORDING))
    bench.open()
    bench.playback.play()
    bench.hear(bench.playback.duration_s + 0.1)
    assert list(bench.playback.poll()) == [EngineEnded()]
    assert bench.playback.state is TransportState.ENDED


def test_sharper_timings_replace_those_of_the_voice_that_reads(store: Store) -> None:
    bench = Bench(store, ToneNarrator(VoiceKind.RECORDING))
    bench.open()
    timeline = bench.playback.timeline
    assert timeline is not None
    sharper = timeline.sharpened(timeline[0].span, [timeline[0]._replace(confidence=0.5)])
    bench.recording.on_timeline(sharper, 0.25)
    assert bench.playback.timeline is timeline
    bench.outbox.do_next()
    assert bench.playback.timeline is sharper
    assert bench.playback.take_news() == [TimingsSharpened(0.25)]


def test_a_voice_reads_with_the_speed_that_is_set_before_it_is_there(store: Store) -> None:
    bench = Bench(store, ToneNarrator(VoiceKind.RECORDING))
    bench.levels.set_speed(9)
    bench.open()
    assert bench.playback.engine is not None
    assert bench.playback.engine.speed == 4
    bench.levels.set_speed(1.5)
    bench.playback.apply_levels()
    assert bench.playback.engine.speed == 1.5


def test_what_comes_after_the_end_is_told_to_nobody(store: Store) -> None:
    bench = Bench(store, ToneNarrator(VoiceKind.RECORDING))
    bench.playback.open(VoiceKind.RECORDING, lambda: 0)
    bench.playback.close()
    bench.outbox.do_next()
    assert bench.playback.take_news() == []
    assert bench.recording.source.is_closed


def test_a_loop_goes_back_when_its_end_was_given_to_the_device_and_waits_exactly_till_then(
    store: Store,
) -> None:
    bench = Bench(store, ToneNarrator(VoiceKind.RECORDING))
    bench.open()
    words = narrated_words(DOCUMENT)
    loop = (words[0].start, words[1].start)
    assert go_round(loop, bench.playback) == inf
    bench.playback.play()
    bench.hear(0.4)
    assert go_round(loop, bench.playback) == pytest.approx(2 * WORD_S - 0.4)
    assert go_round(NO_LOOP, bench.playback) == inf
    bench.hear(0.7)
    assert go_round(loop, bench.playback) == inf
    assert bench.playback.spoken_offset == words[0].start
