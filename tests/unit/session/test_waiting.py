"""What is said while a page comes over the network: seldom, and in words."""

from __future__ import annotations

import pytest

from briefing.loading import Loading
from briefing.session.waiting import Waiting
from tests.fakes import FakeClock

Told = list[tuple[int, str]]


class Line:
    """A page that comes over a line, a second at a time."""

    def __init__(self) -> None:
        self.loading, self.clock = Loading("example.org"), FakeClock()
        self.waiting = Waiting(self.loading, self.clock)
        self.passed_s = 0

    def give(self, seconds: int, bytes_a_second: int, whole_bytes: int | None = None) -> Told:
        """Let time pass; return what was said, each with its second."""
        told = []
        for _ in range(seconds):
            self.clock.advance(1.0)
            self.passed_s += 1
            if bytes_a_second:
                self.loading.tell(self.loading.done_bytes + bytes_a_second, whole_bytes)
            if sentence := self.waiting.take_due():
                told.append((self.passed_s, sentence.partition("\x0e")[0].strip()))
        return told


def test_a_page_that_comes_quickly_is_not_talked_about() -> None:
    assert Line().give(1, 60_000, 60_000) == []


def test_a_slow_page_is_told_by_quarters() -> None:
    assert Line().give(20, 50_000, 1_000_000) == [
        (5, "Loading the page, 25 percent."),
        (10, "Loading the page, 50 percent."),
        (15, "Loading the page, 75 percent."),
    ]


def test_quarters_that_come_faster_than_they_are_spoken_are_left_out() -> None:
    told = Line().give(4, 250_000, 1_000_000)
    assert told == [(2, "Loading the page, 50 percent.")]


def test_a_page_of_unknown_length_is_told_by_amounts_now_and_then() -> None:
    assert Line().give(12, 200_000) == [
        (5, "Loading the page, 1 megabyte."),
        (10, "Loading the page, 2 megabytes."),
    ]


def test_a_server_that_sends_nothing_is_named_ever_more_seldom() -> None:
    assert Line().give(30, 0) == [
        (3, "Waiting for example.org."),
        (6, "Still waiting for example.org, 6 seconds."),
        (12, "Still waiting for example.org, 12 seconds."),
        (24, "Still waiting for example.org, 24 seconds."),
    ]


def test_a_stall_in_the_middle_is_told_and_its_end_by_what_comes() -> None:
    line = Line()
    assert line.give(6, 50_000, 1_000_000) == [(5, "Loading the page, 25 percent.")]
    assert line.give(4, 0, 1_000_000) == [(9, "Waiting for example.org.")]
    assert line.give(5, 50_000, 1_000_000) == [(14, "Loading the page, 50 percent.")]


@pytest.mark.parametrize("given", [0, 100])
def test_what_has_come_or_failed_is_waited_for_no_longer(given: int) -> None:
    line = Line()
    line.give(1, given)
    line.loading.is_over = True
    assert line.give(60, 0) == []
    assert line.waiting.now == ""


def test_how_it_gets_on_is_there_whenever_it_is_asked() -> None:
    line = Line()
    assert line.waiting.now.startswith("Waiting for example.org.")
    line.give(1, 400_000, 1_000_000)
    assert line.waiting.now == "Loading the page, 40 percent."
    line.give(1, 100_000, None)
    assert line.waiting.now == "Loading the page, 500 kilobytes."
