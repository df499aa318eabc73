"""Turns that programs take at something, by a lock on a file: whoever is killed, the next one goes on.

The file says since when the lock is held, so that who waits for it knows what another was at meanwhile.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOOK_EVERY_S: Final = 0.05
"""Longer than who has got the lock takes to write since when."""
_TOLD_BYTES: Final = 64
_FAR: Final = 1 << 30
"""Windows lets nobody read what is locked, so that is a byte behind all that is written."""


class FileTurns:
    """A `ports.RefreshTurns` by a file.

    Args:
        path: its name, in a folder that is there; None to take turns with nobody.
        now: the time, in UTC. Leave as default unless testing.
    """

    def __init__(self, path: Path | None, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._path, self._now = path, now

    @contextmanager
    def taken(
        self, is_wanted: Callable[[], bool], tell_of_waiting: Callable[[], None] = lambda: None
    ) -> Iterator[str]:
        """Wait for the turn and hold it; see `ports.RefreshTurns`. Where no file can be, it comes at once."""
        try:
            if self._path is None:
                raise FileNotFoundError
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
            lock = os.open(self._path, flags, 0o600)
        except OSError:
            yield ""
            return
        try:
            since = _waited_for(lock, is_wanted, tell_of_waiting)
            if is_wanted():
                _tell(lock, self._now().isoformat(timespec="seconds"))
            yield since
        finally:
            os.close(lock)


def _waited_for(lock: int, is_wanted: Callable[[], bool], tell_of_waiting: Callable[[], None]) -> str:
    """Wait for a lock, and return since when others had it; empty if nobody had."""
    since: list[str] = []
    while not _is_ours(lock) and is_wanted():
        time.sleep(_LOOK_EVERY_S)
        since.append(_told(lock))
        if len(since) == 1:
            tell_of_waiting()
    return min(filter(None, since), default="")


def _tell(lock: int, since: str) -> None:
    with suppress(OSError):  # a full disk: who waits asks for more than it need
        os.ftruncate(lock, 0)
        os.lseek(lock, 0, os.SEEK_SET)
        os.write(lock, since.encode())


def _told(lock: int) -> str:
    with suppress(OSError, ValueError):
        os.lseek(lock, 0, os.SEEK_SET)
        return datetime.fromisoformat(os.read(lock, _TOLD_BYTES).decode("ascii")).isoformat()
    return ""


def _is_ours(lock: int) -> bool:
    """Return whether a lock could be had. It ends with the file, or the process."""
    try:
        if sys.platform == "win32":
            os.lseek(lock, _FAR, os.SEEK_SET)
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
