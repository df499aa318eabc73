"""The user's proxy: named as programs have it, asked in our place, and what it refuses told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import ConfigError, SourceError
from briefing.sources.web.client import Client
from briefing.sources.web.proxies import proxy_for
from tests.answers import raw, refusal, resource

if TYPE_CHECKING:
    from tests.web import Web

PROXY = "http://proxy.example:3128"


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{kind}_proxy", raising=False)
        monkeypatch.delenv(f"{kind.upper()}_PROXY", raising=False)


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
def test_each_variable_names_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "proxy.example:3128")
    assert proxy_for("http", "news.example", 80) == PROXY


def test_each_protocol_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", PROXY)
    assert proxy_for("https", "news.example", 443) == PROXY
    assert proxy_for("http", "news.example", 80) == ""


@pytest.mark.parametrize(
    ("without", "host"),
    [
        ("*", "news.example"),
        ("news.example", "news.example"),
        ("news.example", "audio.news.example"),
        (".news.example", "audio.news.example"),
        ("news.example", "news.example."),
        ("news.example:8080", "news.example"),
        ("a.example, news.example", "NEWS.example"),
        ("127.0.0.1", "127.0.0.1"),
        ("10.0.0.0/8", "10.1.2.3"),
        ("a.example,192.168.1.7/24", "192.168.1.200"),
        ("fd00::/8", "fd12::1"),
        ("::1", "::1"),
        ("[::1]", "::1"),
    ],
)
def test_hosts_are_passed_by(without: str, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", PROXY)
    monkeypatch.setenv("no_proxy", without)
    assert proxy_for("http", host, 8080) == ""


@pytest.mark.parametrize(
    ("without", "host"),
    [
        ("", "news.example"),
        ("news.example", "oldnews.example"),
        ("news.example:81", "news.example"),
        ("10.0.0.0/8", "11.0.0.1"),
        ("10.0.0.0/8", "::1"),
        ("10.0.0.0/99", "10.0.0.1"),
        ("0.0.0.0/0", "news.example"),
    ],
)
def test_others_are_not(without: str, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", PROXY)
    monkeypatch.setenv("no_proxy", without)
    assert proxy_for("http", host, 8080) == PROXY


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_one_that_wants_a_password_says_so(scheme: str, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """For https it was said that the proxy did not lead there."""
    monkeypatch.setenv(f"{scheme}_proxy", web.address())
    web["http://news.example/"] = refusal(407)
    web["news.example:443"] = raw(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
    client = Client()
    with pytest.raises(SourceError, match="Your proxy wants a name and a password"):
        client.get(f"{scheme}://news.example/")
    client.close()


def test_a_name_and_a_password_go_to_the_proxy_alone(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", web.address().replace("//", "//ann:s3cret@"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    web["http://news.example/"] = web["/"] = resource(b"page")
    client = Client()
    for address in ("http://news.example/", web.address()):
        client.get(address).close()
    assert [asked.headers["Proxy-Authorization"] is not None for asked in web.asked] == [True, False]
    client.close()


@pytest.mark.parametrize(
    "proxy", ["socks5://127.0.0.1:9050", "socks4a://a.example", "http://[::1", "http://", "ftp://a"]
)
def test_one_that_cannot_be_used_is_a_sentence(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    client = Client()
    with pytest.raises(ConfigError, match="proxy that the environment names cannot be used"):
        client.get("http://news.example/")
    client.close()
