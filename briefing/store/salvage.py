"""Saving what can be read of a damaged database: its rows out of its bytes, into a new file in its place.

Rules:
1. A damaged file is kept beside the new one, never deleted.
2. A row that is not known to be right is left behind.
3. Under the database's name there is at any moment the damaged file or the whole new one; of two
   players that find the damage at once, one mends and the other takes what it made.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.store import database, file, pages
from briefing.store.connection import writing
from briefing.store.rows import BOOKMARKS, ITEMS, TABLES, TIMINGS, Table, is_right, seal_of
from briefing.store.trouble import ERRORS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.store.pages import Record, Value

_MOST_BYTES: Final = 256_000_000
_COLUMNS: Final = frozenset((5, 6, 10, 11, 12))
"""Of bookmarks and items without and with a seal, and in their indexes; timings have six, too."""
_MOST_ID: Final = 2**40
_PATIENCE_S: Final = 2.0
"""How long another player may take to mend; one that was stopped meanwhile holds nobody up for longer."""
_PAUSE_S: Final = 0.02


class SavedRow(NamedTuple):
    """A row that was saved. `number` is its own, None where that was lost or is not needed."""

    table: Table
    values: tuple[Value, ...]
    number: int | None = None


def rows_of(path: Path) -> list[SavedRow]:
    """Return the rows of a database file and its log that are right, without a lock."""
    found: dict[object, SavedRow] = {}
    bookmarks: set[object] = set()
    for record in pages.records(_bytes_of(path), _bytes_of(path.with_name(path.name + "-wal")), _COLUMNS):
        row = _right_row(record)
        if row is None:
            continue
        key: tuple[object, ...] = (row.table.name, row.values[: row.table.key])
        if row.table is BOOKMARKS:
            if row.number is None and key in bookmarks:
                continue
            bookmarks.add(key)
            key = (*key, row.number)  # two bookmarks may say the same
        found.setdefault(key, row)
    return list(found.values())


def rows_of_later_version(path: Path) -> list[SavedRow]:
    """Return the rows of a database whose tables may have columns that we do not know."""
    for is_still in (False, True):
        rows: list[SavedRow] = []
        with suppress(*ERRORS), closing(database.open_readable(path, is_still=is_still)) as db:
            for table in TABLES:
                found = db.execute(f"SELECT rowid, {table.listed} FROM {table.name}")  # noqa: S608 - our own names
                rows += [
                    SavedRow(table, tuple(values), number)
                    for number, *values in found
                    if table.can_be(values)
                ]
        if rows:
            return rows
    return []


def insert(db: sqlite3.Connection, rows: list[SavedRow]) -> int:
    """Put rows into a new database; return how many of them are places and bookmarks."""
    count = 0
    used: set[int] = set()
    with writing(db, durable=True):
        for table, values, number in rows:
            columns, given = table.listed, [*values]
            if table is not TIMINGS:
                columns, given = f"{columns}, seal", [*given, seal_of(values)]
            if table is BOOKMARKS and number is not None and 0 < number < _MOST_ID and number not in used:
                used.add(number)
                columns, given = f"{columns}, id", [*given, number]
            marks = ", ".join("?" * len(given))
            sql = f"INSERT OR IGNORE INTO {table.name} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
            added = db.execute(sql, given).rowcount
            count += 0 if table is TIMINGS else added
    return count


def replace(
    path: Path, damaged: sqlite3.Connection, identity: file.Identity | None
) -> tuple[int, Path] | None:
    """Put a new database with the readable rows in the place of a damaged one.

    Args:
        path: The file.
        damaged: The connection that found the damage; it is closed.
        identity: Which file that was.

    Returns:
        How many places and bookmarks were saved and where the damaged file is now; None where
        another player has done it meanwhile.

    Raises:
        OSError, sqlite3.Error: if there is no room for it.
    """
    with closing(damaged), _alone_in(path.parent):
        if file.identity_of(path) != identity:
            return None
        rows = rows_of(path)  # before `damaged` is closed, by which SQLite may drop the log
        fresh = path.with_name(f"{path.stem}.mending{path.suffix}")
        try:
            count = _make(fresh, rows)
            aside = _keep_aside(path)
            damaged.close()
            for each in file.companions(path):
                each.unlink(missing_ok=True)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
        return count, aside


def _right_row(record: Record) -> SavedRow | None:
    """Return the row that a record is; None if it is another table's, or not right."""
    first, *_, last = values = record.values
    number: Value = record.rowid
    if first is None:  # a number that is the row's own is not stored again
        table, own = BOOKMARKS, values[1:]
    elif len(values) > len(ITEMS.columns) + 1:  # of an index, which ends in the row's number
        table, own = ITEMS, values[:-1]
    elif len(values) >= len(ITEMS.columns):
        table, own = ITEMS, values
    elif isinstance(last, bytes):
        table, own = TIMINGS, values
    else:
        table, own, number = BOOKMARKS, values[:-1], last
    seal: Value = None
    if table is not TIMINGS and len(own) > len(table.columns):
        *kept, seal = own
        own = tuple(kept)
    if len(own) != len(table.columns):
        return None
    # SQLite stores a REAL that is whole as an integer.
    own = tuple(
        float(value) if name in ("media_s", "speed", "confidence") and isinstance(value, int) else value
        for name, value in zip(table.columns, own, strict=True)
    )
    return (
        SavedRow(table, own, number if isinstance(number, int) else None)
        if is_right(table, own, seal)
        else None
    )


def _bytes_of(path: Path) -> bytes:
    with suppress(OSError), path.open("rb") as file:
        return file.read(_MOST_BYTES)
    return b""


def _make(fresh: Path, rows: list[SavedRow]) -> int:
    for each in (fresh, *file.companions(fresh)):  # of one who was killed at it
        each.unlink(missing_ok=True)
    with closing(database.open_file(fresh, 0)) as db:
        return insert(db, rows)


def _keep_aside(path: Path) -> Path:
    """Give a damaged database and its log a second name; return it."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    for each in (path, path.with_name(path.name + "-wal")):
        name = aside.with_name(aside.name + each.name[len(path.name) :])
        with suppress(FileNotFoundError):
            try:
                os.link(each, name)
            except FileNotFoundError:
                raise
            except OSError:  # a file system without hard links
                shutil.copy2(each, name)
    return aside


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold a lock on a folder, so that one player at a time mends what is in it."""
    if sys.platform == "win32":
        yield  # where files that are open cannot be replaced anyhow
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        until_s = time.monotonic() + _PATIENCE_S
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until_s:
                    raise
                time.sleep(_PAUSE_S)
        yield
    finally:
        os.close(handle)
