"""A page's story is all of its own text, and none of the text around it."""

from __future__ import annotations

import pytest

from briefing.model import BlockKind
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY, page, texts, told

ELSEWHERE = "The weather will be fine all week, with some wind from the west on Thursday and Friday."


def test_other_stories_around_it_are_not_read() -> None:
    teasers = "".join(f'<div><h3><a href="/{i}">Fire {i}</a></h3><p>{ELSEWHERE}</p></div>' for i in range(3))
    source = page(f"<div>{teasers}</div><div><h1>Bridge opens</h1>{STORY}</div><div>{teasers}</div>")
    assert texts(source) == list(SENTENCES)


def test_a_first_paragraph_outside_of_the_others_element_is_read() -> None:
    rest = "".join(f"<p>{text}</p>" for text in SENTENCES[1:])
    assert texts(page(f"<article><p>{SENTENCES[0]}</p><div>{rest * 2}</div></article>"))[0] == SENTENCES[0]


def test_headings_keep_their_levels_and_the_title_is_no_part() -> None:
    body = (
        f"<article><h1>Bridge opens</h1>{STORY}<h2>What it cost</h2>{STORY}<h3>Who paid</h3>{STORY}</article>"
    )
    found = told(page(body))
    assert [text for kind, text in found if kind is BlockKind.HEADING] == ["What it cost", "Who paid"]


@pytest.mark.parametrize(
    "pointer",
    [
        '<p class="x"><strong>Read more:</strong> <a href="/z">Why lime trees smell of honey</a></p>',
        '<p><a href="/z">WHY LIME TREES SMELL</a></p>',
        '<h4><a href="/z">Why lime trees smell</a></h4>',
        "<p>Advertisement</p>",
        "<p>Sign up for our newsletter and get it every morning.</p>",
    ],
)
def test_pointers_within_it_are_not_read(pointer: str) -> None:
    assert texts(page(f"<article>{STORY}{pointer}{STORY}</article>")) == [*SENTENCES, *SENTENCES]


def test_a_short_page_is_read_whole() -> None:
    body = "<article><h1>Snow</h1><p>It snows in Oslo.</p><p>In Kyoto, too.</p><p>Price: 5 €</p></article>"
    assert texts(page(body)) == ["It snows in Oslo.", "In Kyoto, too.", "Price: 5 €"]


@pytest.mark.parametrize("heading", ["You may also like", "Related stories", "More on this"])
def test_a_story_goes_on_below_a_heading_of_other_stories(heading: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in (*SENTENCES[:3], heading, SENTENCES[3]))
    assert texts(page(f"<div><h1>Bridge opens</h1>{body}</div>")) == list(SENTENCES)


def test_a_story_whose_paragraphs_are_divs_is_read_whole_where_an_editor_wrapped_most_of_them() -> None:
    paragraphs = "".join(f"<div>{text}</div>" for text in SENTENCES)
    body = f'<div class="entry"><div style="text-align: justify">{paragraphs * 5}</div>{paragraphs}</div>'
    assert texts(page(f"<h1>Bridge opens</h1>{body}")) == [*SENTENCES * 6]


def test_a_link_that_is_cut_off_is_not_read() -> None:
    links = '<ul><li><a href="/1">Ferry gives update on its last day in the\N{NO-BREAK SPACE}…</a></li></ul>'
    assert texts(page(f"<div>{STORY}{links}</div>")) == list(SENTENCES)


def test_an_introduction_in_an_element_of_its_own_is_read() -> None:
    intro = f"<header><h1>Bridge opens</h1></header><div><p>{ELSEWHERE}</p></div>"
    assert texts(page(f"<main>{intro}<div>{STORY * 2}</div></main>")) == [ELSEWHERE, *SENTENCES * 2]


def test_what_stands_above_the_title_is_no_introduction() -> None:
    above = f"<div><p>{ELSEWHERE}</p></div><h1>Bridge opens</h1>"
    assert texts(page(f"<main>{above}<div>{STORY * 2}</div></main>")) == [*SENTENCES * 2]
