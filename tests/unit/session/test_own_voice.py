"""The commands of self-voicing, and a voice that is made when it is first wanted."""

from __future__ import annotations

import pytest

from briefing.errors import UsageError
from briefing.session.own_voice import LateVoice
from tests.stage import Stage


class Switched:
    """A voice that is on or off, and counts what silenced it."""

    def __init__(self) -> None:
        self.is_on = False
        self.hushes = 0

    def turn(self, *, is_on: bool) -> None:
        self.is_on = is_on

    def hush(self) -> None:
        self.hushes += 1


def test_it_is_made_once_and_not_before_it_is_turned_on() -> None:
    made: list[Switched] = []

    def make() -> Switched:
        made.append(Switched())
        return made[-1]

    late = LateVoice(make)
    late.hush()
    late.turn(is_on=False)
    assert (made, late.is_on) == ([], False)
    for is_on in (True, False, True):
        late.turn(is_on=is_on)
        assert late.is_on == is_on
    late.hush()
    assert [each.hushes for each in made] == [1]


def test_where_there_is_none_that_is_said() -> None:
    with pytest.raises(UsageError):
        LateVoice().turn(is_on=True)


def test_it_is_turned_on_and_off_by_one_command_which_says_so() -> None:
    stage = Stage()
    stage.session.own_voice = Switched()
    answers = []
    for argument in ("", "on", "", "off", "loud"):
        stage.session.run("say", argument)
        answers.append(stage.session.outbox.status)
    on, off = "Self-voicing is on.", "Self-voicing is off."
    assert answers == [on, on, off, off, "Self-voicing is on or off."]


def test_silence_is_a_command() -> None:
    stage = Stage()
    stage.session.own_voice = voice = Switched()
    stage.session.run("hush")
    assert voice.hushes == 1
