"""The timers alone, on a fake clock."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import pytest

from briefing.session.timers import Loop, SleepTimer
from tests.fakes import FakeClock
from tests.stage import DOCUMENT, WORD_S, narrated_words
from tests.unit.session.bench import PlaybackBench

if TYPE_CHECKING:
    from briefing.store import Store


def test_a_sleep_timer_runs_out_once_and_not_before_its_time() -> None:
    clock = FakeClock()
    sleep = SleepTimer(clock)
    assert (sleep.left_s, sleep.take_due()) == (None, False)
    sleep.set(60)
    clock.advance(59)
    assert (sleep.left_s, sleep.take_due()) == (1, False)
    clock.advance(5)
    assert [sleep.take_due(), sleep.take_due(), sleep.left_s] == [True, False, None]


def test_a_sleep_timer_for_the_end_waits_for_it_alone() -> None:
    sleep = SleepTimer(FakeClock())
    sleep.set(inf)
    assert (sleep.left_s, sleep.take_due()) == (inf, False)
    sleep.end()
    assert sleep.left_s is None
    sleep.set(60)
    sleep.end()
    assert sleep.left_s == 60


def test_a_loop_has_its_start_marked_then_its_end_and_then_it_is_gone() -> None:
    loop = Loop()
    loop.mark(20)
    for not_after in (20, 10):
        with pytest.raises(ValueError, match=str(not_after)):
            loop.mark(not_after)
    assert (loop.start, loop.stop) == (20, None)
    loop.mark(30)
    assert (loop.start, loop.stop) == (20, 30)
    loop.mark(40)
    assert (loop.start, loop.stop) == (None, None)


def test_a_loop_goes_back_when_its_end_was_given_to_the_device_and_waits_exactly_till_then(
    store: Store,
) -> None:
    bench = PlaybackBench(store)
    bench.open()
    words = narrated_words(DOCUMENT)
    loop = Loop()
    loop.mark(words[0].start)
    loop.mark(words[1].start)
    assert loop.go_round(bench.playback) == inf
    bench.playback.play()
    bench.hear(0.4)
    assert loop.go_round(bench.playback) == pytest.approx(2 * WORD_S - 0.4)
    assert Loop().go_round(bench.playback) == inf
    bench.hear(0.7)
    assert loop.go_round(bench.playback) == inf
    assert bench.playback.spoken_offset == words[0].start
