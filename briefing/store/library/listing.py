"""Reading subscriptions and items out of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from briefing.listed import ListedItem, Subscription
from briefing.store.library import told, words
from briefing.store.library.rows import COUNTERS, MOST_NUMBER, put
from briefing.store.trouble import damage

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from briefing.feed import FeedItem

_SUBSCRIPTIONS: Final = f"SELECT {', '.join(Subscription._fields)} FROM subscriptions"  # noqa: S608 - our own names
_ITEMS: Final = (
    "SELECT items.number, items.title, subscriptions.title, published,"
    " coalesce(heard.length_s, items.length_s), coalesce(nullif(items.language, ''), subscriptions.language),"
    " has_recording, is_breaking, coalesce(heard, 0.0), coalesce(is_heard, 0), link, items.subscription"
    " FROM items JOIN subscriptions ON subscriptions.number = items.subscription"
    " LEFT JOIN heard ON heard.number = items.number"
)
_NEWEST: Final = " ORDER BY published DESC, items.number DESC"
_MOST_RANKED: Final = 2000
"""Of what more items than these have, the newest are ranked: it tells nothing apart, and would take long."""
_STEPS: Final = 2.0
"""How fine ranks are told apart: in halves, within which the newest is first."""
_FOUND: Final = (
    "WITH found AS (SELECT rowid AS number, bm25(words) AS likelihood FROM words WHERE words MATCH ?1"  # noqa: S608 - our own names
    f" ORDER BY rowid DESC LIMIT {_MOST_RANKED})"
    f" {_ITEMS} JOIN found ON found.number = items.number"
    " ORDER BY items.number NOT IN (SELECT rowid FROM words WHERE words MATCH 'title : (' || ?1 || ')'),"
    f" round(likelihood * {_STEPS}), published DESC, items.number DESC LIMIT ?2"
)


def subscriptions(db: sqlite3.Connection) -> tuple[Subscription, ...]:
    """Return all subscriptions, by title."""
    found = [_subscription(row) for row in db.execute(_SUBSCRIPTIONS)]
    return tuple(sorted(found, key=lambda each: (each.title.casefold(), each.number)))


def subscription(db: sqlite3.Connection, number: int) -> Subscription | None:
    """Return a subscription by its number; None if there is none."""
    row = db.execute(f"{_SUBSCRIPTIONS} WHERE number = ?", (number,)).fetchone()
    return _subscription(row) if row else None


def items(
    db: sqlite3.Connection, of: int | None = None, *, unheard: bool = False, limit: int | None = None
) -> tuple[ListedItem, ...]:
    """Return items as `ports.library.Shelf.items` says."""
    wanted = [" AND items.subscription = ?"] * (of is not None) + [" AND NOT coalesce(is_heard, 0)"] * unheard
    sql = f"{_ITEMS} WHERE 1{''.join(wanted)}{_NEWEST} LIMIT ?"
    given = ([] if of is None else [of]) + [-1 if limit is None else limit]
    return _items(db.execute(sql, given))


def unheard_since(db: sqlite3.Connection, since: str) -> tuple[ListedItem, ...]:
    """Return the unheard items that were published since then, the newest first."""
    return _items(
        db.execute(f"{_ITEMS} WHERE published >= ? AND NOT coalesce(is_heard, 0){_NEWEST}", (since,))
    )


def item(db: sqlite3.Connection, number: int) -> tuple[ListedItem, ...]:
    """Return the item of a number, if there is one."""
    if number > MOST_NUMBER:
        return ()
    return _items(db.execute(f"{_ITEMS} WHERE items.number = ?", (number,)))


def note_visit(db: sqlite3.Connection, newest: int) -> int:
    """Write which item was the newest when the user was here; return it."""
    put(db, COUNTERS, ("visited", newest))
    return newest


def told_of(db: sqlite3.Connection, number: int) -> FeedItem | None:
    """Return what its feed said of an item; None if there is none."""
    row = None
    if number <= MOST_NUMBER:
        row = db.execute("SELECT told FROM told WHERE number = ?", (number,)).fetchone()
    try:
        return told.unpack(row[0]) if row else None
    except ValueError as error:
        raise damage("what a feed said is damaged") from error


def search(db: sqlite3.Connection, typed: str, limit: int) -> tuple[ListedItem, ...]:
    """Return items as `ports.library.Shelf.search` says."""
    query = words.query(typed)
    if not query:
        return ()
    return _items(db.execute(_FOUND, (query, limit)))


def _subscription(row: Sequence[object]) -> Subscription:
    found = dict(zip(Subscription._fields, row, strict=True))
    return Subscription(**{**found, "is_gone": bool(found["is_gone"]), "is_users": bool(found["is_users"])})  # type: ignore[arg-type]


def _items(rows: Iterable[Sequence[Any]]) -> tuple[ListedItem, ...]:
    make = ListedItem._make  # of ten thousand at once each step counts
    return tuple(
        [make((*row[:6], row[6] == 1, row[7] == 1, row[8], row[9] == 1, row[10], row[11])) for row in rows]
    )
