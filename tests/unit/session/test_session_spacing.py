"""How a text is set in its size: what the commands say, and what they take."""

from __future__ import annotations

import pytest

from briefing.settings import Settings
from briefing.sizes import Spacing, TextSize
from tests.builders import make_document
from tests.stage import Stage

NEWS = make_document("Some words of news.")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("line-spacing", ["1.25", "1.5", "1.75", "2", "1"]),
        ("letter-spacing", ["0.25", "0.5", "1", "as usual"]),
        ("line-length", ["60", "45", "30", "as usual"]),
    ],
)
def test_each_goes_round_and_says_the_new_value(command: str, said: list[str]) -> None:
    stage = Stage(NEWS, settings=Settings(size=TextSize.LG))
    title = command.replace("-", " ").capitalize()
    for value in said:
        stage.press(command)
        assert stage.said[-1] == f"{title} {value}."
    assert stage.session.look.spacing == Spacing()


@pytest.mark.parametrize(
    ("line", "spacing"),
    [
        ("line-spacing 1.3", Spacing(lines=1.3)),
        ("letter-spacing 0.1", Spacing(letters=0.1)),
        ("line-length 80", Spacing(line_length=80)),
    ],
)
def test_each_takes_a_value_from_which_it_goes_back_to_the_usual(line: str, spacing: Spacing) -> None:
    stage = Stage(NEWS)
    stage.press(line)
    assert stage.session.look.spacing == spacing
    stage.press(line.split(maxsplit=1)[0])
    assert stage.session.look.spacing == Spacing()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("line-spacing 3", "Line spacing is a number from 1 to 2."),
        ("line-spacing wide", "Line spacing is a number from 1 to 2."),
        ("line-spacing nan", "Line spacing is a number from 1 to 2."),
        ("letter-spacing -1", "Letter spacing is a number from 0 to 1."),
        ("line-length 5", "A line is 10 to 200 characters long at most, or 0 for the usual."),
    ],
)
def test_what_cannot_be_is_said(line: str, said: str) -> None:
    stage = Stage(NEWS)
    stage.press(line)
    assert stage.said[-1] == said
    assert stage.session.look.spacing == Spacing()


def test_in_ordinary_letters_it_is_said_that_letter_spacing_is_not_seen() -> None:
    stage = Stage(NEWS)
    stage.press("letter-spacing 0.5")
    assert stage.said[-1] == "Letter spacing 0.5, to be seen in larger print only."
