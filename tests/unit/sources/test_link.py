"""A source with a place behind it: what is a place, and what belongs to the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.sources.link import PlaceLink, link_from, link_to

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "source", "place"),
    [
        ("story.md#p3.s2", "story.md", "p3.s2"),
        ("story.md#p3", "story.md", "p3"),
        ("story.md#p3-4.s2", "story.md", "p3-4.s2"),
        ("story.md#title.s1", "story.md", "title.s1"),
        ("story.md#list-item2.s1", "story.md", "list-item2.s1"),
        ("talk.mp3#1:12", "talk.mp3", "1:12"),
        ("talk.mp3#1:02:03.5", "talk.mp3", "1:02:03.5"),
        ("talk.mp3#t=72.5", "talk.mp3", "72.5"),
        ("novel.epub#page 12", "novel.epub", "page 12"),
        ("novel.epub#page xii", "novel.epub", "page xii"),
        ("a#b.md#p1.s1", "a#b.md", "p1.s1"),
        ("12#p3.s2", "12", "p3.s2"),
        ("sample#1:12", "sample", "1:12"),
        ("https://example.org/bridge#p3.s2", "https://example.org/bridge", "p3.s2"),
        ("https://example.org/b?x=1#page%2012", "https://example.org/b?x=1", "page 12"),
        ("https://example.org/b#!/app#p3.s2", "https://example.org/b#!/app", "p3.s2"),
    ],
)
def test_a_place_stands_behind_the_source(name: str, source: str, place: str) -> None:
    assert link_from(name) == PlaceLink(source, place)


@pytest.mark.parametrize(
    "name",
    [
        "story.md",
        "story#2.md",
        "story.md#",
        "#p3.s2",
        "notes#one",
        "https://example.org/bridge#piers",
        "https://example.org/bridge#p3",
        "https://example.org/bridge#12",
        "-",
    ],
)
def test_what_is_no_place_belongs_to_the_name(name: str) -> None:
    assert link_from(name) == PlaceLink(name)


def test_a_file_that_is_really_called_so_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "story.md#p3.s2"
    assert link_from(str(path)) == PlaceLink(str(tmp_path / "story.md"), "p3.s2")
    path.write_text("A story.", encoding="utf-8")
    assert link_from(str(path)) == PlaceLink(str(path))


def test_what_is_made_a_link_comes_back() -> None:
    assert link_from(link_to("/home/ann/a#1.md", "caption.s1")) == PlaceLink("/home/ann/a#1.md", "caption.s1")
