from __future__ import annotations

import threading

import pytest

from briefing.processes.deadlines import Deadlines

LONG_S = 60.0
"""Longer than any test takes."""
PATIENCE_S = 60.0


def watchers() -> int:
    return sum(thread.name == "deadlines" for thread in threading.enumerate())


def test_what_takes_too_long_is_given_up() -> None:
    given_up = threading.Event()
    with Deadlines().within(0.01, given_up.set):
        assert given_up.wait(PATIENCE_S)


def test_what_is_done_in_time_is_not_given_up() -> None:
    deadlines, in_time, late = Deadlines(), threading.Event(), threading.Event()
    with deadlines.within(0.05, in_time.set):
        pass
    with deadlines.within(0.1, late.set):
        assert late.wait(PATIENCE_S)
    assert not in_time.is_set()


@pytest.mark.parametrize("long_s", [LONG_S, 0.05], ids=["far", "missed"])
def test_a_deadline_waits_for_no_other_one(long_s: float) -> None:
    deadlines, near = Deadlines(), threading.Event()
    with deadlines.within(long_s, lambda: None), deadlines.within(0.1, near.set):
        assert near.wait(PATIENCE_S)


def test_a_deadline_is_kept_after_another_one_was_missed() -> None:
    deadlines, first, second = Deadlines(), threading.Event(), threading.Event()
    for missed in (first, second):
        with deadlines.within(0.01, missed.set):
            assert missed.wait(PATIENCE_S)


def test_many_answers_in_time_take_one_thread() -> None:
    deadlines, before = Deadlines(), watchers()
    for _ in range(100):
        with deadlines.within(LONG_S, lambda: None):
            assert watchers() <= before + 1
