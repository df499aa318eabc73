"""Every kind of damage that a database file meets, seeded: how it is done, and what was there before it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.model import Bookmark, KeptPlace, Place
from briefing.store import Store

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

PAGE_BYTES: Final = 4096
DOCUMENTS: Final = tuple(f"{number * 7919:032x}" for number in range(1, 6))
BOOKMARKS: Final = 60


class Kept(NamedTuple):
    """What was in the database before the damage."""

    bookmarks: frozenset[Bookmark]
    places: frozenset[KeptPlace]


def fill(path: Path) -> Kept:
    """Make a database of five places and sixty bookmarks, as a few mornings leave it."""
    with closing(Store(path)) as store:
        for number, document in enumerate(DOCUMENTS):
            store.note_opened(document, f"The news of day {number}", f"/home/ann/news/{number}.md")
            store.keep_place(KeptPlace(document, 100 * number, 12.5 * number, 1.25))
        for number in range(BOOKMARKS):
            store.add_bookmark(
                Place(DOCUMENTS[number % 5], 37 * number), f"note {number}: {'talk ' * (number % 7)}"
            )
        return kept_in(store)


def kept_in(store: Store) -> Kept:
    """Return all that a store knows of the documents."""
    places = (store.place_of(document) for document in DOCUMENTS)
    return Kept(
        frozenset(each._replace(id=0) for document in DOCUMENTS for each in store.bookmarks_of(document)),
        frozenset(place for place in places if place is not None),
    )


def saved_from(path: Path) -> tuple[Kept, str, bool]:
    """Return what a player finds, what it says, and whether it keeps on keeping."""
    with closing(Store(path)) as store:
        kept = kept_in(store)
        notice = store.take_notice()
        store.keep_place(KeptPlace("new", 7))
        is_kept = store.is_kept
    return kept, notice, is_kept


def leave_log(path: Path) -> Kept:
    """Fill a database and leave its newest rows in the log alone, as a kill does; return what it holds."""
    fill(path)
    with closing(Store(path)) as store:
        for number in range(5):
            store.add_bookmark(Place(DOCUMENTS[number], 9000 + number), "only in the log")
            store.keep_place(KeptPlace(DOCUMENTS[number], 9000 + number))
        kept = kept_in(store)
        files = {each: each.read_bytes() for each in path.parent.iterdir() if not each.name.endswith("-shm")}
    for each, content in files.items():
        each.write_bytes(content)
    return kept


def _cut_page(content: bytearray, _: random.Random) -> None:
    del content[-PAGE_BYTES:]


def _cut_anywhere(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content) * 2 // 3, len(content)) :]


def _zero_page(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content) // PAGE_BYTES) * PAGE_BYTES
    content[at : at + PAGE_BYTES] = bytes(PAGE_BYTES)


def _junk_page(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content) // PAGE_BYTES) * PAGE_BYTES
    content[at : at + PAGE_BYTES] = chance.randbytes(PAGE_BYTES)


def _flip_bytes(content: bytearray, chance: random.Random) -> None:
    for _ in range(8):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)


def _junk_header(content: bytearray, chance: random.Random) -> None:
    content[:100] = chance.randbytes(100)


def _flip_header(content: bytearray, chance: random.Random) -> None:
    for _ in range(3):
        content[chance.randrange(100)] ^= 1 << chance.randrange(8)


def _stretch_of_junk(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content))
    junk = chance.randbytes(chance.randrange(1, 600))
    content[at : at + len(junk)] = junk[: len(content) - at]


def _bad_sector(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content) // 512) * 512
    content[at : at + 512] = bytes(512)


KINDS: Final[dict[str, Callable[[bytearray, random.Random], None]]] = {
    "cut by a page": _cut_page,
    "cut anywhere": _cut_anywhere,
    "a page of zeros": _zero_page,
    "a page of junk": _junk_page,
    "flipped bytes": _flip_bytes,
    "a header of junk": _junk_header,
    "flipped bits in the header": _flip_header,
    "a stretch of junk": _stretch_of_junk,
    "a sector of zeros": _bad_sector,
}
"""What it is -> how it is done to a file's content."""


def spoil_index(path: Path, chance: random.Random) -> None:
    """Flip bytes within the entries of an index, so that only a look at all of them shows it."""
    with closing(sqlite3.connect(path)) as db:
        roots = [row[0] for row in db.execute("SELECT rootpage FROM sqlite_master WHERE type = 'index'")]
    content = bytearray(path.read_bytes())
    at = (chance.choice(roots) - 1) * PAGE_BYTES
    for _ in range(3):
        content[at + PAGE_BYTES - chance.randrange(1, 300)] ^= chance.randrange(1, 128)
    path.write_bytes(content)
