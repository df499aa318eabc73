"""Lists of subscriptions are read as other programs write them, and written as they read them."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from briefing.feed import FeedAddress
from briefing.formats.feeds import reader
from briefing.formats.feeds.opml import as_opml
from tests.growth import growth

FEEDS = (
    FeedAddress("https://radio.example.org/feed.xml?a=1&b=2", 'Lenn & "Dale" <Radio>'),
    FeedAddress("https://dale.example/", "Мост 橋"),
    FeedAddress("https://bare.example/"),
    FeedAddress("https://odd.example/", "A\x1b[31m\x00b\ud800"),
)


def test_what_is_written_is_read_again() -> None:
    read = reader.read_subscriptions(as_opml(FEEDS, "Mine & yours").encode())
    assert read is not None
    assert [feed.address for feed in read] == [feed.address for feed in FEEDS]
    assert [feed.title for feed in read] == [
        'Lenn & "Dale" <Radio>', "Мост 橋", "https://bare.example/", "A␛[31m␀b\ufffd",
    ]  # fmt: skip


def test_it_is_opml_2() -> None:
    root = ET.fromstring(as_opml(FEEDS, "Mine & yours").encode())  # noqa: S314 (our own)
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    assert root.findtext("head/title") == "Mine & yours"
    outlines = root.findall("body/outline")
    assert len(outlines) == len(FEEDS)
    assert all(each.get("type") == "rss" and each.get("text") and each.get("xmlUrl") for each in outlines)


ODD = {
    "nested, with titles or texts": (
        '<outline text="A"><outline title="B"><outline text="C" xmlUrl="https://c.example/"/></outline></outline>',
        [("https://c.example/", "C")],
    ),
    "names in any case": ('<outline Title="A" XMLurl="https://a.example/"/>', [("https://a.example/", "A")]),
    "an address by another name": (
        (
            '<outline text="A" type="rss" url="https://a.example/"/>'
            '<outline text="B" type="audio" url="https://b.example/b.mp3"/>'
        ),
        [("https://a.example/", "A")],
    ),
    "the same twice, once without a title": (
        '<outline xmlUrl="https://a.example/"/><outline text="A" xmlUrl="https://a.example/"/>',
        [("https://a.example/", "A")],
    ),
    "ampersands as they are": (
        '<outline text="A & B" xmlUrl="https://a.example/?a=1&b=2"/>',
        [("https://a.example/?a=1&b=2", "A & B")],
    ),
    "other schemes": (
        (
            '<outline text="A" xmlUrl="file:///etc/passwd"/><outline text="B" xmlUrl="exec:rm"/>'
            '<outline text="C" xmlUrl="feed://c.example/"/>'
        ),
        [("https://c.example/", "C")],
    ),
    "nothing": ("", []),
}


@pytest.mark.parametrize("case", ODD)
def test_a_list_is_read(case: str) -> None:
    body, feeds = ODD[case]
    read = reader.read_subscriptions(f"<opml><body>{body}</body></opml>".encode())
    assert read == tuple(FeedAddress(*feed) for feed in feeds)


def test_ten_thousand_outlines_take_a_time_that_grows_with_them() -> None:
    def read(source: str) -> object:
        return reader.read_subscriptions(source.encode())

    def made(count: int) -> str:
        each = (
            f'<outline text="F"><outline text="{i}" xmlUrl="https://h.example/{i}"/></outline>'
            for i in range(count)
        )
        return f"<opml><body>{''.join(each)}</body></opml>"

    assert len(reader.read_subscriptions(made(10_000).encode()) or ()) == 10_000
    assert growth(read, made, 1000) < 8
