"""Items and subscriptions as rows and lines of a list. Pure.

Rules, besides those of `announce`:
1. An item is known by its number, which is its own for good, so what is typed today is right tomorrow.
2. How far it was heard is a word that stands before its title ("New", "Half heard", "Heard", "Breaking"),
   so whoever hears a list knows at once what to pass over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.announce import HOUR_S, MINUTE_S, counted
from briefing.library.ages import age_in_words

if TYPE_CHECKING:
    from datetime import datetime

    from briefing.listed import ListedItem, Subscription


def length_in_words(seconds: float | None, *, is_brief: bool = False) -> str:
    """Return how long something is, in whole minutes: "4 minutes", or "4 min"; nothing while unknown."""
    if not seconds:
        return ""
    hours, minutes = divmod(max(1, round(seconds / MINUTE_S)), HOUR_S // MINUTE_S)
    parts = [(n, brief, unit) for n, brief, unit in ((hours, "h", "hour"), (minutes, "min", "minute")) if n]
    return " ".join(f"{n} {brief}" if is_brief else counted(n, unit) for n, brief, unit in parts)


def heard_in_words(item: ListedItem) -> str:
    """Return how far an item was heard, in a word or two."""
    if item.is_heard:
        return "Heard"
    words = ["Breaking" if item.is_breaking else "", "half heard" if item.heard > 0 else ""]
    told = ", ".join(word for word in words if word) or "new"
    return told[:1].upper() + told[1:]


def item_row(listed: ListedItem, now: datetime, *, is_brief: bool = False) -> str:
    """Return an item as a line of a list, without its number.

    Args:
        listed: the item.
        now: the time of day, with its zone.
        is_brief: whether it is for the eye, with units in short.
    """
    title = listed.title.rstrip(".") or "Untitled"
    about = (
        listed.feed,
        age_in_words(listed.published, now),
        length_in_words(listed.length_s, is_brief=is_brief),
    )
    return f"{heard_in_words(listed)}: {title}. {', '.join(part for part in about if part)}."


def subscription_row(listed: Subscription, items: int, unheard: int, now: datetime) -> str:
    """Return a subscription as a line of a list, without its number: what is wrong with it comes first."""
    title = listed.title.rstrip(".") or listed.address
    if listed.is_gone:
        state = "It is gone for good, as its server says."
    elif listed.trouble:
        state = listed.trouble
    elif listed.refreshed_at:
        state = f"Refreshed {age_in_words(listed.refreshed_at, now)}."
    else:
        state = "Not refreshed yet."
    is_ill = listed.is_gone or listed.trouble
    return f"{'Trouble: ' if is_ill else ''}{title}. {counted(items, 'item')}, {unheard} new. {state}"


def size_in_words(items: int, unheard: int) -> str:
    """Return how much is in the library: "42 items, 12 new"."""
    return f"{counted(items, 'item')}, {unheard} new"
