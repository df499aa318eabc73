"""When a story was published, by all that its page says of it."""

from __future__ import annotations

import pytest

from tests.unit.formats.pages.html.heads_made import TITLE, found, linked, meta
from tests.unit.formats.pages.html.pages_made import STORY


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (linked(datePublished="2026-01-02", dateModified="2026-03-03"), "2026-01-02"),
        (linked(dateModified="2026-03-03") + meta(article__published_time="2026-01-02"), "2026-01-02"),
        (meta(article__modified_time="2026-03-03", date="2026-01-02"), "2026-01-02"),
        ('<meta name="DC.date.issued" content="2026-01-02">', "2026-01-02"),
        ('<meta name="parsely-pub-date" content="2026-01-02T03:04:05Z">', "2026-01-02T03:04:05+00:00"),
        ('<meta name="sailthru.date" content="2026-01-02">', "2026-01-02"),
        ('<meta name="citation_publication_date" content="2026/01/02">', "2026-01-02"),
        ('<meta itemprop="datePublished" content="2026-01-02">', "2026-01-02"),
        ('<meta name="apub:time" content="2026-1-2 21:30:50">', "2026-01-02T21:30:50"),
        ('<meta name="firstpublishedtime" content="2026-01-02-23:59:59">', "2026-01-02T23:59:59"),
        ('<meta property="pictures:uploaded" content="2026-01-02">', "2026-01-02"),
        ('<meta name="publish-expires" content="2027-01-02">', ""),
        (meta(article__modified_time="2026-03-03"), "2026-03-03"),
        (linked(datePublished="0001-01-01T00:00:00Z") + meta(date="2026-01-02"), "2026-01-02"),
        ("", ""),
    ],
    ids=[
        "JSON-LD", "Open Graph, changed in JSON-LD", "a bare date", "Dublin Core", "parsely", "sailthru",
        "citation", "microdata",
        "a site's own name", "hyphens throughout", "uploaded", "when it ends",
        "nothing but a change", "a date that is none", "nothing",
    ],
)  # fmt: skip
def test_a_date_in_the_head_is_found(head: str, published: str) -> None:
    assert found(head).published == published


def test_of_one_moment_told_twice_the_day_of_its_place_counts() -> None:
    head = linked(datePublished="2026-07-09T22:50:17Z") + meta(
        article__published_time="2026-07-10T00:50:17+02:00"
    )
    assert found(head).published == "2026-07-10T00:50:17+02:00"


def test_a_day_is_told_with_its_time_where_the_page_has_it() -> None:
    head = linked(datePublished="2026-03-04")
    body = f'<h1>{TITLE}</h1><time datetime="2026-03-04T22:05:00Z">4 March</time>{STORY}'
    assert found(head, body).published == "2026-03-04T22:05:00+00:00"


@pytest.mark.parametrize(
    "lines",
    [
        '<time datetime="2026-01-02">2 January</time>',
        '<time class="updated" datetime="2026-03-03">3 March</time><time datetime="2026-01-02">x</time>',
        '<p>Updated <time datetime="2026-03-03">x</time></p><p><time datetime="2026-01-02">x</time></p>',
        '<b itemprop="dateModified">3 Mar 2026</b><b itemprop="datePublished">2 Jan 2026</b>',
        "<p>Last updated: 3 March 2026</p><p>Published: 2 January 2026</p>",
        "<div><span>Mira Sand</span> | <span>January 2, 2026</span></div>",
        "<p>2 января 2026, 12:40</p>",
        "<p>۱۲ دی ۱۴۰۴</p>",
        "<p>٢ يناير ٢٠٢٦</p>",
        "<p>2026年1月2日</p>",
    ],
)
def test_a_date_by_the_title_is_found_and_none_of_a_change(lines: str) -> None:
    body = f'<nav><time datetime="2026-05-05">today</time></nav><h1>{TITLE}</h1>{lines}{STORY}'
    assert found("", body).published[:10] == "2026-01-02"


def test_dates_of_other_stories_are_none_of_this() -> None:
    other = '<aside class="related"><time datetime="2025-05-05">x</time><p>5 May 2025</p></aside>'
    assert not found("", f"<h1>{TITLE}</h1>{other}{STORY}").published


@pytest.mark.parametrize(
    ("address", "published"),
    [
        ("https://x.org/2026/01/02/bridge.html", "2026-01-02"),
        ("https://x.org/news/20260102-bridge", "2026-01-02"),
        ("https://x.org/a/2026-1-2/bridge", "2026-01-02"),
        ("https://x.org/a/20261399/bridge", ""),
        ("https://x.org/a/7988429.html", ""),
    ],
)
def test_an_address_tells_the_day_where_nothing_else_does(address: str, published: str) -> None:
    assert found("", at=address).published == published
    assert found(meta(date="2026-04-04"), at=address).published == "2026-04-04"
