"""What makes a database one of ours: its version and its schema, read out of it and put into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.store.connection import writing
from briefing.store.trouble import NewerError, damage

if TYPE_CHECKING:
    import sqlite3

    from briefing.store.layout import Layout

_MOST_VERSION: Final = 1000
"""No version of ours will have such a number: it is damage."""


def version_of(db: sqlite3.Connection, layout: Layout) -> int:
    """Return the version of the schema; 0 for a new database.

    Raises:
        NewerError: if a later version of briefing made it.
        sqlite3.DatabaseError: if it is none of ours.
    """
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if not 0 <= version <= _MOST_VERSION:
        raise damage("the version is none of ours")
    if version > layout.version:
        if _made_by(db) == {
            _squeezed(sql) for sql in layout.schema
        }:  # a version has a number for having another
            raise damage("the version is not that of the schema")
        raise NewerError
    return version


def create(db: sqlite3.Connection, layout: Layout) -> None:
    """Make the tables and indexes, unless another player has made them meanwhile."""
    with writing(db, durable=True):
        # Another player may have made it between our look and our lock.
        if version_of(db, layout) == 0:
            for statement in layout.schema:
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {layout.version}")


def is_ours(db: sqlite3.Connection, layout: Layout) -> bool:
    """Return whether all that this version has is there."""
    return _made_by(db) >= {_squeezed(sql) for sql in layout.schema}


def _made_by(db: sqlite3.Connection) -> set[str]:
    """Return what the tables and indexes were made by, but for those that SQLite made by itself."""
    found = db.execute(
        "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    )
    return {_squeezed(sql) for (sql,) in found}


def _squeezed(sql: str) -> str:
    return re.sub(r"\s", "", sql)
