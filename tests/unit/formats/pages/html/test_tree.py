"""A page's source becomes the tree that a browser makes of it."""

from __future__ import annotations

import pytest

from briefing.formats.pages.html.tree import parse


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
