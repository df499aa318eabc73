"""The timers alone, on a fake clock."""

from __future__ import annotations

from math import inf

from briefing.session.timers import SleepTimer
from tests.fakes import FakeClock


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
