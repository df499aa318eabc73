"""Keys given to commands in the player, alone: what is said, whose key it was, what cannot be."""

from __future__ import annotations

import pytest

from briefing.commands.command import KeyWanted
from briefing.commands.options import Options
from briefing.errors import BriefingError
from briefing.ui.keys.changing import asked_key, change_key
from briefing.ui.keys.mentions import KeysInForce
from tests.stage import Stage


class Given:
    def __init__(self) -> None:
        self.stage = Stage().open()
        self.keys = KeysInForce({}, is_heard=True)

    def __call__(self, argument: str) -> str:
        change_key(self.stage.session, self.keys.names, argument)
        self.keys.take(self.stage.session.settings.keys)
        return self.stage.said[-1]


def test_a_key_is_given_taken_again_and_as_usual_kept_and_undone() -> None:
    given = Given()
    assert given("stop f9") == "Stop: f9, X."
    assert given.stage.keeper.kept == {"keys": {"stop": ("f9", "x")}}
    assert given("stop x") == "Stop: f9."
    assert given("stop f9") == "Stop: no key."
    assert given("stop") == "Stop: no key."
    assert given("stop default") == "Stop: X."
    assert given.stage.keeper.kept == {}
    given.stage.press("undo")
    assert given.stage.said[-1] == "Undone. Stop: no key."
    given.stage.press("undo")
    given.keys.take(given.stage.session.settings.keys)
    assert given("stop") == "Stop: f9."


def test_a_key_of_another_command_is_taken_from_it_and_that_is_said() -> None:
    given = Given()
    assert given("stop j") == "Stop: J, X. J ran Next sentence, which has down now."
    assert given("play j") == "Play or pause: J, space. J ran Stop, which has X now."
    assert given.stage.session.settings.keys == {"stop": ("x",), "play": ("j", "space")}
    assert given("play x") == "Play or pause: X, J, space. X ran Stop, which has no key now."


@pytest.mark.parametrize(
    ("argument", "why"),
    [
        ("", "Type a command and its key."),
        ("dance f9", "There is no command dance."),
        ("stop", ""),
        ("stop esc", "The key escape cannot run stop. It closes what is open."),
        ("stop ctrl+i", "The key ctrl+i cannot run stop. Terminals cannot tell it from tab."),
        ("stop nokey", "There is no key nokey."),
        ("stop unknown", "There is no key unknown."),
        ("percent 3", "Those keys go together, and each has its own argument."),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(argument: str, why: str) -> None:
    given = Given()
    if why:
        with pytest.raises(BriefingError) as raised:
            given(argument)
        assert str(raised.value) == why
    else:
        given(argument)
    assert given.stage.keeper.kept == {}


def test_a_command_is_asked_for_and_then_a_key_and_the_list_begins_at_the_last() -> None:
    given = Given()
    session, names = given.stage.session, given.keys.names
    options = asked_key(session, names, "")
    assert isinstance(options, Options)
    assert options.rows[0] == ("Play or pause: space", "play")
    assert asked_key(session, names, "stop") == KeyWanted(
        "Stop: X. The next key is for it; Escape leaves", "stop"
    )
    assert asked_key(session, names, "stop f9") is None
    given("stop f9")
    options = asked_key(session, names, "")
    assert isinstance(options, Options)
    assert options.rows[options.at].argument == "stop"
