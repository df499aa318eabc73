"""A recording that comes over the network, well and badly."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING, Protocol

import pytest

from briefing.errors import LostError, SourceError
from briefing.ports.network import ArrivingNews
from briefing.sources.web.arriving import ArrivingFile
from tests.answers import Gate, at_once, bad_range, cut_off, gated, resource
from tests.arriving import HandArriving
from tests.contracts import ArrivingContract
from tests.unit.sources.web.fetching import LONG, fetcher_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.sources.web.fetcher import HttpFetcher
    from briefing.sources.web.patience import Patience
    from tests.web import Handler, Web

DATA = b"ID3" + bytes(range(251)) * 4000
SOON = LONG._replace(retry_pauses_s=(0.01,), lost_after_s=60.0)
TOLD_AT_ONCE = SOON._replace(lost_after_s=0.0)


class Fetch(Protocol):
    def __call__(self, handler: Handler, patience: Patience = SOON) -> ArrivingFile: ...


@pytest.fixture
def fetch(web: Web, tmp_path: Path) -> Iterator[Fetch]:
    """Fetch a recording that a handler serves."""
    arriving: list[ArrivingFile] = []
    fetchers: list[HttpFetcher] = []

    def fetched(handler: Handler, patience: Patience = SOON) -> ArrivingFile:
        web["/talk.mp3"] = handler
        fetcher = fetcher_in(tmp_path, patience)
        fetchers.append(fetcher)
        recording = fetcher.open(web.address("/talk.mp3")).recording()
        assert isinstance(recording, ArrivingFile)
        arriving.append(recording)
        return recording

    yield fetched
    for each in arriving:
        each.close()
    web.down()
    for opened in fetchers:
        opened.close()


def served(gate: Gate | None = None, *, has_ranges: bool = True, has_length: bool = True) -> Handler:
    flow = at_once if gate is None else gated(gate)
    return resource(DATA, "audio/mpeg", etag='"1"', has_ranges=has_ranges, has_length=has_length, flow=flow)


def news_of(arriving: ArrivingFile) -> queue.Queue[ArrivingNews]:
    told: queue.Queue[ArrivingNews] = queue.Queue()
    arriving.watch(told.put)
    return told


class TestArrivingFile(ArrivingContract):
    @pytest.fixture
    def data(self) -> bytes:
        return DATA

    @pytest.fixture
    def arriving(self, fetch: Fetch, web: Web) -> ArrivingFile:
        first = gated(Gate(100_000))
        slow, quick = resource(DATA, "audio/mpeg", etag='"1"', flow=first), served()
        return fetch(lambda exchange: (quick if exchange.headers["Range"] else slow)(exchange))


class TestHandArriving(ArrivingContract):
    @pytest.fixture
    def data(self) -> bytes:
        return DATA

    @pytest.fixture
    def arriving(self, tmp_path: Path) -> HandArriving:
        return HandArriving(tmp_path / "talk.mp3", DATA, 10_000)


def test_it_comes_whole_and_says_so(fetch: Fetch) -> None:
    arriving = fetch(served())
    assert news_of(arriving).get(timeout=60) is ArrivingNews.WHOLE
    arriving.wait()
    assert arriving.path.read_bytes() == DATA


def test_what_is_far_is_asked_for_by_a_range_and_the_hole_before_it_is_filled(fetch: Fetch, web: Web) -> None:
    gate = Gate(70_000)
    first, good = served(gate), served()
    arriving = fetch(lambda exchange: (good if exchange.headers["Range"] else first)(exchange))
    assert arriving.reach(900_000) > 900_000
    arriving.wait()
    assert arriving.path.read_bytes() == DATA
    assert web.asked[1].headers["Range"].startswith("bytes=900000-")
    assert web.asked[1].headers["If-Range"] == '"1"'


def test_a_connection_that_is_lost_goes_on_from_what_is_there(fetch: Fetch, web: Web) -> None:
    arriving = fetch(resource(DATA, "audio/mpeg", etag='"1"', flow=cut_off(after=300_000, times=2)))
    arriving.wait()
    assert arriving.path.read_bytes() == DATA
    assert [asked.headers["Range"] for asked in web.asked] == [None, "bytes=300000-", "bytes=600000-"]


def test_when_it_is_lost_for_long_it_says_so_and_it_comes_back(fetch: Fetch, web: Web) -> None:
    gate = Gate(200_000)
    arriving = fetch(served(gate), TOLD_AT_ONCE)
    told = news_of(arriving)
    web.down()
    assert told.get(timeout=60) is ArrivingNews.LOST
    with pytest.raises(LostError, match=r"127\.0\.0\.1"):
        arriving.reach(900_000)
    assert arriving.reach(0) >= 65_536  # what is there is there
    gate.allow(len(DATA))
    web.up()
    assert told.get(timeout=60) is ArrivingNews.BACK
    assert told.get(timeout=60) is ArrivingNews.WHOLE
    assert arriving.path.read_bytes() == DATA


def test_without_ranges_what_is_far_is_waited_for(fetch: Fetch, web: Web) -> None:
    arriving = fetch(served(has_ranges=False))
    assert not arriving.has_ranges
    assert arriving.reach(900_000) > 900_000
    assert len(web.asked) == 1


def test_without_ranges_a_lost_connection_begins_anew(fetch: Fetch, web: Web) -> None:
    arriving = fetch(resource(DATA, "audio/mpeg", etag='"1"', has_ranges=False, flow=cut_off(after=300_000)))
    arriving.wait()
    assert arriving.path.read_bytes() == DATA
    assert len(web.asked) == 2


def test_how_long_it_is_shows_when_it_ends_where_nobody_says(fetch: Fetch) -> None:
    arriving = fetch(served(has_length=False))
    arriving.wait()
    assert arriving.size_bytes == len(DATA)


def test_a_part_that_is_of_something_else_is_not_taken(fetch: Fetch) -> None:
    gate = Gate(70_000)
    first = served(gate)
    wrong = bad_range(DATA, Content_Range="bytes 5-9/77")
    arriving = fetch(lambda exchange: (wrong if exchange.headers["Range"] else first)(exchange))
    with pytest.raises(SourceError, match="another version"):
        arriving.reach(900_000)


def test_going_here_and_there_in_haste_leaves_it_able_to_go_anywhere(fetch: Fetch) -> None:
    first, good = served(Gate(70_000)), served()
    arriving = fetch(lambda exchange: (good if exchange.headers["Range"] else first)(exchange))
    for _ in range(5):
        for start in (900_000, 300_000, 600_000):
            arriving._fetch_from(start)  # before the one before has its answer
    assert arriving.reach(800_000) > 800_000
    arriving.wait()
    assert arriving.has_ranges
    assert arriving.path.read_bytes() == DATA
