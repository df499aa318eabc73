"""The file of settings as it is read, and what is said of one that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.cli.settings_loading import load
from briefing.errors import ConfigError
from briefing.kinds import Choice
from briefing.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_no_file_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    loaded = load(path, {}, {})
    assert loaded.settings == Settings()
    assert loaded.path == path
    assert load(None, {}, {}).path is None
    with pytest.raises(ConfigError, match="There is no settings file"):
        load(path, {}, {}, must_exist=True)


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('\ufefflinear = true\nspeech_voice = "Anna ä"\n[keys]\nplay = "p"\n', encoding="utf-8")
    loaded = load(path, {}, {})
    assert loaded.settings.linear is Choice.ON
    assert loaded.settings.speech_voice == "Anna ä"
    assert loaded.settings.keys == {"play": ("p",)}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"speed = ", "cannot be understood. Invalid value (at end of document)."),
        (b"\xff\xfe", "is not in UTF-8"),
        (b"#" * 1_000_001, "larger than a megabyte"),
        (b"a = " + b"[" * 100_000, "cannot be understood"),
        (b"a = " + b"9" * 5000, "cannot be understood"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        load(path, {}, {})
    assert message in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is not a file"):
        load(tmp_path, {}, {})
