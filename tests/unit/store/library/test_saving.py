"""What is saved of a damaged library, on real files, for every kind of damage and from fixed seeds."""

from __future__ import annotations

import random
import re
import sqlite3
from contextlib import closing
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from briefing.store.library import LibraryShelf
from tests.damage import KINDS, PAGE_BYTES
from tests.feeds import answer, story

if TYPE_CHECKING:
    from pathlib import Path

FEEDS: Final = 12
ITEMS: Final = 20
SEEDS: Final = 4
LEAST_SAVED: Final = {"cut anywhere": (0.4, 0.0)}
"""A third of the file is gone, the newest: what lay in it twice is gone twice."""


class Known(NamedTuple):
    """What a library holds: its feeds by number and address, and the items heard to their end."""

    feeds: frozenset[tuple[int, str]]
    heard: frozenset[int]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Known]:
    """A library of some weeks, as bytes, and what is in it."""
    path = tmp_path_factory.mktemp("whole") / "library.sqlite3"
    with closing(LibraryShelf(path)) as shelf:
        for feed in range(FEEDS):
            number = shelf.subscribe(f"https://news-{feed}.example.org/feed").number
            items = (
                story(feed * 100 + each, text=f"What happened in place {each}. " * 40)
                for each in range(ITEMS)
            )
            shelf.take(number, answer(*items, title=f"The News of {feed}", etag="e"))
            for item in shelf.items(subscription=number):
                if item.number % 3 == 0:
                    shelf.keep_heard(item.number, 1.0, is_heard=True)
        known = known_to(shelf)
    return path.read_bytes(), known


def known_to(shelf: LibraryShelf) -> Known:
    return Known(
        frozenset((each.number, each.address) for each in shelf.subscriptions()),
        frozenset(item.number for item in shelf.items() if item.is_heard),
    )


def look_at_all(shelf: LibraryShelf) -> None:
    """Read all that a library holds, so that damage shows."""
    for item in shelf.items():
        shelf.told_of(item.number)
    shelf.search("what happened")
    shelf.search("news")


def come_again(shelf: LibraryShelf) -> None:
    """Have each feed that is left read anew, as the next refresh does."""
    for each in shelf.subscriptions():
        feed = int(each.address.removeprefix("https://news-").partition(".")[0])
        shelf.take(each.number, answer(*(story(feed * 100 + number) for number in range(ITEMS))))


@pytest.mark.parametrize("kind", KINDS)
def test_nearly_all_feeds_and_all_that_was_heard_come_out_of_a_damaged_library(
    tmp_path: Path, whole: tuple[bytes, Known], kind: str
) -> None:
    path = tmp_path / "library.sqlite3"
    raw, before = whole
    feeds, heard = [], []
    for seed in range(SEEDS):
        content = bytearray(raw)
        KINDS[kind](content, random.Random(seed))
        path.write_bytes(content)
        with closing(LibraryShelf(path)) as shelf:
            look_at_all(shelf)
            notice = shelf.take_notice()
            assert known_to(shelf).feeds <= before.feeds, "a wrong subscription is none"
            come_again(shelf)
            after = known_to(shelf)
            assert len({item.number for item in shelf.items()}) == len(shelf.items())
            notice = notice or shelf.take_notice()
        assert after.heard <= before.heard, "nothing is taken for heard that was not"
        is_less = len(after.feeds) + len(after.heard) < len(before.feeds) + len(before.heard)
        assert not is_less or re.match("The library was damaged.", notice), "what is lost is said"
        feeds.append(len(after.feeds))
        heard.append(len(after.heard))
        for each in tmp_path.iterdir():
            each.unlink()
    least_feeds, least_heard = LEAST_SAVED.get(kind, (0.95, 0.95))
    assert median(feeds) >= least_feeds * len(before.feeds)
    assert median(heard) >= least_heard * len(before.heard)


def test_a_damaged_library_is_asked_for_anew_and_found_by_its_words(
    tmp_path: Path, whole: tuple[bytes, Known]
) -> None:
    path = tmp_path / "library.sqlite3"
    content = bytearray(whole[0])
    content[:100] = b"\xa5" * 100
    path.write_bytes(content)
    with closing(LibraryShelf(path)) as shelf:
        assert {each.etag for each in shelf.subscriptions()} == {""}
        assert len(shelf.items()) == FEEDS * ITEMS
        assert len(shelf.search("happened", limit=1000)) == FEEDS * ITEMS
        assert shelf.take_notice().startswith("The library was damaged. 92 of its feeds and heard items")
        last = max(item.number for item in shelf.items())
        shelf.take(1, answer(story(5000)))
        assert max(item.number for item in shelf.items()) == last + 1


def test_what_a_feed_said_that_is_damaged_is_had_again_with_the_next_refresh(
    tmp_path: Path, whole: tuple[bytes, Known]
) -> None:
    path = tmp_path / "library.sqlite3"
    path.write_bytes(whole[0])
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE told SET told = x'00' || substr(told, 2) WHERE number = 1")
        db.commit()
    with closing(LibraryShelf(path)) as shelf:
        come_again(shelf)
        assert shelf.take_notice().startswith("The library was damaged. 92 of its feeds and heard items")
        come_again(shelf)
        said = shelf.told_of(1)
        assert said is not None
        assert len(shelf.items()) == len(shelf.search("happened", limit=1000)) == FEEDS * ITEMS


def test_where_the_count_of_numbers_is_lost_none_is_given_twice(
    tmp_path: Path, whole: tuple[bytes, Known]
) -> None:
    path = tmp_path / "library.sqlite3"
    path.write_bytes(whole[0])
    with closing(sqlite3.connect(path)) as db:
        page = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'counters'").fetchone()[0]
    content = bytearray(whole[0])
    content[(page - 1) * PAGE_BYTES : page * PAGE_BYTES] = bytes(PAGE_BYTES)
    path.write_bytes(content)
    with closing(LibraryShelf(path)) as shelf:
        shelf.take(1, answer(story(5000)))
        assert max(item.number for item in shelf.items()) > FEEDS * ITEMS + 100


def test_a_title_with_a_flipped_letter_is_not_written_back(
    tmp_path: Path, whole: tuple[bytes, Known]
) -> None:
    path = tmp_path / "library.sqlite3"
    path.write_bytes(whole[0].replace(b"Story 301", b"Story 3O1"))
    with closing(LibraryShelf(path)) as shelf:
        come_again(shelf)
        assert "damaged" in shelf.take_notice()
        come_again(shelf)
        assert "Story 3O1" not in {item.title for item in shelf.items()}
        assert len(shelf.items()) == FEEDS * ITEMS
