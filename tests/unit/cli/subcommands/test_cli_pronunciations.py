"""`briefing pronunciations`: kept in a file that people edit and share, and told what becomes of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "briefing" / "pronunciations.csv"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["pronunciations", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_what_is_added_is_listed_changed_and_removed(capsys: pytest.CaptureFixture[str], kept: Path) -> None:
    assert run(capsys, "add", "Nguyen", "nuh-WIN") == (0, "Nguyen is said nuh-WIN.\n", "")
    assert run(capsys, "add", "nguyen", "/ˈwɪn/", "--for", "en", "--exact")[0] == 0
    _, out, _ = run(capsys)
    assert out == "Nguyen\tnuh-WIN\tall\tany\tyours\nnguyen\t/ˈwɪn/\ten\texact\tyours\n"
    assert run(capsys, "add", "NGUYEN", "win")[1] == "NGUYEN is said win. Before it was nuh-WIN.\n"
    assert run(capsys, "remove", "Nguyen")[1] == "NGUYEN is said as before. 2 pronunciations removed.\n"
    assert run(capsys) == (0, "", "There is none yet.\n")
    assert kept.exists()


def test_what_cannot_be_is_refused_and_changes_nothing(
    capsys: pytest.CaptureFixture[str], kept: Path
) -> None:
    code, _, err = run(capsys, "add", "a/b", "x")
    assert (code, err.startswith("briefing: “a/b” is no word.")) == (2, True)
    assert run(capsys, "add", "word")[0] == 2
    assert run(capsys, "remove", "word")[0] == 2
    assert run(capsys, "import", "nowhere.csv")[0] == 2
    assert not kept.exists()


def test_on_import_clashes_are_told_and_yours_stay(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run(capsys, "add", "Kyiv", "keev")
    run(capsys, "add", "SQL", "sequel")
    theirs = tmp_path / "theirs.csv"
    theirs.write_text("word,say\nKyiv,kee-yiv\nSQL,sequel\nGIF,jiff\nbroken\n", encoding="utf-8")
    code, out, err = run(capsys, "import", str(theirs))
    assert (code, out) == (0, "1 pronunciation imported. 1 was there already. 1 clashes with yours.\n")
    assert "Kyiv: yours is keev, theirs kee-yiv; yours stays; --replace takes theirs." in err
    assert "Line 5 was left out." in err
    assert "Kyiv\tkeev" in run(capsys)[1]
    assert run(capsys, "import", str(theirs), "--replace")[1].startswith("1 pronunciation imported.")
    assert "Kyiv\tkee-yiv" in run(capsys)[1]


def test_what_is_exported_is_imported_elsewhere(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, kept: Path
) -> None:
    run(capsys, "add", "Xi Jinping", "/ʃiː dʒɪnˈpɪŋ/", "--for", "en", "--exact")
    shared = tmp_path / "shared.csv"
    assert run(capsys, "export", str(shared))[1] == f"1 pronunciation written to {shared}.\n"
    assert run(capsys, "export", str(shared))[0] == 2, "it is there already"
    before = run(capsys)[1]
    kept.unlink()
    assert run(capsys, "import", str(shared))[0] == 0
    assert run(capsys)[1] == before


def test_names_that_ship_are_listed_where_they_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert "zuh-LEN-skee /zəˈlɛnski/\ten\texact\tnews" in run(capsys, "list", "zelenskyy")[1]
    told = json.loads(run(capsys, "list", "--news", "--json")[1])
    assert len(told["pronunciations"]) >= 300
    assert told["pronunciations"][0]["from"] == "news"


def test_a_word_is_heard_and_nothing_is_kept(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, kept: Path
) -> None:
    heard = tmp_path / "heard.wav"
    code, out, _ = run(capsys, "try", "Kyiv", "/ˈkiːv/", "--sink", str(heard))
    assert (code, out) == (0, "Kyiv is said /ˈkiːv/.\n")
    assert heard.stat().st_size > 10_000
    assert not kept.exists()


def test_a_file_that_cannot_be_understood_is_told_and_speech_goes_on(
    capsys: pytest.CaptureFixture[str], kept: Path
) -> None:
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"\x80\x81")
    code, out, err = run(capsys)
    assert (code, out) == (0, "")
    assert "is no text in UTF-8." in err
