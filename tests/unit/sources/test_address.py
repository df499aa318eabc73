"""Addresses: what is one, and what may be shown of it."""

from __future__ import annotations

import pytest

from briefing.sources.address import host_of, is_address, name_of, without_secrets


@pytest.mark.parametrize("name", ["http://example.com", "HTTPS://example.com/a.mp3"])
def test_an_address_is_http(name: str) -> None:
    assert is_address(name)


@pytest.mark.parametrize("name", ["file:///etc/passwd", "ftp://example.com/a", "example.com", "http:/a", ""])
def test_nothing_else_is(name: str) -> None:
    assert not is_address(name)


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
