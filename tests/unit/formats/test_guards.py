"""Text that looks like a format's own signs, and what keeps it from being taken for them."""

import re

import pytest

from briefing.formats.guards import JOINER, guarded, unguarded
from briefing.formats.timed_text import Captions, Piece, TimedLine
from tests.unit.formats.timed.test_timed_round_trips import passed, written

OWN = re.compile(r">>")


@pytest.mark.parametrize("line", ["rain", ">> Bob", f"{JOINER}rain", f"{JOINER}{JOINER}>>", ""])
def test_a_line_is_the_same_when_the_joiner_is_taken_out_again(line: str) -> None:
    assert unguarded(guarded(line, OWN)) == line
    assert OWN.match(guarded(line, OWN)) is None


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".lrc", "[00:01.00] is a stamp, and <00:02.00> too"),
        (".lrc", "F: sang"),
        (".sbv", ">> Bob: said [br] so"),
        (".sbv", "0:00:01.000,0:00:02.000"),
        (".srt", "00:00:01,000 --> 00:00:02,000"),
    ],
)
def test_a_caption_that_looks_like_the_formats_own_signs_is_text_when_it_is_read(
    suffix: str, text: str
) -> None:
    lines = [TimedLine((Piece(text, 1.0),), 2.0), TimedLine((Piece("The end.", 2.0),), 3.0)]
    assert [(line.text, line.speaker) for line in passed(lines, suffix)] == [(text, ""), ("The end.", "")]


def test_nobody_sees_what_keeps_brackets_apart() -> None:
    said = written(Captions((TimedLine((Piece("[00:01.00] and [x]", 1.0),), 2.0),), length_s=2.0), ".lrc")
    assert "[00:01.00]\N{WORD JOINER}" not in said
    assert said.replace(JOINER, "").splitlines()[1] == "[00:01.00][00:01.00] and [x]"
