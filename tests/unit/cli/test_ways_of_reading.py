"""What doctor finds for ears, fingers and eyes, and what it says to do."""

from __future__ import annotations

import pytest

from briefing.cli.ways_of_reading import large_print_finding, readers_finding, terminal_finding
from briefing.kinds import Choice, Colours
from briefing.settings import Settings

USUAL = Settings()
KITTY = {"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1", "COLORTERM": "truecolor"}


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "colours: 16 million, utf-8."),
        ({"TERM": "screen-256color"}, "colours: 256, utf-8."),
        ({"TERM": "dumb"}, "TERM is dumb, so plain lines are written instead of a screen."),
        ({}, "TERM is not set"),
    ],
)
def test_the_terminal_by_what_it_says_of_itself(environ: dict[str, str], words: str) -> None:
    found = terminal_finding(environ, USUAL, is_screen=True, encoding="utf-8", size=(80, 24))
    assert words in found.text
    assert found.works
    assert not found.hint


def test_few_colours_are_told_with_what_to_do() -> None:
    none = USUAL._replace(colour=Colours.OFF)
    found = terminal_finding({"TERM": "linux"}, none, is_screen=True, encoding="utf-8", size=(80, 24))
    assert "colours: none" in found.text
    assert "COLORTERM=truecolor" in found.hint
    assert "reversal alone" in found.hint


def test_a_terminal_without_utf_8() -> None:
    found = terminal_finding({"TERM": "xterm"}, USUAL, is_screen=True, encoding="ascii", size=(80, 24))
    assert not found.works
    assert "UTF-8 locale" in found.hint


def test_large_print_is_told_as_the_player_draws_it() -> None:
    """Doctor said that xterm draws sextants, where the player draws quadrants."""
    fine = large_print_finding(KITTY, USUAL, is_screen=True, columns=80)
    assert fine.text == "Drawn in sextants; letters in a line: 26 in MD, 13 in LG."
    assert "--glyphs half" in fine.hint
    plain = large_print_finding({"TERM": "xterm"}, USUAL, is_screen=True, columns=40)
    assert "quadrants" in plain.text
    assert "Make the window larger" in plain.hint
    assert "no screen" in large_print_finding({}, USUAL, is_screen=False, columns=80).text


@pytest.mark.parametrize(
    ("linear", "say", "hints"),
    [
        (Choice.AUTO, Choice.OFF, ["--linear", "--say"]),
        (Choice.AUTO, Choice.ON, ["--linear"]),
        (Choice.ON, Choice.OFF, []),
    ],
)
def test_who_hears_nothing_is_told_how(linear: Choice, say: Choice, hints: list[str]) -> None:
    found = readers_finding(USUAL._replace(linear=linear, say=say))
    assert [each for each in ("--linear", "--say") if each in found.hint] == hints
    assert f"Self-voicing is {say}." in found.text
