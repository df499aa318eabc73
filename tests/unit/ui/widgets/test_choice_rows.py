"""A list to choose from: how its entries are wrapped, which are asked for, and what a typed number means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.ui.lists.entries import Entry
from briefing.ui.widgets.choice_rows import ChoiceRow, ChoiceRows, lines_of
from briefing.ui.widgets.wrapping import WrappedLine, wrap


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
        ("12. one two three", 11, ["12. one two", "    three"]),
        ("No. 12 one two", 9, ["No. 12", "one two"]),
    ],
    ids=["empty", "own lines", "longer", "indented and longer", "wide", "no room", "numbered", "no number"],
)
def test_an_entry_keeps_its_lines_and_longer_ones_are_wrapped(
    text: str, width: int, expected: list[str]
) -> None:
    assert shown(text, width) == expected


@given(st.text(alphabet="ab -x.", max_size=60), st.integers(1, 20))
@settings(max_examples=300, deadline=None)
def test_lines_are_broken_as_the_text_is(text: str, width: int) -> None:
    lead = len(text) - len(text.lstrip())
    whole = [WrappedLine(0, len(text))]
    broken = whole if len(text) <= width else wrap(text, lead, len(text), width, (lead, 0))
    assert lines_of(text, width) == broken


class Counted(Sequence[Entry]):
    """Ten thousand entries of two rows each; counts which are asked for."""

    def __init__(self) -> None:
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return 10_000

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        assert isinstance(index, int)
        self.asked.add(index)
        return Entry(f"{index + 1}. one\ntwo", str(index + 1))


def test_of_ten_thousand_entries_only_those_are_asked_for_that_are_looked_at() -> None:
    entries = Counted()
    rows = ChoiceRows(entries, 20)
    assert rows.at(23) == ChoiceRow(11, WrappedLine(8, 11))
    assert len(entries.asked) == 12
    assert rows.height == 20_000, "estimated by those that are laid out"
    assert list(rows.of(100)) == [200, 201]
    assert len(entries.asked) == 101
    assert rows.last is not None
    assert rows.last.entry == 9_999
    assert rows.height == 20_000


def test_without_entries_there_are_no_rows() -> None:
    rows = ChoiceRows([], 20)
    assert (rows.at(0), rows.last, rows.height) == (None, None, 0)


def test_above_the_first_row_and_below_the_last_there_is_none() -> None:
    rows = ChoiceRows([Entry("one", "1")], 20)
    assert (rows.at(-1), rows.at(1)) == (None, None)
