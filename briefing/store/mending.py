"""A database that goes on through trouble: mended where it is damaged, stood in for where it cannot be used.

Rules:
1. While the file cannot be used - locked, no room, no rights, a later version's - a database in
   memory stands in for it, with what could be read. Nothing is written into that: what is new
   waits unwritten, and is written to the file when it can be used again.
2. Nobody waits for longer than a key press bears; what cannot be done now is tried again with
   the next write.
3. What went wrong is told once, by `take_notice`, in a sentence for the user; so is its end.
"""

from __future__ import annotations

import errno
import sqlite3
import time
from contextlib import suppress
from threading import RLock
from typing import TYPE_CHECKING, Final, TypeVar

from briefing.safe import safe_line
from briefing.store import database, file
from briefing.store.connection import wait_at_most
from briefing.store.file import LinkError
from briefing.store.trouble import ERRORS, DamagedError, NewerError, Trouble, trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.ports.clock import Clock
    from briefing.store.layout import Layout, SavedRow

T = TypeVar("T")

BUSY_S: Final = 0.05
"""How long a read or write waits for another program's lock: it is done in the thread that answers keys."""
_OPENING_BUSY_S: Final = 0.3
"""The same at the start, where another player may just be making the file."""
_RETRY_S: Final = 2.0
"""After how long a file that could not be opened is tried again."""
_TOLD_AFTER_S: Final = 3.0
"""How long another program may hold the lock before that is worth a word."""
_ATTEMPTS: Final = 3
_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT)


