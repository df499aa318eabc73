"""WebVTT as it is found and as it is written: each test is named for what went wrong with one."""

from __future__ import annotations

import pytest

from briefing.formats.timed import vtt
from briefing.formats.timed_text import EXACT, SPREAD, Captions, Piece, TimedLine
from tests.unit.formats.timed.timed_lines import lines_of


def test_a_first_line_of_one_space_is_not_written_on() -> None:
    (line,) = vtt.parse("WEBVTT\n\n00:00.200 --> 00:02.000\n \nthe<00:00.480> bridge\n")
    assert [piece.text for piece in line.pieces] == ["the", " bridge"]


@pytest.mark.parametrize("stamp", ["00:00.500", "00:09.000"])
def test_a_stamp_outside_its_cue_moves_no_word(stamp: str) -> None:
    (line,) = vtt.parse(f"WEBVTT\n\n00:01.000 --> 00:03.000\nOne <{stamp}>two <00:02.000>three\n")
    assert [(piece.text.strip(), piece.start_s) for piece in line.pieces] == [
        ("One two", 1.0),
        ("three", 2.0),
    ]


def test_two_voices_of_one_cue_are_two_lines() -> None:
    found = lines_of("WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>Hi.</v>\n<v.loud Bob Lee>Hello.</v>\n")
    assert [(line.speaker, line.text) for line in found] == [("Ann", "Hi."), ("Bob Lee", "Hello.")]


@pytest.mark.parametrize("is_timed", [True, False])
def test_a_first_word_whose_time_is_a_guess_is_one_when_it_is_read_back(is_timed: bool) -> None:
    pieces = (
        Piece("2016 ", 1.0, SPREAD, is_timed=is_timed, is_guessed=True),
        Piece("was ", 1.5), Piece("wet.", 2.0),
    )  # fmt: skip
    known = TimedLine((Piece("It ", 3.0), Piece("rained.", 3.4)), 4.0, is_stamped=True)
    lines = (TimedLine(pieces, 2.5, is_stamped=True), known)
    once = vtt.write(Captions(lines))
    (guess, *told), again = (line.pieces for line in vtt.parse(once))
    assert guess.is_guessed
    assert guess.confidence == SPREAD
    assert all(piece.has_stamp and piece.confidence == EXACT for piece in (*told, *again))
    assert vtt.write(Captions(tuple(vtt.parse(once)))) == once


def test_a_line_that_opens_with_a_quotation_mark_is_not_written_as_a_guess() -> None:
    opened = TimedLine(
        (Piece("“", 1.0, is_timed=False), Piece("We ", 1.2), Piece("won.”", 1.5)), 2.0, is_stamped=True
    )
    assert "NOTE" not in vtt.write(Captions((opened,)))
