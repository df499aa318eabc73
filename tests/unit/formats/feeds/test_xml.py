"""A feed is told by its content, and opens as its newest item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.formats.registry import format_of
from briefing.sources.opening import find
from tests.unit.formats.feeds.feeds_made import ATOM, JSON, OPML, RDF, RSS, rss
from tests.unit.sources.opened import TableReader, opened

if TYPE_CHECKING:
    from pathlib import Path

FEEDS = {"rss": RSS, "atom": ATOM, "rdf": RDF, "json": JSON}
STORY = "The bridge is open again, and cars cross it one by one. " * 15


@pytest.mark.parametrize("suffix", ["xml", "html", "txt", "php", "feed"])
@pytest.mark.parametrize("kind", FEEDS)
def test_a_feed_is_told_by_its_content(kind: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"news.{suffix}"
    path.write_text(FEEDS[kind])
    expected = "feeds.json_feed" if kind == "json" else "feeds.xml"
    assert format_of(find(str(path), TableReader())).module == expected


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><p>&lt;rss version</p></body></html>",
        "A feed begins with <rss>.",
        '{"version": 1, "items": []}',
    ],
    ids=["page", "text", "data"],
)
def test_what_only_speaks_of_feeds_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "news").write_text(text)
    assert not format_of(find(str(tmp_path / "news"), TableReader())).module.startswith("feeds.")


def test_a_feed_opens_as_its_newest_item(tmp_path: Path) -> None:
    older = (
        "<title>Older</title><pubDate>Tue, 03 Mar 2026 06:00:00 GMT</pubDate>"
        f"<description>{STORY}</description>"
    )
    newer = older.replace("Older", "Newer").replace("03 Mar", "04 Mar")
    (tmp_path / "news.xml").write_text(rss(older, f"{newer}<link>/newer</link>", older))
    item = opened(tmp_path / "news.xml")
    assert item.document.title == "Newer"
    assert item.document.published == "2026-03-04T06:00:00+00:00"
    assert STORY.strip() in item.document.text
    assert item.notice is None


def test_of_a_teaser_the_page_is_told(tmp_path: Path) -> None:
    (tmp_path / "news.xml").write_text(
        rss("<title>Bridge</title><link>/bridge</link><description>It opens.</description>")
    )
    item = opened(tmp_path / "news.xml")
    assert "It opens." in item.document.text
    assert item.notice == (
        "The feed holds no more of this than its beginning; the page is https://radio.example.org/bridge"
    )


@pytest.mark.parametrize(
    ("channel", "hint"),
    [
        ("", "Look again when it has some."),
        (
            "<itunes:new-feed-url>https://dale.example/</itunes:new-feed-url>",
            "Open https://dale.example/, where it says that it is now.",
        ),
    ],
    ids=["empty", "moved"],
)
def test_a_feed_without_items_says_what_to_do(channel: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / "news.xml").write_text(rss(channel=channel))
    with pytest.raises(SourceError, match="is a feed without items") as caught:
        opened(tmp_path / "news.xml")
    assert caught.value.hint == hint


def test_a_file_on_this_machine_is_no_recording_of_a_feed(tmp_path: Path) -> None:
    (tmp_path / "own.mp3").write_bytes(b"ID3")
    enclosures = "".join(
        f'<enclosure url="{url}" type="audio/mpeg"/>'
        for url in (f"file://{tmp_path}/own.mp3", "data:audio/mpeg,x")
    )
    (tmp_path / "news.xml").write_text(rss(f"<title>Bridge</title>{enclosures}"))
    item = opened(tmp_path / "news.xml")
    assert item.media_path is None
    assert item.document.media.src is None


def test_a_list_of_subscriptions_says_what_it_names_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_text(OPML)
    text = opened(tmp_path / "feeds.opml").document.text
    assert "This list names 2 feeds. To subscribe, give it to “briefing subscribe”." in text
    assert "Lenn: https://radio.example.org/feed.xml" in text
