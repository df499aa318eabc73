"""Which feeds a page links."""

from __future__ import annotations

import time

import pytest

from briefing.formats.feeds.alternates import feeds_of_page

AT = "https://example.org/news/"


def links(page: str) -> list[str]:
    return [feed.address for feed in feeds_of_page(page, AT)]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ('<LINK REL=alternate TYPE="application/rss+xml; charset=utf-8" HREF=feed>', [f"{AT}feed"]),
        ("<link type='application/atom+xml' href='/a?x=1&amp;y=2' rel='home alternate'/>", ["https://example.org/a?x=1&y=2"]),
        ('<base href="https://other.example/"><link rel="alternate" type="application/feed+json" href="f">', ["https://other.example/f"]),
        ('<link rel="alternate" type="text/html" href="/de">', []),
        ('<link rel="stylesheet" type="application/rss+xml" href="/x">', []),
        ('<!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->', []),
        ('<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">', []),
        ('<link rel="alternate" type="application/rss+xml" href="http://[::1">', []),
        ('<link rel="alternate" type="application/rss+xml">', []),
    ],
)  # fmt: skip
def test_links_are_read_as_pages_write_them(page: str, found: list[str]) -> None:
    assert links(page) == found


def test_the_feed_of_comments_comes_after_the_news() -> None:
    link = '<link rel="alternate" type="application/rss+xml" title="{}" href="{}">'
    page = "".join(
        link.format(*each) for each in (("News » Comments Feed", "/c"), ("Kommentare", "/k"), ("News", "/n"))
    )
    assert [feed.title for feed in feeds_of_page(page, AT)] == ["News", "News » Comments Feed", "Kommentare"]


@pytest.mark.parametrize("piece", ["<!--", "<link ", "<link rel=", "<link rel=\"a ' ", "<base href=x>"])
def test_a_hostile_page_takes_the_time_of_its_length(piece: str) -> None:
    def taken_s(count: int) -> float:
        before = time.process_time()
        links(piece * count)
        return time.process_time() - before

    short, long = max(taken_s(2000), 0.002), taken_s(40_000)
    assert long < 60 * short
