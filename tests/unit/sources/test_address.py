"""Addresses: what is one, and what may be shown of it."""

from __future__ import annotations

import pytest

from briefing.errors import SourceError
from briefing.sources.address import (
    as_shown,
    checked,
    has_secret,
    host_of,
    is_address,
    lacks_secret,
    meant_by,
    name_of,
    without_secrets,
)


@pytest.mark.parametrize("name", ["http://example.com", "HTTPS://example.com/a.mp3"])
def test_an_address_is_http(name: str) -> None:
    assert is_address(name)


@pytest.mark.parametrize("name", ["file:///etc/passwd", "ftp://example.com/a", "example.com", "http:/a", ""])
def test_nothing_else_is(name: str) -> None:
    assert not is_address(name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("example.org/bridge", "https://example.org/bridge"),
        ("www.example.org", "https://www.example.org"),
        ("localhost:8000/x", "https://localhost:8000/x"),
        ("http:/example.org/x", "http://example.org/x"),
        ("HTTPS:example.org", "https://example.org"),
        ("ann:s3cret@example.org/x?token=abc", "https://example.org/x?token="),
    ],
)
def test_a_name_without_its_scheme_may_be_meant_as_an_address(name: str, meant: str) -> None:
    assert meant_by(name) == meant


@pytest.mark.parametrize(
    "name",
    [
        "talk.md",
        "talk.mp3",
        "talks/one.org",
        "v1.2/x",
        "../a.b/c",
        "/etc/x.org",
        "~/x.org",
        "a b.org/c",
        ".",
        "",
    ],
)
def test_a_name_of_a_file_is_not(name: str) -> None:
    assert meant_by(name) == ""


def test_a_name_and_a_password_are_never_shown() -> None:
    shown = without_secrets("https://ann:s3cret@example.com:8443/a/b?page=2#top")
    assert shown == "https://example.com:8443/a/b?page=2"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://example.com/news/story%20one.html?x=1", "story one.html"),
        ("https://example.com/", "example.com"),
        ("https://example.com", "example.com"),
        ("https://example.com/a/%1b[2J.mp3", "␛[2J.mp3"),
    ],
)
def test_a_file_of_an_address_is_called_by_its_path_and_else_by_its_host(address: str, name: str) -> None:
    assert name_of(address) == name
    assert host_of(address) == "example.com"


@pytest.mark.parametrize(
    "given",
    [
        "token=s3cret",
        "access_token=s3cret",
        "accessToken=s3cret",
        "api_key=s3cret",
        "APIKEY=s3cret",
        "key=s3cret",
        "sig=s3cret",
        "Signature=s3cret",
        "X-Amz-Signature=s3cret",
        "X-Amz-Credential=s3cret",
        "X-Goog-Signature=s3cret",
        "Key-Pair-Id=s3cret",
        "auth=s3cret",
        "authorization=s3cret",
        "password=s3cret",
        "user_pwd=s3cret",
        "sid=s3cret",
        "PHPSESSIONID=s3cret",
        "client_secret=s3cret",
        "%74oken=s3cret",
        "id=eyJs3cretAAAA.eyJs3cretBBBB.s3cret",
        "at=https%3A%2F%2Fann%3As3cret%40example.org",
    ],
)
def test_what_a_query_gives_in_secret_is_not_shown_and_its_name_is(given: str) -> None:
    address = f"https://example.org/feed?page=2&{given}&lang=de#token=s3cret"
    name = given.partition("=")[0]
    assert without_secrets(address) == f"https://example.org/feed?page=2&{name}=&lang=de"
    assert has_secret(address)
    assert without_secrets(without_secrets(address)) == without_secrets(address)


def test_an_address_is_known_to_lack_its_secret() -> None:
    assert lacks_secret(without_secrets("https://example.org/feed?token=s3cret"))
    assert not lacks_secret("https://example.org/feed?token=s3cret")
    assert not lacks_secret("https://example.org/feed?page=")


@pytest.mark.parametrize(
    "query",
    ["page=2", "author=Ann", "keyword=bridge", "passage=3", "design=1", "id=17", "q=the+key", "flag", ""],
)
def test_all_else_of_an_address_is_kept(query: str) -> None:
    address = f"https://example.org/news?{query}" if query else "https://example.org/news"
    assert without_secrets(address) == address
    assert not has_secret(address)


def test_what_a_path_hides_cannot_be_told() -> None:
    address = "https://example.org/private/9f31c8a2/feed.xml"
    assert without_secrets(address) == address


@pytest.mark.parametrize(
    "address",
    ["http://[::1", "http://", "https:///news", "http://host:port/", "http://a\x1b[2Jb/", "http://a b/"],
)
def test_what_is_no_address_is_refused_and_harms_nobody(address: str) -> None:
    with pytest.raises(SourceError, match="no host that can be understood"):
        checked(address)
    assert isinstance(without_secrets(address) + host_of(address) + name_of(address), str)


def test_blanks_around_an_address_do_not_matter() -> None:
    assert checked(" https://example.org/news\n") == "https://example.org/news"


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ("https://ann:s3cret@example.org/a?token=x", "https://example.org/a?token="),
        ("ftp://ann:s3cret@example.org/a", "ftp://example.org/a"),
        ("news/story.md", "news/story.md"),
    ],
)
def test_what_was_named_is_shown_without_secrets(named: str, shown: str) -> None:
    assert as_shown(named) == shown
