"""The database damaged or locked: the player keeps what can be kept and says what cannot."""

from __future__ import annotations

import random
import re
import sqlite3
import time
from contextlib import closing
from statistics import median
from typing import TYPE_CHECKING, Final

from briefing.model import Place
from briefing.store import Store
from injections.catalogue import fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from injections.rig import Rig

_ROWS: Final = 60
_PAGE_BYTES: Final = 4096
_AT_ONCE_S: Final = 4.0
"""A start with time to spare for a busy machine; one that waited for the lock took longer by five seconds."""


def _fill(rig: Rig) -> bytes:
    with closing(Store(rig.database)) as store:
        for number in range(_ROWS):
            store.add_bookmark(Place("f" * 32, number), f"note {number}")
    return rig.database.read_bytes()


def _cut(content: bytearray, _chance: random.Random) -> None:
    del content[-_PAGE_BYTES:]


def _zero(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content) // _PAGE_BYTES) * _PAGE_BYTES
    content[at : at + _PAGE_BYTES] = bytes(_PAGE_BYTES)


def _flip(content: bytearray, chance: random.Random) -> None:
    for _ in range(8):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)


def _behead(content: bytearray, chance: random.Random) -> None:
    content[:100] = chance.randbytes(100)


_DAMAGE: Final[tuple[Callable[[bytearray, random.Random], None], ...]] = (_cut, _zero, _flip, _behead)


@fault("database-damaged", "a page cut off, a page of zeros, flipped bytes, a header of junk")
def damaged(rig: Rig) -> str:
    """Inject a page cut off; return what came of it."""
    whole = _fill(rig)
    before = {f"note {number}" for number in range(_ROWS)}
    saved = []
    for number in range(40):
        content = bytearray(whole)
        _DAMAGE[number % len(_DAMAGE)](content, random.Random(number))
        rig.database.write_bytes(content)
        with closing(Store(rig.database)) as store:
            notes = {each.note for each in store.bookmarks_of("f" * 32)}
            assert store.is_kept, f"damage {number} ends the keeping"
        assert notes <= before, f"damage {number} makes a wrong bookmark"
        saved.append(len(notes))
    assert median(saved) >= _ROWS - 1, f"{median(saved)} of {_ROWS} saved in the median"
    return (
        f"{median(saved):.0f} of {_ROWS} bookmarks saved in the median of {len(saved)}, {min(saved)} at worst"
    )


@fault("database-damaged-told", "a header of junk, met by the player")
def damaged_and_told(rig: Rig) -> str:
    """Inject a header of junk; return what came of it."""
    whole = bytearray(_fill(rig))
    _behead(whole, random.Random(1))
    rig.database.write_bytes(whole)
    with rig.player(rig.text(), linear=True) as player:
        player.wait_for("Places and bookmarks were damaged.")
        player.wait_for("could be saved")
        found = re.search(r"damaged\. (\d+) of them", player.text)
        assert found is not None, player.text[-300:]
        player.leave()
    return f"said: {found[1]} saved"


@fault("database-locked", "another program that lets nobody read or write at the start, and then lets go")
def locked(rig: Rig) -> str:
    """Inject another program that lets nobody read or write at the start; return what came of it."""
    _fill(rig)
    with closing(sqlite3.connect(rig.database, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE items SET title = title")
        start_s = time.monotonic()
        with rig.player(rig.text(), linear=True) as player:
            player.wait_for("Another program holds places and bookmarks")
            took_s = time.monotonic() - start_s
            player.press("b")
            player.wait_for("not written yet")
            other.execute("ROLLBACK")
            other.close()
            player.wait_for("Places and bookmarks are written again.")
            player.leave()
    with closing(sqlite3.connect(rig.database)) as after:
        count = after.execute("SELECT count(*) FROM bookmarks").fetchone()[0]
    assert count == _ROWS + 1, f"{count} bookmarks"
    assert took_s < _AT_ONCE_S, f"up after {took_s:.1f} s"
    return f"up and said after {took_s:.1f} s, the bookmark written when the lock went"
