"""The database file: opening it safely, and telling whether it is whole.

Rules:
1. WAL with one writer at a time; two players may have it open, but where a file system has no memory to
   share (some of those of other machines): there it is one.
2. It is looked through whenever it is opened: encoding, schema, every page, every index, and
   whether the log has transactions that SQLite would pass over in silence. All of that takes
   milliseconds. A damaged index is made anew; anything else is for `salvage`.
3. A database of a later version is read, never written.

SQLite's own result codes decide what is what (sqlite.org/rescode.html).
"""

from __future__ import annotations

import re
import sqlite3
import sys
import time
from contextlib import contextmanager, suppress
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from briefing.store import file, write_ahead
from briefing.store.rows import BOOKMARKS, ITEMS, is_right, seal_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VERSION: Final = 2
_MOST_VERSION: Final = 1000
"""No version of ours will have such a number: it is damage."""
SCHEMA: Final = (
    """CREATE TABLE items (
    document_id TEXT PRIMARY KEY,
    offset INTEGER NOT NULL DEFAULT 0,
    media_s REAL NOT NULL DEFAULT 0,
    speed REAL,
    size TEXT,
    voice TEXT,
    sync_offset_ms INTEGER,
    title TEXT NOT NULL DEFAULT '',
    source BLOB NOT NULL DEFAULT x'',
    opened INTEGER NOT NULL DEFAULT 0,
    seal INTEGER)""",
    """CREATE TABLE bookmarks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL,
    offset INTEGER NOT NULL,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL,
    seal INTEGER)""",
    "CREATE INDEX bookmarks_twice ON bookmarks (document_id, offset, note, created_at, seal)",
    """CREATE INDEX items_twice ON items
    (document_id, offset, media_s, speed, size, voice, sync_offset_ms, title, source, opened, seal)""",
    """CREATE TABLE timings (
    sound_hash TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    method TEXT NOT NULL,
    confidence REAL NOT NULL,
    used INTEGER NOT NULL,
    timeline BLOB NOT NULL,
    PRIMARY KEY (sound_hash, text_hash, method))""",
)
"""`opened` and `used` count upwards, so that no jump of the clock puts them out of order; for
`seal` see `rows`. The indexes hold what is precious a second time, on other pages."""

