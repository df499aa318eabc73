"""A story's title is its page's own, without the site's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.model import BlockKind
from tests.unit.formats.pages.html.heads_made import TITLE, found, linked, meta
from tests.unit.formats.pages.html.pages_made import STORY

if TYPE_CHECKING:
    from briefing.formats.pages.html.answer import PageFound


def title(page: PageFound) -> str:
    return next((part.text for part in page.parts if part.kind is BlockKind.TITLE), "")


@pytest.mark.parametrize(
    ("head", "heading"),
    [
        (f"<title>{TITLE} | Harbour Radio</title>", f"<h1>{TITLE}</h1>"),
        (f"<title>Harbour Radio: {TITLE}</title>", f"<h1>Harbour Radio</h1><h1>{TITLE}</h1>"),
        (f"<title>{TITLE} - Harbour Radio</title>", f'<h1><img alt="Harbour Radio"></h1><h2>{TITLE}</h2>'),
        (meta(og__title=f"{TITLE} – Harbour Radio", og__site_name="Harbour Radio"), ""),
        (f"<title>{TITLE} | Harbour Radio</title>", ""),
        (linked() + meta(og__title=f"{TITLE}-News｜Harbour Radio"), ""),
        (meta(og__title="Harbour bridge opens again"), f"<h1>{TITLE}</h1>"),
        (linked(headline="Bridge in the harbour…") + meta(og__title=TITLE), ""),
        (meta(og__title=TITLE), f"<h1><span>Traffic</span> <span>{TITLE}</span></h1>"),
        ("", f"<h1>{TITLE}</h1>"),
        (meta(og__title=TITLE.replace("harbour", "&lt;i&gt;harbour&lt;/i&gt;")), ""),
        (meta(og__title=TITLE), f'<div class="article-headline">{TITLE}</div>'),
    ],
    ids=[
        "behind a bar", "two headings", "the site's picture first", "no heading", "the window's alone",
        "a headline",
        "said for a search engine", "broken off", "a label within", "nothing but a heading",
        "tags in metadata",
        "named a headline",
    ],
)  # fmt: skip
def test_the_title_is_found(head: str, heading: str) -> None:
    assert title(found(head, f"{heading}{STORY}")) == TITLE


def test_a_short_title_before_two_names_of_a_site_is_found() -> None:
    page = found(
        "<title>港特首梁振英就事件道歉 - 广播公司中文网 - 两岸三地</title>",
        f"<h1>港特首梁振英就事件道歉</h1>{STORY}",
    )
    assert title(page) == "港特首梁振英就事件道歉"


def test_the_title_has_the_letters_of_the_page() -> None:
    shown = "“Bridge” in the harbour – open"
    head = meta(og__title="'Bridge' in the harbour - open")
    assert title(found(head, f"<h1>{shown}</h1>{STORY}")) == shown


def test_a_heading_of_other_stories_is_no_title() -> None:
    body = f"<aside><h1>Most read</h1></aside>{STORY}"
    assert title(found(meta(og__title=TITLE), body)) == TITLE


def test_the_title_stands_once() -> None:
    page = found(linked(), f"<h1>{TITLE}</h1><h2>{TITLE}</h2>{STORY}")
    assert [part.text for part in page.parts].count(TITLE) == 1


@pytest.mark.parametrize(
    ("window", "heading"),
    [
        ("港桥今晨重新开放_要闻_港口电台-Harbour", "<h1>港桥今晨重新开放</h1>"),
        ("港桥今晨重新开放-要闻", ""),
        ("港桥今晨重新开放_要闻_港口电台", ""),
    ],
    ids=["a title before long names", "a hyphen", "underscores"],
)
def test_names_behind_a_title_without_spaces_are_no_part_of_it(window: str, heading: str) -> None:
    assert title(found(f"<title>{window}</title>", f"{heading}{STORY}")) == "港桥今晨重新开放"


def test_a_name_that_both_titles_hold_stays_within_a_title_without_spaces() -> None:
    head = f"<title>港桥今晨为中国-拉美论坛开放</title>{meta(og__title='港桥今晨为中国-拉美论坛开放')}"
    assert title(found(head, STORY)) == "港桥今晨为中国-拉美论坛开放"


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1>{TITLE} <span class='label'>Subscribers</span></h1>",
        f"<h1><span class='roofline'>Hooray!</span>{TITLE}</h1>",
        f"<h1><time datetime='2024-06-17'>Jun 17</time> {TITLE}</h1>",
    ],
    ids=["behind it", "glued before it", "a date before it"],
)
def test_a_label_in_a_heading_is_no_part_of_the_title(heading: str) -> None:
    assert title(found(meta(og__title=TITLE), f"{heading}{STORY}")) == TITLE


def test_a_sites_name_of_two_parts_is_no_part_of_the_title() -> None:
    name = "Harbour Radio - The independent voice of the whole harbour and all its bridges"
    head = meta(og__title=f"{TITLE} - {name}", og__site_name=name)
    assert title(found(head, STORY)) == TITLE


def test_a_window_called_as_its_site_leaves_the_title_to_the_heading() -> None:
    head = "<title>harbour.info</title><link rel='canonical' href='https://harbour.info/a-bridge-opens/'>"
    page = found(head, f"<h1><img alt='harbour.info'></h1><h2>{TITLE}</h2>{STORY}")
    assert title(page) == TITLE
