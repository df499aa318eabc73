"""A hint passes over no text: only formats that cannot have it are not asked about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.formats.registry import TIMED, TIMING_SUFFIXES
from briefing.formats.source import Head

if TYPE_CHECKING:
    from briefing.formats.rows import TimedRow

LINES = (
    "", " ", "\ufeff", "Good morning.", "Ann: Good morning.", "The train leaves at 10:30.", "2,5", "{", "[",
    "WEBVTT", "WEBVTT - News", "\ufeffWEBVTT", "1", "00:01.000 --> 00:04.000",
    "00:00:01,000 --> 00:00:04,000",
    "00: 00: 01, 5 –> 00: 00: 04, 5", "0:00:01 - > 0:00:04", "1:01 -  > 1:04", "0:01 ==> 0:04", "0:01 → 0:04",
    "0:00:01.000,0:00:04.000", "\t0:00:01.5,0:00:04.25 ", "1.000000\t4.000000\tGood",
    "-1\t4", "1,5\t4,5\tGood",
    "[00:01.50]Good", "[ 0 : 01 ]Good", "[0:01:02] Good", "[ar:Ann]", "(0:05)", "0:05", "1:00:05 Good",
    "Ann Lee  0:05", "[00:00:05.000 --> 00:00:09.000] Good", '{"segments": []}', '[{"word": "Good"}]',
    "[Script Info]", "[EVENTS]", " [V4+ Styles]", "[v4 styles]",
    "Dialogue: 0,0:00:01.00,0:00:04.00,,,,,,,Good",
    'File type = "ooTextFile"', 'Object class = "TextGrid"', '"ooTextFile"', '"TextGrid"', "<smil>", "<smil ",
    '<smil xmlns="http://www.w3.org/ns/SMIL">', "<tt>", '<tt xml:lang="en">', "<tt:tt\t>", "<p:tt", "<?xml?>",
    '<timedtext format="3">', "<transcript>", '<text start="1">Good</text>', "<SAMI>", "start\tend\ttext",
    "1000\t4000\tGood", "{10}{40}Good", "{10}{}Good", "\ufeff {10}{40}Good", "{}{40}Good",
)  # fmt: skip
texts = st.lists(st.sampled_from(LINES), max_size=6).map("\n".join)
suffixes = st.sampled_from(("", ".txt", ".md", *TIMING_SUFFIXES))


@given(text=texts, suffix=suffixes)
@example(text="<tt\n>", suffix="")
@example(text="[00:01]a\n[00:02.5]b", suffix=".txt")
def test_a_text_is_as_likely_as_if_every_format_were_asked(text: str, suffix: str) -> None:
    head = Head(b"", text, suffix)
    assert max(row.score(head) for row in TIMED) == max(row.load().score(head) for row in TIMED)


@pytest.mark.parametrize("row", TIMED, ids=[row.module for row in TIMED])
def test_the_examples_are_of_every_format(row: TimedRow) -> None:
    pairs = (f"{one}\n{other}" for one in LINES for other in LINES)
    assert any(row.load().score(Head(b"", text, "")) for text in pairs)
