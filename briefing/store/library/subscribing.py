"""Subscriptions as they come, go, move and answer; each within a transaction of the caller's."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import isfinite
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from briefing.listed import Subscription
from briefing.safe import safe_line
from briefing.store.library import listing, taking
from briefing.store.library.identity import address_key, moved
from briefing.store.library.rows import DROPPED, HEARD, ITEMS, SUBSCRIPTIONS, put, row_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from briefing.feed import FeedAddress
    from briefing.ports.library import FeedAnswer
    from briefing.store.library.taking import Prepared

_LONGEST_WAIT_S: Final = 7 * 86400.0
"""How long a server may ask not to be asked."""


def subscribe(
    db: sqlite3.Connection, feeds: Sequence[FeedAddress], *, is_users: bool
) -> tuple[Subscription, ...]:
    """Keep subscriptions; return each once, in order."""
    numbers = dict.fromkeys(_subscribe(db, *feed, is_users=is_users) for feed in feeds)
    found = (listing.subscription(db, number) for number in numbers)
    return tuple(each for each in found if each is not None)


def _subscribe(db: sqlite3.Connection, address: str, title: str, *, is_users: bool) -> int:
    key = address_key(address)
    there = _number_at(db, key)
    if there is not None:
        row = row_of(db, SUBSCRIPTIONS, there)
        if is_users and row is not None and not row["is_users"]:
            put(db, SUBSCRIPTIONS, [*{**row, "is_users": 1}.values()])
        return there
    dropped = row_of(db, DROPPED, key)
    number = dropped["number"] if dropped else taking.next_number(db, "subscription")
    new = Subscription(number, address, _title(title, address), is_users=is_users)
    put(db, SUBSCRIPTIONS, [*(int(each) if isinstance(each, bool) else each for each in new), key])
    db.execute("DELETE FROM dropped WHERE address_key = ?", (key,))
    return number


def _number_at(db: sqlite3.Connection, key: int) -> int | None:
    found = db.execute("SELECT number FROM subscriptions WHERE address_key = ?", (key,)).fetchone()
    return found[0] if found else None


def _title(told: str, address: str) -> str:
    """Return what to call a feed until it was read; its host for an address, which may hold a key."""
    title = safe_line(told)
    return title if title and "://" not in title else _host_of(address)


def _host_of(address: str) -> str:
    try:
        return safe_line(urlsplit(address).hostname or "", 80)
    except ValueError:
        return ""


def unsubscribe(db: sqlite3.Connection, number: int, now: str) -> bool:
    """Drop a subscription and its items; return whether there was one."""
    row = row_of(db, SUBSCRIPTIONS, number)
    if row is not None:
        _drop(db, number)
        put(db, DROPPED, (row["address_key"], number, now))
    return row is not None


def _drop(db: sqlite3.Connection, number: int) -> None:
    for (item,) in db.execute("SELECT number FROM items WHERE subscription = ?", (number,)).fetchall():
        taking.drop_item(db, item)
    db.execute("DELETE FROM subscriptions WHERE number = ?", (number,))


def take(
    db: sqlite3.Connection, number: int, answer: FeedAnswer, items: Sequence[Prepared] | None, now: str
) -> int:
    """Keep what came of asking for a subscription; return how many items are new."""
    row = row_of(db, SUBSCRIPTIONS, number)
    if row is None:  # it was dropped meanwhile
        return 0
    row |= {"trouble": safe_line(answer.trouble), "is_gone": int(answer.is_gone), "asked_at": now}
    row["is_users"] = int(bool(row["is_users"]) and answer.is_users)
    row["wait_until"] = _later(now, answer.wait_s)
    if not answer.trouble and not answer.is_gone:
        row["refreshed_at"] = now
        row["etag"] = answer.etag or row["etag"]
        row["modified"] = answer.modified or row["modified"]
    if answer.feed is not None:
        title, language, site, *_ = answer.feed
        row["etag"], row["modified"] = answer.etag, answer.modified
        row["title"] = safe_line(title) or row["title"]
        row["language"], row["site"] = safe_line(language, 40), safe_line(site, 2000)
    if answer.moved_to.startswith(("http://", "https://")):
        row |= {"address": answer.moved_to, "address_key": (key := address_key(answer.moved_to))}
        other = _number_at(db, key)
        if other is not None and other != number:
            _merge(db, other, number)
    put(db, SUBSCRIPTIONS, [*row.values()])
    return 0 if items is None else taking.take_items(db, number, items, now)


def _later(now: str, wait_s: float | None) -> str:
    if wait_s is None or not isfinite(wait_s) or wait_s <= 0:
        return ""
    at = datetime.fromisoformat(now) + timedelta(seconds=min(wait_s, _LONGEST_WAIT_S))
    return at.isoformat(timespec="seconds")


def _merge(db: sqlite3.Connection, other: int, number: int) -> None:
    """Let another subscription go up, with all that was heard of it, in this one that moved there."""
    found = db.execute("SELECT number, identity FROM items WHERE subscription = ?", (other,)).fetchall()
    for item, identity in found:
        own = moved(identity, other, number)
        heard = row_of(db, HEARD, item)
        there = db.execute("SELECT number FROM items WHERE identity = ?", (own,)).fetchone()
        if there is None:
            row = row_of(db, ITEMS, item) or {}
            put(db, ITEMS, [*{**row, "subscription": number, "identity": own}.values()])
            if heard is not None:
                put(db, HEARD, [*{**heard, "subscription": number, "identity": own}.values()])
        elif heard is not None and _is_further(heard, row_of(db, HEARD, there[0])):
            own_heard = {"number": there[0], "subscription": number, "identity": own}
            put(db, HEARD, [*{**heard, **own_heard}.values()])
    _drop(db, other)


def _is_further(heard: dict[str, Any], other: dict[str, Any] | None) -> bool:
    return other is None or (heard["is_heard"], heard["heard"]) > (other["is_heard"], other["heard"])
