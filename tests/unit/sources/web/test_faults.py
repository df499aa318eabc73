"""Every way in which a server goes wrong is a sentence with what to do, and afterwards it goes on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import pytest

from briefing.errors import BriefingError, LostError, SourceError, UnsafeError
from briefing.sources.web.faults import refused
from tests.answers import (
    at_once,
    cut_off,
    gzip_bomb,
    login_page,
    packed,
    redirect,
    refusal,
    resource,
    silent,
    stalled,
    too_many,
    wrong_length,
)
from tests.unit.sources.web.fetching import SOON, fetcher_in
from tests.web import Handler, Web, nowhere

if TYPE_CHECKING:
    from pathlib import Path

STORY: Final = b"<h1>The bridge</h1><p>It opened again on Monday.</p>" * 40
NOW: Final = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)

FAULTS: Final[dict[str, tuple[Handler, type[BriefingError], str]]] = {
    "stall": (resource(STORY, flow=stalled(10)), LostError, "has stopped sending"),
    "silence": (silent, LostError, "has stopped sending"),
    "lost in the middle, again and again": (
        resource(STORY, flow=cut_off(100, times=9)),
        LostError,
        "The connection to 127.0.0.1 broke off",
    ),
    "shorter than told": (wrong_length(STORY, len(STORY) + 1), LostError, "broke off"),
    "a bomb": (gzip_bomb(30 << 20), SourceError, "is longer than 20 megabytes"),
    "longer than a text": (resource(bytes(21 << 20)), SourceError, "is longer than 20 megabytes"),
    "packed badly": (resource(STORY, headers={"Content-Encoding": "gzip"}), LostError, "damaged on the way"),
    "packed oddly": (resource(STORY, headers={"Content-Encoding": "br"}), LostError, "damaged on the way"),
    "packed in the middle of nothing": (
        resource(b"", headers={"Content-Encoding": "gzip"}),
        SourceError,
        "sent nothing",
    ),
    "nothing": (resource(b""), SourceError, "sent nothing"),
    "a circle": (redirect("/asked"), SourceError, "leads in a circle"),
    "a way out of the web": (
        redirect("file:///etc/passwd"),
        UnsafeError,
        "leads to something that is not on",
    ),
    "a way to the neighbours": (redirect("http://10.0.0.1/"), UnsafeError, "10.0.0.1 is in your own network"),
    "a way to itself by another name": (redirect("http://localhost:9/"), UnsafeError, "in your own network"),
    "a way to nowhere": (redirect("http://[::1"), SourceError, "leads to what is no address"),
    "401": (refusal(401), SourceError, "wants a name and a password"),
    "402": (refusal(402), SourceError, "wants to be paid"),
    "403": (refusal(403), SourceError, "does not let you have"),
    "404": (refusal(404), SourceError, "has nothing at this address"),
    "410": (refusal(410), SourceError, "has taken asked away for good"),
    "418": (refusal(418), SourceError, "sent nothing that can be read"),
    "429": (too_many("120"), LostError, "was asked too often. Try again in 2 minutes."),
    "451": (refusal(451), SourceError, "for legal reasons"),
    "500": (refusal(500), LostError, "has a fault of its own"),
    "503": (refusal(503, {"Retry-After": "30"}), LostError, "Try again in 30 seconds."),
    "304 that nobody asked for": (refusal(304), SourceError, "sent nothing that can be read"),
    "a part that nobody asked for": (
        refusal(206, {"Content-Range": "bytes 5-8/20", "Content-Length": "4"}, "part"),
        SourceError,
        "has another version",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_a_sentence_and_then_it_goes_on(name: str, web: Web, tmp_path: Path) -> None:
    handler, kind, sentence = FAULTS[name]
    fetcher = fetcher_in(tmp_path / "web", SOON)
    web["/asked"] = handler
    with pytest.raises(kind, match=sentence) as told:
        fetcher.open(web.address("/asked")).data(20 << 20)
    assert told.value.exit_code == (5 if kind is UnsafeError else 3)
    assert told.value.message.endswith(".")
    assert told.value.hint.endswith(".")
    web["/asked"] = resource(STORY)
    assert fetcher.open(web.address("/asked")).data(20 << 20) == STORY
    fetcher.close()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://nowhere.invalid/", "There is no host nowhere.invalid|nowhere.invalid cannot be looked up"),
        ("http://a..b/", "There is no host a..b|a..b cannot be looked up"),
        ("http://[::1", "no host that can be understood"),
        ("http://127.0.0.1:port/", "no host that can be understood"),
        ("https:///news", "no host that can be understood"),
        (nowhere(), "takes no connection"),
    ],
    ids=["a name that is not", "a name that cannot be", "no address", "no port", "no host", "nobody there"],
)
def test_an_address_that_leads_nowhere_is_a_sentence(address: str, sentence: str) -> None:
    fetcher = fetcher_in(None)
    with pytest.raises(SourceError, match=sentence):
        fetcher.open(address)
    fetcher.close()


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_certificate_that_cannot_be_trusted_is_refused(
    host: str, secure_web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    secure_web["/"] = resource(STORY)
    fetcher = fetcher_in(None)
    with pytest.raises(UnsafeError, match=f"The certificate of {host} cannot be trusted"):
        fetcher.open(secure_web.address(host=host))
    assert secure_web.asked == []
    fetcher.close()


def test_what_speaks_no_tls_is_refused(web: Web) -> None:
    fetcher = fetcher_in(None)
    with pytest.raises(UnsafeError, match="no safe connection"):
        fetcher.open(f"https://127.0.0.1:{web.port}/")
    fetcher.close()


@pytest.mark.parametrize(
    ("path", "asked_by"),
    [("/talk.mp3", "/page"), ("/talk.en.vtt?download=1", "/page"), ("/talk.mp3", "")],
)
def test_a_page_to_log_in_is_no_recording_and_no_transcript(path: str, asked_by: str, web: Web) -> None:
    web["/page"] = resource(STORY)
    web[path.partition("?")[0]] = login_page()
    fetcher = fetcher_in(None)
    fetcher.open(web.address("/page")).close()
    with pytest.raises(SourceError, match=r"sent a page in place of talk\.\S+, perhaps to log in"):
        fetcher.open(web.address(path), asked_by and web.address(asked_by))
    fetcher.close()


def test_a_page_about_a_recording_is_a_page(web: Web) -> None:
    web["/wiki/File:talk.ogg"] = resource(STORY)
    fetcher = fetcher_in(None)
    assert fetcher.open(web.address("/wiki/File:talk.ogg")).data(1 << 20) == STORY
    fetcher.close()


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("5", "Try again in 5 seconds."),
        ("0", "Try again."),
        ("600", "Try again in 10 minutes."),
        ("86400", "Try again in 24 hours."),
        ("864000", "Try again in 10 days."),
        ("Thu, 26 Nov 2026 14:45:00 GMT", "Try again in 45 minutes."),
        ("Thu, 26 Nov 2026 13:00:00 GMT", "Try again."),
        ("soon", "Try again later."),
        ("", "Try again later."),
        ("9" * 400, "Try again in 11574 days."),
    ],
)
def test_the_server_says_when_to_try_again(told: str, when: str) -> None:
    error = refused(429, {"retry-after": told} if told else {}, "https://example.org/a", NOW)
    assert error.hint == when


@pytest.mark.parametrize("status", [401, 403, 404])
def test_where_a_key_was_left_out_the_user_is_told_to_give_it_again(status: int) -> None:
    error = refused(status, {}, "https://example.org/feed?token=", NOW)
    assert str(error) == (
        "example.org wants a key that was left out of the address, for such are not kept. "
        "Give the whole address again."
    )


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_what_is_packed_well_is_unpacked(coding: str, web: Web) -> None:
    web["/asked"] = packed(STORY * 50, coding)
    fetcher = fetcher_in(None)
    assert fetcher.open(web.address("/asked")).data(1 << 20) == STORY * 50
    fetcher.close()


def test_a_body_without_a_length_ends_with_its_connection(web: Web) -> None:
    web["/asked"] = resource(STORY, has_length=False, flow=at_once)
    fetcher = fetcher_in(None)
    assert fetcher.open(web.address("/asked")).data(1 << 20) == STORY
    fetcher.close()
