"""What is written: the rows on the file, read and written through whatever trouble there is.

What waits to be written is `unwritten`; `store` lays it over this.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

from briefing.model import Bookmark, Place
from briefing.store.connection import writing
from briefing.store.mending import MendingDatabase
from briefing.store.places import PLACES
from briefing.store.rows import BOOKMARKS, ITEMS, is_right, seal_of, voice_kept
from briefing.store.trouble import damage
from briefing.store.unwritten import PackedTimings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.ports.clock import Clock
    from briefing.store.unwritten import Unwritten

TIMINGS_KEPT: Final = 500
"""Recordings whose timings are remembered: about 20 MB of news items."""
_NEW_ITEM = ("", 0, 0.0, None, None, None, None, "", b"", 0)
_GET_ITEM = f"SELECT {ITEMS.listed}, seal FROM items WHERE document_id = ?"  # noqa: S608 - our own names
_PUT_ITEM = (
    f"INSERT INTO items ({ITEMS.listed}, seal) VALUES ({', '.join('?' * (len(ITEMS.columns) + 1))})"  # noqa: S608
    " ON CONFLICT (document_id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in (*ITEMS.columns[1:], "seal"))
)


class Written(MendingDatabase):
    """The rows of a database. What cannot be read is as if it were not there."""

    def __init__(self, path: Path | None, clock: Clock) -> None:
        super().__init__(path, PLACES, clock)

    def row_of(self, document_id: str) -> Sequence[object] | None:
        """Return a briefing's row of `items`, None if there is none."""
        return self.read(lambda db: _sealed_row(db, document_id), None)

    def opened(self, limit: int) -> list[tuple[str, str, bytes]]:
        """Return id, title and source of what was opened and can be opened again, the last first."""
        nothing: list[tuple[str, str, bytes]] = []
        return self.read(
            lambda db: db.execute(
                "SELECT document_id, title, source FROM items"
                " WHERE opened > 0 AND length(source) > 0 ORDER BY opened DESC LIMIT ?",
                (limit,),
            ).fetchall(),
            nothing,
        )

    def bookmarks_of(self, document_id: str) -> tuple[Bookmark, ...]:
        """Return a briefing's bookmarks."""

        def read(db: sqlite3.Connection) -> tuple[Bookmark, ...]:
            found = db.execute(
                f"SELECT id, {BOOKMARKS.listed}, seal FROM bookmarks WHERE document_id = ?",  # noqa: S608
                (document_id,),
            ).fetchall()
            if not all(is_right(BOOKMARKS, values, seal) for _, *values, seal in found):
                raise damage("a bookmark is damaged")
            return tuple(
                Bookmark(Place(document_id, offset), note, created_at, number)
                for number, _, offset, note, created_at, _ in found
            )

        none: tuple[Bookmark, ...] = ()
        return self.read(read, none)

    def bookmarked(self) -> list[tuple[str, str, bytes]]:
        """Return id, title and source of what has bookmarks, the first kept first; unknown ones empty."""
        nothing: list[tuple[str, str, bytes]] = []
        return self.read(
            lambda db: db.execute(
                "SELECT bookmarks.document_id, coalesce(title, ''), coalesce(source, x'') FROM bookmarks"
                " LEFT JOIN items ON items.document_id = bookmarks.document_id"
                " GROUP BY bookmarks.document_id ORDER BY min(id)"
            ).fetchall(),
            nothing,
        )

    def timings(self, key: tuple[str, str, str]) -> PackedTimings | None:
        """Return what is kept for a sound, a text and a method."""

        def read(db: sqlite3.Connection) -> PackedTimings | None:
            found = db.execute(
                "SELECT confidence, timeline FROM timings"
                " WHERE sound_hash = ? AND text_hash = ? AND method = ?",
                key,
            ).fetchone()
            return PackedTimings(*found) if found else None

        return self.read(read, None)

    def has_timings(self, text_hash: str, method: str) -> bool:
        """Return whether timings by `method` are kept for this text, whatever its sound."""

        def read(db: sqlite3.Connection) -> bool:
            found = db.execute(
                "SELECT 1 FROM timings WHERE text_hash = ? AND method = ? LIMIT 1", (text_hash, method)
            )
            return found.fetchone() is not None

        return self.read(read, False)

    def take(self, unwritten: Unwritten, last_busy_s: float | None = None) -> dict[int, int] | None:
        """Write all that waits, or nothing, which is None; return the numbers that bookmarks got.

        Args:
            unwritten: What waits.
            last_busy_s: How long to wait for another program, in seconds, where this is the last time.
        """
        if last_busy_s is None:
            return self.write(lambda db: _write(db, unwritten))
        return self.write(lambda db: _write(db, unwritten), last_busy_s, at_once=True)


