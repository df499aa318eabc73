"""The label above a title, and the summary below it: what the page shows, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.model import BlockKind
from tests.unit.formats.pages.html.heads_made import TITLE, found, linked, meta
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY

if TYPE_CHECKING:
    from briefing.formats.pages.html.answer import PageFound


def shown(page: PageFound, kind: BlockKind) -> list[str]:
    return [part.text for part in page.parts if part.kind is kind]


@pytest.mark.parametrize(
    ("above", "kicker"),
    [
        ('<p class="kicker">BREAKING NEWS</p>', "BREAKING NEWS"),
        ("<span>Breaking News</span>", "Breaking News"),
        ('<div class="category js-category"><a href="/z/599">Traffic</a></div>', "Traffic"),
        ("<span>Traffic</span>", "Traffic"),
        ("<span>Harbour</span>", ""),
        ('<nav class="category"><a href="/a">Home</a><a href="/b">Traffic</a></nav>', ""),
        ('<p class="kicker" hidden>Exclusive</p>', ""),
        ('<p class="category">2 January 2026</p>', ""),
        ('<p class="section">A long line that says much more than any label above a title would.</p>', ""),
    ],
    ids=[
        "named",
        "a banner",
        "Pangea's",
        "the section",
        "any line",
        "a menu",
        "hidden",
        "a date",
        "a sentence",
    ],
)
def test_a_label_above_the_title_is_the_kicker(above: str, kicker: str) -> None:
    page = found(
        linked(articleSection="Traffic"), f"<main><header>{above}<h1>{TITLE}</h1></header>{STORY}</main>"
    )
    assert shown(page, BlockKind.KICKER) == [kicker] * bool(kicker)


def test_a_banner_in_another_part_of_the_page_is_no_kicker() -> None:
    deep = f"<div><div><div><div><div><h1>{TITLE}</h1></div></div></div></div>{STORY}</div>"
    page = found("", f'<div class="hlights"><span>Breaking News</span></div><div>{deep}</div>')
    assert shown(page, BlockKind.KICKER) == []


SUMMARY = "After two years of work, cars and people may cross the river in the harbour."


@pytest.mark.parametrize(
    ("head", "below"),
    [
        (meta(og__description=SUMMARY), f"<p>{SUMMARY}</p>"),
        (linked(description=SUMMARY), f"<h2>{SUMMARY}</h2>"),
        ("", f'<p class="article__standfirst">{SUMMARY}</p>'),
        ("", f'<div class="Lead-text">{SUMMARY}</div>'),
    ],
)
def test_a_summary_that_is_shown_is_one_and_stands_once(head: str, below: str) -> None:
    page = found(head, f"<h1>{TITLE}</h1>{below}{STORY}")
    assert shown(page, BlockKind.SUMMARY) == [SUMMARY]
    assert [part.text for part in page.parts].count(SUMMARY) == 1
    assert [part.text for part in page.parts if part.kind is BlockKind.PARAGRAPH] == list(SENTENCES)


def test_a_description_that_is_not_shown_is_no_summary() -> None:
    page = found(meta(og__description=SUMMARY))
    assert SUMMARY not in [part.text for part in page.parts]
