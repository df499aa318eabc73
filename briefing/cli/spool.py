"""A folder for sound that is being written, which is too much to be held in memory.

Rules:
1. It is gone when it is left, and when the program is told to leave.
2. What a program left that was killed is removed by the next one: a folder is somebody's for as long as its
   lock is held, which the system lets go of with the process.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.cli import outputs
from briefing.errors import UsageError
from briefing.leaving import undone_by_leaving

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX: Final = "briefing-export-"
_LOCK: Final = "lock"


@contextmanager
def spool() -> Iterator[Path]:
    """Yield a folder of our own, that is there until this is left."""
    _remove_orphans()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    clear = partial(shutil.rmtree, folder, ignore_errors=True)
    lock = -1
    with undone_by_leaving(clear):
        try:
            lock = _locked(folder)
            yield folder
        finally:
            clear()
            if lock >= 0:
                os.close(lock)


@contextmanager
def room_in(folder: Path) -> Iterator[None]:
    """Say where room is missing if what is done meanwhile finds none for sound in a folder of `spool`.

    Raises:
        UsageError: if it finds none.
    """
    try:
        yield
    except OSError as error:
        if not outputs.is_full(error):
            raise
        raise too_small(folder, f"The sound does not fit into {folder.parent}: {error.strerror}.") from error


def too_small(folder: Path, message: str = "") -> UsageError:
    """Return the error for sound that does not fit into a folder of `spool`."""
    message = message or f"The sound with its tags does not fit into {folder.parent}."
    return UsageError(message, "Make room there, or name another folder by TMPDIR.")


def _locked(folder: Path) -> int:
    """Return the handle of a folder's lock; -1 where there are no locks. Nobody sees it before it is held."""
    if sys.platform == "win32":
        return -1
    import fcntl

    made = folder / "new"
    handle = os.open(made, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with suppress(OSError):  # some file systems have none: then the folder stays where a kill leaves it
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        made.rename(folder / _LOCK)
    return handle


def _remove_orphans() -> None:
    """Remove the folders of programs of this user that were killed."""
    if sys.platform == "win32":
        return
    import fcntl

    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # it is another one's, is held, or has just gone
            if folder.is_symlink() or folder.lstat().st_uid != os.getuid():
                continue
            handle = os.open(folder / _LOCK, os.O_RDWR | os.O_NOFOLLOW)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(handle)
