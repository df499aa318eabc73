"""Books that a briefing goes out as: opened again they are the same text, in step with the same sound."""

from __future__ import annotations

import json
import re
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import pytest
from lxml import etree

from briefing.cli.main import main
from tests.recordings import make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STORY = """---
title: "The bridge opens"
kicker: Breaking News
language: en-GB
authors: [Ann Lee]
audio: talk.mp3
published: 2023-10-30
---

Cars cross it & some <again>. It rained.

## What next

> We looked at every bolt.

- one
- two
"""
TIMES = """WEBVTT

00:00.500 --> 00:01.000
<00:00.500>The <00:00.600>bridge <00:00.800>opens

00:01.000 --> 00:02.500
<00:01.000>Cars <00:01.200>cross <00:01.500>it <00:01.600>&amp; <00:01.700>some <00:02.000>&lt;again&gt;.

00:02.500 --> 00:03.000
<00:02.500>It <00:02.700>rained.
"""

WORDS = 10
SENTENCES = 3
"""That are stamped."""
CLIP_NAMES: Final = (("clipBegin", "clip-begin"), ("clipEnd", "clip-end"))
BEFORE_AND_AFTER: Final = 2
"""Clips of what is heard and is no text."""
MUSIC = """WEBVTT

00:01.000 --> 00:01.500
<00:01.000>The <00:01.100>bridge <00:01.200>opens

00:04.500 --> 00:06.000
<00:04.500>It <00:05.000>rained.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    make(tmp_path, "mp3", 4.0).rename(tmp_path / "talk.mp3")
    (tmp_path / "talk.vtt").write_text(TIMES, encoding="utf-8")
    source = tmp_path / "story.md"
    source.write_text(STORY, encoding="utf-8")
    return source


def exported(story: Path, name: str, *more: str) -> Path:
    out = story.with_name(name)
    assert main(["export", str(story), str(out), *more]) == 0
    return out


def shown(source: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["show", "--json", str(source)]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def pages(book: Path, suffix: str) -> Iterator[etree._Element]:
    with zipfile.ZipFile(book) as files:
        for name in files.namelist():
            if name.endswith(suffix):
                yield etree.fromstring(files.read(name))


@pytest.mark.parametrize("name", ["out.epub", "out.daisy.zip"])
def test_a_book_opens_again_as_the_same_text(
    story: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = exported(story, name)
    found, before = shown(out, capsys), shown(story, capsys)
    assert found["text"] == before["text"]
    assert (found["title"], found["language"]) == (before["title"], before["language"])
    assert found["media"]["available"]


@pytest.mark.parametrize(
    ("levels", "depths"),
    [([1, 3, 2, 3, 1], [1, 2, 2, 3, 1]), ([3, 2, 1, 2], [1, 1, 1, 2]), ([1, 4, 2, 4, 3], [1, 2, 2, 3, 3])],
)
def test_contents_whose_headings_leave_out_levels_are_a_list_at_most_in_an_entry(
    levels: list[int], depths: list[int], tmp_path: Path
) -> None:
    source = tmp_path / "story.md"
    headings = [f"{'#' * (level + 1)} Part {number}\n\nText.\n" for number, level in enumerate(levels)]
    source.write_text("---\nlanguage: en\n---\n\n" + "\n".join(headings), encoding="utf-8")
    with zipfile.ZipFile(exported(source, "out.epub")) as book:
        (contents, *_) = etree.fromstring(book.read("EPUB/nav.xhtml")).iter("{*}nav")
    assert all(len(list(entry.iterchildren("{*}ol"))) <= 1 for entry in contents.iter("{*}li"))
    assert [len(list(link.iterancestors("{*}ol"))) for link in contents.iter("{*}a")] == depths


def test_the_sound_of_a_recording_is_not_coded_anew(story: Path) -> None:
    with zipfile.ZipFile(exported(story, "out.epub")) as book:
        assert book.read("EPUB/audio/sound.mp3")[-2000:] == story.with_name("talk.mp3").read_bytes()[-2000:]


def test_an_overlay_names_elements_that_there_are_with_times_that_follow_each_other(story: Path) -> None:
    book = exported(story, "out.epub")
    ids = {each.get("id") for page in pages(book, ".xhtml") for each in page.iter() if each.get("id")}
    clips = [each for page in pages(book, ".smil") for each in page.iter("{*}audio")]
    texts = [each.get("src") for page in pages(book, ".smil") for each in page.iter("{*}text")]
    assert {str(text).partition("#")[2] for text in texts} <= ids
    times = [(float(each.get("clipBegin", "")[:-1]), float(each.get("clipEnd", "")[:-1])) for each in clips]
    assert times[:2] == [(0.0, 0.5), (0.5, 0.6)]
    assert len(times) == WORDS + BEFORE_AND_AFTER
    assert times[-1][0] == 3.0
    assert times[-1][1] == pytest.approx(4.0, abs=0.1)
    assert all(one[1] == other[0] for one, other in pairwise(times))


def test_a_book_lights_sentences_where_that_is_asked_for(story: Path) -> None:
    book = exported(story, "out.epub", "--light", "sentence")
    clips = [each for page in pages(book, ".smil") for each in page.iter("{*}audio")]
    assert len(clips) == SENTENCES + BEFORE_AND_AFTER
    assert not [each for page in pages(book, ".xhtml") for each in page.iter() if each.get("class") == "w"]


def test_the_first_file_of_a_book_says_what_it_is_and_is_not_packed(story: Path) -> None:
    with zipfile.ZipFile(exported(story, "out.epub")) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert book.read("mimetype") == b"application/epub+zip"


def test_contents_lead_to_the_headings(story: Path) -> None:
    (nav,) = pages(exported(story, "out.epub"), "nav.xhtml")
    links = [(each.text, each.get("href")) for each in nav.iter("{*}a")]
    assert links[:2] == [("The bridge opens", "text1.xhtml#b2"), ("What next", "text1.xhtml#b4")]


def test_a_daisy_book_without_sound_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path, "mp3", 1.0).rename(tmp_path / "talk.mp3")
    source = tmp_path / "story.md"
    source.write_text(STORY, encoding="utf-8")
    assert main(["export", str(source), str(tmp_path / "out.daisy.zip")]) == 3
    assert "--voice speech" in capsys.readouterr().err
    assert not (tmp_path / "out.daisy.zip").exists()


def test_a_long_text_is_parted_at_its_headings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "long.md"
    parts = "\n\n".join(f"## Part {n}\n\n" + "It rained in the town. " * 600 for n in range(12))
    source.write_text(f"---\ntitle: Long\nlanguage: en\n---\n\n{parts}\n", encoding="utf-8")
    make(tmp_path, "mp3", 1.0).rename(tmp_path / "long.mp3")
    out = exported(source, "long.epub")
    assert len(list(pages(out, ".xhtml"))) > 3
    assert shown(out, capsys)["text"] == shown(source, capsys)["text"]


def titles(book: Path) -> list[str]:
    """Return the entries of a book's contents."""
    name = "ncc.html" if book.name.endswith(".zip") else "EPUB/nav.xhtml"
    with zipfile.ZipFile(book) as files:
        page = files.read(name).decode()
    contents = page.partition('role="doc-toc"')[2].partition("</nav>")[0] or page.partition("<body>")[2]
    return re.findall(r"<a href=[^>]*>([^<]*)</a>", contents)


