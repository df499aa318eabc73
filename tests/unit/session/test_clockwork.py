"""The clockwork alone: when it wants to be called again, and what it tells of what happens by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import AudioError
from briefing.events import Announced, CueChanged, Ended, Failed, TimelineChanged, Underrun
from briefing.model import Light, TransportState, VoiceKind
from briefing.session.clockwork import IDLE_S, Clockwork
from briefing.session.look import Look
from briefing.session.sentence_ends import SentenceEnds
from briefing.session.timers import Loop, SleepTimer, Wish
from briefing.session.timing import Timing
from briefing.settings import Settings
from tests.stage import DOCUMENT, WORD_S, StillTimer, ToneNarrator, narrated_words
from tests.unit.session.bench import ReaderBench

if TYPE_CHECKING:
    from briefing.store import Store


class Bench(ReaderBench):
    """A clockwork, the reader that it moves, and the parts that it looks at."""

    def __init__(self, store: Store, recording: ToneNarrator | None = None, at: str = "") -> None:
        super().__init__(store, recording)
        self.look = Look(Settings(), self.outbox)
        self.loop, self.sleep = Loop(), SleepTimer(self.clock)
        self.clockwork = Clockwork(
            self.reader,
            outbox=self.outbox,
            look=self.look,
            loop=self.loop,
            ends=lambda: SentenceEnds(Wish(Settings()), self.reader, self.loop, self.outbox),
            sleep=self.sleep,
            timing=Timing(StillTimer(), self.outbox),
            at=at,
        )

    def play(self) -> None:
        self.open()
        self.clockwork.tick()
        self.reader.playback.play()
        self.clockwork.tick()
        self.told.clear()

    @property
    def said(self) -> list[str]:
        return [event.text for event in self.told if isinstance(event, Announced)]


def test_while_nothing_moves_it_may_sleep_for_a_while(store: Store) -> None:
    assert Bench(store).clockwork.tick() == IDLE_S


def test_while_it_plays_it_is_due_with_the_next_word(store: Store) -> None:
    bench = Bench(store)
    bench.play()
    bench.hear(0.2)
    assert bench.clockwork.tick() == pytest.approx(WORD_S - 0.2)
    bench.hear(0.4)
    bench.clockwork.tick()
    cues = [event for event in bench.told if isinstance(event, CueChanged)]
    assert [cue.word for cue in cues] == narrated_words(DOCUMENT)[1:2]


def test_words_are_told_with_the_light_that_is_wanted_now(store: Store) -> None:
    bench = Bench(store)
    bench.play()
    bench.look.set_light(Light.OFF)
    bench.hear(0.6)
    bench.clockwork.tick()
    assert [event.lit for event in bench.told if isinstance(event, CueChanged)] == [None]


def test_a_voice_that_was_loaded_is_said_only_where_it_is_another_than_was_said(store: Store) -> None:
    same, other = Bench(store), Bench(store)
    assert same.clockwork.expect(VoiceKind.RECORDING) == "Recording."
    assert other.clockwork.expect(VoiceKind.SPEECH) == "Speech."
    for bench in (same, other):
        bench.open()
        bench.clockwork.tell_news()
    assert same.said == []
    assert other.said == ["Recording."]


def test_a_voice_that_was_chosen_from_a_list_is_not_said_again(store: Store) -> None:
    bench = Bench(store)
    bench.clockwork.know(VoiceKind.RECORDING)
    bench.open()
    bench.clockwork.tell_news()
    assert bench.said == []


def test_where_to_begin_is_gone_to_once_when_a_voice_is_there(store: Store) -> None:
    bench = Bench(store, at="0:01").open()
    bench.clockwork.tell_news()
    assert bench.reader.cursor.place == narrated_words(DOCUMENT)[2].start
    wrong = Bench(store, at="nowhere").open()
    wrong.clockwork.tell_news()
    assert "nowhere" in wrong.said[-1]
    assert isinstance(wrong.told[-2], TimelineChanged)


def test_the_end_is_told_and_said_and_ends_a_sleep_timer_that_waits_for_it(store: Store) -> None:
    bench = Bench(store)
    bench.play()
    bench.sleep.set(float("inf"))
    bench.hear(bench.reader.playback.duration_s + 0.1)
    bench.clockwork.tick()
    assert Ended() in bench.told
    assert bench.said[-1] == "End of the briefing."
    assert bench.sleep.left_s is None


def test_in_a_loop_the_end_is_no_end(store: Store) -> None:
    bench = Bench(store)
    bench.play()
    words = narrated_words(DOCUMENT)
    bench.loop.mark(words[0].start)
    bench.loop.mark(words[-1].start)
    bench.hear(bench.reader.playback.duration_s + 0.1)
    bench.clockwork.tick()
    assert Ended() not in bench.told
    assert bench.reader.playback.state is TransportState.PLAYING


def test_a_sleep_timer_pauses_in_its_time_and_says_so(store: Store) -> None:
    bench = Bench(store)
    bench.play()
    bench.sleep.set(0.3)
    assert bench.clockwork.tick() == pytest.approx(0.3)
    bench.hear(0.31)
    bench.clockwork.tick()
    assert bench.said == ["Sleep timer: paused."]
    assert bench.reader.playback.state is TransportState.PAUSED


def test_a_voice_that_breaks_is_told_with_the_reason(store: Store) -> None:
    error = AudioError("The file ends here.")
    bench = Bench(store, ToneNarrator(VoiceKind.RECORDING, error=error, broken_at_s=0.5))
    bench.play()
    bench.hear(1)
    bench.clockwork.tick()
    (failed,) = [event for event in bench.told if isinstance(event, Failed)]
    assert "The file ends here." in failed.message
    assert failed.message in bench.said


def test_a_device_that_ran_dry_or_went_away_is_told(store: Store) -> None:
    bench = Bench(store)
    bench.play()
    bench.sink.underrun_frames = 480
    bench.sink.is_lost = True
    bench.clockwork.tick()
    assert Underrun(480) in bench.told
    bench.sink.is_lost = False
    bench.clockwork.tick()
    assert bench.said == [
        "The sound device went away. Waiting for it to come back.",
        "The sound is back.",
    ]
