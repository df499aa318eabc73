"""What is told of a book keeps the places of what has a name in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats.books import telling
from briefing.formats.books.answer import BookSpot
from briefing.formats.books.telling import Telling
from briefing.model import BlockKind

if TYPE_CHECKING:
    import pytest

P = BlockKind.PARAGRAPH


def said(told: Telling, key: str) -> str:
    found = told.extent(key)
    assert found is not None
    (first, start), (last, stop) = found
    if first == last:
        return told.parts[first].text[start:stop]
    between = [part.text for part in told.parts[first + 1 : last]]
    return "|".join([told.parts[first].text[start:], *between, told.parts[last].text[:stop]])


def test_a_name_goes_from_the_first_letter_to_the_last_whatever_space_is_around() -> None:
    told = Telling()
    told.say("One ")
    start = told.here
    told.say(" two ")
    told.name("a", start)
    told.say(" three")
    told.end(P)
    assert told.parts[0].text == "One two three"
    assert said(told, "a") == "two"


def test_a_name_may_go_over_several_parts() -> None:
    told = Telling()
    start = told.here
    for text in ("One", "two", "three"):
        told.say(text)
        told.end(P)
    told.name("a", start)
    told.say("four")
    told.end(P)
    assert said(told, "a") == "One|two|three"


def test_the_first_of_two_of_one_name_has_it_and_nothing_else_is_known() -> None:
    told = Telling()
    for text in ("One", "two"):
        start = told.here
        told.say(text)
        told.end(P)
        told.name("a", start)
    assert said(told, "a") == "One"
    assert told.extent("b") is None


def test_a_place_behind_a_part_is_the_start_of_the_next() -> None:
    told = Telling()
    told.say("One")
    spot = told.here
    told.end(P)
    assert told.settled(spot) == BookSpot(1)


def test_signs_that_no_terminal_may_see_count_as_what_stands_for_them() -> None:
    told = Telling()
    told.say("a\u202eb\x1bc ")
    start = told.here
    told.say("two")
    told.name("a", start)
    told.end(P)
    assert told.parts[0].text == "ab\u241bc two"
    assert said(told, "a") == "two"


def test_it_is_full_when_it_is_longer_than_any_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "_MOST_CHARACTERS", 5)
    told = Telling()
    told.say("Three words here")
    assert not told.is_full
    told.end(P)
    assert told.is_full
