"""The table of commands holds together, whatever is added to it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from briefing.commands.command import Carrier, Command, Group, Pick, Scope
from briefing.commands.table import BY_ID, COMMANDS, ESSENTIAL
from briefing.session.commands.table import HANDLERS, LISTS, MORE
from briefing.ui.carriers import ASKERS

every_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)


def test_no_key_runs_two_commands() -> None:
    keys = Counter(key for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_two_commands_share_an_id_or_a_title() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert len({command.title for command in COMMANDS}) == len(COMMANDS)


@every_command
def test_a_command_can_be_typed_and_explained(command: Command) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", command.id)
    assert command.title[0].isupper() or command.title[0].isdigit()
    assert not command.title.endswith(".")
    assert command.help.endswith(".")
    assert len(command.help) <= 100
    assert BY_ID[command.id] is command


@every_command
def test_a_command_can_be_reached(command: Command) -> None:
    assert command.keys or command.argument


KEPT = re.compile(r"(ctrl\+|shift\+)*(up|down|left|right|home|end|f\d+)|escape")
"""Keys that some screen readers keep for themselves."""


@every_command
def test_what_a_reader_may_keep_for_itself_has_a_second_key(command: Command) -> None:
    assert not command.keys or any(not KEPT.fullmatch(key) for key in command.keys)


def test_hints_name_a_letter_for_the_sentences_not_an_arrow() -> None:
    assert (BY_ID["sentence-forward"].keys[0], BY_ID["sentence-back"].keys[0]) == ("j", "k")


def test_every_group_has_commands_that_stand_together() -> None:
    groups = list(dict.fromkeys(command.group for command in COMMANDS))
    assert groups == list(Group)
    changes = sum(a.group is not b.group for a, b in pairwise(COMMANDS))
    assert changes == len(Group) - 1


def test_the_essential_five_work_in_every_face() -> None:
    assert len(ESSENTIAL) == 5
    assert all(BY_ID[each].keys and BY_ID[each].scope is Scope.BOTH for each in ESSENTIAL)


def test_ten_keys_go_to_the_tenths() -> None:
    assert BY_ID["percent"].keys == tuple("0123456789")


def test_a_session_carries_out_exactly_what_the_table_leaves_to_it() -> None:
    assert set(HANDLERS) == {command.id for command in COMMANDS if command.carrier is Carrier.SESSION}


def test_whatever_is_picked_has_a_list_to_pick_from() -> None:
    picked = {command.id for command in COMMANDS if isinstance(command.asks, Pick)}
    # What a word may be said like is picked or typed, and asked where there is a word.
    assert {*LISTS, *MORE, *ASKERS} == {*picked, "pronounce"}


def test_what_asks_for_an_argument_belongs_to_a_command_that_takes_one() -> None:
    asking = [command for command in COMMANDS if command.asks]
    assert asking
    assert all(command.argument for command in asking)
