"""The keys in force: a change of them is seen by whoever holds their tables."""

from __future__ import annotations

import pytest

from briefing.errors import ConfigError
from briefing.ui.keys.mentions import KeysInForce


def test_a_change_is_made_in_place_and_named_at_once() -> None:
    keys = KeysInForce({}, is_heard=True)
    of_command, commands, names = keys.of_command, keys.commands, keys.names
    assert (names.first("play"), commands["space"]) == ("space", "play")
    assert keys.take({"play": ("f9",), "stop": ()})
    assert (of_command["play"], commands.get("space"), commands["f9"]) == (("f9",), None, "play")
    assert (names.first("play"), names.first("stop")) == ("f9", "colon stop")
    assert not keys.take({"play": ("f9",), "stop": ()}), "the same again"


def test_what_cannot_be_leaves_all_as_it_was() -> None:
    keys = KeysInForce({"play": ("f9",)}, is_heard=False)
    with pytest.raises(ConfigError):
        keys.take({"play": ("escape",)})
    assert keys.commands["f9"] == "play"
    assert keys.take({})
    assert keys.commands["space"] == "play"
