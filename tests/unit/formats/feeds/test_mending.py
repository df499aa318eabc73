"""Feeds whose markup is broken are read to their last item."""

from __future__ import annotations

import pytest

from briefing.formats.feeds import reader
from briefing.formats.feeds.mending import root_of
from tests.unit.formats.feeds.feeds_made import rss

AFTER = "<item><title>After</title></item></channel></rss>"
BEFORE = "<rss><channel><title>Radio</title>"
BROKEN = {
    "elements of HTML that nothing closes": (
        f"{BEFORE}<item><description>One<br>two <b>three</description><title>Bread</title></item>{AFTER}",
        [("Bread", "One two three"), ("After", "")],
    ),
    "a title that nothing closes": (
        f"{BEFORE}<item><title>Bread<link>https://a.example/</link><description>One</description></item>{AFTER}",
        [("Bread", "One"), ("After", "")],
    ),
    "a description that nothing closes": (
        f"{BEFORE}<item><title>Bread</title><description>One</item>{AFTER}",
        [("Bread", "One"), ("After", "")],
    ),
    "items that nothing closes": (
        f"{BEFORE}<item><title>Bread</title>{AFTER}",
        [("Bread", ""), ("After", "")],
    ),
    "ampersands and names of HTML": (
        f"{BEFORE}<item><title>Bread & butter&nbsp;&mdash; now &what;&#27;</title></item>{AFTER}",
        [("Bread & butter — now &what;", ""), ("After", "")],
    ),
    "an end in the middle of a section": (
        f"{BEFORE}<item><title>Bread</title><description><![CDATA[<p>One",
        [("Bread", "One")],
    ),
    "an end in the middle of a tag": (
        f'{BEFORE}<item><title>Bread</title><description>One</description><enclosure url="ht',
        [("Bread", "One")],
    ),
    "tags in capitals": (
        "<RSS><CHANNEL><ITEM><TITLE>Bread</TITLE><DESCRIPTION>One</DESCRIPTION></ITEM></CHANNEL></RSS>",
        [("Bread", "One")],
    ),
    "a warning before it": (
        f"<br />\n<b>Warning</b>: no such file\n<?xml version='1.0'?>{BEFORE}{AFTER}",
        [("After", "")],
    ),
    "a type of pages before it": (
        f"<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'https://a.example/'>{BEFORE}{AFTER}",
        [("After", "")],
    ),
    "a control, and signs of Windows": (
        f"{BEFORE}<item><title>Don\x92t\x00 \x1b[31m</title></item>{AFTER}",
        [("Don’t [31m", ""), ("After", "")],
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_broken_is_read(case: str) -> None:
    source, items = BROKEN[case]
    feed = reader.read(source.encode(), "")
    assert feed is not None
    assert [(item.title, item.text) for item in feed.items] == items


def test_attributes_without_quotation_marks_are_read() -> None:
    item = "<title>Bread</title><enclosure url=https://a.example/a.mp3 type=audio/mpeg><guid>1</guid>"
    feed = reader.read(rss(item).encode(), "")
    assert feed is not None
    assert (feed.items[0].enclosure, feed.items[0].guid) == ("https://a.example/a.mp3", "1")


def test_an_entity_for_a_few_characters_is_put_in_and_one_for_others_is_not() -> None:
    declared = '<!ENTITY radio "Lenn&#32;Radio"><!ENTITY more "&radio;&radio;"><!ENTITY file SYSTEM "file:///etc/passwd">'
    source = f"<!DOCTYPE rss [{declared}]>" + rss("<title>&radio; &more; &file;</title>")
    feed = reader.read(source.encode(), "")
    assert feed is not None
    assert feed.items[0].title == "Lenn Radio &more; &file;"


def test_elements_within_each_other_without_end_cost_what_is_too_deep() -> None:
    source = rss("<title>One</title><description>" + "<b>" * 5000 + "</description>", "<title>Two</title>")
    feed = reader.read(source.encode(), "")
    assert feed is not None
    assert [item.title for item in feed.items] == ["One", "Two"]


@pytest.mark.parametrize(
    ("source", "root"),
    [
        ("<rss>", "rss"),
        ("<rdf:RDF x='y'>", "rdf"),
        ("<?xml?><!-- c --><feed xmlns='x'>", "feed"),
        ("<opml/>", "opml"),
        ("<rssx>", ""),
        ("<html><rss>", ""),
        ("words", ""),
    ],
)
def test_a_feed_is_known_by_its_root(source: str, root: str) -> None:
    assert root_of(source) == root
