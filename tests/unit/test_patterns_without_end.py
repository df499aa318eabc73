"""Lines that some patterns could take ages over: they are read in time that grows with their length."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from briefing.formats.markdown_writer import write_document
from briefing.formats.pages import captions
from briefing.formats.pages.furniture import CLOCK, Furniture
from briefing.formats.pages.html.reader import read
from briefing.formats.pages.lines import count_words, measure
from briefing.formats.plain import read_text
from briefing.formats.source import Head
from briefing.formats.timed import lrc, recognised
from tests.builders import make_document

if TYPE_CHECKING:
    from collections.abc import Callable


def grows_evenly(work: Callable[[int], object], few: int) -> bool:
    """Return whether four times as much takes far less than sixteen times as long; the best of three."""

    def cost_s(count: int) -> float:
        began_s = time.process_time()
        work(count)
        return time.process_time() - began_s

    few_s, many_s = (min(cost_s(count) for _ in range(3)) for count in (few, 4 * few))
    return many_s < 8 * few_s


def test_clock_times_in_a_row_that_are_no_player_do_not_hold_up_the_reading() -> None:
    assert not CLOCK.fullmatch("10:10 " * 60 + "x")  # doubled with each of them before
    assert CLOCK.fullmatch("0:00 0:00:23 / 3:48")


def test_signs_without_a_word_are_looked_through_once() -> None:
    assert grows_evenly(lambda count: count_words("<" * count), 20_000)


@pytest.mark.parametrize("unit", ["mp3|", "(photo ", "(صورة", "10:10 ", "1", "<", "a.", "/ A"])
def test_a_line_as_long_as_a_page_is_measured_in_time_that_grows_with_its_length(unit: str) -> None:
    def look(count: int) -> None:
        line = measure((unit * count).strip() + "\x00")
        captions.is_caption([line], 0)

    assert grows_evenly(look, 8_000)


def test_a_long_line_without_a_letter_is_nothing_to_read() -> None:
    assert measure("1 " * 9_999).kind is Furniture.NUMBER


def test_a_page_of_nothing_but_teasers_is_read_in_time_that_grows_with_their_number() -> None:
    def look(count: int) -> None:
        teaser = b"<h2><a href=/x>Another story</a></h2><p>A few words of it.</p>"
        read(b"<!doctype html><article>" + teaser * count, "")

    assert grows_evenly(look, 800)


def test_a_line_of_spaces_in_lyrics_is_looked_through_once() -> None:
    assert grows_evenly(lambda count: lrc.score(Head(b"", " " * count, ".lrc")), 20_000)


def test_spans_of_a_transcript_that_never_close_are_looked_through_once() -> None:
    assert grows_evenly(lambda count: recognised.read(json.dumps({"text": "<span " * count})), 2_000)


def test_signs_of_numbers_without_end_are_written_in_time_that_grows_with_their_number() -> None:
    assert grows_evenly(lambda count: write_document(make_document("A" + "#" * count + " b")), 8_000)


def test_a_row_of_syllables_without_a_space_is_read_in_time_that_grows_with_its_length() -> None:
    rows = "마을 사람들이 다리를 건너지 못해 배를\n타고 강을 건넜다고 한다\n"
    assert grows_evenly(lambda count: read_text(rows + "가" * count + ".\n가\n"), 8_000)
