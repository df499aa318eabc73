"""The folder of the copies: its files, its size, and who uses them.

Rules:
1. A name is a hash, never anything that came over the network; folder and files are ours alone (0700).
2. Nothing that is a link is followed, the folder included; its own place is the user's affair. Nothing is
   written into that has a second name elsewhere, and no pipe or device is waited for.
3. A file is there whole or not at all, whoever is killed when; two players never write into one.
4. What a player holds is not taken away by another. What was used longest ago goes first.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

if sys.platform != "win32":
    import fcntl

_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)
_BLOCK_BYTES: Final = 512
NEW: Final = ".new"
"""What ends the name of a file that is being written."""


def opened(path: Path, flags: int) -> int:
    """Return a descriptor of a plain file in the folder, no link; to write, one without a second name.

    Raises:
        OSError: if it is not there, or something else.
    """
    descriptor = os.open(path, flags | _NO_LINK | _NO_WAIT | _BINARY, 0o600)
    about = os.fstat(descriptor)
    is_shared = about.st_nlink > 1 and flags & (os.O_WRONLY | os.O_RDWR)
    if not stat.S_ISREG(about.st_mode) or is_shared:
        os.close(descriptor)
        raise OSError(f"{path} is no plain file")
    return descriptor


def hold(descriptor: int, *, alone: bool) -> bool:
    """Let no other player take away a file while it is open; `alone`: nor use it. False: another does.

    Windows takes away no file that is open.
    """
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError:
            return False
    return True


def nameless(path: Path, descriptor: int) -> Path:
    """Take an open file's name away, and the folder that was made for it, and return how to reach it then.

    So nothing is left of it, whoever is killed when. Where that cannot be (Linux can), it keeps its name.
    """
    other = Path(f"/proc/{os.getpid()}/fd/{descriptor}")
    if not other.exists():
        return path
    path.unlink()
    path.parent.rmdir()
    return other


class Folder:
    """The files of the copies."""

    def __init__(self, path: Path) -> None:
        """Make the folder, if it is not there.

        Raises:
            OSError: if it cannot be made, is a link, or is somebody else's.
        """
        path.mkdir(0o700, parents=True, exist_ok=True)
        about = path.lstat()
        if not stat.S_ISDIR(about.st_mode) or (sys.platform != "win32" and about.st_uid != os.geteuid()):
            raise NotADirectoryError(f"{path} is no folder of yours")
        if sys.platform != "win32" and stat.S_IMODE(about.st_mode) != 0o700:  # noqa: PLR2004
            path.chmod(0o700)
        self.path = path

    def __truediv__(self, name: str) -> Path:
        return self.path / name

    def read(self, name: str, most_bytes: int) -> bytes | None:
        """Return a file's bytes; None if it is not there, or longer."""
        try:
            with os.fdopen(opened(self.path / name, os.O_RDONLY), "rb") as file:
                data = file.read(most_bytes + 1)
        except OSError:
            return None
        return data if len(data) <= most_bytes else None

    def write(self, name: str, data: bytes) -> None:
        """Put a file there, whole, in place of what is there.

        Raises:
            OSError: if that cannot be done; nothing has changed then.
        """
        new = self.path / f"{secrets.token_hex(8)}{NEW}"
        try:
            with os.fdopen(opened(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
                file.write(data)
            new.replace(self.path / name)
        except OSError:
            self.remove([new.name])
            raise

    def remove(self, names: Iterable[str]) -> None:
        """Take files away. What is not there, or cannot be, is passed over."""
        for name in names:
            with contextlib.suppress(OSError):
                (self.path / name).unlink()

    def touch(self, name: str) -> None:
        """Take note that a file was used now."""
        with contextlib.suppress(OSError):
            os.utime(self.path / name, follow_symlinks=False)

    def files(self) -> dict[str, os.stat_result]:
        """Return the plain files that are there, by name."""
        found = {}
        with contextlib.suppress(OSError), os.scandir(self.path) as rows:
            for row in rows:
                with contextlib.suppress(OSError):
                    about = row.stat(follow_symlinks=False)
                    if stat.S_ISREG(about.st_mode):
                        found[row.name] = about
        return found

    def is_held(self, name: str) -> bool:
        """Return whether a player uses a file now."""
        try:
            descriptor = opened(self.path / name, os.O_RDONLY)
        except OSError:
            return False
        try:
            return not hold(descriptor, alone=True)
        finally:
            os.close(descriptor)


def taken_bytes(about: os.stat_result) -> int:
    """Return how much of the disk a file takes: what has holes takes less than its length."""
    blocks: int | None = getattr(about, "st_blocks", None)
    return about.st_size if blocks is None else min(about.st_size, blocks * _BLOCK_BYTES)
