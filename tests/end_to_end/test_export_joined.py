"""`briefing export today OUT`: a whole morning as one file, an item a chapter."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from briefing.cli.main import main
from tests.answers import resource
from tests.end_to_end.judges import ace, epubcheck, needs_ace, needs_judges, visit
from tests.end_to_end.morning import RECORDED_S, run, subscribed
from tests.end_to_end.test_addresses import environment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web import Web

ITEMS = ["The bridge", "The talk", "Die Brücke"]


@pytest.fixture
def morning(web: Web, tmp_path: Path) -> Path:
    return subscribed(web, tmp_path, environment())


def export(folder: Path, *arguments: str) -> str:
    done = run(folder, environment(), "export", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stderr


def shown(source: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["show", "--json", str(source)]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_today_is_one_recording_with_an_item_a_chapter(
    morning: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export(morning, "today", "today.mp3")
    found = shown(morning / "today.mp3", capsys)
    assert [each["title"] for each in found["chapters"]] == ITEMS
    starts = [each["start_s"] for each in found["chapters"]]
    assert starts[0] == 0
    assert starts[2] - starts[1] == pytest.approx(RECORDED_S, abs=0.002)
    assert "The talk goes on and ends." in found["text"]
    assert found["media"]["duration_s"] > starts[2]


def test_today_is_one_text_in_which_each_item_says_whose_it_is_and_in_what_language(
    morning: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export(morning, "today", "today.md")
    found = shown(morning / "today.md", capsys)
    assert [each["title"] for each in found["outline"]][1:] == ITEMS
    languages = {each["text"]: each["language"] for each in found["blocks"]}
    assert languages["Die Brücke"] == "de"
    assert languages["The bridge"] in (None, "en")
    assert any(each.startswith("Harbour News, 20") for each in languages)


def test_a_feed_is_one_book_in_its_order(morning: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = export(morning, "--feed", "Harbour News", "feed.epub")
    assert told == ""
    found = shown(morning / "feed.epub", capsys)
    assert found["title"] == "Harbour News"
    assert [each["title"] for each in found["outline"]] == ["Harbour News", *ITEMS[:2]]
    assert found["media"]["available"]


@needs_judges
@pytest.mark.parametrize("judge", [epubcheck, pytest.param(ace, marks=needs_ace)])
def test_the_book_of_a_morning_is_what_the_judges_of_books_want(judge: object, morning: Path) -> None:
    assert callable(judge)
    export(morning, "today", "today.epub")
    assert judge(morning / "today.epub") == []


@needs_judges
def test_the_page_of_a_morning_is_accessible(morning: Path) -> None:
    export(morning, "today", "today.html")
    assert visit(morning / "today.html", "axe") == []


def test_a_talking_book_of_a_morning_leads_to_each_item(morning: Path) -> None:
    export(morning, "today", "today.daisy.zip")
    with zipfile.ZipFile(morning / "today.daisy.zip") as book:
        page = book.read("ncc.html").decode()
    assert [page.index(f">{each}<") for each in ITEMS] == sorted(page.index(f">{each}<") for each in ITEMS)


def test_an_item_that_cannot_be_had_is_told_and_the_others_are_in_the_file(
    morning: Path, web: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    web["/talk.wav"] = resource(b"none", "audio/wav")
    done = run(morning, environment(), "export", "today", "today.m4a")
    assert done.returncode == 3
    assert "The talk: " in done.stderr
    assert "1 of 3 could not be exported." in done.stderr
    found = shown(morning / "today.m4a", capsys)
    assert [each["title"] for each in found["chapters"]] == [ITEMS[0], ITEMS[2]]


def test_what_is_there_is_not_replaced(morning: Path) -> None:
    (morning / "today.epub").write_text("mine", encoding="utf-8")
    done = run(morning, environment(), "export", "today", "today.epub")
    assert (done.returncode, "is there already" in done.stderr) == (2, True)
    assert (morning / "today.epub").read_text(encoding="utf-8") == "mine"
