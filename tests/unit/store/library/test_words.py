"""Items are found by their words, in any script."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.store.library import LibraryShelf
from tests.feeds import ADDRESS, answer, story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ports.library import Shelf

TEXTS = {
    "The bridge opens": "Buses crossed it at once, the mayor’s office said.",
    "Die Straße": "Bürgermeister Müller über die Brücke.",
    "Το γεφύρι": "Η γέφυρα άνοιξε ξανά.",
    "Мост открыт": "Её открыли в понедельник.",
    "東京都の橋": "橋が再び開通した。ＮＨＫが報じた。",
    "สะพานเปิดแล้ว": "กรุงเทพมหานครเปิดสะพาน",
    "पुल खुला": "हिन्दी में समाचार",
    "فُتِح الجسر": "افتُتح الجسرُ أمسِ",
    "다리가 열렸다": "서울에서 다리가 다시 열렸다",
    "הגשר נפתח": "הַגֶּשֶׁר נִפְתַּח",
}


@pytest.fixture(scope="module")
def shelf() -> Iterator[Shelf]:
    with closing(LibraryShelf(None)) as shelf:
        number = shelf.subscribe(ADDRESS).number
        items = [story(each, title=title, text=text) for each, (title, text) in enumerate(TEXTS.items())]
        shelf.take(number, answer(*items))
        shelf.take_notice()
        yield shelf


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bridge", "The bridge opens"),
        ("BRI bus", "The bridge opens"),
        ("mayor's", "The bridge opens"),
        ("brucke", "Die Straße"),
        ("müller", "Die Straße"),
        ("Mu\u0308ller", "Die Straße"),
        ("γεφυρα", "Το γεφύρι"),
        ("понед", "Мост открыт"),
        ("京都", "東京都の橋"),
        ("開通", "東京都の橋"),
        ("橋", "東京都の橋"),
        ("nhk", "東京都の橋"),
        ("สะพาน", "สะพานเปิดแล้ว"),
        ("มหานคร", "สะพานเปิดแล้ว"),
        ("हिन्दी", "पुल खुला"),
        ("الجسر", "فُتِح الجسر"),
        ("다리", "다리가 열렸다"),
        ("הגשר", "הגשר נפתח"),
    ],
)
def test_a_word_is_found_by_its_beginning_or_anywhere_without_spaces(
    shelf: Shelf, typed: str, found: str
) -> None:
    assert [item.title for item in shelf.search(typed)] == [found]


@pytest.mark.parametrize(
    "typed", ["bridge ferry", "ridge", "strasse", "हद", "", "  ", '"', "***", "-", "\0", "OR", "NEAR("]
)
def test_what_is_nowhere_is_not_found_and_no_sign_is_a_command(shelf: Shelf, typed: str) -> None:
    assert shelf.search(typed) == ()
    assert shelf.take_notice() == ""


@given(st.text())
def test_nothing_that_is_typed_is_an_error(typed: str) -> None:
    with closing(LibraryShelf(None)) as shelf:
        shelf.take_notice()
        assert shelf.search(typed) == ()
        assert shelf.take_notice() == ""


def test_a_title_goes_before_a_text_and_of_the_same_the_newest() -> None:
    with closing(LibraryShelf(None)) as shelf:
        items = [story(each, text="A ferry came.") for each in range(1, 5)]
        items.append(story(0, title="The ferry", text="Nothing."))
        shelf.take(shelf.subscribe(ADDRESS).number, answer(*items))
        found = [item.title for item in shelf.search("ferry")]
    assert found == ["The ferry", "Story 4", "Story 3", "Story 2", "Story 1"]


def test_an_item_that_was_opened_is_found_by_all_of_its_page() -> None:
    with closing(LibraryShelf(None)) as shelf:
        number = shelf.subscribe(ADDRESS).number
        shelf.take(number, answer(story(1)))
        shelf.keep_text(1, "A zebra walked the bridge.")
        assert len(shelf.search("zebra")) == 1
        shelf.take(number, answer(story(1, enclosure="https://a.example/1.mp3"), story(2)))
        assert len(shelf.search("zebra")) == 1, "nothing of its text has changed"
        shelf.unsubscribe(number)
        assert shelf.search("zebra") == ()
