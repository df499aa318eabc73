"""The settings file, changed a line at a time, whole or not at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.cli.settings_loading import OWN_PROFILES, parse_toml, resolve
from briefing.cli.settings_writing import SettingsFile, as_toml, edited, template
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
        ("[profiles.mine]\nspeed = 3\n", "speed", 2.0, "speed = 2.0\n[profiles.mine]\nspeed = 3\n"),
        ("speed = 2.0\n[profiles.mine]\nspeed = 3\n", "speed", None, "[profiles.mine]\nspeed = 3\n"),
    ],
)  # fmt: skip
def test_an_edit_changes_one_line(before: str, name: str, value: object, after: str) -> None:
    assert edited(before, name, value) == after


def test_an_edit_that_would_spoil_the_file_is_refused() -> None:
    with pytest.raises(ConfigError, match="Change it in an editor"):
        edited('language = """\nspeed = 1\n"""\n', "speed", 2.0)


@given(st.sampled_from([row for row in TABLE.values() if not row.per_run]), st.text(max_size=30))
@example(TABLE["profile"], "mine")
def test_what_is_written_is_read_again(row: Any, raw: str) -> None:
    try:
        value = row.parse(raw, "It")
    except ConfigError:
        return
    text = edited(template(), row.name, value)
    written = parse_toml(text, "it")
    if row.name == "profile" and value:
        written[OWN_PROFILES] = {value: {}}  # one that is named must be there
    assert getattr(resolve(written, {}, {}).settings, row.name) == value
    assert parse_toml(f"x = {as_toml(value)}", "it") == {"x": plain(value)}


def test_a_change_tells_what_would_undo_it(tmp_path: Path) -> None:
    path = tmp_path / "briefing" / "settings.toml"
    file = SettingsFile(path)
    assert file.change({"speed": 1.5, "quiet": True}) == {"speed": None, "quiet": None}
    undo = file.change({"speed": 2.0, "quiet": None})
    assert path.read_text() == "speed = 2.0\n"
    assert undo == {"speed": 1.5, "quiet": True}
    file.change(undo)
    assert parse_toml(path.read_text(), "it") == {"speed": 1.5, "quiet": True}


def test_of_several_changes_all_are_written_or_none(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('size = "md"\n')
    with pytest.raises(ConfigError, match="There is no profile"):
        SettingsFile(path).change({"speed": 2.0, "profile": "nobody"})
    assert path.read_text() == 'size = "md"\n'


def test_without_a_home_folder_nothing_is_kept() -> None:
    with pytest.raises(ConfigError, match="no home folder"):
        SettingsFile(None).change({"speed": 2.0})
