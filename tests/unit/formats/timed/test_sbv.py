"""SubViewer captions: told by their content, with who speaks."""

from __future__ import annotations

from tests.unit.formats.timed.timed_lines import cues, lines_of

SBV = "0:00:01.000,0:00:02.500\n>> ANN: Hello\nworld\n\n0:00:03.000,0:00:04.000\nBye\n"


def test_captions_are_told_by_their_content() -> None:
    assert cues(SBV) == [(1, 2.5, "Hello\nworld"), (3, 4, "Bye")]


def test_a_name_after_arrows_is_who_speaks() -> None:
    assert [line.speaker for line in lines_of(SBV)] == ["ANN", ""]
