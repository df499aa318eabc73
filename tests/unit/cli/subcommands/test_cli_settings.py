"""`briefing settings`: the file of settings, changed a line at a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.main import main
from briefing.cli.settings_loading import parse_toml, resolve
from briefing.cli.subcommands.settings import _toml, edited, template
from briefing.errors import ConfigError
from briefing.settings import TABLE, Settings, plain

if TYPE_CHECKING:
    from pathlib import Path


def test_the_template_says_nothing_until_a_line_is_freed() -> None:
    assert parse_toml(template(), "it") == {}
    freed = re.sub(r"(?m)^#(\w+ = )", r"\1", template())
    settings = resolve(parse_toml(freed, "it"), {}, {}).settings
    assert settings._replace(keys={}) == Settings()


@pytest.mark.parametrize(
    ("before", "name", "value", "after"),
    [
        ("", "speed", 1.5, "speed = 1.5\n"),
        ("# mine\nspeed = 1 # fast\nsize = 'md'", "speed", 2.0, "# mine\nspeed = 2.0\nsize = 'md'"),
        ("size = 'md'", "speed", 2.0, "size = 'md'\nspeed = 2.0\n"),
        ("# Speed.\n#speed = 1.0\n\n[keys]\nplay = 'p'\n", "speed", 2.0,
         "# Speed.\n#speed = 1.0\nspeed = 2.0\n\n[keys]\nplay = 'p'\n"),
        ("size = 'md'\n[keys]\nplay = 'p'\n", "quiet", True,
         "size = 'md'\nquiet = true\n[keys]\nplay = 'p'\n"),
        ("speed = 2.0\nsize = 'md'\n", "speed", None, "size = 'md'\n"),
        ("size = 'md'\n", "speed", None, "size = 'md'\n"),
        ("", "keys", {"play": ("p",)}, 'keys = { play = ["p"] }\n'),
    ],
)  # fmt: skip
def test_an_edit_changes_one_line(before: str, name: str, value: object, after: str) -> None:
    assert edited(before, name, value) == after


@pytest.mark.parametrize("text", ['language = """\nspeed = 1\n"""\n', "[keys]\nspeed = 'p'\n"])
def test_an_edit_that_would_spoil_the_file_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match="Change it in an editor"):
        edited(text, "speed", 2.0)


@given(st.sampled_from([row for row in TABLE.values() if not row.per_run]), st.text(max_size=30))
def test_what_is_written_is_read_again(row: Any, raw: str) -> None:
    try:
        value = row.parse(raw, "It")
    except ConfigError:
        return
    text = edited(template(), row.name, value)
    assert getattr(resolve(parse_toml(text, "it"), {}, {}).settings, row.name) == value
    assert parse_toml(f"x = {_toml(value)}", "it") == {"x": plain(value)}


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
