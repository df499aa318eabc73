"""Where the platform wants a program's files: settings in one folder, data in another.

XDG on Linux, Application Support on macOS, AppData on Windows: `platformdirs` knows. An
account without a home folder gets None, and the caller does without a file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

APP: Final = "briefing"


def settings_path() -> Path | None:
    """Return the path of the settings file, whether it exists or not; None without a home folder."""
    import platformdirs

    return _absolute(platformdirs.user_config_dir(APP, appauthor=False, roaming=True), "settings.toml")


def store_path() -> Path | None:
    """Return the path of the database of places and bookmarks; None without a home folder."""
    import platformdirs

    return _absolute(platformdirs.user_data_dir(APP, appauthor=False), "briefing.sqlite3")


def _absolute(folder: str, name: str) -> Path | None:
    # With no home folder "~" stays as it is, and a file must not land in whatever folder
    # the program was started from.
    path = Path(folder, name)
    return path if path.is_absolute() else None
