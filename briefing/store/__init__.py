"""What is remembered from one day to the next: places, bookmarks, what was open, timings.

One SQLite database (`database` has its rules, `mending` what is done about trouble, `packing`
the form of a timeline). A player must never stop for want of a memory, so:
1. Where the database cannot be kept - no home folder, a full disk, a file of a later
   version - a database in memory takes its place, filled with what could be read, and
   `take_notice` says so once.
2. A place is one small transaction without a sync (the 1 Hz write); a bookmark is synced to
   the disk before `add_bookmark` returns.
3. While another program holds the lock, a place waits for the next write, and a bookmark is
   a `StoreError` that can be tried again.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, Self, TypeVar
from urllib.parse import urlsplit, urlunsplit

from briefing.errors import StoreError
from briefing.model import Bookmark, KeptPlace, Place, TextSize, VoiceKind
from briefing.store import packing
from briefing.store.database import writing
from briefing.store.mending import MendingDatabase

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.timeline import Timeline

W = TypeVar("W", bound=StrEnum)

TIMINGS_KEPT: Final = 500
"""Recordings whose timings are remembered: about 20 MB of news items."""
_PLACE_BUSY_S: Final = 0.05  # the 1 Hz write is done in the face's thread, which answers keys
_LAST_BUSY_S: Final = 0.3  # who closes the window waits for no other program


class Opened(NamedTuple):
    """A briefing that was opened: what to open again, an address or an absolute path."""

    document_id: str
    title: str
    source: str


class Timings(NamedTuple):
    """Timings that were worked out for a recording. `confidence` is that of the whole, 0 to 1."""

    timeline: Timeline
    confidence: float


def _utc_now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Store(MendingDatabase):
    """The memory in the file at `path`; None keeps it only as long as the program runs.

    May be called from any thread. Opening never fails: see the rules above.
    """

    def __init__(self, path: Path | None, now: Callable[[], str] = _utc_now) -> None:
        super().__init__(path)
        self._now = now
        self._waiting: dict[str, KeptPlace] = {}

    @classmethod
    def in_memory(cls) -> Self:
        """Return a store that keeps nothing and has nothing to say about it."""
        store = cls(None)
        store.take_notice()
        return store

    # What is remembered of a briefing

    def place_of(self, document_id: str) -> KeptPlace | None:
        """Return what is remembered of a briefing; None if it was never open."""
        with self._lock:
            if document_id in self._waiting:
                return self._waiting[document_id]
        row = self._do(
            lambda db: db.execute(
                "SELECT offset, media_s, speed, size, voice, sync_offset_ms FROM items WHERE document_id = ?",
                (document_id,),
            ).fetchone()
        )
        if row is None:
            return None
        offset, media_s, speed, size, voice, sync_offset_ms = row
        return KeptPlace(
            document_id,
            max(0, offset) if isinstance(offset, int) else 0,
            max(0.0, media_s) if isinstance(media_s, float) else 0.0,
            speed if isinstance(speed, float) and 0.5 <= speed <= 4.0 else None,  # noqa: PLR2004 - the engine's
            _member(TextSize, size),
            _member(VoiceKind, voice),
            sync_offset_ms if isinstance(sync_offset_ms, int) else None,
        )

    def keep_place(self, place: KeptPlace) -> bool:
        """Remember a place and what goes with it. Return whether it is written.

        False: another program holds the lock, and it is written with the next one.
        """
        with self._lock:
            self._waiting[place.document_id] = place
            return self._write_waiting(_PLACE_BUSY_S)

    def _write_waiting(self, busy_s: float) -> bool:
        rows = [
            (s.document_id, s.offset, float(s.media_s), s.speed, s.size, s.voice, s.sync_offset_ms)
            for s in self._waiting.values()
        ]

        def write(db: sqlite3.Connection) -> None:
            with writing(db, durable=False):
                db.executemany(
                    "INSERT INTO items (document_id, offset, media_s, speed, size, voice, sync_offset_ms)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (document_id) DO UPDATE SET"
                    " offset = excluded.offset, media_s = excluded.media_s, speed = excluded.speed,"
                    " size = excluded.size, voice = excluded.voice, sync_offset_ms = excluded.sync_offset_ms",
                    rows,
                )

        try:
            self._do(write, busy_s)
        except StoreError:
            return False
        self._waiting.clear()
        return True

    # What was open

    def note_opened(self, document_id: str, title: str, source: str) -> None:
        """Remember that a briefing was opened just now.

        Args:
            document_id: Its id.
            title: Its title, for a list.
            source: An address or an absolute path; "" for what cannot be opened again.
                A user name and password in an address are left out.
        """
        kept = _without_password(source).encode("utf-8", "surrogatepass")

        def write(db: sqlite3.Connection) -> None:
            with writing(db, durable=False):
                db.execute(
                    "INSERT INTO items (document_id, title, source, opened)"
                    " VALUES (?, ?, ?, (SELECT coalesce(max(opened), 0) + 1 FROM items))"
                    " ON CONFLICT (document_id) DO UPDATE SET"
                    " title = excluded.title, source = excluded.source, opened = excluded.opened",
                    (document_id, _clean(title), kept),
                )

        with suppress(StoreError):
            self._do(write)

    def recent(self, limit: int = 50) -> tuple[Opened, ...]:
        """Return what was opened and can be opened again, the last first."""
        rows = self._do(
            lambda db: db.execute(
                "SELECT document_id, title, source FROM items"
                " WHERE opened > 0 AND length(source) > 0 ORDER BY opened DESC LIMIT ?",
                (limit,),
            ).fetchall()
        )
        return tuple(
            Opened(str(document_id), str(title), source.decode("utf-8", "surrogatepass"))
            for document_id, title, source in rows
            if isinstance(source, bytes) and _is_text(source)
        )

    def last_source(self) -> str | None:
        """Return what was open last, None if nothing was."""
        recent = self.recent(1)
        return recent[0].source if recent else None

    # Bookmarks

    def bookmarks_of(self, document_id: str) -> tuple[Bookmark, ...]:
        """Return a briefing's bookmarks, sorted by place."""
        rows = self._do(
            lambda db: db.execute(
                "SELECT id, offset, note, created_at FROM bookmarks"
                " WHERE document_id = ? ORDER BY offset, id",
                (document_id,),
            ).fetchall()
        )
        return tuple(
            Bookmark(Place(document_id, offset), str(note), str(created_at), number)
            for number, offset, note, created_at in rows
            if isinstance(offset, int) and offset >= 0
        )

    def add_bookmark(self, place: Place, note: str = "") -> Bookmark:
        """Keep a place; it is on the disk when this returns.

        Raises:
            StoreError: if another program holds the lock.
        """
        note, created_at = _clean(note), self._now()

        def write(db: sqlite3.Connection) -> int:
            with writing(db, durable=True):
                added = db.execute(
                    "INSERT INTO bookmarks (document_id, offset, note, created_at) VALUES (?, ?, ?, ?)",
                    (place.document_id, place.offset, note, created_at),
                )
            return added.lastrowid or 0

        return Bookmark(place, note, created_at, self._do(write))

    def remove_bookmark(self, number: int) -> None:
        """Drop the bookmark whose `id` is `number`; nothing happens if there is none.

        Raises:
            StoreError: if another program holds the lock.
        """

        def write(db: sqlite3.Connection) -> None:
            with writing(db, durable=True):
                db.execute("DELETE FROM bookmarks WHERE id = ?", (number,))

        self._do(write)

    # Timings

    def timings(self, sound_hash: str, text_hash: str, method: str) -> Timings | None:
        """Return the timings that `method` worked out for this sound and text; None if there are none."""
        key = (sound_hash, text_hash, method)

        def read(db: sqlite3.Connection) -> tuple[float, bytes] | None:
            found: tuple[float, bytes] | None = db.execute(
                "SELECT confidence, timeline FROM timings"
                " WHERE sound_hash = ? AND text_hash = ? AND method = ?",
                key,
            ).fetchone()
            return found

        row = self._do(read)
        if row is None:
            return None
        try:
            return Timings(packing.unpack(row[1]), float(row[0]))
        except (ValueError, TypeError):  # a damaged row: work it out again
            return None

    def keep_timings(self, sound_hash: str, text_hash: str, method: str, timings: Timings) -> None:
        """Remember timings; those that were kept longest ago make room."""
        packed = packing.pack(timings.timeline)

        def write(db: sqlite3.Connection) -> None:
            with writing(db, durable=False):
                db.execute(
                    "INSERT OR REPLACE INTO timings"
                    " (sound_hash, text_hash, method, confidence, used, timeline)"
                    " VALUES (?, ?, ?, ?, (SELECT coalesce(max(used), 0) + 1 FROM timings), ?)",
                    (sound_hash, text_hash, method, float(timings.confidence), packed),
                )
                db.execute(
                    "DELETE FROM timings WHERE used <= (SELECT max(used) FROM timings) - ?", (TIMINGS_KEPT,)
                )

        with suppress(StoreError):
            self._do(write)

    def close(self) -> None:
        """Write what waits and let go of the file. Harmless twice."""
        with self._lock:
            if self._waiting:
                with suppress(sqlite3.Error):
                    self._write_waiting(_LAST_BUSY_S)
            super().close()


def _member(words: type[W], value: object) -> W | None:
    return next((word for word in words if word == value), None)


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _without_password(source: str) -> str:
    if not source.startswith(("http://", "https://")):
        return source
    with suppress(ValueError):
        parts = urlsplit(source)
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return ""
