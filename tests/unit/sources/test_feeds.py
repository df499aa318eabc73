"""Feeds come conditionally and within limits; what goes wrong is a sentence."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from briefing.ports.library import FeedAnswer
from briefing.sources.feeds import LONGEST_WAIT_S, MOST_BYTES, HttpFeeds, polite_client
from tests.answers import (
    Gate,
    cut_off,
    gated,
    gzip_bomb,
    in_turn,
    packed,
    redirect,
    refusal,
    resource,
    silent,
    stalled,
    too_many,
)
from tests.unit.sources.subscribed import FEED, at, titles
from tests.unit.sources.web.fetching import LONG, SOON
from tests.web import Exchange, Web, nowhere

if TYPE_CHECKING:
    from tests.fakes_network import LineReader
    from tests.web import Handler


# -- What is newer


def test_a_feed_comes_with_what_tells_its_version(web: Web, feeds: HttpFeeds, reader: LineReader) -> None:
    told = "Mon, 23 Nov 2026 06:00:00 GMT"
    web["/feed"] = resource(FEED, "application/rss+xml; charset=utf-8", etag='"1"', modified=told)
    answer = feeds.get(at(web.address("/feed")))
    assert titles(answer) == ["one", "two"]
    assert (answer.etag, answer.modified) == ('"1"', told)
    assert (answer.moved_to, answer.is_gone, answer.wait_s, answer.trouble) == ("", False, None, "")
    assert reader.read_from == [web.address("/feed")]
    assert web.asked[0].headers["Accept"].startswith("application/rss+xml,")


def test_nothing_newer_brings_nothing_and_keeps_what_tells_the_version(web: Web, feeds: HttpFeeds) -> None:
    web["/feed"] = resource(FEED, etag='W/"1"', modified="yesterday")
    answer = feeds.get(at(web.address("/feed"), 'W/"1"', "yesterday"))
    assert answer == FeedAnswer(None, 'W/"1"', "yesterday")


def test_a_server_without_versions_is_asked_for_all_of_it(web: Web, feeds: HttpFeeds) -> None:
    web["/feed"] = resource(FEED)
    assert feeds.get(at(web.address("/feed"), '"old"')) == feeds.get(at(web.address("/feed")))


def test_a_validator_to_which_apache_adds_gzip_is_asked_with_in_both_forms(
    web: Web, feeds: HttpFeeds
) -> None:
    """It sends `"1-gzip"` with what it packs, and of a question it knows `"1"` only (its bug 39727)."""
    web["/feed"] = resource(FEED, etag='"1-gzip"')
    feeds.get(at(web.address("/feed"), '"1-gzip"'))
    assert web.asked[0].headers["If-None-Match"] == '"1-gzip", "1"'


def test_what_could_not_be_read_is_asked_for_whole_again(web: Web, feeds: HttpFeeds) -> None:
    web["/feed"] = resource(b"<html>Sign in</html>", etag='"login"')
    answer = feeds.get(at(web.address("/feed")))
    assert answer == FeedAnswer(trouble="feed is no feed.")


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", "application/octet-stream", "x", ""])
def test_a_feed_of_a_wrong_type_is_read(media_type: str, web: Web, feeds: HttpFeeds) -> None:
    web["/feed"] = resource(FEED, media_type)
    assert titles(feeds.get(at(web.address("/feed")))) == ["one", "two"]


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_feed_comes_packed(coding: str, web: Web, feeds: HttpFeeds) -> None:
    web["/feed"] = packed(FEED, coding)
    assert titles(feeds.get(at(web.address("/feed")))) == ["one", "two"]


# -- What goes wrong


def test_what_is_gone_for_good_is_told(web: Web, feeds: HttpFeeds) -> None:
    web["/feed"] = refusal(410)
    answer = feeds.get(at(web.address("/feed")))
    assert answer == FeedAnswer(is_gone=True, trouble="127.0.0.1 has taken feed away for good.")


SOON_S = 120


@pytest.mark.parametrize(
    ("handler", "wait_s"),
    [
        (too_many("120"), SOON_S),
        (refusal(503, {"Retry-After": "120"}), SOON_S),
        (too_many("999999999"), LONGEST_WAIT_S),
        (too_many(format_datetime(datetime.now(UTC) + timedelta(days=30))), LONGEST_WAIT_S),
        (too_many(format_datetime(datetime.now(UTC) - timedelta(days=30))), 0),
        (too_many("soon"), None),
        (refusal(503), None),
    ],
    ids=["seconds", "503", "years", "a date", "a date that is over", "nonsense", "nothing"],
)
def test_how_long_a_server_wants_to_be_left_alone(
    handler: Handler, wait_s: float | None, web: Web, feeds: HttpFeeds
) -> None:
    web["/feed"] = handler
    answer = feeds.get(at(web.address("/feed")))
    assert answer.wait_s == wait_s
    assert answer.trouble


def test_a_host_that_says_of_two_feeds_that_it_was_asked_too_often_is_not_asked_for_its_others(
    web: Web, feeds: HttpFeeds
) -> None:
    web["/one"], web["/two"] = too_many("60"), too_many("90")
    web["/three"] = web["/four"] = resource(FEED)
    assert feeds.get(at(web.address("/one"))).wait_s == 60
    assert feeds.get(at(web.address("/three"))).feed is not None, "it may be meant of the one alone"
    busy = feeds.get(at(web.address("/two")))
    assert busy.wait_s == 90
    assert feeds.get(at(web.address("/four"))) == busy
    assert [each.path for each in web.asked] == ["/one", "/three", "/two"]


@pytest.mark.parametrize(
    ("handler", "trouble"),
    [
        (refusal(404), "127.0.0.1 has nothing at this address."),
        (refusal(500), "127.0.0.1 has a fault of its own (status 500)."),
        (resource(b""), "127.0.0.1 sent nothing."),
        (resource(FEED, flow=cut_off(after=5, times=9)), "The connection to 127.0.0.1 broke off."),
        (
            resource(bytes(MOST_BYTES + 1), has_length=False),
            "127.0.0.1 sends more than 20 megabytes, which no feed is.",
        ),
        (gzip_bomb(MOST_BYTES * 2), "127.0.0.1 sends more than 20 megabytes, which no feed is."),
        (redirect("ftp://example.org/"), "127.0.0.1 leads to something that is not on the web."),
    ],
    ids=["404", "500", "empty", "cut off", "huge", "bomb", "no web"],
)
def test_what_goes_wrong_is_a_sentence(handler: Handler, trouble: str, web: Web, feeds: HttpFeeds) -> None:
    web["/feed"] = handler
    answer = feeds.get(at(web.address("/feed"), '"1"'))
    assert answer.feed is None
    assert answer.trouble.startswith(trouble)


def test_a_server_that_takes_no_connection_is_a_sentence(feeds: HttpFeeds) -> None:
    assert feeds.get(at(nowhere())).trouble == "127.0.0.1 takes no connection."


def test_a_certificate_that_nobody_trusts_is_a_sentence(secure_web: Web, feeds: HttpFeeds) -> None:
    secure_web["/feed"] = resource(FEED)
    trouble = feeds.get(at(secure_web.address("/feed"))).trouble
    assert trouble.startswith("The certificate of localhost cannot be trusted")


def test_an_address_that_is_none_is_a_sentence(feeds: HttpFeeds) -> None:
    assert feeds.get(at("http://[::1")).trouble == "The address has no host that can be understood."


def test_a_server_that_falls_silent_is_given_up(web: Web, reader: LineReader) -> None:
    web["/feed"] = resource(FEED, flow=stalled(after=5))
    answer = HttpFeeds(polite_client(patience=SOON), reader).get(at(web.address("/feed")))
    assert answer.trouble == "127.0.0.1 has stopped sending."


def test_a_byte_now_and_then_does_not_go_on_for_ever(web: Web, reader: LineReader) -> None:
    """However patient one is with a server that says something: a feed has so long and no longer."""
    gate = Gate(1)

    def drip(size: int) -> None:
        while not web.closing.wait(0.01) and gate.passed < size:
            gate.allow(1)

    web["/feed"] = resource(FEED * 1000, flow=gated(gate))
    dripping = threading.Thread(target=drip, args=(len(FEED) * 1000,))
    dripping.start()
    answer = HttpFeeds(polite_client(patience=LONG), reader, whole_s=0.3).get(at(web.address("/feed")))
    assert answer.trouble == "127.0.0.1 sends too little to go on with."
    web.down()
    dripping.join()


def test_heads_of_redirections_count_for_the_time_that_a_feed_has(web: Web, reader: LineReader) -> None:
    web["/feed"] = in_turn(redirect("/feed"), redirect("/feed"), redirect("/feed"), silent)
    answer = HttpFeeds(polite_client(patience=LONG), reader, whole_s=0.3).get(at(web.address("/feed")))
    assert answer.trouble == "127.0.0.1 sends too little to go on with."


# -- Large feeds


def test_large_feeds_come_as_there_is_room_for_them(web: Web, feeds: HttpFeeds) -> None:
    """Sixteen of them took 1.4 GB of memory where they came at once."""
    large = b"feed: Harbour news\n" + b"one\n" * 500_000
    web["/feed"] = resource(large, has_length=False)
    asked = threading.Event()

    def other(exchange: Exchange) -> None:
        asked.set()
        web.table["/feed"](exchange)

    web["/other"] = other
    order: list[str] = []
    assert feeds.get(at(web.address("/feed"))).feed

    def second() -> None:
        assert feeds.get(at(web.address("/other"))._replace(number=2)).feed
        order.append("second")

    waiting = threading.Thread(target=second)
    waiting.start()
    asked.wait()
    order.append("kept")
    feeds.kept(1)
    waiting.join()
    assert order == ["kept", "second"]


def test_who_waits_for_room_does_so_no_longer_when_it_is_left(web: Web, feeds: HttpFeeds) -> None:
    web["/feed"] = resource(b"feed: Harbour news\n" + b"one\n" * 500_000, has_length=False)
    assert feeds.get(at(web.address("/feed"))).feed
    waiting = threading.Thread(target=lambda: feeds.get(at(web.address("/feed"))._replace(number=2)))
    waiting.start()
    feeds.leave()
    waiting.join()


# -- Leaving


@pytest.mark.parametrize("is_begun", [False, True])
def test_what_is_waited_for_ends_when_it_is_left(is_begun: bool, web: Web, feeds: HttpFeeds) -> None:
    asked = threading.Event()

    def stall(exchange: Exchange, _: bytes = b"") -> None:
        asked.set()
        silent(exchange)

    web["/feed"] = resource(FEED, flow=stall) if is_begun else stall
    answers: list[FeedAnswer] = []
    waiting = threading.Thread(target=lambda: answers.append(feeds.get(at(web.address("/feed")))))
    waiting.start()
    asked.wait()
    feeds.leave()
    waiting.join()
    assert answers[0].trouble
    assert feeds.get(at(web.address("/feed"))).trouble
    assert len(web.asked) == 1
