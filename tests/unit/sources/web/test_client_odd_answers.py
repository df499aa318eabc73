"""Answers that no server of good manners gives: each is a sentence, or is read all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from briefing.errors import BriefingError, LostError, SourceError, UnsafeError
from briefing.sources.web.client import Client
from tests.answers import raw, redirect, resource
from tests.fakes import FakeClock
from tests.unit.sources.web.fetching import LONG, SOON, fetcher_in

if TYPE_CHECKING:
    from tests.web import Exchange, Web

OK: Final = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED: Final = OK + b"Transfer-Encoding: chunked\r\n\r\n"
BODY: Final = b"\r\n\r\nhello"

REFUSED: Final[dict[str, bytes]] = {
    "nothing": b"",
    "a page without a head": b"<html><p>hello",
    "a status that is none": b"HTTP/1.1 099 Odd\r\nContent-Length: 5" + BODY,
    "another protocol": b"HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\nhello",
    "a length below nothing": OK + b"Content-Length: -5" + BODY,
    "a length of 5,000 digits": OK + b"Content-Length: " + b"9" * 5000 + BODY,
    "two lengths": OK + b"Content-Length: 5\r\nContent-Length: 6" + BODY,
    "a part of 5,000 digits": (
        b"HTTP/1.1 206 Part\r\nContent-Range: bytes 0-" + b"9" * 5000 + b"/*\r\nContent-Length: 5" + BODY
    ),
    "a header that never ends": OK + b"X: " + b"a" * 1_000_000 + BODY,
    "a header with controls": OK + b"X: a\0b\x1b[2J\r\nContent-Length: 5" + BODY,
    "chunks without a size": CHUNKED + b"zz\r\nhello\r\n0\r\n\r\n",
    "chunks below nothing": CHUNKED + b"-5\r\nhello\r\n0\r\n\r\n",
    "chunks without an end": CHUNKED + b"f" * 15 + b"\r\nhello",
    "packed four times": OK + b"Content-Encoding: gzip, gzip, gzip, gzip\r\nContent-Length: 5" + BODY,
    "packed as nobody asked": OK + b"Content-Encoding: zstd\r\nContent-Length: 5" + BODY,
}
READ: Final[dict[str, bytes]] = {
    "lines without a return": b"HTTP/1.1 200 OK\nContent-Length: 5\n\nhello",
    "no type": b"HTTP/1.1 200 OK\r\nContent-Length: 5" + BODY,
    "bytes above ASCII": b'HTTP/1.1 200 \xff\r\nETag: "\xe9"\r\nContent-Length: 5' + BODY,
    "10,000 headers": OK
    + b"".join(b"X-%d: y\r\n" % each for each in range(10_000))
    + b"Content-Length: 5"
    + BODY,
    "interim answers": b"HTTP/1.1 103 Early\r\nLink: <x>\r\n\r\n" * 100 + OK + b"Content-Length: 5" + BODY,
}
NO_ADDRESS: Final = SourceError, "127.0.0.1 leads to what is no address"
NO_WEB: Final = UnsafeError, "127.0.0.1 leads to something that is not on the web"
AT_HOME: Final = UnsafeError, "is in your own network"
LEADS: Final[dict[str, tuple[type[BriefingError], str]]] = {
    "file:///etc/passwd": NO_WEB,
    "ftp://127.0.0.1/": NO_WEB,
    "data:text/html,hello": NO_ADDRESS,
    "javascript:alert(1)": NO_ADDRESS,
    "http://[::1": NO_ADDRESS,
    "http://xn--/": NO_ADDRESS,
    "http://a\u202eb.com/": NO_ADDRESS,
    f"http://{'a' * 70_000}/": NO_ADDRESS,
    "http://127.0.0.1:1/": AT_HOME,
    "http://[fe80::1%25lo]/": AT_HOME,
    "http://[::ffff:127.0.0.1]/": AT_HOME,
    "http://0x7f.1/": AT_HOME,
    "http://2130706433/": AT_HOME,
    "http://017700000001/": AT_HOME,
    "http://localhost./": AT_HOME,
    "http://127\u30020\u30020\u30021/": AT_HOME,
    "http://name:secret@10.0.0.1/": AT_HOME,
    f"/{'a' * 60_000}": (SourceError, "leads in a circle|has nothing at this address"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_answer_is_a_sentence(name: str, web: Web) -> None:
    web["/asked"] = raw(REFUSED[name])
    fetcher = fetcher_in(None, SOON)
    with pytest.raises(SourceError) as told:
        fetcher.open(web.address("/asked")).data(1 << 20)
    assert "127.0.0.1" in told.value.message
    fetcher.close()


@pytest.mark.parametrize("name", READ)
def test_what_is_odd_and_clear_is_read(name: str, web: Web) -> None:
    web["/asked"] = raw(READ[name])
    fetcher = fetcher_in(None, SOON)
    assert fetcher.open(web.address("/asked")).data(1 << 20) == b"hello"
    fetcher.close()


@pytest.mark.parametrize("to", LEADS, ids=lambda to: ascii(to)[:30])
def test_where_a_redirection_may_not_lead_is_a_sentence(to: str, web: Web) -> None:
    kind, sentence = LEADS[to]
    web["/asked"] = raw(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + to.encode() + b"\r\n\r\n")
    fetcher = fetcher_in(None, SOON)
    with pytest.raises(kind, match=sentence) as told:
        fetcher.open(web.address("/asked"))
    assert "secret" not in str(told.value)
    fetcher.close()


def test_of_a_redirection_that_leads_nowhere_the_host_is_named_that_is_not_there(web: Web) -> None:
    """It said that there was no host 127.0.0.1, which had answered."""
    web["/asked"] = redirect("http://news.invalid/story")
    fetcher = fetcher_in(None)
    with pytest.raises(LostError, match=r"news\.invalid"):
        fetcher.open(web.address("/asked"))
    fetcher.close()


def test_a_host_that_the_user_wrote_in_another_script_is_told_as_he_wrote_it() -> None:
    fetcher = fetcher_in(None)
    with pytest.raises(LostError, match=r"bücher\.invalid"):
        fetcher.open("http://bücher.invalid/")
    fetcher.close()


def test_a_host_that_looks_like_another_is_told_by_its_letters(web: Web) -> None:
    web["/asked"] = raw(
        b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://\xd0\xb0pple.invalid/\r\n\r\n"
    )
    fetcher = fetcher_in(None)
    with pytest.raises(LostError, match=r"xn--pple-43d\.invalid"):
        fetcher.open(web.address("/asked"))
    fetcher.close()


def test_an_address_of_100_kilobytes_is_a_sentence() -> None:
    fetcher = fetcher_in(None)
    with pytest.raises(SourceError, match=r"The address of news\.example cannot be understood"):
        fetcher.open(f"http://news.example/{'a' * 100_000}")
    fetcher.close()


def test_interim_answers_without_end_are_given_up(web: Web) -> None:
    """Enough comes in time, and never an answer."""
    clock = FakeClock()

    def endless(exchange: Exchange) -> None:
        while not exchange.web.closing.is_set():
            clock.advance(0.5)
            exchange.write(b"HTTP/1.1 103 Early\r\nLink: <" + b"x" * 5_000 + b">\r\n\r\n")

    web["/asked"] = endless
    client = Client((), LONG, clock)
    with pytest.raises(LostError, match="sends too little to go on with"):
        client.get(web.address("/asked"))
    client.close()


def test_a_recording_that_is_called_a_page_is_a_recording(web: Web) -> None:
    """A server that calls everything a page had it refused as one to log in."""
    web["/page"], web["/talk.mp3"] = resource(b"<p>page"), resource(b"ID3\x04" + bytes(5_000), "text/html")
    fetcher = fetcher_in(None)
    fetcher.open(web.address("/page")).close()
    assert fetcher.open(web.address("/talk.mp3"), web.address("/page")).head.startswith(b"ID3")
    fetcher.close()
