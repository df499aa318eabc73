"""The database file: opening it safely, and telling whether it is whole.

Rules:
1. WAL with one writer at a time; two players may have it open, but where a file system has no memory to
   share (some of those of other machines): there it is one.
2. It is looked through whenever it is opened: encoding, schema, every page, every index, and
   whether the log has transactions that SQLite would pass over in silence. All of that takes
   milliseconds. A damaged index is made anew; anything else is for `salvage`.
3. A database of a later version is read, never written.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from briefing.store import file, write_ahead
from briefing.store.connection import connect, wait_at_most, writing
from briefing.store.rows import is_right
from briefing.store.trouble import ERRORS, DamagedError, Trouble, damage, trouble_of
from briefing.store.versions import create, is_ours, version_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.store.layout import Layout

_CHECKED_BYTES: Final = 64_000_000
"""More than is ever kept of what is checked whole. A larger file shows a damaged page when that is read."""
_UNSHARED: Final = (sqlite3.SQLITE_IOERR_SHMMAP, sqlite3.SQLITE_PROTOCOL)
"""How SQLite tells that processes cannot share the memory that goes with the log (wal.html, 8)."""
_PAUSE_S: Final = 0.01
_LAST_FRAME_AT: Final = 16
"""Where the shared memory of WAL has the number of the last frame that counts (walformat.html, 2.1)."""


def open_memory(layout: Layout) -> sqlite3.Connection:
    """Return a new, empty database that lives as long as the program."""
    db = connect(":memory:")
    create(db, layout)
    return db


def open_file(path: Path, layout: Layout, busy_s: float) -> sqlite3.Connection:
    """Return the database at `path`, made if there is none, mended where only an index was damaged.

    Args:
        path: The file.
        layout: What it holds.
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
            return _opened(path, layout, max(left_s, 0.0), is_alone=is_alone)
        except (
            sqlite3.Error
        ) as error:  # some locks SQLite does not wait for: that of another who makes the file
            if error.sqlite_errorcode in _UNSHARED and not is_alone:
                is_alone = True
            elif trouble_of(error) is not Trouble.LOCKED or left_s <= 0:
                raise
        time.sleep(_PAUSE_S)


def _opened(path: Path, layout: Layout, busy_s: float, *, is_alone: bool) -> sqlite3.Connection:
    """Do what `open_file` says, but for locks that SQLite does not wait for.

    `is_alone`: without memory to share, so that nobody else can have it open.
    """
    file.prepare(path)
    log = path.with_name(path.name + "-wal")
    was_left = log.exists() and log.stat().st_size > 0
    db = connect(f"{path.as_uri()}?mode=rw")
    try:
        wait_at_most(db, busy_s)
        if is_alone:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
        version = version_of(db, layout)
        if version == 0:
            db.execute("PRAGMA journal_mode = WAL")
            create(db, layout)
        else:
            if was_left and not is_alone:
                _check_log(db, path)
            if not layout.is_checked_whole or path.stat().st_size <= _CHECKED_BYTES:
                _check(db, layout, version)
            if version < layout.version:
                layout.upgrade(db)
    except ERRORS as error:
        if trouble_of(error) is Trouble.DAMAGED:
            raise DamagedError(db) from error
        db.close()
        raise
    except BaseException:
        db.close()
        raise
    return db


def open_readable(path: Path, *, is_still: bool) -> sqlite3.Connection:
    """Return a database for reading alone. `is_still`: without locks, and without what its log holds."""
    return connect(f"{path.as_uri()}?mode=ro{'&immutable=1' * is_still}")


def open_in_place(path: Path) -> sqlite3.Connection | None:
    """Return a database for reading alone, with its log where that can be read; None where nothing can be."""
    for is_still in (False, True):
        db = None
        with suppress(*ERRORS):
            db = open_readable(path, is_still=is_still)
            if db.execute("PRAGMA user_version").fetchone()[0]:
                return db
        if db is not None:
            db.close()
    return None


def _check(db: sqlite3.Connection, layout: Layout, version: int) -> None:
    if db.execute("PRAGMA encoding").fetchone()[0] != "UTF-8":
        raise damage("the encoding is not ours")
    if version == layout.version and not is_ours(db, layout):
        raise damage("the schema is not ours")
    if not _is_whole(db, layout):
        with writing(db, durable=True):
            db.execute("REINDEX")
            if not (_is_whole(db, layout) and _has_right_rows(db, layout)):
                raise damage("pages or rows are damaged")


def _is_whole(db: sqlite3.Connection, layout: Layout) -> bool:
    checks = ["1"] if layout.is_checked_whole else [table.name for table in layout.sealed]
    return all(db.execute(f"PRAGMA integrity_check({each})").fetchone()[0] == "ok" for each in checks)


def _has_right_rows(db: sqlite3.Connection, layout: Layout) -> bool:
    """Return whether the rows, and not the index that disagreed with them, are as they were written."""
    return all(
        is_right(table, values, seal)
        for table in layout.sealed
        for *values, seal in db.execute(f"SELECT {table.listed}, seal FROM {table.name} NOT INDEXED")  # noqa: S608
    )


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
