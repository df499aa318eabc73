"""Where the platform wants a program's files: settings in one folder, data in another, copies in a third.

The XDG Base Directory Specification says it for Unix; macOS has folders in its Library, unless its
user goes by XDG, and Windows AppData. An account without a home folder gets None, and the caller does
without a file.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, NamedTuple

APP: Final = "briefing"


class _Kind(NamedTuple):
    """Where a kind of file goes: two variables that name a folder, and the usual ones on Unix and macOS."""

    xdg: str
    windows: str
    unix: str
    mac: str = "~/Library/Application Support"


_SETTINGS: Final = _Kind("XDG_CONFIG_HOME", "APPDATA", "~/.config")
_DATA: Final = _Kind("XDG_DATA_HOME", "LOCALAPPDATA", "~/.local/share")
_CACHE: Final = _Kind("XDG_CACHE_HOME", "LOCALAPPDATA", "~/.cache", "~/Library/Caches")


def settings_path() -> Path | None:
    """Return the path of the settings file, whether it exists or not; None without a home folder."""
    return _path(_SETTINGS, "settings.toml")


def pronunciations_path() -> Path | None:
    """Return the path of the user's pronunciations, as there is one of the settings."""
    return _path(_SETTINGS, "pronunciations.csv")


def store_path() -> Path | None:
    """Return the path of the database of places and bookmarks; None without a home folder."""
    return _path(_DATA, "briefing.sqlite3")


def library_path() -> Path | None:
    """Return the path of the database of subscriptions and their items; None without a home folder."""
    return _path(_DATA, "library.sqlite3")


def cache_path() -> Path | None:
    """Return the folder of the copies of what was fetched; None without a home folder."""
    return _path(_CACHE, "web")


def voice_copies_path() -> Path | None:
    """Return the folder of what a voice is made of, ready to be loaded; None without a home folder."""
    return _path(_CACHE, "voice")


def _path(kind: _Kind, name: str) -> Path | None:
    if sys.platform == "win32":
        folder = os.environ.get(kind.windows, "")
    else:
        usual = kind.mac if sys.platform == "darwin" else kind.unix
        folder = os.path.expanduser(os.environ.get(kind.xdg, "").strip() or usual)  # noqa: PTH111  # "~" may stay
    # With no home folder "~" stays as it is, and a file must not land in whatever folder
    # the program was started from.
    path = Path(folder, APP, name)
    return path if path.is_absolute() else None
