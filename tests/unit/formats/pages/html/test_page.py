"""A page's source is told from other texts, and its story comes out of a process as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.blocks import BlockKind
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