def _write(db: sqlite3.Connection, unwritten: Unwritten) -> dict[int, int]:
    """Write all that waits, or nothing; return the numbers that waiting bookmarks got.

    It is on the disk when this returns if bookmarks are in it.

    Raises:
        sqlite3.Error: if it cannot be written now.
    """
    numbers = {}
    with writing(db, durable=unwritten.has_bookmarks):
        for document_id, (title, source) in unwritten.opened.items():
            item = {**_item(db, document_id), "title": title, "source": source}
            item["opened"] = db.execute("SELECT coalesce(max(opened), 0) + 1 FROM items").fetchone()[0]
            _put(db, item)
        for place in unwritten.places.values():
            kept = {
                **place._asdict(),
                "voice": voice_kept(place.voice, place.language),
                "media_s": float(place.media_s) if isfinite(place.media_s) else 0.0,
            }
            del kept["language"]
            _put(db, {**_item(db, place.document_id), **kept})
        for bookmark in unwritten.added:
            values = (
                bookmark.place.document_id,
                bookmark.place.offset,
                bookmark.note,
                bookmark.created_at,
            )
            added = db.execute(
                f"INSERT INTO bookmarks ({BOOKMARKS.listed}, seal) VALUES (?, ?, ?, ?, ?)",  # noqa: S608
                (*values, seal_of(values)),
            )
            numbers[bookmark.id] = added.lastrowid or 0
        db.executemany("DELETE FROM bookmarks WHERE id = ?", [(number,) for number in unwritten.removed])
        for key, packed in unwritten.timings.items():
            db.execute(
                "INSERT OR REPLACE INTO timings"
                " (sound_hash, text_hash, method, confidence, used, timeline)"
                " VALUES (?, ?, ?, ?, (SELECT coalesce(max(used), 0) + 1 FROM timings), ?)",
                (*key, *packed),
            )
        if unwritten.timings:
            db.execute(
                "DELETE FROM timings WHERE used <= (SELECT max(used) FROM timings) - ?",
                (TIMINGS_KEPT,),
            )
    return numbers


def _sealed_row(db: sqlite3.Connection, document_id: str) -> Sequence[object] | None:
    """Return a briefing's row of `items`, None if there is none.

    Raises:
        sqlite3.DatabaseError: if it is not as it was written.
    """
    row: Sequence[object] | None = db.execute(_GET_ITEM, (document_id,)).fetchone()
    if row is None:
        return None
    *values, seal = row
    if not is_right(ITEMS, values, seal):
        raise damage("a place is damaged")
    return values


def _item(db: sqlite3.Connection, document_id: str) -> dict[str, object]:
    row = _sealed_row(db, document_id) or (document_id, *_NEW_ITEM[1:])
    return dict(zip(ITEMS.columns, row, strict=True))


def _put(db: sqlite3.Connection, item: dict[str, object]) -> None:
    values = [item[name] for name in ITEMS.columns]
    db.execute(_PUT_ITEM, (*values, seal_of(values)))
