"""Work that is begun before it is waited for."""

from __future__ import annotations

import threading

import pytest

from briefing.session.ahead import ahead


def test_it_goes_on_meanwhile_and_is_done_when_it_was_waited_for() -> None:
    may_end = threading.Event()
    done: list[str] = []

    def work() -> None:
        assert may_end.wait(60)
        done.append("work")

    wait = ahead(work)
    assert done == []
    may_end.set()
    wait()
    assert done == ["work"]


def test_what_it_raised_is_raised_where_it_is_waited_for() -> None:
    def work() -> None:
        raise KeyError("gone")

    wait = ahead(work)
    with pytest.raises(KeyError, match="gone"):
        wait()
