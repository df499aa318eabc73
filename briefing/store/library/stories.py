"""Which items of several feeds tell one story: those with the address of a page or recording in common.

It may be one to which a link has led. Only an address that is one item's alone in its feed tells a story:
many feeds have one page for all they say.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.store.library import listing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from briefing.listed import ListedItem


def unheard(db: sqlite3.Connection, since: str) -> tuple[ListedItem, ...]:
    """Return items as `ports.library.Shelf.stories` says."""
    keys = _keys_alone(db)
    told = _heard_keys(db, keys)
    found = listing.unheard_since(db, since)
    breaking = {key for item in found if item.is_breaking for key in keys.get(item.number, ())}
    kept: list[ListedItem] = []
    for item in sorted(found, key=lambda each: (each.heard > 0, each.has_recording), reverse=True):
        own = keys.get(item.number, frozenset())
        if told.isdisjoint(own):
            told |= own
            kept.append(item._replace(is_breaking=item.is_breaking or not breaking.isdisjoint(own)))
    return tuple(sorted(kept, key=lambda each: (each.published, each.number), reverse=True))


def keys_alone(db: sqlite3.Connection, item: Mapping[str, object]) -> dict[str, object]:
    """Return the keys of a row of `items`, None for those that others of its feed have, too."""
    link = "link_key" if item["page_key"] is None else "page_key"
    return {
        "link_key": None if _count(db, link, item) > 1 else item[link],
        "enclosure_key": None if _count(db, "enclosure_key", item) > 1 else item["enclosure_key"],
    }


def _count(db: sqlite3.Connection, name: str, item: Mapping[str, object]) -> int:
    sql = f"SELECT count(*) FROM items WHERE subscription = ? AND {name} = ?"  # noqa: S608 - our own names
    count: int = db.execute(sql, (item["subscription"], item[name])).fetchone()[0]
    return count


def _keys_alone(db: sqlite3.Connection) -> dict[int, frozenset[int]]:
    """Return the keys of each item that no other of its feed has."""
    rows = db.execute("SELECT number, subscription, link_key, page_key, enclosure_key FROM items").fetchall()
    count = Counter((feed, key) for _, feed, *keys in rows for key in {*keys})
    return {
        number: frozenset(key for key in keys if key is not None and count[feed, key] == 1)
        for number, feed, *keys in rows
    }


def _heard_keys(db: sqlite3.Connection, keys: Mapping[int, frozenset[int]]) -> set[int]:
    """Return the keys of all that was heard, and of items that are no longer there, too."""
    found = db.execute("SELECT number, link_key, enclosure_key FROM heard WHERE is_heard")
    return {key for number, *own in found for key in keys.get(number, own) if key is not None}
