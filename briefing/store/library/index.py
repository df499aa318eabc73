"""The index of words: items come in and go out of it, within transactions of the caller's.

It has no texts of its own, so that what goes out has to be told as it came in: what its feed said of an item,
or the text that was read when it was opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.store.library import told, words
from briefing.store.library.identity import page_key
from briefing.store.library.rows import ITEMS, put, row_of
from briefing.store.trouble import damage

if TYPE_CHECKING:
    import sqlite3

MOST_TEXT: Final = 1_000_000
"""How much of a text that was opened is searched, in characters."""


def put_in(db: sqlite3.Connection, number: int, title: str, text: str) -> None:
    """Have an item found by its title and text."""
    db.execute(
        "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)",
        (number, words.indexed(title), words.indexed(text)),
    )


def take_out(db: sqlite3.Connection, number: int, title: str) -> None:
    """Have an item not found any more, while `told` still has what it is found by.

    Raises:
        sqlite3.DatabaseError: if that is damaged.
    """
    row = db.execute("SELECT told, opened FROM told WHERE number = ?", (number,)).fetchone()
    if row is None:
        return
    try:
        text = told.unpack_text(row[1]) or told.unpack(row[0]).text
    except ValueError as error:
        raise damage("what a feed said is damaged") from error
    db.execute(
        "INSERT INTO words (words, rowid, title, body) VALUES ('delete', ?, ?, ?)",
        (number, words.indexed(title), words.indexed(text)),
    )


def keep_text(db: sqlite3.Connection, number: int, text: str, address: str) -> bool:
    """Have an item found by a text that was opened at an address; return whether there is such an item."""
    row = row_of(db, ITEMS, number)
    if row is None:
        return False
    put(db, ITEMS, [*{**row, "page_key": page_key(address)}.values()])
    title, packed = row["title"], told.pack_text(text[:MOST_TEXT])
    is_kept = db.execute("SELECT opened FROM told WHERE number = ?", (number,)).fetchone()
    if is_kept is not None and is_kept[0] != packed:
        take_out(db, number, title)
        put_in(db, number, title, text[:MOST_TEXT])
        db.execute("UPDATE told SET opened = ? WHERE number = ?", (packed, number))
    return True
