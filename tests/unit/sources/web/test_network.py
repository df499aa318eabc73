"""Connections go to what was checked, by whoever named it, and through the user's proxy."""

from __future__ import annotations

import base64
import socket
from typing import Any

import pytest

from briefing.errors import ConfigError, LostError, UnsafeError
from briefing.sources.web.client import Client
from briefing.sources.web.patience import Patience
from tests.answers import Gate, gated, redirect, resource
from tests.fakes import FakeClock
from tests.unit.sources.web.fetching import LONG, fetcher_in
from tests.web import CERTIFICATE, Exchange, Web

ELSEWHERE = "https://example.org/story"
"""A page of a stranger."""


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Names that are looked up here, and what they stand for, one after the other."""
    table: dict[str, list[str]] = {}
    usual = socket.getaddrinfo

    def looked_up(host: Any, port: Any, *args: Any, **more: Any) -> Any:
        if host not in table:
            return usual(host, port, *args, **more)
        found = table[host].pop(0) if len(table[host]) > 1 else table[host][0]
        return usual(found, port, *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    return table


def got(client: Client, address: str, asked_by: str = "") -> bytes:
    with client.get(address, asked_by) as answer:
        return b"".join(answer.pieces())


def test_the_user_may_name_his_own_network_and_its_pages_their_own_server(web: Web) -> None:
    web["/page"], web["/talk"] = resource(b"page"), resource(b"talk")
    client = Client()
    assert got(client, web.address("/page")) == b"page"
    assert got(client, web.address("/talk"), web.address("/page")) == b"talk"
    client.close()


def test_a_strangers_page_may_not_name_it_even_where_there_is_a_connection(web: Web) -> None:
    web["/page"] = resource(b"page")
    client = Client()
    assert got(client, web.address("/page")) == b"page"
    with pytest.raises(UnsafeError, match="is in your own network"):
        client.get(web.address("/page"), ELSEWHERE)
    assert len(web.asked) == 1
    client.close()


def test_a_page_may_not_name_another_server_of_the_same_machine(web: Web) -> None:
    other = Web()
    web["/page"], other["/admin"] = resource(b"page"), resource(b"admin")
    client = Client()
    got(client, web.address("/page"))
    with pytest.raises(UnsafeError):
        client.get(other.address("/admin"), web.address("/page"))
    web["/page"] = redirect(other.address("/admin"))
    with pytest.raises(UnsafeError):
        client.get(web.address("/page"))
    assert other.connected == 0
    client.close()
    other.down()


def test_a_redirection_to_the_users_own_server_is_followed(web: Web) -> None:
    web["/old"], web["/new"] = redirect("/new"), resource(b"new")
    client = Client()
    with client.get(web.address("/old")) as answer:
        assert answer.address == web.address("/new")
    client.close()


def test_a_public_name_that_leads_home_is_refused(web: Web, names: dict[str, list[str]]) -> None:
    names["news.example"] = ["127.0.0.1"]
    client = Client()
    with pytest.raises(UnsafeError, match=r"news\.example is in your own network"):
        client.get(web.address(host="news.example"), ELSEWHERE)
    assert web.connected == 0
    client.close()


def test_a_name_that_stands_for_something_else_the_second_time_leads_nowhere(
    web: Web, names: dict[str, list[str]]
) -> None:
    """What is checked is what is connected to: there is no second look-up between."""
    names["news.example"] = ["127.0.0.1", "127.0.0.1"]
    web["/"] = resource(b"page", headers={"Connection": "close"})
    client = Client()
    address = web.address(host="news.example")
    assert got(client, address) == b"page"
    assert got(client, address, address) == b"page"  # where it was when the user named it
    names["news.example"] = ["127.0.0.2"]
    with pytest.raises(UnsafeError):
        client.get(address, address)
    client.close()


def test_a_name_and_a_password_go_to_their_server_alone(web: Web) -> None:
    login = f"Basic {base64.b64encode(b'ann:s3cret').decode()}"
    other = Web()
    web["/page"], web["/talk"], other["/"] = redirect("/moved"), resource(b"talk"), resource(b"other")
    web["/moved"] = resource(b"page")
    client = Client()
    got(client, web.address("/page").replace("//", "//ann:s3cret@"))
    got(client, web.address("/talk"), web.address("/page"))
    assert [asked.headers["Authorization"] for asked in web.asked] == [login] * 3
    got(client, other.address().replace("127.0.0.1", "ann:other@127.0.0.1"))
    web["/page"] = redirect(f"http://ann:s3cret@127.0.0.1:{web.port}/moved")
    got(client, web.address("/page"))
    assert [asked.headers["Authorization"] for asked in web.asked[3:]] == [None, None]
    client.close()
    other.down()


def test_no_cookies_are_kept_and_we_say_who_we_are(web: Web) -> None:
    web["/"] = resource(b"page", headers={"Set-Cookie": "seen=1; Path=/"})
    client = Client(("de", "en-GB"))
    got(client, web.address())
    got(client, web.address())
    headers = web.asked[1].headers
    assert headers["Cookie"] is None
    assert headers["User-Agent"].startswith("briefing/")
    assert headers["Accept-Language"] == "de, en-GB;q=0.9, *;q=0.1"
    assert headers["Referer"] is None
    client.close()


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_certificates_that_the_environment_names_are_trusted(
    kind: str, secure_web: Web, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    if kind == "file":
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    else:
        folder = tmp_path_factory.mktemp("certificates")
        (folder / "ce275665.0").write_bytes(CERTIFICATE.read_bytes())
        monkeypatch.setenv("SSL_CERT_DIR", str(folder))
    secure_web["/"] = resource(b"page")
    client = Client()
    assert got(client, secure_web.address()) == b"page"
    with pytest.raises(UnsafeError, match="not valid for"):
        client.get(secure_web.address(host="127.0.0.1"))
    client.close()


def test_certificates_that_cannot_be_read_are_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/certificates.pem")
    client = Client()
    with pytest.raises(ConfigError, match="SSL_CERT_FILE"):
        client.get("https://localhost/")
    client.close()


class TestProxy:
    @pytest.fixture(autouse=True)
    def environment(self, monkeypatch: pytest.MonkeyPatch, web: Web) -> None:
        for name in ("no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY", "HTTP_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{web.port}")

    def test_it_is_asked_in_our_place(self, web: Web) -> None:
        web["http://news.example/story"] = resource(b"by proxy")
        client = Client()
        assert got(client, "http://news.example/story") == b"by proxy"
        client.close()

    def test_what_a_page_names_is_checked_all_the_same(self, web: Web, names: dict[str, list[str]]) -> None:
        names["news.example"] = ["10.0.0.1"]
        client = Client()
        for address in ("http://news.example/", "http://10.0.0.1/", "http://printer/", "http://nas.lan/"):
            with pytest.raises(UnsafeError):
                client.get(address, ELSEWHERE)
        assert web.connected == 0
        client.close()

    def test_hosts_that_go_without_it_do(self, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
        web["/"] = resource(b"itself")
        client = Client()
        assert got(client, web.address()) == b"itself"
        client.close()

    def test_one_that_is_not_there_is_a_sentence(self, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
        web.down()
        client = Client()
        with pytest.raises(LostError, match=r"takes no connection|Your proxy"):
            client.get("http://news.example/")
        client.close()


def test_one_byte_a_second_is_given_up(web: Web) -> None:
    clock = FakeClock()

    def trickle(exchange: Exchange, data: bytes) -> None:
        for byte in data:
            clock.advance(1.0)
            exchange.write(bytes([byte]))

    web["/"] = resource(bytes(100_000), flow=trickle)
    client = Client((), LONG, clock)
    with pytest.raises(LostError, match="sends too little to go on with"):
        got(client, web.address())
    client.close()


def test_a_slow_text_is_given_up_in_the_end(web: Web) -> None:
    clock, gate = FakeClock(), Gate(5_000)

    def more(_done: int, _whole: int | None) -> None:
        clock.advance(60.0)
        gate.allow(5_000)

    web["/"] = resource(bytes(1_000_000), flow=gated(gate))
    fetcher = fetcher_in(None, LONG, clock=clock)
    with pytest.raises(LostError, match="takes too long to send"):
        fetcher.open(web.address(), tell=more).data(1 << 20)
    fetcher.close()


def test_headers_that_never_end_are_given_up(web: Web) -> None:
    clock = FakeClock()

    def endless(exchange: Exchange) -> None:
        exchange.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not exchange.web.closing.is_set():
            clock.advance(1.0)
            exchange.write(b"x")

    web["/"] = endless
    client = Client((), Patience(60.0, 60.0), clock)
    with pytest.raises(LostError, match="sends too little"):
        client.get(web.address())
    client.close()
