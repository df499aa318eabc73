"""What a feed names is a whole address of http, or nothing."""

from __future__ import annotations

import pytest

from briefing.formats.feeds.addresses import resolved

BASE = "https://radio.example.org/x/feed.xml"
ADDRESSES = {
    "https://a.example/1": "https://a.example/1",
    " HTTP://a.example/1\n": "HTTP://a.example/1",
    "/1": "https://radio.example.org/1",
    "1?a=b&c": "https://radio.example.org/x/1?a=b&c",
    "//a.example/1": "https://a.example/1",
    "https://a.example/a b\n.mp3": "https://a.example/a%20b.mp3",
    "feed://a.example/1": "https://a.example/1",
    "feed:https://a.example/1": "https://a.example/1",
    "pcast://a.example/1": "https://a.example/1",
    "file:///etc/passwd": "",
    "feed:file:///etc/passwd": "",
    "javascript:alert(1)": "",
    "data:audio/mpeg;base64,AAAA": "",
    "ipfs://x": "",
    "https://[": "",
    "https://a.example:port/": "",
    "https:///a": "",
    "https://a.example/" + "a" * 5000: "",
    "": "",
}


@pytest.mark.parametrize("named", ADDRESSES, ids=lambda named: named[:30] or "nothing")
def test_an_address_is_resolved(named: str) -> None:
    assert resolved(named, BASE) == ADDRESSES[named]


def test_the_first_base_that_is_one_counts() -> None:
    assert resolved("a", "", "file:///x/", "https://[", BASE) == "https://radio.example.org/x/a"
    assert resolved("a") == resolved(None, BASE) == ""
