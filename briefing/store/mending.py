"""A database that goes on through trouble: mended where it is damaged, in memory where it cannot be kept.

What went wrong is told once, by `take_notice`, in a sentence for the user.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from threading import RLock
from typing import TYPE_CHECKING, Final, TypeVar

from briefing.errors import StoreError
from briefing.store import database
from briefing.store.database import BUSY_S, LinkError, NewerError, Trouble, trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")

_ATTEMPTS: Final = 3
_UNTIL: Final = ", so places and bookmarks are kept until you leave, no longer."


class MendingDatabase:
    """The database at `path`, or one in memory. Opening never fails. For any thread."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.is_kept = False
        self._lock = RLock()
        self._notice = ""
        self._db = database.open_memory()
        if path is None:
            self._notice = f"There is no home folder{_UNTIL}"
        else:
            self._open(path)

    def take_notice(self) -> str:
        """Return a sentence about trouble with the memory that was not told yet; else nothing."""
        with self._lock:
            notice, self._notice = self._notice, ""
            return notice

    def close(self) -> None:
        """Let go of the file. Harmless twice."""
        with self._lock, suppress(sqlite3.Error):
            self._db.close()

    def _do(self, work: Callable[[sqlite3.Connection], T], busy_s: float = BUSY_S) -> T:
        """Return work(db); after trouble, of another database.

        Raises:
            StoreError: if another program holds the lock, or nothing helps.
        """
        with self._lock:
            for _ in range(_ATTEMPTS):
                try:
                    self._db.execute(f"PRAGMA busy_timeout = {round(busy_s * 1000)}")
                    return work(self._db)
                except database.ERRORS as error:
                    self._recover(error)
        raise StoreError(
            "Places and bookmarks cannot be kept.", "Restart briefing; `briefing doctor` says more."
        )

    def _recover(self, error: Exception) -> None:
        match trouble_of(error):
            case Trouble.LOCKED:
                raise StoreError(
                    "Another program is writing places and bookmarks.", "Try again in a moment."
                ) from error
            case Trouble.DAMAGED if self.path is not None and self.is_kept:
                self._mend(self.path)
            case _:
                self._retreat(_reason(error))

    def _open(self, path: Path) -> None:
        try:
            self._use(database.open_file(path), is_kept=True)
        except NewerError:
            self._retreat("Places and bookmarks were written by a later version of briefing")
        except LinkError:  # and nothing is read through it
            self._notice = f"{path} is not a plain file{_UNTIL}"
        except OSError as error:
            self._retreat(f"{path.parent} cannot be written ({error.strerror})")
        except database.ERRORS as error:
            if trouble_of(error) is Trouble.DAMAGED:
                self._mend(path)
            else:
                self._retreat(_reason(error))

    def _use(self, db: sqlite3.Connection, *, is_kept: bool) -> None:
        with suppress(sqlite3.Error):
            self._db.close()
        self._db, self.is_kept = db, is_kept

    def _retreat(self, why: str) -> None:
        """Go on in memory with what can be read."""
        self._use(database.open_memory(), is_kept=False)
        if self.path is not None:
            database.copy_readable(self.path, self._db)
        self._notice = f"{why}{_UNTIL}"

    def _mend(self, path: Path) -> None:
        """Move a damaged database aside and go on with a new one that has its readable rows."""
        self._use(database.open_memory(), is_kept=False)
        try:
            aside = database.move_aside(path)
            fresh = database.open_file(path)
        except (OSError, NewerError, *database.ERRORS):
            self._retreat("Places and bookmarks are damaged")
            return
        self._use(fresh, is_kept=True)
        rows = database.copy_readable(aside, fresh)
        self._notice = (
            f"Places and bookmarks were damaged. {rows} of them could be saved; the rest is in {aside}."
        )


def _reason(error: Exception) -> str:
    if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
        return "The disk is full"
    return f"The database cannot be written ({error})"
