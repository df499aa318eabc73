"""Which item of a feed is which, from one reading to the next, and which of several feeds tell one story.

What feeds do, as those complain who read them: they give all their items one guid, or none; change guids from
http to https, or with the headline; sign the addresses of recordings anew every day; use one page or one
recording's name for each day's news. To take two items for one loses news, to take one for two repeats it;
where it cannot be told, it is repeated. The rules:

1. A guid that is one item's alone in its feed tells it, whatever else changes: that is a correction. But
   where title, time and addresses have all changed, it is a new item under a worn guid.
2. Without such a guid, an item is told by guid, link, recording and title together.
3. An item of which that is not known is one whose guid has changed, if one that the feed holds no more has
   its text and its title or an address, or its title, an address and its time.
4. Several feeds tell one story where an address is the same, and is one item's alone in each.

Keys are numbers of 64 bits of a hash. Pure.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefing.digest import sha256
from briefing.same_address import plain_address, plain_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.feed import FeedItem


class Keys(NamedTuple):
    """What an item is known by."""

    identity: int
    link: int | None
    """None without one, or where it is a front page."""
    enclosure: int | None
    text: int


class Told(NamedTuple):
    """What a feed says of an item, so far as it tells which it is."""

    keys: Keys
    title: str
    published: str


def is_worn(before: Told, now: Told) -> bool:
    """Return whether an item is another than the one that had its guid before: all but that has changed."""
    pages = [*zip(before.keys[1:3], now.keys[1:3], strict=True)]
    return (
        before.title != now.title
        and before.published != now.published
        and all(one != other for one, other in pages if one or other)
        and any(one and other for one, other in pages)
    )


def is_renamed(before: Told, now: Told) -> bool:
    """Return whether an item is the one that its feed no longer holds under another guid."""
    is_same_page = any(
        one == other for one, other in zip(before.keys[1:3], now.keys[1:3], strict=True) if one
    )
    is_same_text = before.keys.text == now.keys.text
    is_same_title = before.title == now.title
    is_same_time = before.published == now.published
    return (is_same_text and (is_same_title or is_same_page)) or (
        is_same_time and is_same_title and is_same_page
    )


def key_of(*parts: str) -> int:
    """Return a key for some texts: 64 bits with a sign."""
    raw = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(sha256(raw).digest()[:8], "big", signed=True)


def address_key(address: str) -> int:
    """Return the key of a feed's address: the same with http and https, with a slash at its end."""
    return key_of("feed", plain_address(address))


def moved(identity: int, before: int, now: int) -> int:
    """Return what an item's identity is in the feed of subscription `now`, from that in `before`."""
    return identity ^ _mark(before) ^ _mark(now)


def keys_of(items: Sequence[FeedItem], subscription: int) -> list[Keys]:
    """Return the keys of a feed's items, in their order."""
    guids = Counter(item.guid for item in items)
    return [_keys(item, subscription, is_told=_is_told(item, guids, items)) for item in items]


def _mark(subscription: int) -> int:
    return key_of("subscription", str(subscription))


def _is_told(item: FeedItem, guids: Counter[str], items: Sequence[FeedItem]) -> bool:
    """Return whether an item's guid tells it: it has one, and what else has it is a version of the same."""
    if not item.guid:
        return False
    return guids[item.guid] == 1 or all(
        other.link == item.link or other.title == item.title for other in items if other.guid == item.guid
    )


def _keys(item: FeedItem, subscription: int, *, is_told: bool) -> Keys:
    link, enclosure = page_key(item.link), page_key(item.enclosure)
    at = "" if link or enclosure else item.published
    parts = (item.guid,) if is_told else (item.guid, str(link), str(enclosure), item.title, at)
    return Keys(
        key_of("item", *parts) ^ _mark(subscription),
        link,
        enclosure,
        key_of("text", item.text or item.content or item.title),
    )


def page_key(address: str) -> int | None:
    """Return the key of a page or recording; None for a front page, and for none."""
    plain = plain_page(address)
    return key_of("page", plain) if plain else None
