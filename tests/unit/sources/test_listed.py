"""An item of a feed, opened: whose text it has, and whose recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.feed import FeedItem
from briefing.linked import LinkedKind, LinkedText
from briefing.model import BlockKind
from briefing.sources.listed import open_listed
from tests.fakes_network import Served, TableFetcher
from tests.unit.sources.opened import TableReader

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.sources.item import Item

FEED = "https://feed.example.org/rss"
PAGE = "https://example.org/bridge"
SOUND = "https://cdn.example.org/bridge.mp3"
SENTENCE = "The bridge opened again on Monday after eleven days, and the first buses crossed it. "
HTML = f"""<!doctype html><html lang="en"><head><title>The bridge is open</title></head><body><article>
<h1>The bridge is open</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 3}</p></article></body></html>""".encode()
VTT = f"WEBVTT\n\n00:01.000 --> 00:09.000\n{SENTENCE}\n".encode()
TABLE = {PAGE: Served(HTML, "text/html"), "https://example.org/t.vtt": Served(VTT, "text/vtt")}
SHORT = FeedItem("The bridge", link=PAGE, content="<p>It is open.</p>", text="It is open.")


def opened(item: FeedItem, fetcher: TableFetcher | None = None) -> Item:
    stand_in = open_listed(item, FEED, reader=TableReader(), fetcher=fetcher or TableFetcher(TABLE))
    assert stand_in.is_stand_in
    assert stand_in.document.title == item.title
    return stand_in.whole()


def test_a_teaser_is_read_at_its_page_which_is_asked_for_in_the_name_of_the_feed() -> None:
    fetcher = TableFetcher(TABLE)
    item = opened(SHORT, fetcher)
    assert item.document.title == "The bridge is open"
    assert SENTENCE.strip() in item.document.text
    assert fetcher.asked == [(PAGE, FEED)]


def test_a_whole_story_is_read_as_the_feed_has_it() -> None:
    fetcher = TableFetcher(TABLE)
    story = SHORT._replace(content=f"<p>{SENTENCE * 20}</p>", text=SENTENCE * 20)
    assert opened(story, fetcher).document.title == "The bridge"
    assert fetcher.asked == []


def test_what_the_feed_holds_is_read_with_a_sentence_where_its_page_cannot_be_had() -> None:
    item = opened(SHORT._replace(link="https://example.org/gone"))
    assert item.document.text.endswith("It is open.")
    assert item.notice is not None
    assert item.notice.startswith("Its page cannot be read, so this is what the feed holds.")


def test_a_page_that_holds_less_than_the_feed_is_passed_over() -> None:
    wall = Served(b"<html><body><article><p>Log in to read on.</p></article></body></html>", "text/html")
    text = SENTENCE * 3
    item = opened(SHORT._replace(content=f"<p>{text}</p>", text=text), TableFetcher({PAGE: wall}))
    assert SENTENCE.strip() in item.document.text


def test_its_recording_is_the_feeds_and_the_transcript_of_that_its_text() -> None:
    fetcher = TableFetcher(TABLE)
    said = LinkedText(LinkedKind.TRANSCRIPT, "https://example.org/t.vtt", "en", "text/vtt")
    item = opened(SHORT._replace(enclosure=SOUND, duration_s=600.0, linked=(said,)), fetcher)
    assert item.document.media.src == SOUND
    assert item.document.media.duration_s == 600.0
    assert SENTENCE.strip() in item.document.text
    assert item.remote is not None
    assert [address for address, _ in fetcher.asked] == ["https://example.org/t.vtt"]


def test_a_page_is_read_with_the_recording_of_the_feed() -> None:
    item = opened(SHORT._replace(enclosure=SOUND, duration_s=60.0))
    assert (item.document.media.src, item.document.media.duration_s) == (SOUND, 60.0)
    assert item.document.title == "The bridge is open"


@pytest.mark.parametrize("link", [PAGE, ""], ids=["page", "feed"])
def test_breaking_news_has_its_banner_wherever_its_text_is_from(link: str) -> None:
    item = opened(SHORT._replace(link=link, is_breaking=True))
    first, second = item.document.blocks[0], item.document.blocks[1]
    assert (first.kind, first.span.of(item.document.text)) == (BlockKind.KICKER, "Breaking news")
    assert second.kind is BlockKind.TITLE


def test_what_a_feed_names_that_is_no_address_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("A secret of the user. " * 40)
    said = LinkedText(LinkedKind.TRANSCRIPT, f"file://{secret}", "en", "text/plain")
    item = opened(FeedItem("The bridge", enclosure=f"file://{secret}", linked=(said,)))
    assert "secret" not in item.document.text
    assert item.media_path is None
    assert item.remote is None
