"""What is to be written: it waits here until it is on the file, and counts from the moment it is here.

Everything that is kept goes through it, all that waits in one transaction. So whoever reads
sees what waits laid over what is written, and nobody has to wait for a lock, a full disk or a
damaged file.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from briefing.store.connection import writing
from briefing.store.rows import BOOKMARKS, ITEMS, is_right, seal_of, voice_kept
from briefing.store.trouble import damage

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from briefing.model import Bookmark, KeptPlace

_NEW_ITEM = ("", 0, 0.0, None, None, None, None, "", b"", 0)
_GET_ITEM = f"SELECT {ITEMS.listed}, seal FROM items WHERE document_id = ?"  # noqa: S608 - our own names
_PUT_ITEM = (
    f"INSERT INTO items ({ITEMS.listed}, seal) VALUES ({', '.join('?' * (len(ITEMS.columns) + 1))})"  # noqa: S608
    " ON CONFLICT (document_id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in (*ITEMS.columns[1:], "seal"))
)


class Title(NamedTuple):
    """What is kept of a briefing when it is opened."""

    title: str
    source: bytes


class PackedTimings(NamedTuple):
    """Timings as they are stored."""

    confidence: float
    timeline: bytes


class Unwritten:
    """What waits to be written, the newest of each. Bookmarks that wait have numbers below zero."""

    def __init__(self) -> None:
        self.places: dict[str, KeptPlace] = {}
        self.opened: dict[str, Title] = {}
        self.added: list[Bookmark] = []
        self.removed: list[int] = []
        self.timings: dict[tuple[str, str, str], PackedTimings] = {}
        self.last_number = 0

    def __bool__(self) -> bool:
        return bool(self.places or self.opened or self.has_bookmarks or self.timings)

    @property
    def has_bookmarks(self) -> bool:
        """Whether bookmarks, or the dropping of some, wait."""
        return bool(self.added or self.removed)

    def clear(self) -> None:
        """Forget what is written."""
        for each in (self.places, self.opened, self.added, self.removed, self.timings):
            each.clear()

    def write(self, db: sqlite3.Connection, most_timings: int) -> dict[int, int]:
        """Write all of it, or nothing; return the numbers that waiting bookmarks got.

        Of timings, only the newest `most_timings` are kept.

        It is on the disk when this returns if bookmarks are in it.

        Raises:
            sqlite3.Error: if it cannot be written now.
        """
        numbers = {}
        with writing(db, durable=self.has_bookmarks):
            for document_id, (title, source) in self.opened.items():
                item = {**_item(db, document_id), "title": title, "source": source}
                item["opened"] = db.execute("SELECT coalesce(max(opened), 0) + 1 FROM items").fetchone()[0]
                _put(db, item)
            for place in self.places.values():
                kept = {
                    **place._asdict(),
                    "voice": voice_kept(place.voice, place.language),
                    "media_s": float(place.media_s) if isfinite(place.media_s) else 0.0,
                }
                del kept["language"]
                _put(db, {**_item(db, place.document_id), **kept})
            for bookmark in self.added:
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
            db.executemany("DELETE FROM bookmarks WHERE id = ?", [(number,) for number in self.removed])
            for key, packed in self.timings.items():
                db.execute(
                    "INSERT OR REPLACE INTO timings"
                    " (sound_hash, text_hash, method, confidence, used, timeline)"
                    " VALUES (?, ?, ?, ?, (SELECT coalesce(max(used), 0) + 1 FROM timings), ?)",
                    (*key, *packed),
                )
            if self.timings:
                db.execute(
                    "DELETE FROM timings WHERE used <= (SELECT max(used) FROM timings) - ?",
                    (most_timings,),
                )
        return numbers


def sealed_row(db: sqlite3.Connection, document_id: str) -> Sequence[object] | None:
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
    row = sealed_row(db, document_id) or (document_id, *_NEW_ITEM[1:])
    return dict(zip(ITEMS.columns, row, strict=True))


def _put(db: sqlite3.Connection, item: dict[str, object]) -> None:
    values = [item[name] for name in ITEMS.columns]
    db.execute(_PUT_ITEM, (*values, seal_of(values)))
