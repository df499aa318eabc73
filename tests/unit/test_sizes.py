"""The table of text sizes: what holds of every row, and that nobody asks for a size by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import briefing
from briefing.commands.table import BY_ID
from briefing.settings import TABLE
from briefing.sizes import DRAWN, USUAL, TextSize, up_to

PACKAGE = Path(briefing.__file__).parent


@pytest.mark.parametrize("size", TextSize)
def test_a_size_is_found_by_its_name_and_is_one_word_of_two_letters(size: TextSize) -> None:
    assert TextSize[size.upper()] is size
    assert len(size) == 2, "in the smallest window the size control has room for no more"


def test_the_smallest_sizes_are_the_terminals_own_letters_and_each_size_ends_there() -> None:
    assert not USUAL.is_drawn
    for size in TextSize:
        downwards = up_to(size)
        assert downwards[0] is size
        assert not downwards[-1].is_drawn
    assert [size.is_drawn for size in TextSize] == sorted(size.is_drawn for size in TextSize)


def test_settings_and_command_name_every_size() -> None:
    for words in (TABLE["size"].kind.takes, BY_ID["size"].argument):
        assert re.findall(r"\b[a-z]{2}\b", words.replace(" or ", " ")) == list(TextSize)
    assert all(size in TABLE["size"].help for size in DRAWN)


def test_no_other_module_asks_for_a_size_by_its_name() -> None:
    members = "|".join(size.upper() for size in TextSize)
    names = re.compile(rf"TextSize(\.|\[\"|\(\")({members})\b", re.IGNORECASE)
    naming = {path.name for path in PACKAGE.rglob("*.py") if names.search(path.read_text(encoding="utf-8"))}
    assert naming == {"sizes.py"}
