"""The tables and indexes of places, bookmarks and timings, and how an older database comes to have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.store.connection import writing
from briefing.store.rows import BOOKMARKS, ITEMS, seal_of

if TYPE_CHECKING:
    import sqlite3

VERSION: Final = 2
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


def seal_rows(db: sqlite3.Connection) -> None:
    """Bring a database of the first version, whose rows had no seal, to this one."""
    with writing(db, durable=True):
        if db.execute("PRAGMA user_version").fetchone() == (VERSION,):
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
