"""`briefing export` of many: a list, each source by a process of its own, and what is done is skipped."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.morning import run, serve
from tests.end_to_end.test_addresses import environment
from tests.readme import TOP

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web import Web


def briefing(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefing", "export", *arguments],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "PYTHONPATH": str(TOP), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("one", "two"):
        (tmp_path / f"{name}.md").write_text(f"# {name}\n\nIt rained in {name}.\n", encoding="utf-8")
    return tmp_path


def test_each_line_of_a_list_is_exported_and_what_is_done_is_skipped(folder: Path) -> None:
    (folder / "pairs.tsv").write_text("one.md\tone.txt\n# none\ntwo.md\tbooks/two.txt\n", encoding="utf-8")
    (folder / "books").mkdir()
    assert briefing(folder, "--list", "pairs.tsv", "--jobs", "2").returncode == 0
    assert "It rained in two." in (folder / "books" / "two.txt").read_text(encoding="utf-8")
    (folder / "one.txt").write_text("done", encoding="utf-8")
    assert briefing(folder, "--list", "pairs.tsv").returncode == 0
    assert (folder / "one.txt").read_text(encoding="utf-8") == "done"
    assert briefing(folder, "--list", "pairs.tsv", "--force").returncode == 0
    assert "It rained in one." in (folder / "one.txt").read_text(encoding="utf-8")


def test_files_without_an_output_go_beside_themselves(folder: Path) -> None:
    (folder / "names").write_text("one.md\ntwo.md\n", encoding="utf-8")
    assert briefing(folder, "--list", "names", "--format", "txt").returncode == 0
    assert (folder / "two.txt").exists()
    without = briefing(folder, "--list", "names")
    assert (without.returncode, "does not say where one.md goes" in without.stderr) == (2, True)


def test_a_file_that_no_line_names_is_not_replaced(folder: Path) -> None:
    (folder / "names").write_text("one.md\n", encoding="utf-8")
    (folder / "one.txt").write_text("mine", encoding="utf-8")
    os.utime(folder / "one.txt", (1, 1))
    done = briefing(folder, "--list", "names", "--format", "txt")
    assert (done.returncode, "one.txt is there already." in done.stderr) == (2, True)
    assert (folder / "one.txt").read_text(encoding="utf-8") == "mine"


def test_what_cannot_be_exported_is_told_and_the_others_are(folder: Path) -> None:
    (folder / "pairs.tsv").write_text("one.md\tone.vtt\ntwo.md\ttwo.txt\nno.md\tno.txt\n", encoding="utf-8")
    done = briefing(folder, "--list", "pairs.tsv")
    assert done.returncode == 3
    assert "one.md: one does not tell when its words are spoken." in done.stderr
    assert done.stderr.endswith("briefing: 2 of 3 could not be exported.\n")
    assert sorted(path.name for path in folder.glob("*.txt")) == ["two.txt"]


def test_two_lines_never_write_one_file(folder: Path) -> None:
    (folder / "pairs.tsv").write_text("one.md\tout.txt\ntwo.md\t./out.txt\n", encoding="utf-8")
    done = briefing(folder, "--list", "pairs.tsv")
    assert (done.returncode, "a second time" in done.stderr) == (2, True)


def test_items_of_a_feed_and_of_today_go_into_a_folder_in_their_order(web: Web, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    when = [format_datetime(now - timedelta(minutes=age)) for age in (10, 20, 30)]
    news, german = serve(web, tmp_path, (when[0], when[1], when[2]))
    assert run(tmp_path, environment(), "subscribe", news, german).returncode == 0
    feed = run(tmp_path, environment(), "export", "--feed", "Harbour News", "feed", "--format", "txt")
    assert (feed.returncode, sorted(path.name for path in (tmp_path / "feed").iterdir())) == (
        0,
        ["001-The-bridge.txt", "002-The-talk.txt"],
    )
    for number in range(1, 4):  # no file is meant by the number of an item
        (tmp_path / str(number)).write_text("A file of mine.")
    today = run(tmp_path, environment(), "export", "today", "today", "--format", "md", "--jobs", "2")
    assert today.returncode == 0, today.stderr
    assert sorted(path.name for path in (tmp_path / "today").iterdir()) == [
        "001-The-bridge.md",
        "002-The-talk.md",
        "003-Die-Brücke.md",
    ]
    assert "The bridge opened again" in (tmp_path / "today" / "001-The-bridge.md").read_text("utf-8")


def test_today_wants_a_file_or_a_folder_and_a_format(folder: Path) -> None:
    done = briefing(folder, "today", "out")
    assert (done.returncode, "or into a folder." in done.stderr) == (2, True)
    nothing = briefing(folder, "today", "out.mp3")
    assert (nothing.returncode, "There is nothing to export." in nothing.stderr) == (2, True)
