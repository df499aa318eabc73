"""The palette: which commands fit what is typed."""

from __future__ import annotations

import pytest

from briefing.commands.table import COMMANDS
from briefing.ui.keys.bindings import bound_keys
from briefing.ui.keys.mentions import KeyNames
from briefing.ui.widgets.palette import entries_for

KEYS = KeyNames(bound_keys(COMMANDS, {}), is_heard=False)


def test_the_palette_shows_every_command_before_something_is_typed() -> None:
    assert [entry.id for entry in entries_for("  ", KEYS)] == [command.id for command in COMMANDS]


@pytest.mark.parametrize(
    ("query", "first"),
    [("go 1:12", "go 1:12"), ("SIZE lg", "size lg"), ("mute", "mute"), ("sleep tim", "sleep tim")],
)
def test_an_id_is_found_first_and_takes_what_follows_as_its_argument(query: str, first: str) -> None:
    assert entries_for(query, KEYS)[0].id == first


def test_what_was_typed_is_marked_where_it_was_found() -> None:
    entry = entries_for("mute", KEYS)[0]
    assert "".join(span.of(entry.text) for span in entry.hits).lower() == "mute"


def test_what_no_command_has_finds_none() -> None:
    assert entries_for("zzzz", KEYS) == []
