"""Two hundred feeds of forty hosts, good and bad: refreshed politely, broken off and gone on with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.formats.feeds.process import FeedReaders
from briefing.library.refresh import Refresh
from briefing.sources.feeds import HttpFeeds, polite_client
from briefing.sources.web.patience import Patience
from briefing.store.library import LibraryShelf
from terminal import Terminal, wait_until
from tests.answers import (
    at_rate,
    cut_off,
    gzip_bomb,
    redirect,
    refusal,
    resource,
    silent,
    stalled,
    too_many,
)
from tests.end_to_end.groups import wait_until_gone
from tests.feed_hosts import ITEMS, FeedHosts, good, rss
from tests.quick_voice import QUICK_VOICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.web import Exchange

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the loopback has one address")

FEEDS, HOSTS = 200, 40
FEW = 60
BRIEFING = str(Path(sys.executable).with_name("briefing"))


@pytest.fixture
def hosts() -> Iterator[FeedHosts]:
    hosts = FeedHosts(FEEDS, HOSTS)
    yield hosts
    hosts.down()


@pytest.fixture
def fewer() -> Iterator[FeedHosts]:
    """For what is the same with fewer."""
    hosts = FeedHosts(FEW, HOSTS)
    yield hosts
    hosts.down()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Where the library of an account lies whose home is the folder of the test."""
    return tmp_path / ".local" / "share" / "briefing" / "library.sqlite3"


def environment(tmp_path: Path) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "BRIEFING_")) and not name.lower().endswith("_proxy")
    }
    return kept | QUICK_VOICE | {"HOME": str(tmp_path), "LANG": "C.UTF-8"}


def refresh(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BRIEFING, "refresh", *arguments],
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def items_in(library: Path) -> list[str]:
    with closing(LibraryShelf(library)) as shelf:
        return sorted(item.title for item in shelf.items())


def refreshed_in(library: Path) -> int:
    with closing(LibraryShelf(library)) as shelf:
        return sum(bool(each.refreshed_at) for each in shelf.subscriptions())


def test_good_and_bad_feeds_of_many_hosts(hosts: FeedHosts, library: Path) -> None:
    """One host (6) was asked too often, for all that it has; of the others each bad feed is one."""
    bad = {
        1: (refusal(500), "has a fault of its own"),
        2: (resource(b"<!doctype html><html><title>Welcome</title></html>"), "is no feed"),
        3: (resource(bytes(21_000_000), "application/rss+xml"), "sends more than 20 megabytes"),
        5: (refusal(410), "has taken 5 away for good"),
        7: (redirect("/7", 301), "leads in a circle"),
        8: (silent, "has stopped sending"),
        9: (resource(rss(9), flow=cut_off(after=100, times=9)), "broke off"),
        10: (gzip_bomb(100_000_000), "sends more than 20 megabytes"),
        11: (refusal(404), "has nothing at this address"),
        12: (resource(rss(12), flow=at_rate(20)), "sends too little to go on with"),
        13: (resource(rss(13), flow=stalled(after=50)), "has stopped sending"),
        **dict.fromkeys(range(6, FEEDS, HOSTS), (too_many("3600"), "was asked too often")),
    }
    for number, (handler, _) in bad.items():
        hosts[f"/{number}"] = handler
    hosts["/0"] = resource(rss(0), etag='"0"', flow=at_rate(4_000))  # slow
    hosts["/4"], hosts["/moved"] = redirect("/moved", 301), good(4)
    hosts.subscribe_in(library)
    client = polite_client(patience=Patience(read_s=3.0, trickle_s=3.0))
    with (
        closing(LibraryShelf(library)) as shelf,
        FeedReaders() as readers,
        closing(HttpFeeds(client, readers, whole_s=6.0)) as feeds,
    ):
        first = {each.subscription.address: each for each in Refresh(shelf, feeds).run()}
        assert len(first) == FEEDS
        for number, address in enumerate(hosts.feeds):
            trouble = bad.get(number, (None, ""))[1]
            assert trouble in first[address].answer.trouble, address
            assert bool(first[address].answer.trouble) == bool(trouble), first[address].answer
            assert first[address].new == (0 if trouble else ITEMS)
        assert first[hosts.feeds[4]].answer.moved_to == hosts.feeds[4].replace("/4", "/moved")
        assert set(hosts.most_at_once) == {f"127.0.1.{each}" for each in range(1, HOSTS + 1)}
        assert max(hosts.most_at_once.values()) == 2

        for number in set(bad) - set(range(6, FEEDS, HOSTS)) - {5}:
            hosts[f"/{number}"] = good(number)
        hosts.asked.clear()
        second = list(Refresh(shelf, feeds).run())
        assert sum(each.new for each in second) == ITEMS * 10, "what was bad is good now"
        gone, busy = {"/5"}, {f"/{number}" for number in range(6, FEEDS, HOSTS)}
        wanted = {f"/{number}" for number in range(FEEDS)} - gone - busy - {"/4"} | {"/moved"}
        assert sorted(each.path for each in hosts.asked) == sorted(wanted)
        assert sum(each.headers["If-None-Match"] is not None for each in hosts.asked) == len(wanted) - 10
        assert max(hosts.most_at_once.values()) == 2
    assert len(items_in(library)) == ITEMS * (FEEDS - 1 - len(busy))


