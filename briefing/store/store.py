"""What is remembered from one day to the next: places, bookmarks, what was open, timings.

One SQLite database (`database` has its rules, `mending` what is done about trouble, `salvage`
what is saved of a damaged one, `packing` the form of a timeline). A player must never stop for
want of a memory, so:
1. What is to be kept waits in `unwritten` until it is on the file, and counts at once. Nothing
   here waits for another program, a full disk or a damaged file, and nothing is dropped for one.
2. A place is one small transaction without a sync (the 1 Hz write). A bookmark is synced to the
   disk before `add_bookmark` returns, or has a number below zero: it waits.
3. Where the file cannot be used for now - no rights, a file of a later version - a database in
   memory stands in for it, filled with what could be read, and `take_notice` says so once.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.model import Bookmark, Place
from briefing.store.mending import BUSY_S, MendingDatabase
from briefing.store.rows import BOOKMARKS, is_right
from briefing.store.trouble import damage
from briefing.store.unwritten import PackedTimings, Title, Unwritten, sealed_row
from briefing.store.values import clean, is_text, place_of, without_password

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from briefing.model import KeptPlace
    from briefing.ports import Clock
    from briefing.timeline import Timeline

TIMINGS_KEPT: Final = 500
"""Recordings whose timings are remembered: about 20 MB of news items."""
_LAST_BUSY_S: Final = 0.3
"""How long leaving waits for another program that holds the lock."""
_LAST_BUSY_WITH_BOOKMARKS_S: Final = 1.5
"""The same where bookmarks wait, which would be lost."""


class RecentBriefing(NamedTuple):
    """A briefing that was opened: what to open again, an address or an absolute path."""

    document_id: str
    title: str
    source: str


class Timings(NamedTuple):
    """Timings that were worked out for a recording. `confidence` is that of the whole, 0 to 1."""

    timeline: Timeline
    confidence: float


def _utc_now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")


class Store(MendingDatabase):
    """The memory in the file at `path`; None keeps it only as long as the program runs.

    May be called from any thread. Opening never fails: see the rules above.
    """

    def __init__(
        self, path: Path | None, now: Callable[[], str] = _utc_now, clock: Clock = time.monotonic
    ) -> None:
        super().__init__(path, clock)
        self._now = now
        self._unwritten = Unwritten()
        self._numbers: dict[int, int] = {}

    @property
    def waits(self) -> bool:
        """Whether something waits to be written; the next thing that is kept takes it along."""
        with self._lock:
            return bool(self._unwritten)

    def _flush(self, busy_s: float = BUSY_S, *, at_once: bool = False) -> bool:
        """Write what waits; return whether it is written."""
        if self._unwritten:
            numbers = self._write(lambda db: self._unwritten.write(db, TIMINGS_KEPT), busy_s, at_once=at_once)
            if numbers is None:
                return False
            self._numbers.update(numbers)
            self._unwritten.clear()
        return True

    # What is remembered of a briefing

    def place_of(self, document_id: str) -> KeptPlace | None:
        """Return what is remembered of a briefing; None if it was never open."""
        with self._lock:
            waiting = self._unwritten.places.get(document_id)
        if waiting is not None:
            return waiting
        row = self._read(lambda db: sealed_row(db, document_id), None)
        if row is None:
            return None
        return place_of(document_id, row)

    def keep_place(self, place: KeptPlace) -> bool:
        """Remember a place and what goes with it. Return whether it is written.

        False: it cannot be written now, and goes with the next one.
        """
        with self._lock:
            self._unwritten.places[place.document_id] = place
            return self._flush()

    # What was open

    def note_opened(self, document_id: str, title: str, source: str) -> None:
        """Remember that a briefing was opened just now.

        Args:
            document_id: Its id.
            title: Its title, for a list.
            source: An address or an absolute path; "" for what cannot be opened again.
                A user name and password in an address are left out.
        """
        kept = Title(clean(title), without_password(source).encode("utf-8", "surrogatepass"))
        with self._lock:
            self._unwritten.opened.pop(document_id, None)  # the last one is the last in order, too
            self._unwritten.opened[document_id] = kept
            self._flush()

    def recent(self, limit: int = 50) -> tuple[RecentBriefing, ...]:
        """Return what was opened and can be opened again, the last first."""
        with self._lock:
            waiting = dict(self._unwritten.opened)
            nothing: list[tuple[str, str, bytes]] = []
            rows = self._read(
                lambda db: db.execute(
                    "SELECT document_id, title, source FROM items"
                    " WHERE opened > 0 AND length(source) > 0 ORDER BY opened DESC LIMIT ?",
                    (limit + len(waiting),),
                ).fetchall(),
                nothing,
            )
        known = [(document_id, *waiting[document_id]) for document_id in reversed(waiting)]
        known += [row for row in rows if row[0] not in waiting]
        return tuple(
            RecentBriefing(str(document_id), str(title), source.decode("utf-8", "surrogatepass"))
            for document_id, title, source in known
            if isinstance(source, bytes) and source and is_text(source)
        )[:limit]

    def last_source(self) -> str | None:
        """Return what was open last, None if nothing was."""
        recent = self.recent(1)
        return recent[0].source if recent else None

    # Bookmarks

    def bookmarks_of(self, document_id: str) -> tuple[Bookmark, ...]:
        """Return a briefing's bookmarks, sorted by place."""

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

        with self._lock:
            none: tuple[Bookmark, ...] = ()
            kept = [each for each in self._read(read, none) if each.id not in self._unwritten.removed]
            kept += [each for each in self._unwritten.added if each.place.document_id == document_id]
        return tuple(sorted(kept, key=lambda each: (each.place.offset, each.created_at, each.id)))

    def add_bookmark(self, place: Place, note: str = "") -> Bookmark:
        """Keep a place; it is on the disk when this returns, or has a number below zero and waits."""
        with self._lock:
            self._unwritten.last_number -= 1
            added = Bookmark(place, clean(note), self._now(), self._unwritten.last_number)
            self._unwritten.added.append(added)
            self._flush()
            return added._replace(id=self._numbers.get(added.id, added.id))

    def remove_bookmark(self, number: int) -> None:
        """Drop the bookmark whose `id` is `number`; nothing happens if there is none."""
        with self._lock:
            number = self._numbers.get(number, number)
            if number < 0:
                self._unwritten.added = [each for each in self._unwritten.added if each.id != number]
            else:
                self._unwritten.removed.append(number)
            self._flush()

    # Timings

    def timings(self, sound_hash: str, text_hash: str, method: str) -> Timings | None:
        """Return the timings that `method` worked out for this sound and text; None if there are none."""
        key = (sound_hash, text_hash, method)

        def read(db: sqlite3.Connection) -> PackedTimings | None:
            found = db.execute(
                "SELECT confidence, timeline FROM timings"
                " WHERE sound_hash = ? AND text_hash = ? AND method = ?",
                key,
            ).fetchone()
            return PackedTimings(*found) if found else None

        with self._lock:
            packed = self._unwritten.timings.get(key) or self._read(read, None)
        if packed is None:
            return None
        from briefing.store import packing

        try:
            return Timings(packing.unpack(packed.timeline), float(packed.confidence))
        except (ValueError, TypeError):  # a damaged row: work it out again
            return None

    def has_timings(self, text_hash: str, method: str) -> bool:
        """Return whether timings by `method` are kept for this text, whatever its sound."""

        def read(db: sqlite3.Connection) -> bool:
            found = db.execute(
                "SELECT 1 FROM timings WHERE text_hash = ? AND method = ? LIMIT 1", (text_hash, method)
            )
            return found.fetchone() is not None

        with self._lock:
            waits = any(key[1:] == (text_hash, method) for key in self._unwritten.timings)
            return waits or self._read(read, False)

    def keep_timings(self, sound_hash: str, text_hash: str, method: str, timings: Timings) -> None:
        """Remember timings; those that were kept longest ago make room."""
        from briefing.store import packing

        packed = PackedTimings(float(timings.confidence), packing.pack(timings.timeline))
        with self._lock:
            self._unwritten.timings[sound_hash, text_hash, method] = packed
            self._flush()

    def close(self) -> None:
        """Write what waits and let go of the file. Harmless twice.

        Where bookmarks are lost by that, `take_notice` says so.
        """
        with self._lock:
            busy_s = _LAST_BUSY_WITH_BOOKMARKS_S if self._unwritten.has_bookmarks else _LAST_BUSY_S
            if not self._flush(busy_s, at_once=True) and self._unwritten.added:
                self._notice = f"Bookmarks that could not be written: {len(self._unwritten.added)}."
            super().close()
