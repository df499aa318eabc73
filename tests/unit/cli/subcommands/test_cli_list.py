"""A feed that is named is listed, whether it is in the library or not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing.cli.main import main
from tests.unit.formats.feeds.feeds_made import RSS, rss

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ADDRESS = "https://u:p@radio.example.org/a.mp3?token=abc&amp;id=7"


def test_a_feed_is_listed_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "feed.xml").write_text(RSS)
    assert main(["list", str(tmp_path / "feed.xml"), "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert (listed["title"], listed["language"]) == ("Lenn & Dale Radio", "en-GB")
    assert [item["title"] for item in listed["items"]] == ["The bridge opens", "Rails"]


def test_passwords_and_tokens_in_a_feed_are_not_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item = (
        f'<guid>{ADDRESS}</guid><link>{ADDRESS}</link><enclosure url="{ADDRESS}" type="audio/mpeg"/>'
        f'<podcast:transcript url="{ADDRESS}" type="text/vtt"/><itunes:image href="{ADDRESS}"/>'
    )
    (tmp_path / "feed.xml").write_text(
        rss(item, channel=f"<itunes:new-feed-url>{ADDRESS}</itunes:new-feed-url>")
    )
    assert main(["list", str(tmp_path / "feed.xml"), "--json"]) == 0
    said = capsys.readouterr().out
    assert "abc" not in said
    assert "u:p" not in said
    spared = "https://radio.example.org/a.mp3?token=&id=7"
    listed = json.loads(said)
    (fields,) = listed["items"]
    assert {
        listed["moved_to"],
        *(fields[name] for name in ("guid", "link", "enclosure", "transcript", "picture")),
    } == {spared}


def test_what_is_no_feed_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "words.txt").write_text("Words.")
    assert main(["list", str(tmp_path / "words.txt")]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert "words.txt is no feed." in told.err


def test_a_list_of_subscriptions_was_called_no_feed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline = '<outline text="Radio" xmlUrl="https://u:p@radio.example.org/feed?token=abc"/>'
    path = tmp_path / "feeds.opml"
    path.write_text(f'<opml version="2.0"><body>{outline}</body></opml>')
    assert main(["list", str(path), "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    address = "https://radio.example.org/feed?token="
    assert listed == {"subscriptions": [{"title": "Radio", "address": address}]}
    assert main(["list", str(path)]) == 0
    assert capsys.readouterr().out == f"A list of one feed\n1. Radio. {address}\n"