def test_a_refresh_with_few_open_files_tells_what_came(
    hosts: FeedHosts, library: Path, tmp_path: Path
) -> None:
    hosts["/7"] = refusal(404)
    hosts.subscribe_in(library)
    ended = subprocess.run(
        ["sh", "-c", 'ulimit -n 256; exec "$0" refresh', BRIEFING],
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.stdout == f"{ITEMS * 199} new items in 199 of 200 feeds.\n"
    assert ended.stderr.splitlines() == ["8 127.0.1.8: 127.0.1.8 has nothing at this address."]
    assert ended.returncode == 0
    assert max(hosts.most_at_once.values()) <= 2


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda each: each.name)
def test_what_came_before_an_interruption_is_kept_and_the_rest_comes_next(
    how: signal.Signals, fewer: FeedHosts, library: Path, tmp_path: Path
) -> None:
    held = threading.Event()
    came = 20

    def hold(exchange: Exchange) -> None:
        while not held.wait(0.05) and not exchange.web.closing.is_set():
            pass
        good(int(exchange.path.removeprefix("/")))(exchange)

    for number in range(came, FEW):
        fewer[f"/{number}"] = hold
    fewer.subscribe_in(library)
    with subprocess.Popen(
        [BRIEFING, "refresh"], env=environment(tmp_path), stderr=subprocess.PIPE, text=True
    ) as process:
        wait_until(lambda: refreshed_in(library) > 0 and len(fewer.asked) > 15, "nothing comes")
        process.send_signal(how)
        _, said = process.communicate(timeout=60)
    wait_until_gone(process.pid)
    kept = refreshed_in(library)
    assert len(items_in(library)) == ITEMS * kept
    if how is not signal.SIGKILL:
        assert process.returncode == 130
        assert said.splitlines()[-1] == "briefing: Interrupted."
        assert said.splitlines()[-2].endswith("The next refresh begins with the others.")
    held.set()
    asked_before = len(fewer.asked)
    assert refresh(tmp_path).returncode == 0
    assert len(items_in(library)) == ITEMS * FEW
    assert len(fewer.asked) - asked_before == FEW


