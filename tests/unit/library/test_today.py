"""Which items this morning's briefing is made of."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from briefing.library.today import items_of_today, new_since_last_visit
from briefing.store.library import LibraryShelf
from tests.feeds import ADDRESS, answer, story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ports.library import Shelf

NOW = datetime.fromisoformat("2026-11-27T07:00:00+01:00")
OTHER = "https://other.example.org/feed"


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with closing(LibraryShelf(None, now=lambda: "2026-11-27T06:00:00+00:00")) as shelf:
        shelf.take_notice()
        yield shelf


def hours_ago(hours: float) -> str:
    return (NOW - timedelta(hours=hours)).isoformat()


def titles(shelf: Shelf, most: int = 50) -> list[str]:
    return [item.title for item in items_of_today(shelf, NOW, days=7, most=most)]


def number_of(shelf: Shelf, title: str) -> int:
    return next(item.number for item in shelf.items() if item.title == title)


def test_breaking_news_comes_first_then_the_newest(shelf: Shelf) -> None:
    first, second = shelf.subscribe(ADDRESS).number, shelf.subscribe(OTHER).number
    shelf.take(
        first,
        answer(
            story(1, published=hours_ago(1)), story(2, published=hours_ago(30), is_breaking=True), story(3)
        ),
    )
    shelf.take(second, answer(story(4, published=hours_ago(2), link="https://other.example.org/4")))
    assert titles(shelf) == ["Story 2", "Story 1", "Story 4"]
    assert titles(shelf, most=2) == ["Story 2", "Story 1"]


def test_what_was_heard_is_not_offered_again_and_what_was_begun_is(shelf: Shelf) -> None:
    number = shelf.subscribe(ADDRESS).number
    items = [story(each, published=hours_ago(each)) for each in (1, 2, 3)]
    shelf.take(number, answer(*items))
    shelf.keep_heard(number_of(shelf, "Story 1"), 1.0, is_heard=True)
    shelf.keep_heard(number_of(shelf, "Story 2"), 0.5)
    assert titles(shelf) == ["Story 2", "Story 3"]
    corrected = [item._replace(text="Corrected.", title=f"{item.title}, corrected") for item in items]
    shelf.take(number, answer(*corrected))
    assert titles(shelf) == ["Story 2, corrected", "Story 3, corrected"]


def test_what_was_marked_as_not_heard_is_offered_again(shelf: Shelf) -> None:
    shelf.take(shelf.subscribe(ADDRESS).number, answer(story(1, published=hours_ago(1))))
    shelf.keep_heard(1, 1.0, is_heard=True)
    assert titles(shelf) == []
    shelf.keep_heard(1, 0.0, is_heard=False)
    assert titles(shelf) == ["Story 1"]


def test_a_story_that_two_feeds_tell_is_offered_once_and_breaks_in_both(shelf: Shelf) -> None:
    first, second = shelf.subscribe(ADDRESS).number, shelf.subscribe(OTHER).number
    page = "https://www.news.example.org/1/?utm_source=rss"
    shelf.take(first, answer(story(1, published=hours_ago(1)), story(2, published=hours_ago(1.5))))
    shelf.take(
        second,
        answer(story(9, title="The first story", link=page, published=hours_ago(2), is_breaking=True)),
    )
    assert titles(shelf) == ["Story 1", "Story 2"]
    shelf.keep_heard(number_of(shelf, "The first story"), 1.0, is_heard=True)
    assert titles(shelf) == ["Story 2"], "it was heard from the other feed"
    shelf.unsubscribe(second)
    assert titles(shelf) == ["Story 2"], "and still was when that is gone"


def test_a_story_whose_link_leads_where_another_feed_links_was_heard_there_too(shelf: Shelf) -> None:
    first, second = shelf.subscribe(ADDRESS).number, shelf.subscribe(OTHER).number
    shelf.take(first, answer(story(1, link="https://go.example.org/x7", published=hours_ago(1))))
    shelf.take(second, answer(story(2, link="https://news.example.org/bridge", published=hours_ago(2))))
    assert titles(shelf) == ["Story 1", "Story 2"]
    shelf.keep_text(
        number_of(shelf, "Story 1"), "The bridge.", "https://news.example.org/bridge?utm_source=x"
    )
    shelf.keep_heard(number_of(shelf, "Story 1"), 1.0, is_heard=True)
    assert titles(shelf) == []
    shelf.take(first, answer(story(1, link="https://go.example.org/x8", published=hours_ago(1))))
    assert titles(shelf) == [], "its feed has another way there"


def test_the_one_with_a_recording_is_offered_of_a_story_but_before_it_the_one_that_was_begun(
    shelf: Shelf,
) -> None:
    first, second = shelf.subscribe(ADDRESS).number, shelf.subscribe(OTHER).number
    shelf.take(first, answer(story(1, title="Read", published=hours_ago(1))))
    shelf.take(
        second, answer(story(1, title="Heard", published=hours_ago(2), enclosure="https://x.example/1.mp3"))
    )
    assert titles(shelf) == ["Heard"]
    shelf.keep_heard(number_of(shelf, "Read"), 0.1)
    assert titles(shelf) == ["Read"]


def test_feeds_whose_items_all_have_one_page_lose_none(shelf: Shelf) -> None:
    first, second = shelf.subscribe(ADDRESS).number, shelf.subscribe(OTHER).number
    page = "https://show.example.org/episodes"
    for number in (first, second):
        shelf.take(
            number,
            answer(
                *(story(number * 10 + i, link=page, published=hours_ago(number * 3 + i)) for i in range(3))
            ),
        )
    assert len(titles(shelf)) == 6
    shelf.keep_heard(1, 1.0, is_heard=True)
    assert len(titles(shelf)) == 5


def test_a_date_to_come_is_no_reason_to_stand_first_for_ever(shelf: Shelf) -> None:
    number = shelf.subscribe(ADDRESS).number
    shelf.take(number, answer(story(1, published="2999-01-01T00:00:00+00:00"), story(2, published="soon")))
    assert {item.published for item in shelf.items()} == {"2026-11-27T06:00:00+00:00"}


def test_what_is_older_than_was_asked_for_is_left_to_the_library(shelf: Shelf) -> None:
    shelf.take(shelf.subscribe(ADDRESS).number, answer(story(1, published=hours_ago(24 * 8))))
    assert titles(shelf) == []
    assert len(shelf.items(unheard=True)) == 1


def test_only_what_came_since_the_last_visit_is_counted_as_new(shelf: Shelf) -> None:
    number = shelf.subscribe(ADDRESS).number
    assert new_since_last_visit(shelf, NOW, days=7) == 0
    shelf.take(number, answer(story(1, published=hours_ago(2)), story(3)))
    assert [new_since_last_visit(shelf, NOW, days=7) for _ in range(2)] == [1, 0]
    shelf.take(number, answer(*(story(each, published=hours_ago(1)) for each in (1, 2))))
    assert [new_since_last_visit(shelf, NOW, days=7) for _ in range(2)] == [1, 0]
