"""Recordings at addresses: named by a page, or opened themselves; nothing is fetched before it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import UnsafeError
from briefing.ports.media import MediaInfo
from briefing.sources.remote import open_address
from tests.answers import Gate, gated, in_turn, resource
from tests.unit.sources.opened import TableReader
from tests.unit.sources.web.fetching import fetcher_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.sources.web.fetcher import HttpFetcher
    from tests.web import Web

SOUND = b"\xff\xfb\x90\x00" + bytes(200_000)
TAGGED = b"ID3\x04\0\0\0\x06\x00\x0a" + bytes(98_314) + SOUND
"""Behind a tag of 98,324 bytes."""
PAGE = "---\naudio: {}\nduration: 228\n---\n\n# The bridge\n\nIt opened again on Monday.\n"


class AnyReader(TableReader):
    """Every file is a recording of that title."""

    def probe(self, path: Path) -> MediaInfo:
        self.asked.append(path.name)
        return MediaInfo(3.0, title="The long talk")

    tags = probe


class NamelessReader(TableReader):
    """Every file is a recording that says nothing of itself."""

    def probe(self, path: Path) -> MediaInfo:
        self.asked.append(path.name)
        return MediaInfo(3.0)

    tags = probe


@pytest.fixture
def fetcher(tmp_path: Path) -> Iterator[HttpFetcher]:
    fetcher = fetcher_in(tmp_path)
    yield fetcher
    fetcher.close()


def test_a_page_names_its_recording_and_nobody_fetches_it_before_it_is_wanted(
    web: Web, fetcher: HttpFetcher
) -> None:
    web["/talk.mp3"] = resource(SOUND, "audio/mpeg")
    web["/page"] = resource(PAGE.format(web.address("/talk.mp3")).encode(), "text/markdown")
    item = open_address(web.address("/page"), reader=TableReader(), fetcher=fetcher).whole()
    assert item.document.media == (web.address("/talk.mp3"), 228.0, True)
    assert [asked.path for asked in web.asked] == ["/page"]
    assert item.remote is not None
    arriving = item.remote()
    arriving.wait()
    assert arriving.path.read_bytes() == SOUND
    assert item.remote() is arriving  # it is fetched once
    arriving.close()


def test_a_page_cannot_have_a_recording_fetched_from_the_users_own_network(
    web: Web, fetcher: HttpFetcher
) -> None:
    web["/page"] = resource(PAGE.format("http://10.0.0.1/talk.mp3").encode(), "text/markdown")
    item = open_address(web.address("/page"), reader=TableReader(), fetcher=fetcher).whole()
    assert item.remote is not None
    with pytest.raises(UnsafeError, match=r"10\.0\.0\.1"):
        item.remote()


def test_a_recording_that_was_asked_for_is_there_with_its_tags_before_it_is_whole(
    web: Web, fetcher: HttpFetcher
) -> None:
    gate = Gate(100_000)
    web["/talk.mp3"] = resource(TAGGED, "audio/mpeg", etag='"1"', flow=gated(gate))
    reader = AnyReader()
    item = open_address(web.address("/talk.mp3"), reader=reader, fetcher=fetcher).whole()
    assert item.document.title == "The long talk"
    assert item.document.media.available
    assert item.remote is not None
    assert not item.remote().is_whole
    gate.allow(len(TAGGED))
    item.remote().wait()
    assert item.remote().path.read_bytes() == TAGGED
    item.remote().close()


def test_the_words_of_a_tag_do_not_wait_for_its_picture(web: Web, fetcher: HttpFetcher) -> None:
    body = b"TIT2\0\0\0\x05\0\0\x03talk" + b"APIC\0\x0d\x5d\x50\0\0" + bytes(224_976)
    tagged = b"ID3\x04\0\0" + bytes((0, 13, 93, 121)) + body + SOUND
    gate = Gate(20_000)
    whole = resource(tagged, "audio/mpeg", etag='"1"')
    web["/talk.mp3"] = in_turn(resource(tagged, "audio/mpeg", etag='"1"', flow=gated(gate)), whole)
    item = open_address(web.address("/talk.mp3"), reader=AnyReader(), fetcher=fetcher).whole()
    assert item.document.title == "The long talk"
    assert web.asked_for("/talk.mp3")[1].headers["Range"] == "bytes=225011-"  # and what it passed over later
    assert item.remote is not None
    item.remote().close()


def test_a_recording_that_is_only_looked_at_stops_coming_and_goes_on_when_its_sound_is_wanted(
    web: Web, fetcher: HttpFetcher
) -> None:
    gate = Gate(100_000)
    begun = resource(TAGGED, "audio/mpeg", etag='"1"', flow=gated(gate))
    web["/talk.mp3"] = in_turn(begun, resource(TAGGED, "audio/mpeg", etag='"1"'))
    address = web.address("/talk.mp3")
    item = open_address(address, reader=AnyReader(), fetcher=fetcher, is_looked_at=True).whole()
    assert item.document.title == "The long talk"
    assert len(web.asked) == 1
    assert item.remote is not None
    item.remote().wait()
    assert item.remote().path.read_bytes() == TAGGED
    assert [asked.headers["Range"] for asked in web.asked] == [None, "bytes=100000-"]
    item.remote().close()


def test_a_recording_without_a_title_is_called_by_its_address_also_when_it_has_come(
    web: Web, fetcher: HttpFetcher
) -> None:
    """The second time it was called by the name of its copy, which is a hash."""
    web["/The-bridge.mp3"] = resource(SOUND, "audio/mpeg", etag='"1"')
    titles = []
    for _ in range(2):
        reader = NamelessReader()
        item = open_address(web.address("/The-bridge.mp3"), reader=reader, fetcher=fetcher).whole()
        titles.append(item.document.title)
        if item.remote is not None:
            item.remote().wait()
            item.remote().close()
    assert titles == ["The bridge"] * 2
