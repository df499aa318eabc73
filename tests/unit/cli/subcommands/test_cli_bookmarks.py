"""`briefing bookmarks`, and links to places."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefing.cli.main import main
from briefing.cli.wiring import account, sources
from briefing.model import Place

if TYPE_CHECKING:
    from pathlib import Path

STORY = "# The bridge\n\nCars cross it. They stop.\n\nBoats pass below. They go on.\n"


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def kept(folder: Path, name: str = "story.md", text: str = STORY, word: str = "They go") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    document = sources.open_item(str(path)).document
    with closing(account.open_store()) as store:
        store.note_opened(document.id, document.title, str(path))
        store.add_bookmark(Place(document.id, document.text.index(word)), "a note")
    return path


def test_those_of_a_briefing_are_printed_with_a_link(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(tmp_path)
    assert main(["bookmarks", str(path)]) == 0
    printed = capsys.readouterr().out
    assert "> They go on." in printed
    assert f"(<{path}#p2.s2>)" in printed
    assert main(["bookmarks"]) == 0, "those of what was open last"
    assert capsys.readouterr().out == printed


def test_those_of_all_are_written_and_none_is_lost_with_its_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(tmp_path)
    kept(tmp_path, "other.md", "# Another\n\nIt rains.\n", "rains").unlink()
    out = tmp_path / "notes.json"
    assert main(["bookmarks", "--all", "-o", str(out)]) == 0
    told = json.loads(out.read_text(encoding="utf-8"))
    assert [(each["title"], each["quote"]) for each in told] == [
        ("The bridge", "They go on."),
        ("Another", None),
    ]
    assert "Another is not there as it was: its bookmarks are without a quote." in capsys.readouterr().err


def test_a_file_that_is_there_is_only_replaced_with_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = kept(tmp_path), tmp_path / "notes.md"
    out.write_text("mine", encoding="utf-8")
    assert main(["bookmarks", str(path), "-o", str(out)]) == 2
    assert out.read_text(encoding="utf-8") == "mine"
    assert main(["bookmarks", str(path), "-o", str(out), "--force"]) == 0
    assert "They go on" in out.read_text(encoding="utf-8")
    assert main(["bookmarks", str(path), "-o", str(path), "--force"]) == 2
    assert path.read_text(encoding="utf-8") == STORY, "never the text itself"
    capsys.readouterr()


def test_a_link_is_opened_at_its_place(tmp_path: Path) -> None:
    path = kept(tmp_path)
    lines = ["--linear", "--voice", "none", "--sink", "null", "--do", "where", "--do", "quit"]
    program = [sys.executable, "-m", "briefing", f"{path}#p2.s2", *lines]
    done = subprocess.run(program, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    assert "Paragraph 2 of 2, sentence 2" in done.stdout
