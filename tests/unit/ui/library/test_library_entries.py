"""Items as entries of a list: under headings, by their own numbers, and what stands where one was."""

from __future__ import annotations

from briefing.library.days import DayOfItems
from briefing.ui.library.entries import ItemEntries
from tests.shelf import NOW, some_items

ITEMS = tuple(some_items()[:3])


def entries(*, is_brief: bool = True) -> ItemEntries:
    return ItemEntries(
        [DayOfItems("Today", ITEMS[:2]), DayOfItems("Before", ITEMS[2:])], NOW, is_brief=is_brief
    )


def test_headings_have_no_number_and_items_have_their_own() -> None:
    assert [entry.id for entry in entries()] == [None, "12", "11", None, "10"]
    assert entries().numbers == {"12": 1, "11": 2, "10": 4}


def test_for_the_ear_units_are_whole_words() -> None:
    assert entries()[2].text.endswith("4 min.")
    assert entries(is_brief=False)[2].text.endswith("4 minutes.")


def test_where_an_item_is_gone_it_is_what_stands_there_now_or_before() -> None:
    assert entries().nearest(11, 2) == 2
    assert entries().nearest(99, 3) == 4
    assert entries().nearest(99, 9) == 4
    assert [item.number for item in entries().items_from(2)] == [11, 10]
