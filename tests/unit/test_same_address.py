"""Which addresses are one."""

from __future__ import annotations

import pytest

from briefing.same_address import plain_address, plain_page


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/news",
        "http://Example.org:80/news/",
        "https://www.example.org/news#top",
        "https://ann:pa55@example.org/news",
        "https://example.org/news?utm_source=rss&utm_medium=feed",
        "https://example.org/news?token=abc",
    ],
)
def test_a_page_has_one_name_however_it_is_written(address: str) -> None:
    assert plain_page(address) == "example.org/news"


@pytest.mark.parametrize("address", ["https://example.org/", "https://www.example.org", ""])
def test_a_front_page_is_no_page_of_an_item(address: str) -> None:
    assert plain_page(address) == ""


def test_all_that_a_feeds_query_says_counts() -> None:
    assert plain_address("https://example.org/feed?token=a") != plain_address(
        "https://example.org/feed?token=b"
    )


def test_what_is_no_address_is_itself() -> None:
    assert plain_address("http://[::1") == "http://[::1"
