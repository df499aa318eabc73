"""Dates that a page shows, where its metadata tell none."""

from __future__ import annotations

import pytest

from tests.unit.formats.pages.html.heads_made import TITLE, found
from tests.unit.formats.pages.html.pages_made import STORY


@pytest.mark.parametrize(
    "shown",
    [
        '<time datetime="2026-01-02">x</time>',
        '<abbr class="published" title="2026-01-02">x</abbr>',
        '<abbr data-utime="1767312000">x</abbr>',
        '<div class="fecha">2026-01-02</div>',
        "<p>Published on 2026-01-02 by the harbour</p>",
        "<p><em>Last updated: 5/5/26</em></p><p>Veröffentlicht am 2.1.2026</p>",
        "<p><em>Last updated: 2/1/26</em></p>",
        "<p>Dieser Artikel wurde am 2. Januar 2026 um 14:48 von Heiner geschrieben</p>",
        '<div class="submitted">Von Heiner am 2. Januar 2026 - 14:48</div>',
        "<div>Fri, 2 January 2026</div>",
    ],
)
def test_a_page_without_a_title_is_dated_by_what_says_so(shown: str) -> None:
    assert found("", STORY + shown).published[:10] == "2026-01-02"


@pytest.mark.parametrize(
    "shown",
    [
        "<p>It opened on 2 January 2026, and then it closed.</p>",
        '<nav><time datetime="2026-01-02">x</time></nav>',
        '<div class="comments"><p>Posted on 2 January 2026</p></div>',
    ],
)
def test_a_date_within_the_text_or_of_others_is_none_of_publication(shown: str) -> None:
    assert not found("", STORY + shown).published


def test_the_time_of_a_comment_is_none_of_publication() -> None:
    time = '<time itemprop="datePublished" datetime="2026-03-03">x</time>'
    comment = f'<div itemtype="https://schema.org/Comment">{time}</div>'
    shown = f"<h1>{TITLE}</h1><p>on <time datetime='2026-01-02'>2 January</time></p>{STORY}{comment}"
    assert found(f"<title>{TITLE}</title>", shown).published == "2026-01-02"
