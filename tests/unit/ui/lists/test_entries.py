"""What stands in a list."""

from __future__ import annotations

from briefing.commands.options import Option, Options
from briefing.ui.lists.entries import LINE_LIMIT, entries_of


def test_options_are_numbered_from_1_bounded_and_known_by_their_arguments() -> None:
    options = Options("Voices", (Option("One\x1b[2J", "1"), Option("word " * 200, "p2")))
    entries = entries_of(options)
    assert [entry.id for entry in entries] == ["1", "p2"]
    assert entries[0].text.startswith("1. One")
    assert "\x1b" not in entries[0].text
    assert len(entries[1].text) <= LINE_LIMIT + len("2. ")
