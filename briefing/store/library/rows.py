"""The rows of the library, and whether values can be one of them. Each has a seal: see `store.rows`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from briefing.listed import Subscription
from briefing.store.library import told
from briefing.store.rows import Table, is_right, seal_of
from briefing.store.trouble import damage
from briefing.store.values import clean

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence


MOST_NUMBER: Final = 2**63 - 1
"""No number is greater: SQLite has none."""


def _of(*kinds: Callable[[object], bool]) -> Callable[[Sequence[object]], bool]:
    return lambda values: all(kind(value) for kind, value in zip(kinds, values, strict=True))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and value > 0


def _is_key(value: object) -> bool:
    return isinstance(value, int)


def _may_be_key(value: object) -> bool:
    return value is None or isinstance(value, int)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_switch(value: object) -> bool:
    return value in (0, 1) and isinstance(value, int)


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and 0 <= value <= 1


def _may_be_length(value: object) -> bool:
    return value is None or (isinstance(value, int | float) and value >= 0)


def _can_be_told(values: Sequence[object]) -> bool:
    number, said, opened = values
    if not (_is_number(number) and isinstance(said, bytes) and isinstance(opened, bytes)):
        return False
    try:
        told.unpack(said)
        told.unpack_text(opened)
    except ValueError:
        return False
    return True


SUBSCRIPTIONS: Final = Table(
    "subscriptions",
    (*Subscription._fields, "address_key"),
    1,
    _of(_is_number, *[_is_text] * 6, _is_switch, *[_is_text] * 4, _is_switch, _is_key),
)
DROPPED: Final = Table(
    "dropped", ("address_key", "number", "dropped_at"), 1, _of(_is_key, _is_number, _is_text)
)
ITEMS: Final = Table(
    "items",
    (
        *(
            "number",
            "subscription",
            "identity",
            "link_key",
            "enclosure_key",
            "text_key",
            "title",
            "published",
        ),
        *(
            "seen_at",
            "link",
            "length_s",
            "language",
            "has_recording",
            "is_breaking",
            "is_offered",
            "page_key",
        ),
    ),
    1,
    _of(
        *(_is_number, _is_number, _is_key, _may_be_key, _may_be_key, _is_key, *[_is_text] * 4),
        *(_may_be_length, _is_text, *[_is_switch] * 3, _may_be_key),
    ),
)
HEARD: Final = Table(
    "heard",
    (
        *("number", "subscription", "identity", "link_key", "enclosure_key"),
        *("heard", "is_heard", "length_s", "heard_at"),
    ),
    1,
    _of(
        _is_number,
        _is_number,
        _is_key,
        _may_be_key,
        _may_be_key,
        _is_share,
        _is_switch,
        _may_be_length,
        _is_text,
    ),
)
COUNTERS: Final = Table("counters", ("name", "last"), 1, _of(_is_text, _is_key))
TOLD: Final = Table("told", ("number", "told", "opened"), 1, _can_be_told)
"""Without a seal: what is deflated has a sum of its own."""
SEALED: Final = (SUBSCRIPTIONS, DROPPED, ITEMS, HEARD, COUNTERS)


def put(db: sqlite3.Connection, table: Table, values: Sequence[object]) -> None:
    """Write a row, in the place of the one with its key; call it within a transaction."""
    values = [clean(each) if isinstance(each, str) else each for each in values]
    marks = ", ".join("?" * (len(values) + 1))
    sql = f"INSERT OR REPLACE INTO {table.name} ({table.listed}, seal) VALUES ({marks})"  # noqa: S608 - our own names
    db.execute(sql, (*values, seal_of(values)))


def row_of(db: sqlite3.Connection, table: Table, key: int | str) -> dict[str, Any] | None:
    """Return a row by its key, None if there is none.

    Raises:
        sqlite3.DatabaseError: if it is not as it was written.
    """
    if isinstance(key, int) and abs(key) > MOST_NUMBER:
        return None
    sql = f"SELECT {table.listed}, seal FROM {table.name} WHERE {table.columns[0]} = ?"  # noqa: S608 - our own names
    found = db.execute(sql, (key,)).fetchone()
    if found is None:
        return None
    *values, seal = found
    if not is_right(table, values, seal):
        raise damage(f"a row of {table.name} is damaged")
    return dict(zip(table.columns, values, strict=True))


def counter(db: sqlite3.Connection, name: str) -> int:
    """Return a counter: the last number that was given out; 0 if none was."""
    row = row_of(db, COUNTERS, name)
    return row["last"] if row else 0
