"""The database's file and those beside it, as the file system has them.

The file is 0600 in a folder that is 0700, no link is followed to it, and no mode of what is another's,
or lies behind a link, is changed.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_COMPANIONS: Final = ("-wal", "-shm", "-journal")

Identity = tuple[int, int]
"""Device and number of a file: the same name may be another file meanwhile."""


class LinkError(OSError):
    """The database, or a file beside it, is a link or no file at all."""


def prepare(path: Path) -> None:
    """Make the folder and an empty file, both private; refuse links and what is no file."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    for each in (path, *companions(path)):
        with suppress(FileNotFoundError):
            if not stat.S_ISREG(each.lstat().st_mode):
                raise LinkError(f"{each} is not a file")
    file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        _make_private(file, 0o600)
    finally:
        os.close(file)
    with suppress(OSError):  # a link to a folder elsewhere is its owner's affair, and not followed
        folder = os.open(
            path.parent, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_DIRECTORY", 0)
        )
        try:
            _make_private(folder, 0o700)
        finally:
            os.close(folder)


def is_empty(path: Path) -> bool:
    """Return whether it is a file in which nothing was ever kept, nor waits beside it to come into it."""
    try:
        found = path.lstat()
        beside = any(each.exists() for each in companions(path))
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size == 0 and not beside


def _make_private(file: int, mode: int) -> None:
    if sys.platform == "win32":
        return
    found = os.fstat(file)
    if found.st_uid == os.geteuid() and stat.S_IMODE(found.st_mode) & 0o077:
        os.fchmod(file, mode)


def identity_of(path: Path) -> Identity | None:
    """Return which file lies at `path`, None if none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def companions(path: Path) -> tuple[Path, ...]:
    """Return the files that SQLite may keep beside a database."""
    return tuple(path.with_name(path.name + end) for end in _COMPANIONS)
