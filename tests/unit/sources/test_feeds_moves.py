"""Where a feed moved, and whom it may lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.ports.library import FeedAnswer
from briefing.sources.feeds import HttpFeeds, polite_client
from briefing.sources.web import public_hosts
from tests.answers import (
    redirect,
    refusal,
    resource,
)
from tests.unit.sources.subscribed import FEED, OTHER, at, titles
from tests.unit.sources.web.fetching import LONG
from tests.web import CERTIFICATE, Web

if TYPE_CHECKING:
    from tests.fakes_network import LineReader


# -- Where it moved


@pytest.mark.parametrize("status", [301, 308])
def test_a_move_for_good_is_kept(status: int, web: Web, feeds: HttpFeeds) -> None:
    web["/old"], web["/new"] = redirect("/new", status), resource(FEED)
    answer = feeds.get(at(web.address("/old")))
    assert titles(answer) == ["one", "two"]
    assert (answer.moved_to, answer.is_users) == (web.address("/new"), True)


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_move_for_now_is_followed_and_not_kept(status: int, web: Web, feeds: HttpFeeds) -> None:
    web["/old"], web["/new"] = redirect("/new", status), resource(FEED)
    answer = feeds.get(at(web.address("/old")))
    assert titles(answer) == ["one", "two"]
    assert answer.moved_to == ""


def test_a_move_is_kept_up_to_the_first_that_is_for_now(web: Web, feeds: HttpFeeds) -> None:
    web["/a"], web["/b"], web["/c"] = redirect("/b", 301), redirect("/c", 308), redirect("/d", 302)
    web["/d"], web["/e"] = redirect("/e", 301), resource(FEED)
    answer = feeds.get(at(web.address("/a")))
    assert titles(answer) == ["one", "two"]
    assert answer.moved_to == web.address("/c")


def test_a_move_is_kept_where_nothing_is_newer(web: Web, feeds: HttpFeeds) -> None:
    web["/old"], web["/new"] = redirect("/new", 301), resource(FEED, etag='"1"')
    answer = feeds.get(at(web.address("/old"), '"1"'))
    assert answer == FeedAnswer(None, '"1"', moved_to=web.address("/new"))


def test_a_page_to_log_in_to_a_network_is_not_kept_as_the_feed(web: Web, feeds: HttpFeeds) -> None:
    web["/feed"], web["/portal"] = redirect("/portal", 301), resource(b"<html>Welcome to our hotel</html>")
    answer = feeds.get(at(web.address("/feed")))
    assert answer.trouble == "portal is no feed."
    assert answer.moved_to == ""


def test_a_move_from_https_to_http_is_not_kept(
    web: Web, secure_web: Web, reader: LineReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may not even be followed here, since it leads from one server of this machine to another."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    web["/feed"] = resource(FEED)
    secure_web["/feed"] = redirect(web.address("/feed"), 301)
    answer = HttpFeeds(polite_client(patience=LONG), reader).get(at(secure_web.address("/feed")))
    assert answer.moved_to == ""
    assert "is in your own network" in answer.trouble


@pytest.mark.parametrize(
    ("old", "new"),
    [("/old", "/new?token=s3cret"), ("/old?key=s3cret", "/new")],
    ids=["to a secret", "from a secret"],
)
def test_a_move_is_not_kept_where_a_secret_would_be_lost_or_told(
    old: str, new: str, web: Web, feeds: HttpFeeds
) -> None:
    web["/old"], web["/new"] = redirect(new, 301), resource(FEED)
    answer = feeds.get(at(web.address(old)))
    assert titles(answer) == ["one", "two"]
    assert answer.moved_to == ""


def test_a_feed_that_leads_to_itself_is_given_up(web: Web, feeds: HttpFeeds) -> None:
    web["/feed"] = redirect("/feed", 301)
    answer = feeds.get(at(web.address("/feed")))
    assert answer == FeedAnswer(trouble="127.0.0.1 leads in a circle.")
    assert len(web.asked) == 6


def test_a_feeds_own_word_that_it_moved_is_kept_once_it_is_found_there(web: Web, feeds: HttpFeeds) -> None:
    web["/old"] = resource(b"feed: Harbour news\nmoved: " + web.address("/new").encode() + b"\none\n")
    web["/new"] = resource(OTHER, etag='"new"')
    answer = feeds.get(at(web.address("/old")))
    assert titles(answer) == ["one", "two", "three"]
    assert (answer.moved_to, answer.etag, answer.is_users) == (web.address("/new"), '"new"', True)


@pytest.mark.parametrize("there", ["file:///etc/passwd", "http://[", "/new", "{}/gone", "{}/old"])
def test_a_feeds_word_that_leads_nowhere_changes_nothing(there: str, web: Web, feeds: HttpFeeds) -> None:
    there = there.replace("{}/", web.address("/"))
    web["/old"] = resource(b"feed: Harbour news\nmoved: " + there.encode() + b"\none\n")
    answer = feeds.get(at(web.address("/old")))
    assert titles(answer) == ["one"]
    assert answer.moved_to == ""


# -- Whom it may lead to


def test_a_stranger_may_not_name_a_server_in_the_users_network(web: Web, feeds: HttpFeeds) -> None:
    web["/feed"] = resource(FEED)
    answer = feeds.get(at(web.address("/feed"), is_users=False))
    assert "127.0.0.1 is in your own network" in answer.trouble
    assert answer.trouble.endswith("give its address yourself.")
    assert not web.connected


def test_a_feed_may_not_lead_to_another_server_in_the_users_network(web: Web, feeds: HttpFeeds) -> None:
    other = Web()
    other["/feed"] = resource(FEED)
    web["/led"] = redirect(other.address("/feed"), 301)
    web["/told"] = resource(b"feed: Harbour news\nmoved: " + other.address("/feed").encode() + b"\none\n")
    assert "is in your own network" in feeds.get(at(web.address("/led"))).trouble
    assert feeds.get(at(web.address("/told"))).moved_to == ""
    assert not other.connected
    other.down()


def test_no_message_tells_a_secret(web: Web, feeds: HttpFeeds) -> None:
    web["/feed"] = refusal(500)
    address = web.address("/feed?token=s3cret").replace("//", "//ann:pa55@")
    answer = feeds.get(at(address))
    assert answer.trouble
    assert "s3cret" not in str(answer)
    assert "pa55" not in str(answer)
    assert web.asked[0].headers["Authorization"].startswith("Basic ")
    assert web.asked[0].path.endswith("s3cret")


def test_a_password_that_a_list_holds_is_told_to_nobody(
    web: Web, feeds: HttpFeeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever wrote the list may have put somebody else's server behind the name."""
    monkeypatch.setattr(public_hosts, "is_public", lambda _: True)
    web["/feed"] = resource(FEED)
    address = web.address("/feed").replace("//", "//ann:pa55@")
    assert titles(feeds.get(at(address, is_users=False))) == ["one", "two"]
    assert web.asked[0].headers["Authorization"] is None
