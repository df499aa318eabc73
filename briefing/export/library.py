"""The library as other programs take it: JSON of its items and subscriptions, and OPML of these.

An item or subscription is a line, so that thousands are written at once and a line is found by a line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from briefing.listed import ListedItem, Subscription


def items_json(items: Iterable[ListedItem]) -> Iterator[str]:
    """Yield the parts of one object with all `items`; what is not known is null."""
    return _object("items", (item_row(item) for item in items))


def item_row(item: ListedItem) -> dict[str, object]:
    """Return an item as an object of JSON. `source` is what it can be opened as."""
    return {
        "number": item.number,
        "source": str(item.number),
        "title": item.title,
        "feed": item.feed,
        "subscription": item.subscription,
        "published": item.published,
        "length_s": item.length_s,
        "language": item.language or None,
        "has_recording": item.has_recording,
        "is_breaking": item.is_breaking,
        "heard": round(item.heard, 4),
        "is_heard": item.is_heard,
        "link": item.link or None,
    }


def subscriptions_json(
    subscriptions: Iterable[Subscription], shown: Callable[[str], str], counts: Mapping[int, tuple[int, int]]
) -> Iterator[str]:
    """Yield the parts of one object with all `subscriptions`.

    Args:
        subscriptions: Them.
        shown: Makes an address one that may be shown.
        counts: How many items each has by its number, and how many of them are unheard.
    """
    return _object(
        "subscriptions",
        (
            {
                "number": each.number,
                "title": each.title,
                "address": shown(each.address),
                "site": shown(each.site) or None,
                "language": each.language or None,
                "items": counts.get(each.number, (0, 0))[0],
                "unheard": counts.get(each.number, (0, 0))[1],
                "refreshed_at": each.refreshed_at or None,
                "trouble": each.trouble or None,
                "is_gone": each.is_gone,
            }
            for each in subscriptions
        ),
    )


def _object(name: str, rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    encode = json.JSONEncoder(ensure_ascii=False).encode
    yield f'{{"{name}": ['
    end = "\n"
    for row in rows:
        yield f"{end}{encode(row)}"
        end = ",\n"
    yield "\n]}\n" if end != "\n" else "]}\n"
