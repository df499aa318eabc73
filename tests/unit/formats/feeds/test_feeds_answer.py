"""What a process that reads feeds answers comes over whole, and nothing else is taken for an answer."""

from __future__ import annotations

import itertools
import json
import math

import pytest

from briefing.feed import Feed, FeedAddress, FeedChapter, FeedItem
from briefing.formats.feeds.answer import MOST_ITEMS, pack, pack_subscriptions, unpack, unpack_subscriptions
from briefing.linked import LinkedKind, LinkedText

ITEM = FeedItem(
    "The bridge",
    "2026-03-04T06:00:00+00:00",
    "b-1",
    "https://radio.example.org/bridge",
    "https://radio.example.org/a.mp3",
    "audio/mpeg",
    228.0,
    (LinkedText(LinkedKind.TRANSCRIPT, "https://radio.example.org/a.vtt", "en", "text/vtt"),),
    (FeedChapter(1.5, "The pier"),),
    ("Mira Sand",),
    is_breaking=True,
    language="en",
    picture="https://radio.example.org/b.jpg",
    content="<p>Мост открыт.</p>",
    text="Мост открыт.",
)
FEED = Feed("Radio", "en", "https://radio.example.org/", "https://dale.example/", (ITEM, FeedItem()))


@pytest.mark.parametrize("feed", [FEED, Feed()], ids=["all there is", "nothing"])
def test_an_answer_comes_over_whole(feed: Feed) -> None:
    assert unpack(pack(feed)) == feed


def answer(**changed: object) -> bytes:
    """Return what comes over the pipe, with something else in its item than was found."""
    title, language, link, moved_to, _ = json.loads(pack(FEED))
    return json.dumps([title, language, link, moved_to, [list((ITEM._asdict() | changed).values())]]).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b"[" * 200_000,
        b"1" * 5_000,
        b'["", "", "", "", 3]',
        b'["", "", "", "", [[1, 2]]]',
        b'[1, "", "", "", []]',
        answer(title=None),
        answer(duration_s="soon"),
        answer(linked=[["film", "", "", "", ""]]),
        answer(linked=[["transcript"]]),
        answer(chapters=[[None, "x"]]),
        answer(chapters=[[math.nan, "x"]]),
        answer(persons=[3]),
    ],
    ids=itertools.count(),
)
def test_what_is_no_answer_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no answer"):
        unpack(data)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "javascript:x()", "https://a.example/\x1b", "//a", "https://" + "a" * 5000],
)
def test_an_address_that_is_none_of_http_is_dropped(address: str) -> None:
    (item,) = unpack(
        answer(enclosure=address, link=address, picture=address, linked=[["transcript", address, "", "", ""]])
    ).items
    assert (item.enclosure, item.link, item.picture, item.linked[0].address) == ("", "", "", "")


@pytest.mark.parametrize("seconds", [math.inf, -1.0, 1e9, math.nan])
def test_a_length_that_is_none_is_dropped(seconds: float) -> None:
    assert unpack(answer(duration_s=seconds)).items[0].duration_s is None


def test_lists_and_texts_have_an_end() -> None:
    feed = Feed(
        title="a" * 10_000, items=(FeedItem(title="b" * 10_000, text="c" * (2 << 20)),) * (MOST_ITEMS + 1)
    )
    read = unpack(pack(feed._replace(items=feed.items[:1])))
    assert (len(read.title), len(read.items[0].title), len(read.items[0].text)) == (4096, 4096, 1 << 20)
    assert len(unpack(pack(Feed(items=(FeedItem("a"),) * (MOST_ITEMS + 1)))).items) == MOST_ITEMS
    assert len(unpack(answer(persons=["a"] * 1000)).items[0].persons) == 64


def test_subscriptions_come_over_whole_and_only_addresses_of_http() -> None:
    feeds = (
        FeedAddress("https://radio.example.org/feed.xml", "Radio"),
        FeedAddress("file:///etc/passwd", "Own"),
    )
    assert unpack_subscriptions(pack_subscriptions(feeds)) == feeds[:1]


@pytest.mark.parametrize("data", [b"", b"{}", b"[3]", b"[[1, 2]]", b"[" * 200_000])
def test_what_names_no_subscriptions_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no answer"):
        unpack_subscriptions(data)
