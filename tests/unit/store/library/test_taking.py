"""What stays in the library and what goes, as feeds drop items and days pass."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from math import inf, nan
from typing import TYPE_CHECKING

import pytest

from briefing.ports.library import FeedAnswer
from briefing.store.library import LibraryShelf, taking
from tests.feeds import ADDRESS, answer, story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ports.library import Shelf


class Days:
    """A clock by days."""

    def __init__(self) -> None:
        self.at = datetime.fromisoformat("2026-11-27T06:00:00+00:00")

    def __call__(self) -> str:
        return self.at.isoformat()

    def advance(self, days: float) -> None:
        self.at += timedelta(days=days)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def shelf(days: Days) -> Iterator[Shelf]:
    with closing(LibraryShelf(None, now=days)) as shelf:
        yield shelf


def titles(shelf: Shelf) -> set[str]:
    return {item.title for item in shelf.items()}


def test_what_was_not_heard_to_its_end_stays_when_its_feed_drops_it(shelf: Shelf, days: Days) -> None:
    number = shelf.subscribe(ADDRESS).number
    shelf.take(number, answer(story(1), story(2), story(3)))
    by_title = {item.title: item.number for item in shelf.items()}
    shelf.keep_heard(by_title["Story 1"], 1.0, is_heard=True)
    shelf.keep_heard(by_title["Story 2"], 0.3)
    for _ in range(5):
        days.advance(taking.KEPT_DAYS / 4)
        shelf.take(number, answer(story(4)))
    assert titles(shelf) == {"Story 2", "Story 3", "Story 4"}


def test_what_was_dropped_as_heard_comes_back_under_its_number_and_heard(shelf: Shelf, days: Days) -> None:
    number = shelf.subscribe(ADDRESS).number
    shelf.take(number, answer(story(1)))
    shelf.keep_heard(1, 1.0, is_heard=True)
    days.advance(taking.KEPT_DAYS + 1)
    shelf.take(number, answer(story(2)))
    assert (titles(shelf), shelf.item(1)) == ({"Story 2"}, None)
    days.advance(400)
    assert shelf.take(number, answer(story(1), story(2))) == 0
    came_back = shelf.item(1)
    assert came_back is not None
    assert (came_back.title, came_back.is_heard) == ("Story 1", True)


def test_of_what_a_feed_holds_no_more_the_newest_stay(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "MOST_KEPT", 3)
    number = shelf.subscribe(ADDRESS).number
    shelf.take(number, answer(*(story(each) for each in range(8))))
    assert len(titles(shelf)) == 8
    shelf.take(number, answer(story(9)))
    assert titles(shelf) == {"Story 5", "Story 6", "Story 7", "Story 9"}


def test_no_number_is_given_twice(shelf: Shelf) -> None:
    numbers: list[int] = []
    for each in range(4):
        number = shelf.subscribe(ADDRESS).number
        shelf.take(number, answer(story(each)))
        numbers += [item.number for item in shelf.items()]
        shelf.unsubscribe(number)
    assert numbers == [1, 2, 3, 4]


@pytest.mark.parametrize("seconds", [nan, inf, -inf, -1.0, 0.0, 1e300])
def test_a_length_or_a_share_that_cannot_be_is_none(shelf: Shelf, seconds: float) -> None:
    shelf.take(shelf.subscribe(ADDRESS).number, answer(story(1, duration_s=seconds)))
    shelf.keep_heard(1, seconds, length_s=None)
    (item,) = shelf.items()
    assert item.length_s in {None, 7 * 86400.0}
    assert 0 <= item.heard <= 1


@pytest.mark.parametrize(
    ("wait_s", "until"),
    [(60.0, "2026-11-27T06:01:00+00:00"), (1e12, "2026-12-04T06:00:00+00:00"), (nan, ""), (None, "")],
)
def test_when_a_server_may_be_asked_again_is_kept_within_a_week(
    shelf: Shelf, wait_s: float | None, until: str
) -> None:
    number = shelf.subscribe(ADDRESS).number
    shelf.take(number, FeedAnswer(trouble="It is busy.", wait_s=wait_s))
    assert shelf.subscriptions()[0].wait_until == until
    shelf.take(number, FeedAnswer())
    assert (shelf.subscriptions()[0].wait_until, shelf.subscriptions()[0].trouble) == ("", "")


def test_an_item_without_a_title_goes_by_its_text(shelf: Shelf) -> None:
    shelf.take(
        shelf.subscribe(ADDRESS).number,
        answer(story(1, title=""), story(2, title="", text=""), story(3, title="", text="", link="")),
    )
    assert titles(shelf) == {"What happened in place 1.", "https://news.example.org/2", "Untitled"}
