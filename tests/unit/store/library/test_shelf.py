"""The shelf on real SQLite: subscriptions and items come back as they were kept."""

from __future__ import annotations

import stat
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefing.feed import FeedAddress, FeedChapter, FeedItem
from briefing.linked import LinkedKind, LinkedText
from briefing.ports.library import FeedAnswer
from briefing.store.library import LibraryShelf
from tests.feeds import ADDRESS, answer, story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.ports.library import Shelf


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


@pytest.fixture
def shelf(path: Path) -> Iterator[Shelf]:
    with closing(LibraryShelf(path)) as shelf:
        yield shelf


def test_what_was_kept_is_there_on_the_next_day(path: Path) -> None:
    with closing(LibraryShelf(path)) as shelf:
        number = shelf.subscribe(ADDRESS).number
        shelf.take(number, answer(story(2), story(1), etag="e1", modified="m1"))
        shelf.keep_heard(1, 0.4, length_s=90)
        subscriptions, items = shelf.subscriptions(), shelf.items()
    with closing(LibraryShelf(path)) as shelf:
        assert shelf.subscriptions() == subscriptions
        assert shelf.items() == items
    assert [(each.title, each.etag, each.modified) for each in subscriptions] == [("The News", "e1", "m1")]
    assert [(item.number, item.title, item.heard, item.length_s) for item in items] == [
        (2, "Story 2", 0.0, None),
        (1, "Story 1", 0.4, 90.0),
    ]


def test_the_file_is_the_users_alone(path: Path, shelf: Shelf) -> None:
    shelf.subscribe("https://ann:pa55@example.org/feed?token=s3cret")
    assert {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_feed_that_needs_a_key_keeps_it(shelf: Shelf) -> None:
    address = "https://ann:pa55@example.org/feed?token=s3cret"
    assert shelf.subscribe(address).address == address
    assert "pa55" not in shelf.subscriptions()[0].title


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example.org/feed/",
        "http://news.example.org/feed",
        "HTTPS://News.Example.org/feed",
        "https://news.example.org:443/feed",
        "https://www.news.example.org/feed",
        "https://news.example.org/feed#top",
    ],
)
def test_one_feed_is_subscribed_once_however_it_is_written(shelf: Shelf, other: str) -> None:
    first = shelf.subscribe(ADDRESS)
    assert shelf.subscribe(other) == first
    assert shelf.subscriptions() == (first,)


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example.org/Feed",
        "https://news.example.org/feed?topic=2",
        "https://news.example.org/feed?token=another",
        "https://news.example.org:8443/feed",
    ],
)
def test_what_may_be_another_feed_is_another_subscription(shelf: Shelf, other: str) -> None:
    assert shelf.subscribe(other).number != shelf.subscribe(ADDRESS).number


def test_a_list_is_subscribed_as_one_and_each_feed_in_it_once(shelf: Shelf) -> None:
    feeds = [
        FeedAddress(ADDRESS, "One"),
        FeedAddress("https://b.example/", "Two"),
        FeedAddress(f"{ADDRESS}/"),
    ]
    subscribed = shelf.subscribe_all(feeds, is_users=False)
    assert [(each.title, each.is_users) for each in subscribed] == [("One", False), ("Two", False)]
    assert shelf.subscribe(ADDRESS).is_users


def test_an_address_for_a_title_is_not_shown_for_it_may_hold_a_key(shelf: Shelf) -> None:
    assert shelf.subscribe("https://a.example/?key=s", "https://a.example/?key=s").title == "a.example"


def test_ten_thousand_feeds_are_subscribed_in_the_time_of_their_number(shelf: Shelf) -> None:
    def took_s(first: int, count: int) -> float:
        began_s = time.process_time()
        feeds = [FeedAddress(f"https://{n % (count // 2)}-{first}.example.org/") for n in range(count)]
        assert len(shelf.subscribe_all(feeds, is_users=False)) == count // 2, "each once"
        return time.process_time() - began_s

    short_s, long_s = took_s(1, 1000), took_s(2, 10_000)
    assert long_s < 30 * short_s
    assert len(shelf.subscriptions()) == 5500


def test_all_that_a_feed_said_of_an_item_comes_back(shelf: Shelf) -> None:
    said = FeedItem(
        "Title\x1b[2J",
        "2026-11-27T08:00:00+01:00",
        "guid",
        "https://example.org/1",
        "https://example.org/1.mp3",
        "audio/mpeg",
        61.5,
        (LinkedText(LinkedKind.TRANSCRIPT, "https://example.org/1.vtt", "en", "text/vtt"),),
        (FeedChapter(0.0, "Start"), FeedChapter(12.5, "More")),
        ("Ann",),
        is_breaking=True,
        language="en",
        content="<p>Text \ud800</p>",
        text="Text",
    )
    shelf.take(shelf.subscribe(ADDRESS).number, answer(said))
    (item,) = shelf.items()
    assert shelf.told_of(item.number) == said
    assert (item.length_s, item.has_recording, item.is_breaking) == (61.5, True, True)
    assert item.published == "2026-11-27T07:00:00+00:00"
    assert "\x1b" not in item.title


def test_nothing_newer_leaves_all_as_it_is(shelf: Shelf) -> None:
    number = shelf.subscribe(ADDRESS).number
    assert shelf.take(number, answer(story(1), story(2), etag="e")) == 2
    assert shelf.take(number, FeedAnswer()) == 0
    assert shelf.take(number, FeedAnswer(trouble="It is down.")) == 0
    (kept,) = shelf.subscriptions()
    assert (kept.etag, kept.trouble, len(shelf.items())) == ("e", "It is down.", 2)


def test_what_is_asked_of_nothing_is_nothing(shelf: Shelf) -> None:
    assert (shelf.item(7), shelf.told_of(7), shelf.search("seven"), shelf.items()) == (None, None, (), ())
    assert shelf.take(7, answer(story(1))) == 0
    shelf.unsubscribe(7)
    shelf.keep_heard(7, 1.0, is_heard=True)
    shelf.keep_text(7, "text")
    assert shelf.items() == ()
    assert shelf.take_notice() == ""


def test_a_number_that_no_database_has_is_no_items(shelf: Shelf) -> None:
    for number in (10**30, -1, 0):
        assert (shelf.item(number), shelf.told_of(number)) == (None, None)
        shelf.keep_heard(number, 1.0, is_heard=True)
        shelf.unsubscribe(number)
    assert shelf.take_notice() == ""


def test_signs_that_are_none_in_addresses_and_answers_do_no_harm(shelf: Shelf) -> None:
    number = shelf.subscribe("https://news.example.org/\udcff", "The \udcff").number
    shelf.take(number, answer(story(1, link="https://a.example/\ud800"), title="\ud800", etag="\ud800"))
    assert len(shelf.items()) == 1
    assert shelf.take_notice() == ""


def test_an_unsubscribed_feed_is_gone_with_its_items_and_comes_back_with_what_was_heard(shelf: Shelf) -> None:
    number = shelf.subscribe(ADDRESS).number
    shelf.take(number, answer(story(2), story(1)))
    shelf.keep_heard(1, 1.0, is_heard=True)
    shelf.unsubscribe(number)
    assert (shelf.subscriptions(), shelf.items(), shelf.search("story")) == ((), (), ())
    assert shelf.subscribe(ADDRESS).number == number
    assert shelf.take(number, answer(story(2), story(1))) == 1
    assert {item.number: item.is_heard for item in shelf.items()} == {1: True, 3: False}
