"""What keys do in the library: that every command in the table is one, and how its keys are told."""

from __future__ import annotations

from briefing.commands.table import BY_ID, COMMANDS
from briefing.ui.carriers import LEAVING
from briefing.ui.keys.bindings import bound_keys
from briefing.ui.keys.mentions import KeyNames
from briefing.ui.library.keys import IN_LIBRARY, told
from briefing.ui.lists.keys import AS_EVER


def names(own: dict[str, tuple[str, ...]]) -> KeyNames:
    return KeyNames(bound_keys(COMMANDS, own), is_heard=False)


def test_what_is_in_the_table_is_a_command_and_but_for_play_none_that_works_as_ever() -> None:
    assert {*IN_LIBRARY, *LEAVING} <= set(BY_ID)
    assert not set(IN_LIBRARY) & (AS_EVER - {"play"}), "which plays the items from here on"


def test_keys_are_told_as_the_user_has_them() -> None:
    keys = {title: key for key, title in told(names({"item-heard": ("f9",), "refresh": ()}))}
    assert keys["Mark it as heard, or as not heard"] == "F9"
    assert keys["Ask for what is new"] == ":refresh"
    assert keys["Go to the item of that number"] == "Digits"
