"""A list to choose from: how its entries are wrapped."""

from __future__ import annotations

import pytest

from briefing.ui.widgets.choices import lines_of


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
