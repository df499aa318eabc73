"""What is exported, judged by programs of others: EPUBCheck, Ace, axe-core, a browser, ffprobe."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from briefing.cli.main import main
from tests.end_to_end.judges import ace, epubcheck, needs_ace, needs_ffprobe, needs_judges, visit
from tests.recordings import make

if TYPE_CHECKING:
    from pathlib import Path

TRICKY = """---
title: "Tags <b> & 'quotes' \\\\ --> ]]>"
language: he
authors: ["A & B <c>"]
audio: talk.mp3
---

שלום עולם. <b> & <c> ]]> --> {\\\\an8} [00:01.00] #1 *a* _b_.

## ## Again

### Deep

- one
- two

> A word said.
"""
NEAR_S = 0.06


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("page") / "sample.html"
    assert main(["export", "sample", str(out)]) == 0
    return out


@pytest.fixture
def tricky(tmp_path: Path) -> Path:
    make(tmp_path, "mp3", 2.0).rename(tmp_path / "talk.mp3")
    source = tmp_path / "tricky.md"
    source.write_text(TRICKY, encoding="utf-8")
    return source


@needs_judges
@pytest.mark.parametrize("judge", [epubcheck, pytest.param(ace, marks=needs_ace)])
def test_a_book_is_what_the_judges_of_books_want(judge: object, tricky: Path, tmp_path: Path) -> None:
    assert callable(judge)
    for name, source in (("sample", "sample"), ("tricky", str(tricky))):
        book = tmp_path / f"{name}.epub"
        assert main(["export", source, str(book)]) == 0
        assert judge(book) == []


@needs_judges
def test_the_page_is_accessible_in_each_theme_and_size(page: Path) -> None:
    assert visit(page, "axe") == []


@needs_judges
@pytest.mark.sound
def test_the_page_lights_the_word_that_is_heard(page: Path) -> None:
    told = visit(page, "light")
    assert told["reached_s"] > 20
    assert told["lit"] > 40
    assert told["wrong"] == []


@needs_judges
def test_the_page_is_gone_through_by_the_keyboard_and_goes_on_where_it_was(page: Path) -> None:
    told = visit(page, "keys")
    assert told["first stop"] == "Skip to the text"
    assert told["at the text"] == "text"
    assert told["second sentence"] == pytest.approx(told["sentences"][1], abs=NEAR_S)
    assert told["five on"] == pytest.approx(told["sentences"][1] + 5, abs=NEAR_S)
    assert told["focus in the text"] in ("w", "s")
    assert told["words"][2] - NEAR_S <= told["third word"] <= told["words"][2] + 2
    assert told["said"].startswith("Paused, 0:0")
    assert told["half"] == pytest.approx(114, abs=NEAR_S)
    assert max(each for each in told["sentences"] if each <= 114) == pytest.approx(
        told["resumed"], abs=NEAR_S
    )
    assert told["kept"] == [1.25, "md"]
    assert [each for each in told["requests"] if not each.startswith(("file:", "data:"))] == []


@needs_judges
def test_without_a_script_the_page_is_a_text_with_its_sound(page: Path) -> None:
    told = visit(page, "plain")
    assert "Three Nations Condemn" in told["text"]
    assert (told["controls"], told["buttons"]) == ("controls", 0)


@needs_ffprobe
@pytest.mark.parametrize("suffix", ["mp3", "m4a", "opus"])
def test_ffprobe_reads_chapters_and_tags(suffix: str, tmp_path: Path) -> None:
    out = tmp_path / f"sample.{suffix}"
    assert main(["export", "sample", str(out)]) == 0
    command = ["ffprobe", "-v", "error", "-show_chapters", "-show_format", "-show_streams", "-of", "json"]
    told = json.loads(subprocess.run([*command, str(out)], capture_output=True, check=True).stdout)
    titles = [each["tags"]["title"] for each in told["chapters"]]
    assert titles[0] == "Headline and summary"
    assert len(titles) > 5
    tags = {**told["format"].get("tags", {}), **told["streams"][0].get("tags", {})}
    assert {key.lower(): value for key, value in tags.items()}["title"].startswith("Three Nations")
    assert float(told["format"]["duration"]) == pytest.approx(228.0, abs=0.1)
