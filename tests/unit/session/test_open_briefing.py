"""One briefing of a session alone: made ready ahead of its turn, and left again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import VoiceKind
from briefing.session.arrival import Arrival
from briefing.session.look import Look
from briefing.session.open_briefing import OpenBriefing
from briefing.session.timers import SleepTimer
from briefing.settings import Settings
from tests.stage import DOCUMENT, StillTimer, ToneNarrator
from tests.unit.session.bench import Program

if TYPE_CHECKING:
    from briefing.store import Store


class Bench(Program):
    def __init__(self, store: Store) -> None:
        super().__init__()
        self.voice, self.timer = ToneNarrator(VoiceKind.SPEECH), StillTimer()
        self.closed: list[bool] = []
        arrival = Arrival(DOCUMENT, {VoiceKind.SPEECH: self.voice}, timer=self.timer, close=self._close)
        settings = Settings()
        self.briefing = OpenBriefing(
            arrival,
            settings=settings,
            memory=store,
            given=(),
            host=self.host,
            outbox=self.outbox,
            look=Look(settings, self.outbox),
            sleep=SleepTimer(self.clock),
            is_ahead=True,
        )

    def _close(self) -> None:
        self.closed.append(self.voice.source.is_closed)


def test_what_is_made_ready_ahead_leaves_the_sound_alone_until_it_enters(store: Store) -> None:
    bench = Bench(store)
    bench.briefing.load()
    bench.do_posted()
    playback = bench.briefing.playback
    assert (playback.timeline, playback.voices.take_news()) == (None, [])
    playback.enter()
    assert playback.voice is VoiceKind.SPEECH
    playback.play()
    bench.hear(0.2)
    assert bench.sink.heard.any()
    bench.briefing.close()


def test_it_is_left_with_its_timing_stopped_and_its_sound_closed_before_what_holds_it(store: Store) -> None:
    bench = Bench(store)
    bench.briefing.load()
    bench.do_posted()
    bench.briefing.playback.enter()
    bench.briefing.leave()
    assert (bench.closed, bench.timer.cancelled, bench.sink.is_started) == ([True], 1, True)
