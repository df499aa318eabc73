"""Timed texts as they are found: each test is named for what went wrong with one."""

from __future__ import annotations

import time

import pytest

from briefing.formats.timed.transcript import timed_words
from tests.unit.formats.timed.timed_lines import lines_of


def test_cues_that_overlap_or_are_nested_delay_nothing() -> None:
    text = (
        "WEBVTT\n\n00:00.000 --> 01:50.000\nAll along\n\n00:01.000 --> 00:03.000\nouter words\n\n"
        "00:02.000 --> 00:02.500\ninner\n\n00:04.000 --> 00:05.000\nlast\n"
    )
    found = {word.text: (word.start_s, word.stop_s) for word in timed_words(lines_of(text))}
    assert (found["inner"], found["last"]) == ((2, 2.5), (4, 5))
    assert found["outer"][0] == 1
    assert found["All"][0] == 0


def test_cues_of_the_same_time_share_it_so_that_each_has_a_length() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\nhere\n\n00:01.000 --> 00:03.000\nhere\n"
    words = timed_words(lines_of(text))
    assert [(word.start_s, word.stop_s) for word in words] == [(1, 2), (2, 3)]


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\n", "<a"),
        ("1\n00:00:01,000 --> 00:00:02,000\n", "{\\"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n", "{\\"),
        ("[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,", "{"),
    ],
)
def test_markup_that_never_closes_is_looked_through_once(head: str, unit: str) -> None:
    def took(count: int) -> float:
        start = time.process_time()
        assert lines_of(head + unit * count)
        return time.process_time() - start

    assert took(80_000) < 10 * took(20_000)  # four times the text; sixteen times as long before
