"""The library on the command line: subscribing, listing, unsubscribing, and what an empty one says."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from briefing.cli.main import main
from tests.answers import resource

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web import Web

FEED = b"""<rss version="2.0"><channel>
<title>The News</title><language>en</language>
<item><title>The bridge opens</title><guid>a2</guid><link>https://example.org/2</link>
<pubDate>Fri, 27 Nov 2026 06:00:00 GMT</pubDate><description>Buses crossed it.</description></item>
<item><title>Rain</title><guid>a1</guid><link>https://example.org/1</link>
<pubDate>Thu, 26 Nov 2026 06:00:00 GMT</pubDate><description>In the north.</description></item>
</channel></rss>"""
PAGE = b"""<html><head><title>A site</title>
<!-- <link rel="alternate" type="application/rss+xml" href="/old.xml"> -->
<link rel="alternate" type="application/rss+xml" title="Site: Comments Feed" href="/comments/feed/">
<link href='feed.xml?a=1&amp;b=2' type='application/rss+xml' rel='alternate home'>
<link rel="alternate" type="text/html" hreflang="de" href="/de">
</head><body><p>Hello.</p></body></html>"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("DATA", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path


class Ended:
    """What a command printed, and its exit code."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
        self.code = main(list(arguments))
        self.out, self.err = capsys.readouterr()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--feeds"),
        ("list", "--unheard"),
        ("list", "--search", "bridge"),
        ("list", "--opml"),
        ("unsubscribe", "3"),
    ],
    ids=" ".join,
)
def test_an_empty_library_says_how_to_fill_it(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    said = Ended(capsys, *arguments).err
    assert "There are no subscriptions. `briefing subscribe ADDRESS` makes one" in said


def test_an_empty_library_is_an_empty_list_to_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert Ended(capsys, "list", "--json").json == {"items": []}
    assert Ended(capsys, "list", "--feeds", "--json").json == {"subscriptions": []}


def test_a_feed_is_subscribed_listed_searched_and_dropped(
    web: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    web["/feed.xml"] = resource(FEED, "application/rss+xml")
    address = web.address("/feed.xml")
    assert Ended(capsys, "subscribe", address).out == "Subscribed to The News, number 1: 2 items.\n"
    assert Ended(capsys, "subscribe", f"{address}#top").out == "The News is subscribed already: 2 items.\n"
    items = Ended(capsys, "list", "--json").json["items"]
    assert (
        items[0].items()
        >= {
            "number": 2,
            "source": "2",
            "title": "The bridge opens",
            "feed": "The News",
            "published": "2026-11-27T06:00:00+00:00",
            "length_s": None,
            "language": "en",
            "heard": 0.0,
            "is_heard": False,
            "is_breaking": False,
            "link": "https://example.org/2",
        }.items()
    )
    assert [line.partition(". The News")[0] for line in Ended(capsys, "list").out.splitlines()] == [
        "2. New: The bridge opens",
        "1. New: Rain",
    ]
    assert Ended(capsys, "list", "--search", "north").out.startswith("1. New: Rain")
    assert "No item has words that begin so." in Ended(capsys, "list", "--search", "south").err
    (feed,) = Ended(capsys, "list", "--feeds", "--json").json["subscriptions"]
    assert (feed["number"], feed["address"], feed["items"], feed["unheard"]) == (1, address, 2, 2)
    dropped = Ended(capsys, "unsubscribe", "the news").out
    assert dropped.startswith("Unsubscribed from The News: 2 items dropped, 2 unheard.")
    assert f"`briefing subscribe {address}` brings it back." in dropped
    assert Ended(capsys, "list", "--json").json == {"items": []}


def test_a_page_is_subscribed_to_by_the_feed_that_it_links_and_not_its_comments(
    web: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    web["/"] = resource(PAGE)
    web["/feed.xml"] = resource(FEED, "application/rss+xml")
    said = Ended(capsys, "subscribe", web.address("/")).out
    assert said == (
        f"Subscribed to The News, number 1, found at {web.address('/feed.xml?a=1&b=2')}: 2 items.\n"
        "The page links 1 other feed:\n"
        f"{web.address('/comments/feed/')} Site: Comments Feed\n"
    )


def test_a_page_may_not_lead_into_the_users_own_network(web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    web["/"] = resource(PAGE.replace(b"feed.xml", b"http://127.0.0.2:1/feed.xml"))
    ended = Ended(capsys, "subscribe", web.address("/"))
    assert ended.code == 5
    assert Ended(capsys, "list", "--feeds", "--json").json == {"subscriptions": []}


def test_what_is_no_feed_and_links_none_is_refused(web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    web["/"] = resource(b"<html><p>Hello</p></html>")
    ended = Ended(capsys, "subscribe", web.address("/"))
    assert ended.code == 3
    assert "is neither a feed, nor a page that links one, nor a list of subscriptions" in ended.err


def test_what_cannot_be_reached_now_is_kept_for_the_next_refresh(
    web: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    web.down()
    said = Ended(capsys, "subscribe", web.address("/feed.xml")).out
    assert said.endswith("The next `briefing refresh` asks for it.\n")
    assert len(Ended(capsys, "list", "--feeds", "--json").json["subscriptions"]) == 1
    assert "`briefing refresh` gets" in Ended(capsys, "list").err


def test_a_list_goes_in_and_out_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<opml version="2.0"><body><outline text="News">'
        '<outline type="rss" text="One" xmlUrl="https://one.example/feed"/>'
        '<outline type="rss" text="Two" xmlUrl="https://two.example/feed"/>'
        '<outline type="rss" text="One again" xmlUrl="http://one.example/feed/"/>'
        '<outline type="rss" text="Mine" xmlUrl="file:///etc/passwd"/></outline></body></opml>'
    )
    said = "Subscribed to 2 feeds{}. `briefing refresh` gets their items.\n"
    assert Ended(capsys, "subscribe", str(path)).out == said.format("")
    assert Ended(capsys, "subscribe", str(path)).out == said.format(", 2 of which were there already")
    listed = re.findall('xmlUrl="([^"]*)"', Ended(capsys, "list", "--opml").out)
    assert listed == ["https://one.example/feed", "https://two.example/feed"]


@pytest.mark.parametrize(("is_own", "new"), [(True, 2), (False, 0)], ids=["a file", "at an address"])
def test_a_list_may_name_feeds_in_the_users_own_network_where_it_is_a_file_of_his(
    is_own: bool, new: int, tmp_path: Path, web: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    web["/feed.xml"] = resource(FEED, "application/rss+xml")
    path = tmp_path / "feeds.opml"
    path.write_text(f'<opml><body><outline xmlUrl="{web.address("/feed.xml")}"/></body></opml>')
    web["/feeds.opml"] = resource(path.read_bytes(), "text/x-opml")
    Ended(capsys, "subscribe", str(path) if is_own else web.address("/feeds.opml"))
    came = Ended(capsys, "refresh")
    assert ("is in your own network" in came.err) is not is_own
    assert len(Ended(capsys, "list", "--json").json["items"]) == new


def test_what_is_secret_in_an_address_is_asked_with_and_never_shown(
    web: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    web["/feed.xml"] = resource(FEED, "application/rss+xml")
    address = web.address("/feed.xml?token=s3cret").replace("//", "//ann:pa55@")
    shown = [
        Ended(capsys, *arguments)
        for arguments in (
            ("subscribe", address),
            ("list",),
            ("list", "--json"),
            ("list", "--feeds"),
            ("list", "--feeds", "--json"),
            ("list", "--opml"),
            ("unsubscribe", f"{address}9"),
            ("unsubscribe", address),
        )
    ]
    assert "token=s3cret" in web.asked[0].path
    assert [each for each in shown if "s3cret" in each.out + each.err or "pa55" in each.out + each.err] == []
    assert shown[-1].out.startswith("Unsubscribed from The News")


def test_a_name_that_may_mean_several_feeds_drops_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "feeds.opml"
    outlines = (f'<outline text="News {n}" xmlUrl="https://{n}.example/"/>' for n in ("one", "two"))
    path.write_text(f'<opml version="2.0"><body>{"".join(outlines)}</body></opml>')
    Ended(capsys, "subscribe", str(path))
    ended = Ended(capsys, "unsubscribe", "news")
    assert (ended.code, ended.out) == (2, "")
    assert "news may be any of 2 feeds: 1, News one; 2, News two." in ended.err
    assert len(Ended(capsys, "list", "--feeds").out.splitlines()) == 2


def test_a_library_that_cannot_be_written_says_so_and_nothing_is_subscribed(
    home: Path, web: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    web["/feed.xml"] = resource(FEED, "application/rss+xml")
    (home / "data").write_text("a file where a folder is wanted")
    ended = Ended(capsys, "subscribe", web.address("/feed.xml"))
    assert (ended.code, ended.out) == (1, "")
    assert "cannot be written" in ended.err
    assert "Nothing was changed" in ended.err