@pytest.mark.parametrize("suffix", ["epub", "daisy.zip"])
@pytest.mark.parametrize(
    ("by", "found"),
    [
        ("heading", ["The bridge opens", "What next"]),
        ("paragraph", ["The bridge opens", "Cars cross it &amp; some . It rained."]),
        ("none", ["The bridge opens"]),
    ],
)
def test_a_books_contents_are_made_of_what_is_asked_for(
    by: str, found: list[str], suffix: str, story: Path, tmp_path: Path
) -> None:
    out = tmp_path / f"out.{suffix}"
    assert main(["export", str(story), str(out), "--chapters", by]) == 0
    heard = found if suffix == "epub" else [each for each in found if each != "What next"]
    assert titles(out)[: len(heard)] == heard


@pytest.mark.parametrize("suffix", ["epub", "daisy.zip"])
def test_a_book_plays_all_of_its_recording_and_lights_nothing_for_music(suffix: str, tmp_path: Path) -> None:
    make(tmp_path, "mp3", 8.0).rename(tmp_path / "talk.mp3")
    (tmp_path / "talk.vtt").write_text(MUSIC, encoding="utf-8")
    source = tmp_path / "story.md"
    source.write_text("---\ntitle: The bridge opens\naudio: talk.mp3\n---\n\nIt rained.\n", encoding="utf-8")
    book = exported(source, f"out.{suffix}", "--light", "sentence")
    heard = []
    for page in pages(book, ".smil"):
        for each in page.iter("{*}par"):
            (text,), (sound,) = each.findall("{*}text"), each.findall("{*}audio")
            begin, end = (sound.get(name) or sound.get(other) for name, other in CLIP_NAMES)
            name = str(text.get("src")).rpartition("#")[2]
            heard.append((float(str(begin).strip("npt=s")), float(str(end).strip("npt=s")), name))
    spoken = [(1.0, 1.5), (4.5, 6.0)]
    assert [(begin, end) for begin, end, name in heard if not name.endswith(("u", "end"))] == spoken
    assert [begin for begin, _, _ in heard] == [0.0, 1.0, 1.5, 4.5, 6.0]
    assert [end for _, end, _ in heard][:-1] == [1.0, 1.5, 4.5, 6.0]
    assert heard[-1][1] == pytest.approx(8.0, abs=0.1)
    nothing = {each.get("id"): "".join(each.itertext()) for page in texts_of(book) for each in page.iter()}
    assert [nothing[name] for _, _, name in heard if name.endswith(("u", "end"))] == ["", "", ""]


def texts_of(book: Path) -> Iterator[etree._Element]:
    return pages(book, "text.html" if book.name.endswith(".zip") else ".xhtml")
