"""The layout of the library's database: how it is made, and what is saved of it where it is damaged.

What was heard is known by the identity of its item as well as by its number, so that even an item whose row
is lost comes back with the next refresh, under its number and heard. What a feed said is saved where its page
is whole; the index of words is made anew of it. All feeds are asked anew, whatever they said was newest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.store.layout import Called, Layout, SavedRow
from briefing.store.library.index import put_in
from briefing.store.library.rows import COUNTERS, HEARD, ITEMS, SEALED, SUBSCRIPTIONS, TOLD, counter, put
from briefing.store.library.schema import SCHEMA, VERSION
from briefing.store.library.told import unpack, unpack_text
from briefing.store.rows import is_right

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from briefing.store.pages import Record, Value

_BY_COLUMNS: Final = {len(table.columns) + 1: table for table in SEALED}
"""How many columns a row has with its seal -> its table. No two have as many."""
_GAP: Final = 1000
"""How many numbers are passed over where it is lost which was given out last."""


def _rows_of(records: Iterable[Record]) -> list[SavedRow]:
    found: dict[object, SavedRow] = {}
    for record in records:
        row = _right_row(record)
        if row is not None:
            found.setdefault((row.table.name, row.values[0]), row)
    return list(found.values())


def _right_row(record: Record) -> SavedRow | None:
    *values, seal = record.values
    if record.rowid is not None and len(record.values) == len(TOLD.columns):
        row = (record.rowid, *record.values[1:])  # a number that is the row's own is not stored again
        return SavedRow(TOLD, row) if TOLD.can_be(row) else None
    table = _BY_COLUMNS.get(len(record.values))
    if table is None or seal is None:
        return None
    # SQLite stores a REAL that is whole as an integer.
    own = tuple(
        float(value) if name in ("heard", "length_s") and isinstance(value, int) else value
        for name, value in zip(table.columns, values, strict=True)
    )
    return SavedRow(table, own) if table.can_be(own) and is_right(table, own, seal) else None


def _insert(db: sqlite3.Connection, rows: list[SavedRow]) -> int:
    """Put rows into a new database; return how many of them are subscriptions and heard items."""
    of: dict[str, dict[Value, tuple[Value, ...]]] = {table.name: {} for table in (*SEALED, TOLD)}
    for table, values, _ in rows:
        of[table.name][values[0]] = values
    subscriptions, items, said = of[SUBSCRIPTIONS.name], of[ITEMS.name], of[TOLD.name]
    for number, values in [*items.items()]:
        if values[ITEMS.columns.index("subscription")] not in subscriptions:
            del items[number]
    for table in SEALED:
        for values in of[table.name].values():
            put(db, table, _asked_anew(values) if table is SUBSCRIPTIONS else values)
    for number in items.keys() & said.keys():
        _insert_told(db, items[number], said[number])
    _skip_numbers(db, "item", {*items, *of[HEARD.name]})
    _skip_numbers(db, "subscription", {*subscriptions})
    return len(subscriptions) + len(of[HEARD.name])


def _asked_anew(values: tuple[Value, ...]) -> list[Value]:
    of = dict(zip(SUBSCRIPTIONS.columns, values, strict=True))
    return [*{**of, "etag": "", "modified": ""}.values()]


def _insert_told(db: sqlite3.Connection, item: tuple[Value, ...], values: tuple[Value, ...]) -> None:
    number, said, opened = values
    title = str(item[ITEMS.columns.index("title")])
    if isinstance(number, int) and isinstance(said, bytes) and isinstance(opened, bytes):
        db.execute("INSERT INTO told (number, told, opened) VALUES (?, ?, ?)", values)
        put_in(db, number, title, unpack_text(opened) or unpack(said).text)


def _skip_numbers(db: sqlite3.Connection, name: str, used: set[Value]) -> None:
    """See to it that no number is given out a second time."""
    last = counter(db, name)
    most = max((number for number in used if isinstance(number, int)), default=0)
    if last < most or not last:
        put(db, COUNTERS, (name, most + _GAP * bool(most)))


def _needs_none(_: sqlite3.Connection) -> None:
    """Do nothing: there is no earlier version."""


LIBRARY: Final = Layout(
    called=Called("the library", "is", "was", "of its feeds and heard items", "what was heard is known"),
    version=VERSION,
    schema=SCHEMA,
    upgrade=_needs_none,
    tables=(*SEALED, TOLD),
    sealed=SEALED,
    is_checked_whole=False,
    is_large=True,
    columns=frozenset((*_BY_COLUMNS, len(TOLD.columns))),
    rows_of=_rows_of,
    insert=_insert,
)
