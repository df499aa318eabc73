"""A refresh asks many at once, keeps what comes, and can be left and gone on with."""

from __future__ import annotations

import threading
from contextlib import closing, nullcontext
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from briefing.errors import ConfigError
from briefing.feed import Feed, FeedItem
from briefing.library.refresh import MOST_AT_ONCE, Refresh
from briefing.ports.library import FeedAnswer
from briefing.store.library import LibraryShelf
from briefing.store.turns import FileTurns
from tests.fakes_network import TableFeeds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from briefing.library.refresh import Refreshed

MORNING = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)


class Day:
    """A time that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now

    def written(self) -> str:
        return self.now.isoformat(timespec="seconds")


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def shelf(day: Day) -> Iterator[LibraryShelf]:
    with closing(LibraryShelf(None, day.written)) as shelf:
        yield shelf


def feed(*titles: str, etag: str = "") -> FeedAnswer:
    return FeedAnswer(Feed("News", items=tuple(FeedItem(title, guid=title) for title in titles)), etag)


def addresses(shelf: LibraryShelf, count: int, hosts: int) -> list[str]:
    """Subscribe to so many feeds of so many hosts."""
    found = [f"https://{number % hosts}.example/{number}" for number in range(count)]
    for address in found:
        shelf.subscribe(address)
    return found


def test_what_is_new_is_kept_and_told(shelf: LibraryShelf, day: Day) -> None:
    one, two = addresses(shelf, 2, 2)
    feeds = TableFeeds({one: feed("a", "b"), two: feed("c")})
    told = list(Refresh(shelf, feeds, now=day).run())
    assert sorted((each.subscription.address, each.new) for each in told) == [(one, 2), (two, 1)]
    assert [each.share for each in told] == [0.5, 1.0]
    assert [each.title for each in told] == ["News", "News"]
    assert {each.answer.feed for each in told} == {None}, "what is kept takes no memory here"
    assert sorted(feeds.kept_numbers) == [1, 2]
    assert {item.title for item in shelf.items()} == {"a", "b", "c"}
    feeds.table[two] = feed("c", "d")
    assert sorted(each.new for each in Refresh(shelf, feeds, now=day).run()) == [0, 1]


def test_a_bad_feed_is_told_and_the_others_come(shelf: LibraryShelf, day: Day) -> None:
    good, bad = addresses(shelf, 2, 2)
    told = list(Refresh(shelf, TableFeeds({good: feed("a")}), now=day).run())
    troubles = {each.subscription.address: each.answer.trouble for each in told}
    assert troubles == {good: "", bad: "There is nothing there."}
    assert {each.address: each.trouble for each in shelf.subscriptions()} == troubles


def test_many_are_asked_at_once_and_of_a_host_no_more_than_two(shelf: LibraryShelf, day: Day) -> None:
    feeds = TableFeeds()
    feeds.held.update(addresses(shelf, 200, 40))
    told: list[Refreshed] = []
    running = threading.Thread(target=lambda: told.extend(Refresh(shelf, feeds, now=day).run()))
    running.start()
    feeds.wait_until_asked(MOST_AT_ONCE)
    feeds.let_go(*feeds.held)
    running.join()
    assert len(told) == 200
    assert feeds.most_at_once == MOST_AT_ONCE
    assert feeds.most_per_host <= 2


def test_what_is_new_is_all_that_is_asked_for_but_of_those_that_are_named(
    shelf: LibraryShelf, day: Day
) -> None:
    """A server may say for ever that nothing is newer: to name its feed helps."""
    (address,) = addresses(shelf, 1, 1)
    feeds = TableFeeds({address: feed("a", etag='"1"')})
    for numbers in (None, None, [shelf.subscriptions()[0].number]):
        list(Refresh(shelf, feeds, now=day).run(numbers))
    assert [each.etag for each in feeds.asked] == ["", '"1"', ""]


def test_what_is_gone_for_good_is_asked_for_again_only_if_it_is_named(shelf: LibraryShelf, day: Day) -> None:
    (address,) = addresses(shelf, 1, 1)
    feeds = TableFeeds({address: FeedAnswer(is_gone=True, trouble="It is gone.")})
    assert [each.answer.is_gone for each in Refresh(shelf, feeds, now=day).run()] == [True]
    assert list(Refresh(shelf, feeds, now=day).run()) == []
    feeds.table[address] = feed("a")
    assert [each.new for each in Refresh(shelf, feeds, now=day).run([shelf.subscriptions()[0].number])] == [1]
    assert not shelf.subscriptions()[0].is_gone


def test_a_server_is_left_alone_for_as_long_as_it_wants(shelf: LibraryShelf, day: Day) -> None:
    (address,) = addresses(shelf, 1, 1)
    feeds = TableFeeds({address: FeedAnswer(wait_s=600, trouble="It was asked too often.")})
    list(Refresh(shelf, feeds, now=day).run())
    day.now += timedelta(seconds=599)
    for numbers in (None, [shelf.subscriptions()[0].number]):
        (told,) = Refresh(shelf, feeds, now=day).run(numbers)
        assert (told.answer, told.share) == (FeedAnswer(wait_s=1, trouble="It was asked too often."), 1.0)
    assert len(feeds.asked) == 1
    day.now += timedelta(seconds=2)
    feeds.table[address] = feed("a")
    assert [each.new for each in Refresh(shelf, feeds, now=day).run()] == [1]


def test_a_refresh_that_is_stopped_keeps_what_came_and_the_next_goes_on(
    shelf: LibraryShelf, day: Day
) -> None:
    all_of_them = addresses(shelf, 40, 40)
    feeds = TableFeeds(dict.fromkeys(all_of_them, feed("a")))
    came = {each.address for each in shelf.subscriptions()[:10]}
    feeds.held.update(set(all_of_them) - came)
    first = Refresh(shelf, feeds, now=day)
    told = []
    for each in first.run():
        told.append(each.subscription.address)
        if len(told) == len(came):
            first.stop()
    assert set(told) == came
    assert {each.address for each in shelf.subscriptions() if each.refreshed_at} == came
    assert {each.trouble for each in shelf.subscriptions()} == {""}, "what was left is no bad feed"
    day.now += timedelta(hours=1)
    again = TableFeeds(dict.fromkeys(all_of_them, feed("a")))
    list(Refresh(shelf, again, now=day).run())
    asked = [each.address for each in again.asked]
    assert set(asked) == set(all_of_them)
    assert set(asked[: 40 - len(came)]) == set(all_of_them) - came


def test_a_refresh_ends_though_no_server_answers(shelf: LibraryShelf, day: Day) -> None:
    feeds = TableFeeds()
    feeds.held.update(addresses(shelf, 20, 20))
    refresh = Refresh(shelf, feeds, now=day)
    told: list[Refreshed] = []
    running = threading.Thread(target=lambda: told.extend(refresh.run()))
    running.start()
    feeds.wait_until_asked(MOST_AT_ONCE)
    refresh.stop()
    running.join()
    assert told == []
    assert {each.asked_at for each in shelf.subscriptions()} == {""}


def test_a_fault_is_told_to_whoever_runs_it(shelf: LibraryShelf, day: Day) -> None:
    one, two = addresses(shelf, 2, 2)
    feeds = TableFeeds({one: ConfigError("The proxy cannot be used."), two: feed("a")})
    with pytest.raises(ConfigError, match="proxy"):
        list(Refresh(shelf, feeds, now=day).run())


def test_an_empty_library_asks_nobody(shelf: LibraryShelf, day: Day) -> None:
    assert list(Refresh(shelf, TableFeeds(), now=day).run()) == []


# -- Two at once


class AfterAnother:
    """A turn that had to wait for another refresh, which began at a time."""

    def __init__(self, since: str) -> None:
        self.since = since

    def taken(
        self, is_wanted: Callable[[], bool], tell_of_waiting: Callable[[], None] = lambda: None
    ) -> AbstractContextManager[str]:
        return nullcontext(self.since)


def test_the_second_of_two_asks_for_what_the_first_did_not(shelf: LibraryShelf, day: Day) -> None:
    shelf.subscribe("https://a.example/")
    feeds = TableFeeds({"https://a.example/": feed("a")})
    began = day.written()
    list(Refresh(shelf, feeds, now=day).run())
    shelf.subscribe("https://b.example/")
    day.now += timedelta(seconds=5)
    for numbers in (None, [each.number for each in shelf.subscriptions()]):
        feeds.asked.clear()
        list(Refresh(shelf, feeds, AfterAnother(began), day).run(numbers))
        assert [each.address for each in feeds.asked] == ["https://b.example/"] * (numbers is None)


def test_who_waits_for_another_refresh_can_stop(shelf: LibraryShelf, day: Day, tmp_path: Path) -> None:
    addresses(shelf, 1, 1)
    feeds = TableFeeds()
    refresh = Refresh(shelf, feeds, FileTurns(tmp_path / "turns", day), day)
    with FileTurns(tmp_path / "turns", day).taken(lambda: True):
        assert list(refresh.run(tell_of_waiting=refresh.stop)) == []
    assert not feeds.asked
