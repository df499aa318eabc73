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
