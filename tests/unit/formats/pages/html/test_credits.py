"""Who wrote a story."""

from __future__ import annotations

import pytest

from tests.unit.formats.pages.html.heads_made import TITLE, found, linked, meta
from tests.unit.formats.pages.html.pages_made import STORY

MIRA = {"@type": "Person", "name": "Mira Sand"}


@pytest.mark.parametrize(
    ("author", "names"),
    [
        (MIRA, ("Mira Sand",)),
        ("Mira Sand", ("Mira Sand",)),
        ([MIRA, {"@type": "Person", "givenName": "Ole", "familyName": "Berg"}], ("Mira Sand", "Ole Berg")),
        (["Mira Sand", "Ole Berg", "Mira Sand"], ("Mira Sand", "Ole Berg")),
        ("By Mira Sand and Ole Berg", ("Mira Sand", "Ole Berg")),
        ("Mira Sand, Ole J. Berg, and Ann-Li Moe, HRB", ("Mira Sand", "Ole J. Berg", "Ann-Li Moe")),
        ("Deniz Yücel", ("Deniz Yücel",)),
        ({"@type": "Organization", "name": "Harbour Radio"}, ("Harbour Radio",)),
        ([{"@type": "Organization", "name": "Harbour Radio"}, MIRA], ("Mira Sand",)),
        ("https://x.org/authors/mira", ()),
        ("@mira", ()),
        ("105092", ()),
        ([], ()),
    ],
)
def test_authors_are_named_in_json_ld(author: object, names: tuple[str, ...]) -> None:
    assert found(linked(author=author, publisher={"name": "Harbour Radio"})).authors == names


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ('<meta name="author" content="Mira Sand">', ""),
        (meta(article__author="https://fb.com/x") + '<meta name="parsely-author" content="Mira Sand">', ""),
        ("", "<p>By Mira Sand</p>"),
        ("", '<p class="article-byline">Mira Sand</p>'),
        ("", '<a rel="author" href="/m">Mira Sand</a>'),
        ("", '<div class="credits reader-credits">Mira Sand</div>'),
        ("", '<div itemprop="author"><img alt="x"><span itemprop="name">Mira Sand</span></div>'),
    ],
)
def test_authors_are_named_elsewhere(head: str, line: str) -> None:
    assert found(head, f"<h1>{TITLE}</h1>{line}{STORY}").authors == ("Mira Sand",)
