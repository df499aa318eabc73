"""What keys do in the library: that every command in the table is one, and how its keys are told."""

from __future__ import annotations

from briefing.commands.table import BY_ID, COMMANDS
from briefing.ui.keys.bindings import bound_keys
from briefing.ui.keys.mentions import KeyNames
from briefing.ui.library.keys import AS_EVER, IN_LIBRARY, LEAVING, told


def names(own: dict[str, tuple[str, ...]]) -> KeyNames:
    return KeyNames(bound_keys(COMMANDS, own), is_heard=False)


def test_what_is_in_the_table_is_a_command_and_none_that_works_as_ever() -> None:
    assert {*IN_LIBRARY, *AS_EVER, *LEAVING} <= set(BY_ID)
    assert not set(IN_LIBRARY) & AS_EVER
    assert "mute" in AS_EVER
    assert "bookmark" not in AS_EVER


def test_keys_are_told_as_the_user_has_them() -> None:
    keys = {title: key for key, title in told(names({"item-heard": ("f9",), "refresh": ()}))}
    assert keys["Mark it as heard, or as not heard"] == "F9"
    assert keys["Ask for what is new"] == ":refresh"
    assert keys["Go to the item of that number"] == "Digits"
