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
from typing import TYPE_CHECKING, Final

from briefing.store import database, file, pages
from briefing.store.connection import writing
from briefing.store.layout import SavedRow
from briefing.store.trouble import ERRORS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.store.layout import Layout

_MOST_BYTES: Final = 256_000_000
_PATIENCE_S: Final = 2.0
"""How long another player may take to mend; one that was stopped meanwhile holds nobody up for longer."""
_PAUSE_S: Final = 0.02


def rows_of(path: Path, layout: Layout) -> list[SavedRow]:
    """Return the rows of a database file and its log that are right, without a lock."""
    records = pages.records(_bytes_of(path), _bytes_of(path.with_name(path.name + "-wal")), layout.columns)
    return layout.rows_of(records)


def rows_of_later_version(path: Path, layout: Layout) -> list[SavedRow]:
    """Return the rows of a database whose tables may have columns that we do not know."""
    for is_still in (False, True):
        rows: list[SavedRow] = []
        with suppress(*ERRORS), closing(database.open_readable(path, is_still=is_still)) as db:
            for table in layout.tables:
                found = db.execute(f"SELECT rowid, {table.listed} FROM {table.name}")  # noqa: S608 - our own names
                rows += [
                    SavedRow(table, tuple(values), number)
                    for number, *values in found
                    if table.can_be(values)
                ]
        if rows:
            return rows
    return []


def insert(db: sqlite3.Connection, layout: Layout, rows: list[SavedRow]) -> int:
    """Put rows into a new database, all or none; return how many of them are worth telling."""
    with writing(db, durable=True):
        return layout.insert(db, rows)


def replace(
    path: Path, layout: Layout, damaged: sqlite3.Connection, identity: file.Identity | None
) -> tuple[int, Path] | None:
    """Put a new database with the readable rows in the place of a damaged one.

    Args:
        path: The file.
        layout: What it holds.
        damaged: The connection that found the damage; it is closed.
        identity: Which file that was.

    Returns:
        How many rows that are worth telling were saved and where the damaged file is now; None where
        another player has done it meanwhile.

    Raises:
        OSError, sqlite3.Error: if there is no room for it.
    """
    with closing(damaged), _alone_in(path.parent):
        if file.identity_of(path) != identity:
            return None
        rows = rows_of(path, layout)  # before `damaged` is closed, by which SQLite may drop the log
        fresh = path.with_name(f"{path.stem}.mending{path.suffix}")
        try:
            count = _make(fresh, layout, rows)
            aside = _keep_aside(path)
            damaged.close()
            for each in file.companions(path):
                each.unlink(missing_ok=True)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
        return count, aside


def _bytes_of(path: Path) -> bytes:
    with suppress(OSError), path.open("rb") as file:
        return file.read(_MOST_BYTES)
    return b""


def _make(fresh: Path, layout: Layout, rows: list[SavedRow]) -> int:
    for each in (fresh, *file.companions(fresh)):  # of one who was killed at it
        each.unlink(missing_ok=True)
    with closing(database.open_file(fresh, layout, 0)) as db:
        return insert(db, layout, rows)


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
