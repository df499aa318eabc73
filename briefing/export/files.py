"""Writing a file whole or not at all: the one way in which anything is written that is not a stream.

Rules:
1. Under the name there is only ever what was before, or all that is new; it is on the disk
   before it has the name.
2. A new file has the mode that any program's would have there: the system applies the umask,
   nobody asks for it. A file that is replaced keeps its mode and its owner.
3. A link stays a link; what it leads to is replaced.
4. Whatever ends the writing - an error, a full disk, Ctrl-C, a kill - leaves nothing behind,
   where the file system can hold a file without a name (O_TMPFILE, Linux); elsewhere only a
   kill does.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Self

from briefing.errors import UsageError
from briefing.formats.about import encoded
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.about import Written

HINT: Final = "Choose another place or name for it."
_NEW_MODE: Final = 0o666


def write_whole(path: Path, data: Written, hint: str = HINT) -> None:
    """Write a file whole or not at all.

    Raises:
        UsageError: if it cannot be written there; `hint` says what to do.
    """
    with writing_whole(path, hint) as file:
        file.write(encoded(data))


@contextmanager
def writing_whole(path: Path, hint: str = HINT) -> Iterator[IO[bytes]]:
    """Give a file to write to, that takes its name when all is written and no error was raised.

    Raises:
        UsageError: if it cannot be written there; `hint` says what to do.
    """
    try:
        target = Path(os.path.realpath(path))
        before = _replaced(target)
        with _Part(target.parent) as part:
            with os.fdopen(part.handle, "wb", closefd=False) as file:
                yield file
            if before is not None:
                _make_alike(part.handle, before)
            os.fsync(part.handle)
            part.rename(target)
    except OSError as error:
        reason = error.strerror or "an error of the system"
        raise UsageError(f"{safe_line(path.name)} could not be written: {reason}.", hint) from error


def _replaced(target: Path) -> os.stat_result | None:
    """Return what is known of the file that is to be replaced, None if there is none.

    Raises:
        OSError: if it is no file: a device or a pipe would be replaced by one.
    """
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise OSError(None, "it is not a plain file")
    return found


def _make_alike(handle: int, before: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    now = os.fstat(handle)
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        with suppress(OSError):
            os.fchown(handle, before.st_uid, before.st_gid)
    os.fchmod(handle, before.st_mode & 0o777)


class _Part:
    """A file that is being written in a folder, without a name where the system can do that."""

    def __init__(self, folder: Path) -> None:
        self._name = folder / f".briefing-{os.urandom(8).hex()}.part"
        self._folder = folder
        self._is_named = False

    def __enter__(self) -> Self:
        unnamed = getattr(os, "O_TMPFILE", 0)
        if unnamed:
            with suppress(OSError):  # some file systems cannot
                self.handle = os.open(self._folder, unnamed | os.O_WRONLY, _NEW_MODE)
                return self
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self.handle = os.open(self._name, flags, _NEW_MODE)
        self._is_named = True
        return self

    def __exit__(self, *_: object) -> None:
        if self.handle >= 0:
            os.close(self.handle)
        if self._is_named:
            self._name.unlink(missing_ok=True)

    def rename(self, target: Path) -> None:
        """Give it its name, for good."""
        if not self._is_named:
            self._link()
        if sys.platform == "win32":  # where a file that is open cannot be renamed
            os.close(self.handle)
            self.handle = -1
        self._name.replace(target)
        self._is_named = False
        if sys.platform != "win32":
            self._sync_folder()

    def _link(self) -> None:
        # The long way of linkat(2): following the link in /proc needs a folder's handle given.
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.link(f"/proc/self/fd/{self.handle}", self._name, src_dir_fd=folder, dst_dir_fd=folder)
            self._is_named = True
        finally:
            os.close(folder)

    def _sync_folder(self) -> None:
        with suppress(OSError):  # some file systems cannot
            folder = os.open(self._folder, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
