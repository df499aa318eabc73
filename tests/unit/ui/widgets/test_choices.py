"""A list to choose from: how its entries are wrapped, and what the palette finds."""

from __future__ import annotations

import pytest

from briefing.commands import COMMANDS
from briefing.ui.keys.bindings import bound_keys
from briefing.ui.keys.mentions import KeyNames
from briefing.ui.widgets.choices import lines_of
from briefing.ui.widgets.palette import entries_for

KEYS = KeyNames(bound_keys(COMMANDS, {}), is_heard=False)


def shown(text: str, width: int) -> list[str]:
    return [
        " " * line.indent + text[line.start : line.stop] + "-" * line.hyphen for line in lines_of(text, width)
    ]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("one\n\n  two", 10, ["one", "", "  two"]),
        ("  one two three", 9, ["  one two", "three"]),
        ("one two\n   three four", 9, ["one two", "   three", "four"]),
        ("新聞を読む", 6, ["新聞を", "読む"]),
        ("one", 0, ["o", "n", "e"]),
    ],
    ids=["empty", "own lines", "longer", "indented and longer", "wide", "no room"],
)
def test_an_entry_keeps_its_lines_and_longer_ones_are_wrapped(
    text: str, width: int, expected: list[str]
) -> None:
    assert shown(text, width) == expected


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
