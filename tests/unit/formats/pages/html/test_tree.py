"""A page's source becomes the tree that a browser makes of it."""

from __future__ import annotations

import pytest

from briefing.formats.pages.html.reader import read
from briefing.formats.pages.html.tree import parse
from tests.unit.formats.pages.html.pages_made import SENTENCES

LAST = "The mayor, who lives on the other bank, crossed it on foot at noon with all of her children."


@pytest.mark.parametrize(
    "page",
    [
        "<!doctype html><meta charset=utf-8><title>A</title><article><h1>B</h1><p>C.</p></article>D",
        "<title>A</title><main><h1>B</h1></main><p>C.</p>",
        "<html><head><title>A</title><section>B</section></head><body><p>C.</p></body></html>",
    ],
    ids=["no tags", "body ends it", "within the head"],
)
def test_a_page_that_names_no_body_has_one_where_its_story_begins(page: str) -> None:
    root = parse(page.encode())
    assert root is not None
    head, body = root
    assert (head.tag, body.tag) == ("head", "body")
    assert {element.tag for element in head} <= {"meta", "title"}
    assert body.text_content().startswith("B")
    assert "C." in body.text_content()


@pytest.mark.parametrize(
    "tag", ["div", "span", "ul><li", "b", "font", "table><tr><td", "blockquote", "section"]
)
def test_a_page_with_hundreds_of_elements_within_each_other_is_read_whole(tag: str) -> None:
    story = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    deep = f"<{tag}>" * 400 + story + "".join(f"</{each}>" for each in reversed(tag.split("><"))) * 400
    told = read(f"<html><body><h1>Bridge opens</h1>{deep}<p>{LAST}</p></body></html>".encode(), "")
    assert [part.text for part in told.parts][1:] == [*SENTENCES, LAST]
