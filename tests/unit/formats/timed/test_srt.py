"""SubRip as it is found: each test is named for what went wrong with one."""

from __future__ import annotations

import pytest

from briefing.formats.timed import srt
from tests.unit.formats.timed.timed_lines import cues, lines_of


def test_an_empty_line_within_a_subrip_caption_ends_nothing() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nOne,\n\nand two.\n\n2\n00:00:03,000 --> 00:00:04,000\nThree.\n"
    assert cues(text, ".srt") == [(1, 2, "One,\n\nand two."), (3, 4, "Three.")]


@pytest.mark.parametrize("arrow", ["-->", "--->", "->", "- ->", "—>", "–>", "−−>", "==>", "→"])
def test_a_subrip_caption_is_found_by_any_arrow(arrow: str) -> None:
    assert cues(f"1\n00:00:01,000 {arrow} 00:00:02,500\nHello\n", ".srt") == [(1, 2.5, "Hello")]


@pytest.mark.parametrize(
    ("clock", "at_s"),
    [
        ("00: 00: 01, 500", 1.5),
        ("00:00:01.500", 1.5),
        ("00:00:01:500", 1.5),
        ("0:1,5", 1.5),
        ("00:01", 1.0),
        ("-00:00:01,500", 0.0),
    ],
)
def test_a_subrip_clock_is_read_in_any_spelling(clock: str, at_s: float) -> None:
    (line,) = lines_of(f"1\n{clock} --> 00:00:02,500\nHello\n", ".srt")
    assert max(0.0, line.start_s) == at_s
    assert line.text == "Hello"


def test_doubled_line_ends_part_no_caption_from_its_text() -> None:
    text = (
        "1\n\n00:00:01,000 --> 00:00:02,000\n\nHello\n\nworld\n\n\n\n"
        "2\n\n00:00:03,000 --> 00:00:04,000\n\nBye\n\n"
    )
    assert cues(text, ".srt") == [(1, 2, "Hello\nworld"), (3, 4, "Bye")]


def test_a_number_that_is_said_is_no_caption_of_its_own() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nHow many?\n42\n\n2\n00:00:03,000 --> 00:00:04,000\nYes\n"
    assert [line.text for line in srt.parse(text)] == ["How many?\n42", "Yes"]
