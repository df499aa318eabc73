"""`briefing settings`: what is set and by what, and changing it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


def test_a_table_of_nothing_is_listed_without_a_gap_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert main(["settings", "keys"]) == 0
    assert "keys = {} (default)." in capsys.readouterr().out


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_escapes_in_the_name_of_the_home_folder_do_not_reach_the_terminal(
    form: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "a\x1b]0;owned\x07\x9b2J\u202eb"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    for arguments in ([], ["--init"], ["size", "lg"], ["--reset", "size"]):
        assert main(["settings", *(form if not arguments else []), *arguments]) == 0
    said = capsys.readouterr().out
    assert not set("\x1b\x07\x9b\u202e") & set(said)
    assert "owned" in said


def test_a_profile_is_shown_as_what_it_makes_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert main(["settings", "theme", "--profile", "lowvision"]) == 0
    assert 'theme = "high-contrast" (profile).' in capsys.readouterr().out
    assert main(["settings", "profile", "nobody"]) == 2
    assert "There is no profile 'nobody'. There are screenreader, " in capsys.readouterr().err
    assert main(["settings", "profile", "braille"]) == 0
    capsys.readouterr()
    assert main(["settings", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["settings"]["linear"]["source"] == "profile"
    assert told["profiles"]["braille"]["linear"] == "on"
