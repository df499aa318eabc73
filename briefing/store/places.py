"""The layout of places, bookmarks and timings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.store.layout import Called, Layout, SavedRow
from briefing.store.rows import BOOKMARKS, ITEMS, TABLES, TIMINGS, is_right, seal_of
from briefing.store.schema import SCHEMA, VERSION, seal_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from briefing.store.pages import Record, Value

_COLUMNS: Final = frozenset((5, 6, 10, 11, 12))
"""Of bookmarks and items without and with a seal, and in their indexes; timings have six, too."""
_MOST_ID: Final = 2**40


def _rows_of(records: Iterable[Record]) -> list[SavedRow]:
    found: dict[object, SavedRow] = {}
    bookmarks: set[object] = set()
    for record in records:
        row = _right_row(record)
        if row is None:
            continue
        key: tuple[object, ...] = (row.table.name, row.values[: row.table.key])
        if row.table is BOOKMARKS:
            if row.number is None and key in bookmarks:
                continue
            bookmarks.add(key)
            key = (*key, row.number)  # two bookmarks may say the same
        found.setdefault(key, row)
    return list(found.values())


def _right_row(record: Record) -> SavedRow | None:
    """Return the row that a record is; None if it is another table's, or not right."""
    first, *_, last = values = record.values
    number: Value = record.rowid
    if first is None:  # a number that is the row's own is not stored again
        table, own = BOOKMARKS, values[1:]
    elif len(values) > len(ITEMS.columns) + 1:  # of an index, which ends in the row's number
        table, own = ITEMS, values[:-1]
    elif len(values) >= len(ITEMS.columns):
        table, own = ITEMS, values
    elif isinstance(last, bytes):
        table, own = TIMINGS, values
    else:
        table, own, number = BOOKMARKS, values[:-1], last
    seal: Value = None
    if table is not TIMINGS and len(own) > len(table.columns):
        *kept, seal = own
        own = tuple(kept)
    if len(own) != len(table.columns):
        return None
    # SQLite stores a REAL that is whole as an integer.
    own = tuple(
        float(value) if name in ("media_s", "speed", "confidence") and isinstance(value, int) else value
        for name, value in zip(table.columns, own, strict=True)
    )
    return (
        SavedRow(table, own, number if isinstance(number, int) else None)
        if is_right(table, own, seal)
        else None
    )


def _insert(db: sqlite3.Connection, rows: list[SavedRow]) -> int:
    """Put rows into a new database; return how many of them are places and bookmarks."""
    count = 0
    used: set[int] = set()
    for table, values, number in rows:
        columns, given = table.listed, [*values]
        if table is not TIMINGS:
            columns, given = f"{columns}, seal", [*given, seal_of(values)]
        if table is BOOKMARKS and number is not None and 0 < number < _MOST_ID and number not in used:
            used.add(number)
            columns, given = f"{columns}, id", [*given, number]
        marks = ", ".join("?" * len(given))
        sql = f"INSERT OR IGNORE INTO {table.name} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
        added = db.execute(sql, given).rowcount
        count += 0 if table is TIMINGS else added
    return count


PLACES: Final = Layout(
    called=Called("places and bookmarks", "are", "were", "of them", "places and bookmarks are kept"),
    version=VERSION,
    schema=SCHEMA,
    upgrade=seal_rows,
    tables=TABLES,
    sealed=(ITEMS, BOOKMARKS),
    is_checked_whole=True,
    is_large=False,
    columns=_COLUMNS,
    rows_of=_rows_of,
    insert=_insert,
)
