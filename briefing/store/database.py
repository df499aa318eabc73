"""The database file: opening it safely, and saving what can be read of a damaged one.

Rules:
1. The file is 0600 in a folder that is 0700, and no link is followed to it.
2. WAL with one writer at a time; two players may have it open.
3. A database that is damaged is moved aside, never deleted, and its readable rows go on.
4. A database of a later version is read, never written.

SQLite's own result codes decide what is what (sqlite.org/rescode.html).
"""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from contextlib import closing, contextmanager, suppress
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VERSION: Final = 1
SCHEMA: Final = """
CREATE TABLE items (
    document_id TEXT PRIMARY KEY,
    offset INTEGER NOT NULL DEFAULT 0,
    media_s REAL NOT NULL DEFAULT 0,
    speed REAL,
    size TEXT,
    voice TEXT,
    sync_offset_ms INTEGER,
    title TEXT NOT NULL DEFAULT '',
    source BLOB NOT NULL DEFAULT x'',
    opened INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE bookmarks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL,
    offset INTEGER NOT NULL,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX bookmarks_by_document ON bookmarks (document_id, offset);
CREATE TABLE timings (
    sound_hash TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    method TEXT NOT NULL,
    confidence REAL NOT NULL,
    used INTEGER NOT NULL,
    timeline BLOB NOT NULL,
    PRIMARY KEY (sound_hash, text_hash, method)
);
"""
"""`opened` and `used` count upwards, so that no jump of the clock puts them out of order."""
PRECIOUS: Final = {
    "items": "document_id, offset, media_s, speed, size, voice, sync_offset_ms, title, source, opened",
    "bookmarks": "id, document_id, offset, note, created_at",
}
"""What is saved of a damaged database. Timings can be worked out again."""

ERRORS: Final = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises. The second comes of a damaged schema, which it puts into its messages."""
BUSY_S: Final = 1.0
_CHECKED_BYTES: Final = 4_000_000
_COMPANIONS: Final = ("-wal", "-shm", "-journal")


class Trouble(Enum):
    """What an error of SQLite means for us."""

    LOCKED = auto()
    DAMAGED = auto()
    UNWRITABLE = auto()


class LinkError(OSError):
    """The database, or a file beside it, is a link or no file at all."""


class NewerError(Exception):
    """The database was written by a later version of briefing."""


def trouble_of(error: Exception) -> Trouble:
    """Return what an error means: somebody else is writing, the file is damaged, or it cannot be written."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Trouble.LOCKED
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):
        return Trouble.DAMAGED  # SQLITE_ERROR: a table of ours is not there
    return Trouble.UNWRITABLE


def open_memory() -> sqlite3.Connection:
    """Return a new, empty database that lives as long as the program."""
    db = _connect(":memory:")
    _create(db)
    return db


def open_file(path: Path) -> sqlite3.Connection:
    """Return the database at `path`, made if there is none.

    Raises:
        OSError: if the folder or file cannot be made, or is a link.
        NewerError: if a later version wrote it.
        sqlite3.Error: see `trouble_of`.
    """
    _prepare(path)
    db = _connect(f"{path.as_uri()}?mode=rw")
    try:
        version = _version(db)
        if version == 0:
            db.execute("PRAGMA journal_mode = WAL")
            _create(db)
        elif path.stat().st_size <= _CHECKED_BYTES:
            # Cheap while the file is small; where it is large, a damaged page shows itself when it is read.
            _check(db)
    except BaseException:
        db.close()
        raise
    return db


def _connect(name: str) -> sqlite3.Connection:
    # One connection for all threads: `Store` has the lock.
    db = sqlite3.connect(
        name, uri=name != ":memory:", timeout=BUSY_S, isolation_level=None, check_same_thread=False
    )
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")  # damaged text is no reason to lose its row
    return db


def _version(db: sqlite3.Connection) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise NewerError
    return version


def _create(db: sqlite3.Connection) -> None:
    with writing(db, durable=True):
        # Another player may have made it between our look and our lock.
        if _version(db) == 0:
            for statement in SCHEMA.split(";"):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {VERSION}")


def _check(db: sqlite3.Connection) -> None:
    found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        error = sqlite3.DatabaseError(found)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _prepare(path: Path) -> None:
    """Make the folder and an empty file, both private; refuse links and what is no file."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    for each in (path, *(path.with_name(path.name + end) for end in _COMPANIONS)):
        with suppress(FileNotFoundError):
            if not stat.S_ISREG(each.lstat().st_mode):
                raise LinkError(f"{each} is not a file")
    file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        if sys.platform != "win32":
            os.fchmod(file, 0o600)
            path.parent.chmod(0o700)
    finally:
        os.close(file)


@contextmanager
def writing(db: sqlite3.Connection, *, durable: bool) -> Iterator[None]:
    """Hold a write transaction. A `durable` one is on the disk when it ends, even if the power fails."""
    db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            with suppress(sqlite3.Error):
                db.execute("ROLLBACK")
        raise


def move_aside(path: Path) -> Path:
    """Rename a damaged database and its companions; return where it is now."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    for end in ("", *_COMPANIONS):
        with suppress(FileNotFoundError):
            path.with_name(path.name + end).rename(aside.with_name(aside.name + end))
    return aside


def copy_readable(path: Path, into: sqlite3.Connection) -> int:
    """Copy the rows of the precious tables that can be read; return how many.

    Reads from both ends of each table, so one bad page costs the rows on it and no others.
    """
    rows: dict[str, dict[object, tuple[object, ...]]] = {table: {} for table in PRECIOUS}
    # A folder that cannot be written has no room for the shared-memory file of WAL;
    # `immutable` does without it, and without what the log still holds.
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        with suppress(*ERRORS), closing(_connect(f"{path.as_uri()}?{mode}")) as db:
            for table, columns in PRECIOUS.items():
                for order in ("ASC", "DESC"):
                    with suppress(*ERRORS):
                        query = f"SELECT {columns} FROM {table} NOT INDEXED ORDER BY rowid {order}"  # noqa: S608
                        rows[table].update((row[0], row) for row in db.execute(query))
        if any(rows.values()):
            break
    copied = 0
    with writing(into, durable=True):
        for table, found in rows.items():
            for row in found.values():
                marks = ", ".join("?" * len(row))
                with suppress(*ERRORS):
                    into.execute(f"INSERT OR IGNORE INTO {table} ({PRECIOUS[table]}) VALUES ({marks})", row)  # noqa: S608
                    copied += 1
    return copied
