"""Where settings and data are, on each platform and without a home."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from briefing.folders import settings_path, store_path

HOME = Path("/home/ann")


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(HOME))


@pytest.mark.parametrize(
    ("platform", "settings", "data"),
    [
        ("linux", ".config", ".local/share"),
        ("freebsd14", ".config", ".local/share"),
        ("darwin", "Library/Application Support", "Library/Application Support"),
    ],
)
def test_each_platform_has_its_folders(
    platform: str, settings: str, data: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert settings_path() == HOME / settings / "briefing" / "settings.toml"
    assert store_path() == HOME / data / "briefing" / "briefing.sqlite3"


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_who_names_folders_gets_those(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("XDG_CONFIG_HOME", "/etc/ann")
    monkeypatch.setenv("XDG_DATA_HOME", " ~/kept ")
    assert settings_path() == Path("/etc/ann/briefing/settings.toml")
    assert store_path() == HOME / "kept" / "briefing" / "briefing.sqlite3"


def test_windows_has_a_folder_that_roams_and_one_that_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("APPDATA", "/c/roaming")
    monkeypatch.setenv("LOCALAPPDATA", "/c/local")
    assert settings_path() == Path("/c/roaming/briefing/settings.toml")
    assert store_path() == Path("/c/local/briefing/briefing.sqlite3")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_without_a_home_nothing_lands_in_the_folder_of_the_day(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    for name in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert settings_path() is None
    assert store_path() is None