class MendingDatabase:
    """The database at `path`, or one in memory. Opening never fails. For any thread."""

    def __init__(self, path: Path | None, layout: Layout, clock: Clock = time.monotonic) -> None:
        self.path = path
        self._layout = layout
        self._called = layout.called
        self._clock = clock
        self._lock = RLock()
        self._notice = ""
        self._told = ""
        self._locked_since_s: float | None = None
        self._retry_at_s: float | None = None
        self._identity: file.Identity | None = None
        self._is_writable = False
        self._is_in_place = False
        self._is_closed = False
        self._db = database.open_memory(self._layout)
        if path is None:
            self._notice = f"There is no home folder{self._called.until}"
        else:
            self._open(path, _OPENING_BUSY_S)

    @property
    def is_kept(self) -> bool:
        """Whether what is kept comes to the file, as far as is known."""
        return self._identity is not None and self._is_writable

    @property
    def is_locked(self) -> bool:
        """Whether another program held the lock at the last write, so that the next may succeed."""
        return self._locked_since_s is not None

    def take_notice(self) -> str:
        """Return a sentence about trouble with the memory that was not told yet; else nothing."""
        with self._lock:
            notice, self._notice = self._notice, ""
            return notice

    def close(self) -> None:
        """Let go of the file. Harmless twice."""
        with self._lock, suppress(sqlite3.Error):
            self._is_closed = True
            self._db.close()

    def read(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Return work(db), after trouble of another database; `otherwise` if nothing helps."""
        with self._lock:
            for _ in range(0 if self._is_closed else _ATTEMPTS):
                try:
                    return work(self._db)
                except ERRORS as error:
                    self._go_on_after(error)
        return otherwise

    def write(
        self, work: Callable[[sqlite3.Connection], T], busy_s: float = BUSY_S, *, at_once: bool = False
    ) -> T | None:
        """Return work(db), which writes; None if it cannot be done now.

        Args:
            work: All or nothing, and never None.
            busy_s: How long to wait for another program, in seconds.
            at_once: Whether to try a file that cannot be used before its time has come.
        """
        with self._lock:
            if self._is_closed:
                return None
            self._find_again(busy_s, at_once=at_once)
            if self.path is not None and self._identity is None:
                return None
            for _ in range(_ATTEMPTS):
                try:
                    wait_at_most(self._db, busy_s)
                    done = work(self._db)
                except ERRORS as error:
                    if not self._is_mended_after(error):
                        return None
                else:
                    self._tell_end()
                    return done
        return None

    # Trouble

    def _is_mended_after(self, error: Exception) -> bool:
        """Do what can be done about a write that failed; return whether to try again at once."""
        match trouble_of(error):
            case Trouble.LOCKED:
                self._locked_since_s = self._locked_since_s or self._clock()
                if self._clock() - self._locked_since_s >= _TOLD_AFTER_S:
                    self._tell(self._locked)
                return False
            case Trouble.DAMAGED if self._identity is not None and self.path is not None:
                self._mend(self.path, self._db, self._identity)
                return self._identity is not None
            case _:
                self._is_writable = False
                self._tell(self._reason(error))
                return False

    def _go_on_after(self, error: Exception) -> None:
        """See to it that the next read succeeds."""
        if self._is_in_place and self.path is not None:
            self._stand_in(self.path, self._reason(error), is_copied=True)
        elif self.path is None or self._identity is None:
            self._use(database.open_memory(self._layout), None)
        elif trouble_of(error) is Trouble.DAMAGED:
            self._mend(self.path, self._db, self._identity)
        else:
            self._stand_in(self.path, self._reason(error))

    def _find_again(self, busy_s: float, *, at_once: bool) -> None:
        """Open the file anew where it can be used again, or is another: moved, mended or restored."""
        if self.path is None:
            return
        if self._identity is None:
            due_s = self._retry_at_s
            if due_s is not None and (at_once or self._clock() >= due_s):
                self._open(self.path, busy_s)
        elif file.identity_of(self.path) != self._identity and self.path.parent.exists():
            self._open(self.path, busy_s)

    def _open(self, path: Path, busy_s: float, *, is_mended: bool = False) -> None:
        self._retry_at_s = None
        # Before it is opened: another player may put a mended file there while we find the damage.
        identity = file.identity_of(path)
        try:
            db = database.open_file(path, self._layout, busy_s)
        except NewerError:
            from briefing.store import salvage

            self._stand_in(
                path,
                f"{self._called.at_first} {self._called.were} written by a later version of briefing"
                f"{self._called.until}",
                salvage.rows_of_later_version,
            )
            self._retry_at_s = None
        except LinkError:  # and nothing is read through it
            self._use(database.open_memory(self._layout), None)
            self._tell(f"{_shown(path)} is not a plain file{self._called.until}")
        except DamagedError as error:
            if is_mended:
                error.db.close()
                self._stand_in(path, self._unmended, is_copied=True)
            else:
                self._mend(path, error.db, identity)
        except OSError as error:
            is_full = error.errno in _NO_ROOM
            unwritable = f"{_shown(path.parent)} cannot be written ({error.strerror}){self._called.until}"
            self._stand_in(path, self._full if is_full else unwritable)
        except ERRORS as error:
            self._stand_in(path, self._reason(error))
        else:
            self._use(db, identity or file.identity_of(path))

    def _use(self, db: sqlite3.Connection, identity: file.Identity | None) -> None:
        with suppress(sqlite3.Error):
            self._db.close()
        wait_at_most(db, BUSY_S)
        self._db, self._identity, self._is_writable = db, identity, True
        self._is_in_place = False

    def _stand_in(
        self,
        path: Path,
        why: str,
        rows_of: Callable[[Path, Layout], list[SavedRow]] | None = None,
        *,
        is_copied: bool = False,
    ) -> None:
        """Go on with what can be read, and try the file again later.

        Args:
            path: The file.
            why: What to tell.
            rows_of: Reads its rows, where they are copied into memory.
            is_copied: Whether they are, though there may be many.
        """
        from briefing.store import salvage

        db = database.open_in_place(path) if self._layout.is_large and not is_copied else None
        is_in_place = db is not None
        if db is None:
            db = database.open_memory(self._layout)
            salvage.insert(db, self._layout, (rows_of or salvage.rows_of)(path, self._layout))
        self._use(db, None)
        self._is_in_place = is_in_place
        self._retry_at_s = self._clock() + _RETRY_S
        self._tell(why)

    def _mend(self, path: Path, damaged: sqlite3.Connection, identity: file.Identity | None) -> None:
        """Go on with a new database that has the rows of the damaged one that can be read."""
        from briefing.store import salvage

        try:
            saved = salvage.replace(path, self._layout, damaged, identity)
        except (OSError, DamagedError, *ERRORS):
            self._stand_in(path, self._unmended, is_copied=True)
            return
        self._open(path, _OPENING_BUSY_S, is_mended=True)
        if saved is not None:
            count, aside = saved
            self._notice = (
                f"{self._called.at_first} {self._called.were} damaged."
                f" {count or 'None'} {self._called.of_it} could be saved;"
                f" the damaged file is {_shown(aside)}."
            )

    def _tell(self, sentence: str) -> None:
        if sentence != self._told:
            self._notice = self._told = sentence

    def _tell_end(self) -> None:
        """Say that a trouble is over, if it was told."""
        self._locked_since_s = None
        self._is_writable = True
        if self._told:
            self._told = ""
            self._notice = f"{self._called.at_first} {self._called.are} written again."

    # Why it cannot be written

    def _reason(self, error: Exception) -> str:
        if trouble_of(error) is Trouble.LOCKED:
            return self._locked
        code: int = getattr(error, "sqlite_errorcode", 0)
        is_shared_memory = code == sqlite3.SQLITE_IOERR_SHMSIZE  # that of WAL
        if code & 0xFF == sqlite3.SQLITE_FULL or is_shared_memory:
            return self._full
        return f"The database cannot be written ({safe_line(str(error))}){self._called.until}"

    @property
    def _locked(self) -> str:
        return f"Another program holds {self._called.name}, so what is new waits until it lets go."

    @property
    def _full(self) -> str:
        return f"The disk is full, so {self._called.kept} until you leave, and for good once there is room."

    @property
    def _unmended(self) -> str:
        called = self._called
        return f"{called.at_first} {called.are} damaged and cannot be mended here{called.until}"


def _shown(path: Path) -> str:
    return safe_line(str(path))
