"""Feeds are read by processes that live on; what one dies of costs one feed."""

from __future__ import annotations

import sys
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.formats.feeds.process import LIMITS, MOST_BYTES, MOST_READ_BYTES, WORKER, FeedReaders
from briefing.processes import door
from tests.unit.formats.feeds.feeds_made import JSON, OPML, RSS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.processes.child import Child

DIES = "import sys; sys.stdin.buffer.read(20); sys.exit(3)"
SLEEPS = "import sys, time; sys.stdin.buffer.read(20); time.sleep(60)"
BABBLES = "import sys; sys.stdin.buffer.read(20); print('x' * 100, flush=True)"
LIES = (
    "import sys, struct; sys.stdin.buffer.read(20);"
    "sys.stdout.buffer.write(struct.pack('<BqI', 1, 0, 2) + b'{}');"
    "sys.stdout.flush(); sys.stdin.buffer.read()"
)


class Starts:
    """Starts a program first, where one is given, and then what reads feeds; counts."""

    def __init__(self, program: str = "") -> None:
        self._program = program
        self.children: list[Child] = []

    def __call__(self) -> Child:
        program, self._program = self._program, ""
        command = [sys.executable, "-c", program] if program else door.command(WORKER, limits=LIMITS)
        self.children.append(door.start(command))
        return self.children[-1]


@pytest.fixture(scope="module")
def readers() -> Iterator[FeedReaders]:
    with FeedReaders(most=1) as opened:
        yield opened


def test_one_process_reads_many_feeds() -> None:
    starts = Starts()
    with FeedReaders(most=2, start=starts) as opened:
        for source in (RSS, JSON, RSS):
            assert len(opened.read(source.encode(), "", "It").items) == 2
        assert len(opened.subscriptions(OPML.encode(), "It")) == 2
    assert len(starts.children) == 1
    assert starts.children[0].has_ended


@pytest.mark.parametrize(
    ("program", "said"),
    [(DIES, "broke off"), (SLEEPS, "takes too long"), (BABBLES, "broke off"), (LIES, "broke off")],
    ids=["dies", "sleeps", "babbles", "lies"],
)
def test_a_process_that_fails_costs_that_feed_and_no_other(program: str, said: str) -> None:
    starts = Starts(program)
    opened = FeedReaders(most=1, limit_s=0.5 if program == SLEEPS else 30, start=starts)
    with pytest.raises(SourceError, match=f"It .*{said}"):
        opened.read(RSS.encode(), "", "It")
    opened.close()
    with FeedReaders(most=1, start=starts) as another:
        assert another.read(RSS.encode(), "", "It").items


@pytest.mark.parametrize("data", [b"", b"<html><rss/></html>", b"words", b"{}", OPML.encode()])
def test_what_is_no_feed_is_told(readers: FeedReaders, data: bytes) -> None:
    with pytest.raises(SourceError, match="is no feed"):
        readers.read(data, "", "news.xml")
    with pytest.raises(SourceError, match="is no list of subscriptions"):
        readers.subscriptions(RSS.encode(), "news.xml")


def test_a_feed_that_is_too_long_is_refused_without_a_look(readers: FeedReaders) -> None:
    with pytest.raises(SourceError, match="larger than 20 megabytes"):
        readers.read(bytes(MOST_BYTES + 1), "", "It")


def test_closing_ends_what_is_being_read() -> None:
    starts = Starts(SLEEPS)
    opened = FeedReaders(most=1, start=starts)
    told: list[str] = []

    def read() -> None:
        try:
            opened.read(RSS.encode(), "", "It")
        except SourceError as error:
            told.append(error.message)

    thread = Thread(target=read)
    thread.start()
    while not opened._busy:
        thread.join(0.01)
    opened.close()
    thread.join(20)
    assert told == ["It cannot be read: what reads feeds broke off."]
    assert starts.children[0].has_ended


def test_nothing_is_started_any_more_once_it_was_closed() -> None:
    starts = Starts()
    opened = FeedReaders(start=starts)
    opened.close()
    with pytest.raises(SourceError, match="broke off"):
        opened.read(RSS.encode(), "", "It")
    assert starts.children == []


def test_a_process_that_has_read_much_is_replaced() -> None:
    starts = Starts()
    with FeedReaders(most=1, start=starts) as opened:
        for _ in range(3):
            opened.read(RSS.encode() + b" " * (MOST_READ_BYTES * 2 // 3), "", "It")
    assert len(starts.children) == 2
