"""What the errors of SQLite mean for a memory; its own result codes decide (sqlite.org/rescode.html)."""

from __future__ import annotations

import sqlite3
from enum import Enum, auto
from typing import Final

ERRORS: Final = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises. The second comes of a damaged schema, which it puts into its messages."""


class Trouble(Enum):
    """What an error of SQLite means for us."""

    LOCKED = auto()
    DAMAGED = auto()
    UNWRITABLE = auto()


class NewerError(Exception):
    """The database was written by a later version of briefing."""


class DamagedError(Exception):
    """The database is damaged. `db` is still open on it: closing may drop the log that is to be read yet."""

    def __init__(self, db: sqlite3.Connection) -> None:
        super().__init__()
        self.db = db


def damage(what: str) -> sqlite3.DatabaseError:
    """Return an error of SQLite's own kind for damage that we found ourselves."""
    error = sqlite3.DatabaseError(what)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def trouble_of(error: Exception) -> Trouble:
    """Return what an error means: somebody else is writing, the file is damaged, or it cannot be written."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Trouble.LOCKED
    if code in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_ERROR,
    ):
        return Trouble.DAMAGED  # SQLITE_ERROR: a table of ours is not there
    return Trouble.UNWRITABLE
