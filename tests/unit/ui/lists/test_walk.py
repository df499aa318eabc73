"""A place in a list: steps, ends, letters and numbers."""

from __future__ import annotations

from briefing.ui.lists.entries import Entry
from briefing.ui.lists.walk import Walk

TWELVE = [
    Entry(f"{n}. {word}", word)
    for n, word in enumerate(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"], 1)
]
DAYS = [
    Entry("Today"),
    Entry("7. Seven", "7"),
    Entry("Older"),
    Entry("12. Twelve", "12"),
    Entry("120. More", "120"),
]


def test_headings_are_passed_over_and_there_is_an_end_both_ways() -> None:
    walk = Walk(DAYS)
    assert walk.at == 1
    assert walk.from_here(-1) is None
    walk.at = walk.from_here(1)
    assert walk.at == 3
    assert (walk.at_end(-1), walk.at_end(1)) == (1, 4)
    walk.at = 4
    assert walk.from_here(1) is None
    assert walk.position == (3, 3)


def test_a_list_without_an_entry_leads_nowhere() -> None:
    walk = Walk([Entry("Nothing is listed.")])
    assert (walk.at, walk.from_here(1), walk.at_end(1), walk.begins_with("n")) == (None,) * 4
    assert walk.position == (0, 0)


def test_a_number_is_typed_digit_by_digit() -> None:
    walk = Walk(DAYS)
    assert (walk.type("1"), walk.typed) == (None, "1"), "none yet, but some begin so"
    assert (walk.type("2"), walk.typed) == (3, "12")
    assert (walk.type("0"), walk.typed) == (4, "120")
    assert (walk.type("7"), walk.typed) == (1, "7"), "none begins with 1207: a number begins anew"
    assert (walk.type("9"), walk.typed) == (None, ""), "no number begins so"
    walk.type("1")
    walk.forget_digits()
    assert walk.type("2") is None


def test_twelve_of_twelve_are_reached_by_their_numbers() -> None:
    for number in range(1, 13):
        walk = Walk(TWELVE)
        assert [walk.type(digit) for digit in str(number)][-1] == number - 1


def test_a_letter_goes_to_the_next_that_begins_with_it_and_round_again() -> None:
    walk = Walk([Entry("1. Apple", "1"), Entry("Bread"), Entry("2. butter", "2"), Entry("3. Berry", "3")])
    walk.at = walk.begins_with("b")
    assert walk.at == 2
    walk.at = walk.begins_with("B")
    assert walk.at == 3
    assert walk.begins_with("b") == 2
    assert walk.begins_with("z") is None
