"""Putting what came of asking for a feed into the library; within a transaction of its caller's.

Rules:
1. What can be made before the transaction is: `Prepared`.
2. An item that was corrected keeps its number and how far it was heard.
3. What the feed holds no more stays while it was not heard to its end, up to `MOST_KEPT` items; what was
   heard stays for `KEPT_DAYS` after that.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.safe import safe_line
from briefing.store.library import identity, index, told
from briefing.store.library.identity import Keys, Told, keys_of
from briefing.store.library.rows import COUNTERS, HEARD, ITEMS, counter, put, row_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from briefing.feed import Feed, FeedItem

MOST_KEPT: Final = 5000
"""How many items of a feed are kept that it does not hold any more."""
KEPT_DAYS: Final = 30
"""How long a heard item is kept that its feed does not hold any more, in days from when it was heard."""
_MOST_SECONDS: Final = 7 * 86400.0
_TITLE_CHARS: Final = 80
"""How much of its text stands for the title of an item that has none."""


class Prepared(NamedTuple):
    """An item as it is written: what it is known by, its columns, what was told as bytes, and its text."""

    keys: Keys
    title: str
    published: str
    link: str
    length_s: float | None
    language: str
    has_recording: bool
    is_breaking: bool
    told: bytes
    text: str


class _Known(NamedTuple):
    number: int
    told: Told
    seen_at: str


def prepared(feed: Feed, subscription: int) -> list[Prepared]:
    """Return a feed's items as they are written, the oldest first as numbers grow; of versions, the first."""
    items = {
        keys.identity: (item, keys)
        for item, keys in reversed([*zip(feed.items, keys_of(feed.items, subscription), strict=True)])
    }
    return [_prepared(item, keys) for item, keys in items.values()]


def _prepared(item: FeedItem, keys: Keys) -> Prepared:
    length_s = item.duration_s
    is_length = length_s is not None and isfinite(length_s) and length_s > 0
    return Prepared(
        keys,
        safe_line(item.title) or safe_line(item.text, _TITLE_CHARS) or safe_line(item.link) or "Untitled",
        item.published,
        safe_line(item.link, 2000),
        min(float(length_s or 0), _MOST_SECONDS) if is_length else None,
        safe_line(item.language, 40),
        bool(item.enclosure),
        item.is_breaking,
        told.pack(item),
        item.text,
    )


def take_items(db: sqlite3.Connection, subscription: int, items: Sequence[Prepared], now: str) -> int:
    """Put in all that a feed holds; return how many items are new and were not heard."""
    known = _known(db, subscription)
    by_identity = {each.told.keys.identity: each for each in known}
    offered = {item.keys.identity for item in items}
    gone = [each for each in known if each.told.keys.identity not in offered]
    new = 0
    for item in items:
        before = by_identity.get(item.keys.identity)
        if before is not None and identity.is_worn(before.told, _told(item, now)):
            _wear_out(db, before)
            before = None
        elif before is None and (before := _renamed(item, gone)):
            gone.remove(before)
        if before is None:
            new += _add(db, subscription, item, now)
        else:
            _change(db, item, before)
    for each in gone:
        _write(db, each.number, is_offered=0)
    _prune(db, subscription, now)
    return new


def _known(db: sqlite3.Connection, subscription: int) -> list[_Known]:
    found = db.execute(
        "SELECT number, identity, link_key, enclosure_key, text_key, title, published, seen_at FROM items"
        " WHERE subscription = ?",
        (subscription,),
    )
    return [
        _Known(number, Told(Keys(*keys), title, published), seen_at)
        for number, *keys, title, published, seen_at in found
    ]


def _told(item: Prepared, seen_at: str) -> Told:
    return Told(item.keys, item.title, _published(item.published, seen_at))


def _renamed(item: Prepared, gone: Sequence[_Known]) -> _Known | None:
    return next((each for each in gone if identity.is_renamed(each.told, _told(item, each.seen_at))), None)


def _published(told_: str, seen_at: str) -> str:
    """Return when an item was published, in UTC: when it was seen where that is untold, or yet to come."""
    try:
        at = datetime.fromisoformat(told_)
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return seen_at
    return min(at.isoformat(timespec="seconds"), seen_at)


# Items


