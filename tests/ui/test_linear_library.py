"""The library in lines: listed in pages, walked, chosen by number, searched, marked, refreshed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import LostError
from tests.shelf import HILLS, RIVER, Opener, ShelfOfLists, published, some_items
from tests.stage import Stage
from tests.ui.test_linear import ALL_KEYS, WRITE, Reader


def at_library(shelf: ShelfOfLists | None = None) -> Reader:
    return Reader(Stage(shelf=shelf or ShelfOfLists([RIVER, HILLS], some_items()))).start()


FIRST = "12. Breaking: The bridge is closed. River News, 30 minutes ago."


def test_first_it_is_said_how_much_there_is_and_the_first_item_and_pages_are_read_in_a_line() -> None:
    reader = at_library()
    assert reader.heard("L") == [f"Library: 12 items, 11 new. {FIRST}"]
    page = " ".join(reader.heard("pagedown"))
    assert page.startswith(
        "11. New: Boats wait in both harbours. River News, 3 hours ago, 4 minutes. 10. Half"
    )
    assert page.endswith("2. New: Older news number 2. River News, 1 week ago.")
    assert reader.heard("pagedown", "pagedown") == [
        "1. New: Older news number 1. River News, 1 week ago.",
        "There is no other below.",
    ]
    assert reader.heard("pageup")[0].startswith("11. ")


@pytest.mark.parametrize("number", range(1, 13))
def test_twelve_of_twelve_are_reached_by_their_numbers(number: int) -> None:
    reader = at_library()
    reader.press("L")
    answers = reader.heard(*str(number))
    assert answers[-1].startswith(f"{number}. ")


def test_what_no_item_has_for_a_number_is_said() -> None:
    reader = at_library(ShelfOfLists([RIVER], [item for item in some_items() if item.number > 9]))
    reader.press("L")
    assert reader.heard("1", "3", "5", "1", "2") == [
        "1, another digit.",
        "There is no 13 here.",
        "There is no 5 here.",
        "1, another digit.",
        "12. Breaking: The bridge is closed. River News, 30 minutes ago.",
    ]


def test_items_are_walked_one_by_one() -> None:
    reader = at_library()
    reader.press("L")
    assert [line.partition(".")[0] for line in reader.heard("j", "down", "k", "end")] == [
        "11",
        "10",
        "11",
        "1",
    ]
    assert reader.heard("j") == ["There is no other below."]
    assert reader.heard("home", "k")[-1] == "There is none before."


def test_a_search_lists_what_it_finds_and_escape_lists_all_again() -> None:
    reader = at_library()
    reader.press("L")
    assert reader.heard("/", *"boats", "enter")[-1:] == [
        "1 item with boats. 11. New: Boats wait in both harbours. River News, 3 hours ago, 4 minutes.",
    ]
    assert reader.heard("/", *"zebra", "enter")[-1] == (
        "0 items with zebra. Nothing has these words. Escape lists all items."
    )
    assert reader.heard("escape") == [f"Library: 12 items, 11 new. {FIRST}"]
    assert reader.heard("escape") == ["Library closed."]
    assert reader.heard("j")[-1] != "Library closed."


def test_words_can_be_typed_with_the_command() -> None:
    reader = at_library()
    assert reader.heard(":", *"library", "space", *"older", "enter")[-1].startswith("8 items with older. ")
    assert reader.heard(":", *"library", "space", *"snow", "enter")[-1].startswith("1 item with snow. 10.")
    assert reader.heard("L") == ["Library closed."]


def test_an_item_is_opened_or_played_with_those_below_it() -> None:
    reader = Reader(Stage(shelf=ShelfOfLists([RIVER, HILLS], some_items()), library=Opener())).start()
    reader.press("L", "1", "0")
    assert reader.heard("enter")[0].startswith("A mountain of snow.")
    assert reader.heard("i")[0].startswith("0 seconds of"), "keys are commands again"
    reader.press("L", "1", "0")
    assert reader.heard("space")[0].startswith("Item 1 of 10: A mountain of snow, Hills Radio, 30 minutes.")
    assert reader.heard("J")[0].startswith("Item 2 of 10: Sheep come down")
    reader.press("L")
    assert reader.heard("space")[0].startswith("Item 1 of 12: Breaking news: The bridge is closed")


def test_an_item_is_opened_by_a_typed_command_while_the_library_is_open() -> None:
    reader = Reader(Stage(shelf=ShelfOfLists([RIVER, HILLS], some_items()), library=Opener())).start()
    reader.press("L")
    assert reader.heard(":", *"open", "space", "1", "1", "enter")[-1].startswith("Boats wait in both")
    assert reader.heard("b")[-1].startswith("Bookmark 1.")


def test_an_item_is_marked_and_the_mark_taken_back() -> None:
    reader = at_library()
    reader.press("L", "1", "0")
    assert reader.heard("H") == ["Marked as heard: A mountain of snow. Press U to take that back."]
    assert reader.heard("1", "0")[-1].startswith("10. Heard: A mountain")
    assert reader.heard("u") == ["Undone. Marked as not heard again: A mountain of snow."]
    assert reader.heard("1", "0")[-1].startswith("10. Half heard: A mountain")


def test_subscriptions_are_listed_with_what_is_wrong_with_them_and_dropped_and_brought_back() -> None:
    reader = at_library()
    assert reader.heard("F", "j") == [
        "2 subscriptions. 1. Trouble: Hills Radio. 2 items, 1 new. The server of hills.example is not there.",
        "2. River News. 10 items, 10 new. Refreshed 30 minutes ago.",
    ]
    (shown,) = reader.heard("1", "enter")[1:]
    assert shown.startswith("Hills Radio: 2 items, 1 new. 10. Half heard: A mountain of snow. Hills Radio, 5")
    reader.press("escape", "F", "1")
    assert reader.heard("d") == ["Unsubscribed from Hills Radio. Press U to bring it back."]
    assert [each.title for each in reader.stage.shelf.subscriptions()] == ["River News"]
    assert reader.heard("u")[0] == "Undone. Subscribed to Hills Radio again, and refreshing it."
    assert len(reader.stage.shelf.items()) == 12


def test_an_address_is_subscribed_to_in_the_library_as_elsewhere() -> None:
    for keys in (["L", "S"], ["S"]):
        reader = at_library(ShelfOfLists())
        reader.press(*keys)
        assert reader.heard(*"news.example", "enter")[-2:] == [
            "Subscribing, please wait.",
            "Subscribed to Feed of news.example.",
        ]
        assert reader.heard("S", *"nothing", "enter")[-1] == "There is no feed at nothing. Type its address."


def test_a_refresh_tells_what_is_new_and_what_was_gone_to_stays() -> None:
    reader = at_library()
    reader.press("L", "9")
    reader.stage.librarian.coming = [some_items()[1]._replace(number=13, published=published(0))]
    assert reader.heard("R") == ["Refreshing.", "Refreshed 2 feeds: 1 new item."]
    assert reader.heard("j")[-1].startswith("8. New: Older")
    assert reader.heard("1", "3")[-1].startswith("13. New: Boats")


def test_a_refresh_that_cannot_be_says_why() -> None:
    reader = at_library()
    reader.stage.librarian.error = LostError("There is no network.")
    assert reader.heard("R") == ["Refreshing.", "There is no network."]


def test_empty_libraries_say_what_to_do() -> None:
    assert at_library(ShelfOfLists()).heard("L") == [
        "Library: 0 items, 0 new. Nothing is subscribed to yet. Press shift S and type the address of a feed."
    ]
    assert at_library(ShelfOfLists([RIVER])).heard("L") == [
        "Library: 0 items, 0 new. No items yet. Shift R asks for them."
    ]
    heard = [item._replace(is_heard=True) for item in some_items()]
    assert (
        at_library(ShelfOfLists([RIVER], heard))
        .heard("L")[0]
        .startswith(
            "Library: 12 items, 0 new. Everything was heard. Shift R asks for what is new. 12. Heard: "
        )
    )
    assert at_library(ShelfOfLists()).heard("R") == [
        "Nothing is subscribed to yet. Press shift S and type the address of a feed."
    ]


def test_trouble_with_the_library_is_said_once() -> None:
    reader = at_library(ShelfOfLists([RIVER], notice="The library is locked by another briefing."))
    assert reader.heard("L")[0] == "The library is locked by another briefing."
    reader.press("L")
    assert "The library is locked by another briefing." not in reader.heard("L")


def test_keys_are_told_and_others_answered() -> None:
    reader = at_library()
    reader.press("L")
    assert reader.heard("p") == ["P does nothing in the library. Question mark tells the keys."]
    (keys,) = reader.heard("?")
    assert "Shift H: Mark it as heard, or as not heard." in keys
    assert reader.heard("m") == ["Muted."]


@given(st.lists(st.sampled_from([*ALL_KEYS, *"LFHRd"]), max_size=25))
@settings(max_examples=100, deadline=None)
def test_every_key_is_answered_in_the_library(keys: list[str]) -> None:
    reader = at_library()
    reader.press("L")
    for key in keys:
        answers = reader.press(key)
        assert answers, key
        for answer in answers:
            assert len(answer) == 1 or re.fullmatch(WRITE, answer), (key, answer)
        if reader.face.is_done:
            break


def test_where_what_one_was_at_is_gone_one_is_at_what_stands_there_now() -> None:
    reader = at_library()
    assert reader.heard("L", "j", "j", "d")[-1] == "Unsubscribed from Hills Radio. Press U to bring it back."
    assert reader.heard("j")[-1].startswith("7. New: Older")


def test_in_an_empty_library_every_key_of_an_item_is_answered() -> None:
    reader = at_library(ShelfOfLists())
    reader.press("L")
    assert reader.heard("enter", "j", "end", "d") == [
        "Nothing is listed.",
        "There is no other below.",
        "Nothing is listed.",
        "Nothing is listed.",
    ]
