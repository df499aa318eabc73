"""Which item is which, however a feed treats its guids: each is what users of other readers complained of.

What was heard must not be offered again, and what was not must not be lost.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefing.store.library import LibraryShelf
from tests.feeds import ADDRESS, answer, story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.feed import FeedItem
    from briefing.ports.library import Shelf

    Change = Callable[[FeedItem], FeedItem]

OTHER = "https://other.example.org/feed"


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with closing(LibraryShelf(None, now=lambda: "2026-11-27T06:00:00+00:00")) as shelf:
        yield shelf


def heard(shelf: Shelf, *items: FeedItem) -> int:
    """Have the newest of a feed's items heard; return the number of its subscription."""
    number = shelf.subscribe(ADDRESS).number
    shelf.take(number, answer(*items))
    for item in shelf.items():
        if item.title == items[0].title:
            shelf.keep_heard(item.number, 1.0, is_heard=True)
    return number


FULL = story(1, enclosure="https://cdn.example.org/1.mp3?token=a", published="2026-11-27T05:00:00+00:00")
SAME: dict[str, Change] = {
    "nothing changed": lambda item: item,
    "its text was corrected": lambda item: item._replace(text="It was otherwise.", title="Corrected"),
    "it was dated anew": lambda item: item._replace(published="2026-11-27T05:59:00+00:00"),
    "its page has another name": lambda item: item._replace(link="https://news.example.org/one"),
    "its recording is signed anew": lambda item: item._replace(
        enclosure="https://cdn.example.org/1.mp3?token=b&Expires=9"
    ),
    "its guid became https": lambda item: item._replace(guid="https://news.example.org/1"),
    "its guid has the headline in it": lambda item: item._replace(
        guid="tag:story-one-corrected", title="Story one, corrected"
    ),
    "its guid is gone": lambda item: item._replace(guid=""),
    "guid and page moved to another host": lambda item: item._replace(
        guid="https://new.example.org/1", link="https://new.example.org/1"
    ),
}


@pytest.mark.parametrize("change", SAME)
def test_what_was_heard_is_the_same_item_where(shelf: Shelf, change: str) -> None:
    number = heard(shelf, FULL, story(2))
    assert shelf.take(number, answer(SAME[change](FULL), story(2))) == 0
    assert len(shelf.items()) == 2
    assert [item.title for item in shelf.items(unheard=True)] == ["Story 2"]


def test_an_item_of_a_feed_without_guids_that_is_dated_anew_each_time_stays_heard(shelf: Shelf) -> None:
    item = story(1, guid="", published="2026-11-27T05:00:00+00:00")
    number = heard(shelf, item)
    for hour in ("05:10", "05:20"):
        assert shelf.take(number, answer(item._replace(published=f"2026-11-27T{hour}:00+00:00"))) == 0
    assert shelf.items(unheard=True) == ()


def test_items_that_all_have_one_guid_are_all_there(shelf: Shelf) -> None:
    """Another reader showed one of ten."""
    items = [story(each, guid="https://news.example.org/") for each in range(10)]
    number = heard(shelf, *items)
    assert len(shelf.items()) == 10
    assert shelf.take(number, answer(story(11, guid="https://news.example.org/"), *items[:-1])) == 1
    assert len(shelf.items(unheard=True)) == 10


def test_items_that_have_neither_guid_nor_page_of_their_own_are_all_there(shelf: Shelf) -> None:
    items = [story(each, guid="", link="https://news.example.org/polls") for each in range(5)]
    number = heard(shelf, *items)
    assert shelf.take(number, answer(*items)) == 0, "another reader marked all as unread each time"
    assert len(shelf.items(unheard=True)) == 4


def test_each_days_bulletin_is_new_though_its_page_and_title_are_the_same(shelf: Shelf) -> None:
    def bulletin(day: int) -> FeedItem:
        return story(
            day,
            guid=f"bulletin-{day}",
            title="The morning bulletin",
            link="https://news.example.org/bulletin",
            enclosure="https://cdn.example.org/latest.mp3",
        )

    number = heard(shelf, bulletin(1))
    assert [shelf.take(number, answer(bulletin(day))) for day in (2, 3)] == [1, 1]


def test_each_hours_bulletin_is_new_though_its_feed_gives_all_one_guid(shelf: Shelf) -> None:
    number = heard(shelf, story(1, guid="latest"))
    assert [shelf.take(number, answer(story(hour, guid="latest"))) for hour in (2, 3)] == [1, 1]
    assert [item.is_heard for item in shelf.items()].count(True) == 1
    assert shelf.take(number, answer(story(3, guid="latest"))) == 0


def test_two_versions_of_an_item_in_one_feed_are_one(shelf: Shelf) -> None:
    heard(shelf, story(1, title="Corrected"), story(1))
    assert [item.title for item in shelf.items()] == ["Corrected"]


def test_items_alike_of_two_feeds_are_two(shelf: Shelf) -> None:
    heard(shelf, story(1))
    assert shelf.take(shelf.subscribe(OTHER).number, answer(story(1))) == 1
    assert len(shelf.items()) == 2


def test_a_corrected_item_is_found_by_its_new_words_alone(shelf: Shelf) -> None:
    number = heard(shelf, story(1, text="A barge struck a pillar."))
    shelf.take(number, answer(story(1, text="A ferry struck a pillar.")))
    assert (len(shelf.search("ferry")), len(shelf.search("barge"))) == (1, 0)


def test_a_feed_that_moved_keeps_its_number_its_items_and_what_was_heard(shelf: Shelf) -> None:
    number = heard(shelf, story(1), story(2))
    assert shelf.take(number, answer(story(1), story(2), story(3), moved_to=OTHER)) == 1
    (kept,) = shelf.subscriptions()
    assert (kept.number, kept.address) == (number, OTHER)
    assert {item.title for item in shelf.items(unheard=True)} == {"Story 2", "Story 3"}


def test_a_feed_that_moved_to_where_another_is_subscribed_becomes_one_with_it(shelf: Shelf) -> None:
    number, other = heard(shelf, story(1), story(2)), shelf.subscribe(OTHER).number
    shelf.take(other, answer(story(1), story(2), story(3)))
    shelf.keep_heard(next(i.number for i in shelf.items(subscription=other) if i.title == "Story 2"), 0.5)
    shelf.take(number, answer(story(3), story(2), story(1), moved_to=OTHER))
    assert [each.number for each in shelf.subscriptions()] == [number]
    assert {item.title: (item.heard, item.is_heard) for item in shelf.items()} == {
        "Story 1": (1.0, True),
        "Story 2": (0.5, False),
        "Story 3": (0.0, False),
    }
    assert shelf.subscribe(OTHER).number == number