def _add(db: sqlite3.Connection, subscription: int, item: Prepared, now: str) -> bool:
    """Put in an item that is not there; return whether it is unheard."""
    heard = db.execute(
        "SELECT number, is_heard FROM heard WHERE identity = ?"
        " AND number NOT IN (SELECT number FROM items WHERE number = heard.number)",
        (item.keys.identity,),
    ).fetchone()
    number, is_heard = heard or (next_number(db, "item"), False)
    own = {"number": number, "subscription": subscription, "seen_at": now, "page_key": None}
    row = {**own, **_columns(item, now)}
    put(db, ITEMS, [row[name] for name in ITEMS.columns])
    db.execute("INSERT OR REPLACE INTO told (number, told, opened) VALUES (?, ?, x'')", (number, item.told))
    index.put_in(db, number, item.title, item.text)
    return not is_heard


def _columns(item: Prepared, seen_at: str) -> dict[str, object]:
    return {
        "identity": item.keys.identity,
        "link_key": item.keys.link,
        "enclosure_key": item.keys.enclosure,
        "text_key": item.keys.text,
        "title": item.title,
        "published": _published(item.published, seen_at),
        "link": item.link,
        "length_s": item.length_s,
        "language": item.language,
        "has_recording": int(item.has_recording),
        "is_breaking": int(item.is_breaking),
        "is_offered": 1,
    }


def _change(db: sqlite3.Connection, item: Prepared, before: _Known) -> None:
    """Bring an item that is there up to what its feed says now."""
    number = before.number
    if before.told.keys.identity != item.keys.identity and (heard := row_of(db, HEARD, number)):
        put(db, HEARD, [*{**heard, "identity": item.keys.identity}.values()])
    _write(db, number, **_columns(item, before.seen_at))
    packed = db.execute("SELECT told FROM told WHERE number = ?", (number,)).fetchone()
    if packed is None or packed[0] != item.told:
        is_same_text = (before.told.keys.text, before.told.title) == (item.keys.text, item.title)
        if not is_same_text:
            index.take_out(db, number, before.told.title)
            index.put_in(db, number, item.title, item.text)
        db.execute(
            "INSERT INTO told (number, told, opened) VALUES (?1, ?2, x'') ON CONFLICT (number) DO UPDATE"
            " SET told = ?2, opened = CASE WHEN ?3 THEN opened ELSE x'' END",
            (number, item.told, is_same_text),
        )


def _wear_out(db: sqlite3.Connection, before: _Known) -> None:
    """Give the identity of an item away to a new one that has its guid."""
    own = identity.key_of("worn", str(before.number))
    _write(db, before.number, identity=own)
    if heard := row_of(db, HEARD, before.number):
        put(db, HEARD, [*{**heard, "identity": own}.values()])


def _write(db: sqlite3.Connection, number: int, **columns: object) -> None:
    """Write columns of an item, if they change it."""
    row = row_of(db, ITEMS, number)
    if row is not None and row != (changed := {**row, **columns}):
        put(db, ITEMS, [*changed.values()])


def _prune(db: sqlite3.Connection, subscription: int, now: str) -> None:
    """Drop what the feed holds no more and was heard long ago, or is more than is kept."""
    before = (datetime.fromisoformat(now) - timedelta(days=KEPT_DAYS)).isoformat(timespec="seconds")
    gone = (
        "SELECT number FROM items LEFT JOIN heard USING (number)"
        " WHERE items.subscription = ? AND NOT is_offered"
    )
    old = db.execute(f"{gone} AND is_heard AND heard_at < ?", (subscription, before)).fetchall()
    many = db.execute(
        f"{gone} AND coalesce(heard, 0) = 0 ORDER BY published DESC LIMIT -1 OFFSET ?",
        (subscription, MOST_KEPT),
    ).fetchall()
    for (number,) in old + many:
        drop_item(db, number)


def drop_item(db: sqlite3.Connection, number: int) -> None:
    """Drop an item and its text; how far it was heard stays, for it may come back."""
    row = row_of(db, ITEMS, number)
    if row is not None:
        index.take_out(db, number, row["title"])
    db.execute("DELETE FROM told WHERE number = ?", (number,))
    db.execute("DELETE FROM items WHERE number = ?", (number,))


def next_number(db: sqlite3.Connection, name: str) -> int:
    """Return a number that was never given out."""
    number = counter(db, name) + 1
    put(db, COUNTERS, (name, number))
    return number
