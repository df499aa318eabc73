"""What is remembered from one day to the next: places, bookmarks, what was open, timings.

One SQLite database (`database` has its rules, `mending` what is done about trouble, `salvage`
what is saved of a damaged one, `packing` the form of a timeline). A player must never stop for
want of a memory, so:
1. What is to be kept waits in `unwritten` until it is on the file, and counts at once. Nothing
   here waits for another program, a full disk or a damaged file, and nothing is dropped for one.
2. A place is one small transaction without a sync (the 1 Hz write). A bookmark is synced to the
   disk before `add_bookmark` returns, or has a number below zero: it waits.
3. A new database is made when something is first written: no first start waits for the disk.
4. Where the file cannot be used for now - no rights, a file of a later version - a database in
   memory stands in for it, filled with what could be read, and `take_notice` says so once.
"""

from __future__ import annotations

import time
from contextlib import suppress
from threading import RLock
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.model import Bookmark, Place
from briefing.store import file
from briefing.store.unwritten import PackedTimings, Title, Unwritten
from briefing.store.values import clean, is_text, place_of, without_password

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.model import KeptPlace
    from briefing.ports.clock import Clock
    from briefing.store.written import Written
    from briefing.timeline import Timeline
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


class Store:
    """The memory in the file at `path`; None keeps it only as long as the program runs.

    May be called from any thread. Opening never fails: see the rules above.
    """

    def __init__(
        self, path: Path | None, now: Callable[[], str] = _utc_now, clock: Clock = time.monotonic
    ) -> None:
        self.path = path
        self._now = now
        self._clock = clock
        self._lock = RLock()
        self._unwritten = Unwritten()
        self._numbers: dict[int, int] = {}
        self._lost = ""
        self._written: Written | None = None
        if path is not None:
            with suppress(OSError):  # which is told by what opens the file
                file.prepare(path)
        self._find()

    def _find(self) -> Written | None:
        """Return what is written; None where nothing ever was, and SQLite is not worth its import yet."""
        if self._written is None and self.path is not None and file.is_empty(self.path):
            return None
        return self._opened()

    def _opened(self) -> Written:
        with self._lock:
            if self._written is None:
                from briefing.store.written import Written

                self._written = Written(self.path, self._clock)
            return self._written

    @property
    def is_kept(self) -> bool:
        """Whether what is kept comes to the file, as far as is known."""
        return self._opened().is_kept

    def take_notice(self) -> str:
        """Return a sentence about trouble with the memory that was not told yet; else nothing."""
        with self._lock:
            notice, self._lost = self._lost, ""
            return notice or (self._written.take_notice() if self._written else "")

    @property
    def waits(self) -> bool:
        """Whether something waits to be written; the next thing that is kept takes it along."""
        with self._lock:
            return bool(self._unwritten)

    def flush(self) -> None:
        """Write what waits; what cannot be written now goes on waiting."""
        with self._lock:
            self._flush()

    def _flush(self, last_busy_s: float | None = None) -> bool:
        if self._unwritten:
            numbers = self._opened().take(self._unwritten, last_busy_s)
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
        written = self._find()
        row = written.row_of(document_id) if written else None
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
        """Remember that a briefing was opened just now; it is written with what is kept next, or by `flush`.

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

    def recent(self, limit: int = 50) -> tuple[RecentBriefing, ...]:
        """Return what was opened and can be opened again, the last first."""
        with self._lock:
            waiting = dict(self._unwritten.opened)
            written = self._find()
            rows = written.opened(limit + len(waiting)) if written else []
        known = [(document_id, *waiting[document_id]) for document_id in reversed(waiting)]
        known += [row for row in rows if row[0] not in waiting]
        return tuple(
            RecentBriefing(str(document_id), str(title), source.decode("utf-8", "surrogatepass"))
            for document_id, title, source in known
            if isinstance(source, bytes) and source and is_text(source)
        )[:limit]

    def recent_titles(self, limit: int) -> tuple[tuple[str, str], ...]:
        """Return what was opened and can be opened again, the last first: its title, and what opens it."""
        return tuple((each.title, each.source) for each in self.recent(limit))

    def last_source(self) -> str | None:
        """Return what was open last, None if nothing was."""
        recent = self.recent(1)
        return recent[0].source if recent else None

    # Bookmarks

    def bookmarked(self) -> tuple[RecentBriefing, ...]:
        """Return the briefings that have bookmarks on the file, the first that got one first.

        What is not known of one any more, its title or its source, is empty.
        """
        with self._lock:
            self._flush()
            written = self._find()
        return tuple(
            RecentBriefing(document_id, title, source.decode("utf-8", "surrogatepass"))
            for document_id, title, source in (written.bookmarked() if written else ())
            if is_text(source)
        )

    def bookmarks_of(self, document_id: str) -> tuple[Bookmark, ...]:
        """Return a briefing's bookmarks, sorted by place."""
        with self._lock:
            written = self._find()
            found = written.bookmarks_of(document_id) if written else ()
            kept = [each for each in found if each.id not in self._unwritten.removed]
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
        with self._lock:
            written = self._find()
            packed = self._unwritten.timings.get(key) or (written.timings(key) if written else None)
        if packed is None:
            return None
        from briefing.store import packing

        try:
            return Timings(packing.unpack(packed.timeline), float(packed.confidence))
        except (ValueError, TypeError):  # a damaged row: work it out again
            return None

    def has_timings(self, text_hash: str, method: str) -> bool:
        """Return whether timings by `method` are kept for this text, whatever its sound."""
        with self._lock:
            waits = any(key[1:] == (text_hash, method) for key in self._unwritten.timings)
            written = self._find()
            return waits or (written is not None and written.has_timings(text_hash, method))

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
            if not self._flush(busy_s) and self._unwritten.added:
                self._lost = f"Bookmarks that could not be written: {len(self._unwritten.added)}."
            if self._written:
                self._written.close()
