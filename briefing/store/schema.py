"""The tables and indexes of the database, and how it comes to have them, from nothing or an older one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.store.connection import writing
from briefing.store.rows import BOOKMARKS, ITEMS, seal_of
from briefing.store.trouble import NewerError, damage

if TYPE_CHECKING:
    import sqlite3

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


def version_of(db: sqlite3.Connection) -> int:
    """Return the version of the schema; 0 for a new database.

    Raises:
        NewerError: if a later version of briefing made it.
        sqlite3.DatabaseError: if it is none of ours.
    """
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if not 0 <= version <= _MOST_VERSION:
        raise damage("the version is none of ours")
    if version > VERSION:
        if _made_by(db) == {_squeezed(sql) for sql in SCHEMA}:  # a version has a number for having another
            raise damage("the version is not that of the schema")
        raise NewerError
    return version


def create(db: sqlite3.Connection) -> None:
    """Make the tables and indexes, unless another player has made them meanwhile."""
    with writing(db, durable=True):
        # Another player may have made it between our look and our lock.
        if version_of(db) == 0:
            for statement in SCHEMA:
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {VERSION}")


def seal_rows(db: sqlite3.Connection) -> None:
    """Bring a database of the first version, whose rows had no seal, to this one."""
    with writing(db, durable=True):
        if version_of(db) == VERSION:
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


def is_ours(db: sqlite3.Connection) -> bool:
    """Return whether all that this version has is there."""
    return _made_by(db) >= {_squeezed(sql) for sql in SCHEMA}


def _made_by(db: sqlite3.Connection) -> set[str]:
    """Return what the tables and indexes were made by, but for those that SQLite made by itself."""
    found = db.execute(
        "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    )
    return {_squeezed(sql) for (sql,) in found}


def _squeezed(sql: str) -> str:
    return re.sub(r"\s", "", sql)