ERRORS: Final = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises. The second comes of a damaged schema, which it puts into its messages."""
_CHECKED_BYTES: Final = 64_000_000
"""More than is ever kept. A larger file shows a damaged page when that is read."""
_UNSHARED: Final = (sqlite3.SQLITE_IOERR_SHMMAP, sqlite3.SQLITE_PROTOCOL)
"""How SQLite tells that processes cannot share the memory that goes with the log (wal.html, 8)."""
_PAUSE_S: Final = 0.01
_LAST_FRAME_AT: Final = 16
"""Where the shared memory of WAL has the number of the last frame that counts (walformat.html, 2.1)."""


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


def open_memory() -> sqlite3.Connection:
    """Return a new, empty database that lives as long as the program."""
    db = _connect(":memory:")
    _create(db)
    return db


def open_file(path: Path, busy_s: float) -> sqlite3.Connection:
    """Return the database at `path`, made if there is none, mended where only an index was damaged.

    Args:
        path: The file.
        busy_s: How long to wait for another program that holds the lock, in seconds.

    Raises:
        OSError: if the folder or file cannot be made, or is a link.
        NewerError: if a later version wrote it.
        DamagedError: if it is damaged.
        sqlite3.Error: see `trouble_of`.
    """
    until_s, is_alone = time.monotonic() + busy_s, False
    while True:
        left_s = until_s - time.monotonic()
        try:
            return _opened(path, max(left_s, 0.0), is_alone=is_alone)
        except (
            sqlite3.Error
        ) as error:  # some locks SQLite does not wait for: that of another who makes the file
            if error.sqlite_errorcode in _UNSHARED and not is_alone:
                is_alone = True
            elif trouble_of(error) is not Trouble.LOCKED or left_s <= 0:
                raise
        time.sleep(_PAUSE_S)


def _opened(path: Path, busy_s: float, *, is_alone: bool) -> sqlite3.Connection:
    """Do what `open_file` says, but for locks that SQLite does not wait for.

    `is_alone`: without memory to share, so that nobody else can have it open.
    """
    file.prepare(path)
    log = path.with_name(path.name + "-wal")
    was_left = log.exists() and log.stat().st_size > 0
    db = _connect(f"{path.as_uri()}?mode=rw")
    try:
        wait_at_most(db, busy_s)
        if is_alone:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
        version = _version(db)
        if version == 0:
            db.execute("PRAGMA journal_mode = WAL")
            _create(db)
        else:
            if was_left and not is_alone:
                _check_log(db, path)
            if path.stat().st_size <= _CHECKED_BYTES:
                _check(db, version)
            if version < VERSION:
                _seal(db)
    except ERRORS as error:
        if trouble_of(error) is Trouble.DAMAGED:
            raise DamagedError(db) from error
        db.close()
        raise
    except BaseException:
        db.close()
        raise
    return db


def wait_at_most(db: sqlite3.Connection, busy_s: float) -> None:
    """Set how long statements wait for another program that holds the lock, in seconds."""
    db.execute(f"PRAGMA busy_timeout = {round(busy_s * 1000)}")


def open_readable(path: Path, *, is_still: bool) -> sqlite3.Connection:
    """Return a database for reading alone. `is_still`: without locks, and without what its log holds."""
    return _connect(f"{path.as_uri()}?mode=ro{'&immutable=1' * is_still}")


def _connect(name: str) -> sqlite3.Connection:
    # One connection for all threads: `Store` has the lock.
    db = sqlite3.connect(
        name, uri=name != ":memory:", timeout=0, isolation_level=None, check_same_thread=False
    )
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")  # damaged text is no reason to lose its row
    db.execute("PRAGMA secure_delete = ON")  # what was dropped must not come back out of a damaged file
    return db


def _version(db: sqlite3.Connection) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if not 0 <= version <= _MOST_VERSION:
        raise damage("the version is none of ours")
    if version > VERSION:
        if _schema_of(db) == {_squeezed(sql) for sql in SCHEMA}:  # a version has a number for having another
            raise damage("the version is not that of the schema")
        raise NewerError
    return version


def _create(db: sqlite3.Connection) -> None:
    with writing(db, durable=True):
        # Another player may have made it between our look and our lock.
        if _version(db) == 0:
            for statement in SCHEMA:
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {VERSION}")


def _seal(db: sqlite3.Connection) -> None:
    """Bring a database of the first version, whose rows had no seal, to this one."""
    with writing(db, durable=True):
        if _version(db) == VERSION:
            return
        for table in (ITEMS, BOOKMARKS):
            db.execute(f"ALTER TABLE {table.name} ADD COLUMN seal INTEGER")
            rows = db.execute(f"SELECT rowid, {table.listed} FROM {table.name}").fetchall()  # noqa: S608 - our own names
            db.executemany(
                f"UPDATE {table.name} SET seal = ? WHERE rowid = ?",  # noqa: S608
                [(seal_of(values), rowid) for rowid, *values in rows],
            )
        db.execute("DROP INDEX IF EXISTS bookmarks_by_document")
        for statement in SCHEMA:
            if statement.startswith("CREATE INDEX"):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {VERSION}")


def _check(db: sqlite3.Connection, version: int) -> None:
    if db.execute("PRAGMA encoding").fetchone()[0] != "UTF-8":
        raise damage("the encoding is not ours")
    found = _schema_of(db)
    ours = {_squeezed(sql) for sql in SCHEMA}
    if version == VERSION and not ours <= found:
        raise damage("the schema is not ours")
    if not _is_whole(db):
        with writing(db, durable=True):
            db.execute("REINDEX")
            if not (_is_whole(db) and _has_right_rows(db)):
                raise damage("pages or rows are damaged")


def _is_whole(db: sqlite3.Connection) -> bool:
    is_whole: bool = db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    return is_whole


def _has_right_rows(db: sqlite3.Connection) -> bool:
    """Return whether the rows, and not the index that disagreed with them, are as they were written."""
    return all(
        is_right(table, values, seal)
        for table in (ITEMS, BOOKMARKS)
        for *values, seal in db.execute(f"SELECT {table.listed}, seal FROM {table.name} NOT INDEXED")  # noqa: S608
    )


def _schema_of(db: sqlite3.Connection) -> set[str]:
    """Return what the tables and indexes were made by, but for those that SQLite made by itself."""
    found = db.execute(
        "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    )
    return {_squeezed(sql) for (sql,) in found}


def _squeezed(sql: str) -> str:
    return re.sub(r"\s", "", sql)


def _check_log(db: sqlite3.Connection, path: Path) -> None:
    """Refuse a write-ahead log of which SQLite reads less than was committed: it stops at a bad frame."""
    if not _passes_over(db, path):
        return
    with writing(db, durable=False):  # now nobody writes, so what is seen is no transaction under way
        if _passes_over(db, path):
            raise damage("the log is damaged")


def _passes_over(db: sqlite3.Connection, path: Path) -> bool:
    size = db.execute("PRAGMA page_size").fetchone()[0]
    try:
        log = path.with_name(path.name + "-wal").read_bytes()
        shared = path.with_name(path.name + "-shm").read_bytes()
    except OSError:
        return False
    last = write_ahead.last_commit(log, size)
    return last is None or last > int.from_bytes(shared[_LAST_FRAME_AT : _LAST_FRAME_AT + 4], sys.byteorder)


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
