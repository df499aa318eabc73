"""Which command a key runs."""

from __future__ import annotations

import pytest

from briefing.commands.table import COMMANDS
from briefing.errors import ConfigError
from briefing.ui.keys.bindings import argument_of, bound_keys
from tests.builders import keymap


def test_the_usual_keys_run_every_command_that_has_one() -> None:
    usual = keymap()
    assert usual["space"] == "play"
    assert set(usual.values()) == {command.id for command in COMMANDS if command.keys}
    assert len(usual) == sum(len(command.keys) for command in COMMANDS)


def test_a_user_gives_a_command_other_keys() -> None:
    mine = keymap({"play": ("p", "Ctrl+Space"), "mute": ()})
    assert mine["p"] == mine["ctrl+space"] == "play"
    assert "space" not in mine
    assert "m" not in mine


def test_a_key_of_the_users_is_no_others_any_more() -> None:
    mine = keymap({"follow": ("F",), "play": ("space", "x")})
    assert (mine["F"], mine["x"]) == ("follow", "play")
    assert {"subscriptions", "stop"}.isdisjoint(mine.values())


def test_two_commands_may_change_places() -> None:
    mine = keymap({"stop": ("q",), "quit": ("x",)})
    assert (mine["q"], mine["x"]) == ("stop", "quit")


@pytest.mark.parametrize(
    ("overrides", "message"),
    [
        ({"play": ("p",), "quit": ("p",)}, "The key p cannot run both play and quit. Give quit another key"),
        ({"qiut": ("p",)}, "There is no command 'qiut' to give keys to. Is quit meant?"),
        ({"quit": ("spcae",)}, "There is no key 'spcae'"),
        ({"quit": ("ctrl+m",)}, "Terminals cannot tell it from enter."),
        ({"quit": ("escape",)}, "It closes what is open."),
    ],
)
def test_a_mistake_is_told_in_a_sentence(overrides: dict[str, tuple[str, ...]], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        keymap(overrides)
    assert message in str(caught.value)


def test_the_tenths_follow_their_keys() -> None:
    usual = bound_keys(COMMANDS, {})
    assert argument_of("percent", "3", usual) == "30"
    assert argument_of("play", "space", usual) == ""
    mine = bound_keys(COMMANDS, {"percent": ("f1", "f2")})
    assert argument_of("percent", "f2", mine) == "10"
