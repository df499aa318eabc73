"""A damaged installation is told from every other error, with what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing
from briefing.damage import damage_behind

PACKAGE = Path(briefing.__file__).parent


def test_a_library_that_is_missing_is_named_with_what_to_do() -> None:
    told = damage_behind(ModuleNotFoundError("No module named 'soxr'", name="soxr"))
    assert told is not None
    assert told[0] == "This installation of briefing is damaged: the module soxr is missing."
    assert ".venv" in told[1]


def test_a_module_of_ours_that_is_missing_is_fetched_again() -> None:
    told = damage_behind(ModuleNotFoundError("no", name="briefing.audio.engine"))
    assert told is not None
    assert told[1] == f"Fetch the files in {PACKAGE.parent} again."


def test_a_file_of_ours_that_is_missing_is_named() -> None:
    path = str(PACKAGE / "ui" / "glyphs" / "fixed.zip")
    told = damage_behind(FileNotFoundError(2, "No such file", path))
    assert told is not None
    assert f"the file {path} is missing" in told[0]


def test_a_module_that_was_cut_off_is_damage_and_no_fault_to_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cut_off_library.py").write_text("values = {\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(SyntaxError) as caught:
        __import__("cut_off_library")
    told = damage_behind(caught.value)
    assert told is not None
    assert "SyntaxError" in told[0]
    assert ".venv" in told[1]


def test_a_module_of_ours_that_was_cut_off_is_fetched_again() -> None:
    told = damage_behind(SyntaxError("invalid syntax", (str(PACKAGE / "announce.py"), 83, 1, "def")))
    assert told is not None
    assert told[1] == f"Fetch the files in {PACKAGE.parent} again."


@pytest.mark.parametrize(
    "error",
    [ValueError("no"), FileNotFoundError(2, "No such file", "/home/ann/talk.mp3"), OSError(28, "full")],
)
def test_other_errors_are_no_damage(error: Exception) -> None:
    assert damage_behind(error) is None
