"""A week of mornings: today's briefing is heard each day, while feeds change and programs are killed.

What was heard is never offered again; what was not is never lost.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from briefing.library.today import items_of_today
from briefing.store.library import LibraryShelf
from tests.feeds import answer, story

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.feed import FeedItem
    from briefing.ports.library import Shelf

BEGAN: Final = datetime.fromisoformat("2026-11-23T06:00:00+00:00")
FEEDS: Final = tuple(f"https://{name}.example.org/feed" for name in ("north", "south", "podcast"))
MOMENTS: Final = 10


class Publishers:
    """Three feeds over a week: new, repeated, corrected and breaking items, and one story in two feeds."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._items: dict[str, list[FeedItem]] = {feed: [] for feed in FEEDS}
        self.breaking: set[str] = set()
        self._count = 0

    def publish(self, now: datetime) -> None:
        """Let a day's items come out."""
        for feed in FEEDS:
            for _ in range(self._chance.randrange(1, 5)):
                self._items[feed].insert(0, self._new(feed, now))
        shared = self._new(FEEDS[0], now)
        self._items[FEEDS[0]].insert(0, shared)
        self._items[FEEDS[1]].insert(0, shared._replace(guid=f"south-{shared.guid}"))
        for items in self._items.values():
            for at, item in enumerate(items):
                items[at] = self._changed(item)
            del items[8:]  # what is older than that leaves the feed, heard or not

    def answer(self, feed: str) -> list[FeedItem]:
        """Return what a feed holds now."""
        return list(self._items[feed])

    def _new(self, feed: str, now: datetime) -> FeedItem:
        self._count += 1
        name = f"Story {self._count}"
        is_breaking = self._chance.random() < 0.15
        if is_breaking:
            self.breaking.add(name)
        at = now - timedelta(minutes=self._chance.randrange(600))
        return story(
            self._count,
            title=name,
            guid=f"http://{feed}#{self._count}" if self._chance.random() < 0.8 else "",
            link=f"https://pages.example.org/{self._count}",
            published=at.isoformat(),
            is_breaking=is_breaking,
        )

    def _changed(self, item: FeedItem) -> FeedItem:
        """Return an item as the next day has it: corrected, or with another guid, or as it was."""
        what = self._chance.randrange(6)
        if what == 0 and item.guid:
            return item._replace(text=f"{item.text} Corrected.")
        if what == 1:
            return item._replace(guid=item.guid.replace("http:", "https:"))
        return item


def refresh(shelf: Shelf, publishers: Publishers) -> None:
    for each in shelf.subscriptions():
        shelf.take(each.number, answer(*publishers.answer(each.address), title=each.address))


@pytest.mark.parametrize("seed", range(8))
def test_in_a_week_nothing_is_offered_twice_and_nothing_is_lost(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    publishers, now = Publishers(chance), BEGAN
    path = tmp_path / "library.sqlite3"
    heard: set[str] = set()
    came: set[str] = set()
    with closing(LibraryShelf(path, now=now.isoformat)) as shelf:
        for feed in FEEDS:
            shelf.subscribe(feed)
    for _ in range(7):
        now += timedelta(days=1)
        publishers.publish(now)
        came |= {item.title for feed in FEEDS for item in publishers.answer(feed)}
        with closing(LibraryShelf(path, now=now.isoformat)) as shelf:
            for _ in range(chance.randrange(1, 3)):
                refresh(shelf, publishers)
            offered = items_of_today(shelf, now, days=30, most=1000)
            names = [item.title for item in offered]
            assert len(names) == len(set(names)), "a story is offered once"
            assert heard.isdisjoint(names), "what was heard is not offered again"
            assert heard | set(names) == came, "what was not heard is there"
            is_breaking = [item.is_breaking for item in offered]
            assert is_breaking == sorted(is_breaking, reverse=True)
            assert {item.title for item in offered if item.is_breaking} == publishers.breaking - heard
            for item in offered[: chance.randrange(len(offered))]:
                shelf.keep_heard(item.number, 1.0, is_heard=True)
                heard.add(item.title)
            if chance.random() < 0.5 and len(offered) > len(heard & set(names)):
                shelf.keep_heard(offered[-1].number, 0.4)


LISTENER: Final = """
import sys
from datetime import datetime
from pathlib import Path
from briefing.library.today import items_of_today
from briefing.store.library import LibraryShelf
from tests.feeds import answer, story
path, first = Path(sys.argv[1]), int(sys.argv[2])
shelf = LibraryShelf(path)
now = datetime.fromisoformat("2026-11-30T06:00:00+00:00")
number = shelf.subscribe("https://news.example.org/feed").number
for round_ in range(first, first + 1000):
    shelf.take(number, answer(*(story(each) for each in range(round_ * 5, round_ * 5 + 10))))
    print("came", (round_ + 2) * 5, flush=True)
    for item in items_of_today(shelf, now, days=60, most=3):
        shelf.keep_heard(item.number, 0.5)
        shelf.keep_heard(item.number, 1.0, is_heard=True)
        print("heard", item.number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")
@pytest.mark.parametrize("seed", range(5))
def test_a_kill_at_ten_moments_loses_nothing_that_was_heard_or_came(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "library.sqlite3"
    chance = random.Random(seed)
    heard: set[int] = set()
    stories = 0
    for _ in range(MOMENTS):
        start = str(stories // 5)
        with subprocess.Popen(
            [sys.executable, "-c", LISTENER, path, start], stdout=subprocess.PIPE, text=True
        ) as listener:
            assert listener.stdout
            for _ in range(chance.randrange(1, 30)):
                kind, count = listener.stdout.readline().split()
                if kind == "heard":
                    assert int(count) not in heard, "it was heard before"
                    heard.add(int(count))
                else:
                    stories = max(stories, int(count))
            os.kill(listener.pid, signal.SIGKILL)
            for line in listener.stdout:  # what it said before it was killed holds, too
                kind, _, count = line.strip().partition(" ")
                if line.endswith("\n") and kind == "heard":
                    heard.add(int(count))
        with closing(LibraryShelf(path)) as shelf:
            assert shelf.take_notice() == ""
            items = shelf.items()
            assert heard <= {item.number for item in items if item.is_heard}
            assert {f"Story {each}" for each in range(stories)} <= {item.title for item in items}
            assert len({item.title for item in items}) == len(items)
