"""Databases of the first version: brought up to date, whole or damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefing.model import KeptPlace, Place
from briefing.store import schema
from tests.builders import memory_store
from tests.damage import (
    DOCUMENTS,
    Kept,
    saved_from,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "briefing.sqlite3"


FIRST_SCHEMA = """
CREATE TABLE items (document_id TEXT PRIMARY KEY, offset INTEGER NOT NULL DEFAULT 0,
    media_s REAL NOT NULL DEFAULT 0, speed REAL, size TEXT, voice TEXT, sync_offset_ms INTEGER,
    title TEXT NOT NULL DEFAULT '', source BLOB NOT NULL DEFAULT x'', opened INTEGER NOT NULL DEFAULT 0);
CREATE TABLE bookmarks (id INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL,
    offset INTEGER NOT NULL, note TEXT NOT NULL, created_at TEXT NOT NULL);
CREATE INDEX bookmarks_by_document ON bookmarks (document_id, offset);
CREATE TABLE timings (sound_hash TEXT NOT NULL, text_hash TEXT NOT NULL, method TEXT NOT NULL,
    confidence REAL NOT NULL, used INTEGER NOT NULL, timeline BLOB NOT NULL,
    PRIMARY KEY (sound_hash, text_hash, method));
PRAGMA user_version = 1;
"""


def fill_first_version(path: Path) -> Kept:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.executescript(FIRST_SCHEMA)
        for number, document in enumerate(DOCUMENTS):
            db.execute(
                "INSERT INTO items (document_id, offset, source, opened) VALUES (?, ?, x'41', 1)",
                (document, number),
            )
            db.execute(
                "INSERT INTO bookmarks (document_id, offset, note, created_at)"
                " VALUES (?, 3, 'n', '2026-11-23T10:00:00+00:00')",
                (document,),
            )
        db.commit()
    with closing(memory_store()) as memory:
        for number, document in enumerate(DOCUMENTS):
            memory.keep_place(KeptPlace(document, number))
            added = memory.add_bookmark(Place(document, 3), "n")
            memory.remove_bookmark(added.id)
        return Kept(
            frozenset(
                added._replace(place=Place(document, 3), created_at="2026-11-23T10:00:00+00:00", id=0)
                for document in DOCUMENTS
            ),
            frozenset(KeptPlace(document, number) for number, document in enumerate(DOCUMENTS)),
        )


def test_a_database_of_the_first_version_is_brought_up_to_date(path: Path) -> None:
    before = fill_first_version(path)
    for _ in range(2):
        kept, notice, is_kept = saved_from(path)
        assert (kept, notice, is_kept) == (before, "", True)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM bookmarks WHERE seal IS NULL").fetchone() == (0,)
        assert db.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_a_damaged_database_of_the_first_version_is_saved_too(path: Path) -> None:
    before = fill_first_version(path)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    kept, notice, _ = saved_from(path)
    assert kept == before
    assert "10 of them could be saved" in notice
