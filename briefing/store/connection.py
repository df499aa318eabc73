"""A connection to SQLite: how it is opened, how long it waits, and how it writes, all or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def connect(name: str) -> sqlite3.Connection:
    """Return a connection to a database by its URI, or ":memory:"; for any thread that has the lock."""
    # One connection for all threads: `Store` has the lock.
    db = sqlite3.connect(
        name, uri=name != ":memory:", timeout=0, isolation_level=None, check_same_thread=False
    )
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")  # damaged text is no reason to lose its row
    db.execute("PRAGMA secure_delete = ON")  # what was dropped must not come back out of a damaged file
    return db


def wait_at_most(db: sqlite3.Connection, busy_s: float) -> None:
    """Set how long statements wait for another program that holds the lock, in seconds."""
    db.execute(f"PRAGMA busy_timeout = {round(busy_s * 1000)}")


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