def test_two_refreshes_at_once_ask_each_feed_once(fewer: FeedHosts, library: Path, tmp_path: Path) -> None:
    both = threading.Event()

    def hold(exchange: Exchange) -> None:
        while not both.wait(0.05) and not exchange.web.closing.is_set():
            pass
        good(45)(exchange)

    fewer["/45"] = hold
    fewer.subscribe_in(library)
    start = {"env": environment(tmp_path), "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen([BRIEFING, "refresh"], **start) as first:  # type: ignore[call-overload]
        wait_until(lambda: bool(fewer.asked_for("/45")), "the first does not begin")
        with subprocess.Popen([BRIEFING, "refresh"], **start) as second:  # type: ignore[call-overload]
            assert second.stderr.readline() == "Another refresh is waited for.\n"
            both.set()
            outs = first.communicate(timeout=60), second.communicate(timeout=60)
    assert (first.returncode, second.returncode) == (0, 0)
    assert [out for out, _ in outs] == [
        f"{ITEMS * FEW} new items in 60 of 60 feeds.\n",
        "0 new items in 0 of 60 feeds.\n",
    ]
    assert [said for _, said in outs] == ["", ""]
    assert len(fewer.asked) == FEW
    assert len(items_in(library)) == ITEMS * FEW


def test_what_is_gone_is_dropped_when_the_user_says_so(
    fewer: FeedHosts, library: Path, tmp_path: Path
) -> None:
    for number in (0, 1):
        fewer[f"/{number}"] = refusal(410)
    fewer.subscribe_in(library)
    with Terminal([BRIEFING, "refresh"], environment(tmp_path)) as terminal:
        terminal.wait_for("1 127.0.1.1 is gone for good. Unsubscribe from it? (y/n)")
        terminal.press("y\n")
        terminal.wait_for("2 127.0.1.2 is gone for good. Unsubscribe from it? (y/n)")
        terminal.press("\n")
        assert terminal.wait_for_end() == 0
    with closing(LibraryShelf(library)) as shelf:
        left = [each.is_gone for each in shelf.subscriptions()]
    assert (len(left), sum(left)) == (FEW - 1, 1)


def test_the_object_says_what_came_of_each(fewer: FeedHosts, library: Path, tmp_path: Path) -> None:
    fewer["/0"], fewer["/1"] = refusal(404), too_many("60")
    fewer["/2"], fewer["/moved"] = redirect("/moved", 308), good(2)
    fewer.subscribe_in(library)
    ended = refresh(tmp_path, "--json", "1", "2", fewer.feeds[2])
    assert (ended.returncode, ended.stderr) == (0, "")
    told = json.loads(ended.stdout)
    assert told["new"] == ITEMS
    by_number = {each.pop("number"): each for each in told["feeds"]}
    assert by_number[1]["trouble"] == "127.0.1.1 has nothing at this address."
    assert by_number[2]["wait_s"] == 60
    assert by_number[3] == {
        "title": "News 2",
        "address": fewer.feeds[2],
        "new": ITEMS,
        "trouble": None,
        "is_gone": False,
        "moved_to": fewer.feeds[2].replace("/2", "/moved"),
        "wait_s": None,
    }


def test_an_empty_library_says_how_to_subscribe(tmp_path: Path) -> None:
    ended = refresh(tmp_path)
    assert (ended.returncode, ended.stdout) == (0, "")
    assert ended.stderr == "You are subscribed to nothing yet. Write: briefing subscribe ADDRESS\n"


def test_where_no_feed_comes_the_exit_code_says_so(fewer: FeedHosts, library: Path, tmp_path: Path) -> None:
    fewer.subscribe_in(library)
    fewer.down()
    ended = refresh(tmp_path, "1", "2")
    assert ended.returncode == 3
    assert ended.stdout == "0 new items in 0 of 2 feeds.\n"
    assert sorted(ended.stderr.splitlines()) == [
        "1 127.0.1.1: 127.0.1.1 takes no connection.",
        "2 127.0.1.2: 127.0.1.2 takes no connection.",
        "briefing: No feed could be had.",
    ]


def test_nothing_is_fetched_while_offline(fewer: FeedHosts, library: Path, tmp_path: Path) -> None:
    fewer.subscribe_in(library)
    ended = refresh(tmp_path, "--offline")
    assert (ended.returncode, ended.stdout, fewer.connected) == (3, "", 0)
    assert ended.stderr == (
        "briefing: Nothing is fetched while `offline` is on. Turn it off with --no-offline.\n"
    )


def test_what_is_no_subscription_is_a_sentence(fewer: FeedHosts, library: Path, tmp_path: Path) -> None:
    fewer.subscribe_in(library)
    ended = refresh(tmp_path, "https://example.org/feed?token=s3cret")
    assert ended.returncode == 2
    assert ended.stderr == (
        "briefing: There is no subscription called https://example.org/feed?token=. "
        "`briefing list --feeds` names them all.\n"
    )
