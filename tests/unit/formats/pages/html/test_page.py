"""A page's source is told from other texts, and its story comes out of a process as blocks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing.blocks import BlockKind
from briefing.errors import SourceError
from briefing.formats.pages.html import page
from briefing.formats.source import Head
from tests.unit.sources.opened import opened

if TYPE_CHECKING:
    from pathlib import Path

STORY = (
    "The old bridge in the harbour opened again on Monday after two years of work.",
    "More than four thousand cars crossed it in the first hour, the city said in a statement.",
    "The ferry that took its place will go on until the end of the month, for those who like it.",
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge opens</title></head><body>
<nav><a href="/">Home</a><a href="/n">News</a></nav>
<article><h1>Bridge opens</h1>{"".join(f"<p>{text}</p>" for text in STORY)}</article>
<footer><p>All rights reserved.</p></footer></body></html>"""


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("<!DOCTYPE html><p>Words.", ".txt"),
        ("\ufeff<!-- x -->\n<html><body>Hi</body>", ""),
        ("<?xml version='1.0'?>\n<!DOCTYPE html><html>", ".xml"),
        ("Words.", ".htm"),
    ],
)
def test_a_source_of_a_page_is_told_by_its_start_or_its_name(text: str, suffix: str) -> None:
    assert page.score(Head(text.encode(), text, suffix)) > 0.9


@pytest.mark.parametrize("text", ["Words.", "<rss version='2.0'>", "# Title\n\n<p>Words", "<tt xmlns=''>"])
def test_other_texts_are_none(text: str) -> None:
    assert page.score(Head(text.encode(), text, ".txt")) == 0


def test_the_story_of_a_page_is_read_without_what_is_around_it(tmp_path: Path) -> None:
    (tmp_path / "bridge.html").write_text(PAGE)
    document = opened(tmp_path / "bridge.html").document
    assert document.title == "Bridge opens"
    assert document.language == "en"
    told = [(block.kind, block.span.of(document.text)) for block in document.blocks]
    assert told == [(BlockKind.TITLE, "Bridge opens"), *((BlockKind.PARAGRAPH, text) for text in STORY)]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("<html><title>Bridge opens</title>", "holds no story"),
        ("<html><div id=root></div><script src=a.js></script>", "only with scripts"),
        ("<html><title>Page not found</title><h1>404</h1>", "no such page"),
        ("<html><h1>Log in</h1><input type=password>", "asks for a login"),
    ],
)
def test_a_page_without_a_story_is_refused_with_why(tmp_path: Path, source: str, told: str) -> None:
    (tmp_path / "page.html").write_text(source)
    with pytest.raises(SourceError, match=told):
        opened(tmp_path / "page.html")


@pytest.mark.parametrize(
    ("attributes", "figures"),
    [
        ('src="/b.jpg"', 0),
        ('src="/b.jpg" alt="The bridge"', 1),
        ('src="https://x.org/b.jpg"', 1),
        ('src="//x.org/b.jpg"', 1),
        ('src="kept/b.jpg"', 1),
    ],
    ids=["of an unknown site", "with words", "of a site", "of a host", "beside the page"],
)
def test_a_picture_without_words_is_shown_where_it_can_be_had(
    tmp_path: Path, attributes: str, figures: int
) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "b.jpg").write_bytes(b"\xff\xd8")
    first = f"<p>{STORY[0]}</p>"
    (tmp_path / "bridge.html").write_text(PAGE.replace(first, f"{first}<figure><img {attributes}></figure>"))
    assert len(opened(tmp_path / "bridge.html").document.figures) == figures


def test_a_story_that_only_metadata_hold_is_read(tmp_path: Path) -> None:
    node = {"@type": "NewsArticle", "headline": "Bridge opens", "articleBody": "</p>".join(STORY)}
    script = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    (tmp_path / "page.html").write_text(f"<html lang=en>{script}<div id=root></div></html>")
    document = opened(tmp_path / "page.html").document
    told = [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert told == list(STORY)


def test_a_page_that_was_saved_in_place_of_a_recording_is_refused(tmp_path: Path) -> None:
    """It was read as a page: what the server had answered in place of the sound."""
    path = tmp_path / "talk.mp3"
    path.write_text(PAGE)
    with pytest.raises(SourceError, match=r"talk\.mp3 is a web page in place of a recording"):
        opened(path)
