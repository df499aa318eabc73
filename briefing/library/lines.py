"""Items and subscriptions, a line each, as they are listed and heard. Pure.

Rules, besides those of `announce`:
1. An item is known by its number, which is its own for good, so what is typed today is right tomorrow.
2. How far it was heard is a word before its title ("New", "Half heard", "Heard", "Breaking"), so who hears
   a list knows at once what to pass over. What is wrong with a subscription comes first, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.announce import HOUR_S, MINUTE_S, counted
from briefing.library.ages import age_in_words

if TYPE_CHECKING:
    from datetime import datetime

    from briefing.listed import ListedItem, Subscription


def item_line(item: ListedItem, now: datetime, *, is_brief: bool = False) -> str:
    """Return an item as a list has it.

    "12. Half heard: The bridge opens. The News, 3 hours ago, 4 minutes."

    Args:
        item: It.
        now: The time, in the zone in which dates are told.
        is_brief: Whether it is for the eye, with units in short.
    """
    about = (
        item.feed,
        age_in_words(item.published, now),
        length_in_words(item.length_s, is_brief=is_brief),
    )
    title = _sentence(item.title or "Untitled")
    return f"{item.number}. {heard_in_words(item)}: {title} {_sentence(', '.join(filter(None, about)))}"


def heard_in_words(item: ListedItem) -> str:
    """Return how far an item was heard, in a word or two."""
    if item.is_heard:
        return "Heard"
    words = ["breaking" if item.is_breaking else "", "half heard" if item.heard > 0 else ""]
    told = ", ".join(filter(None, words)) or "new"
    return told[:1].upper() + told[1:]


def length_in_words(seconds: float | None, *, is_brief: bool = False) -> str:
    """Return how long something is, in whole minutes: "4 minutes", or "4 min"; nothing while unknown."""
    if not seconds:
        return ""
    hours, minutes = divmod(max(1, round(seconds / MINUTE_S)), HOUR_S // MINUTE_S)
    parts = [(n, brief, unit) for n, brief, unit in ((hours, "h", "hour"), (minutes, "min", "minute")) if n]
    return " ".join(f"{n} {brief}" if is_brief else counted(n, unit) for n, brief, unit in parts)


def subscription_line(
    subscription: Subscription, items: int, unheard: int, now: datetime, *, number: int | None = None
) -> str:
    """Return a subscription as a list has it: "3. The News. 20 items, 4 new. Refreshed 2 hours ago.".

    Args:
        subscription: It.
        items: How many items it has.
        unheard: How many of them were not heard.
        now: The time, in the zone in which dates are told.
        number: What it is chosen by; its own number where this is left out.
    """
    if subscription.is_gone:
        state = "It is gone for good, as its server says."
    elif subscription.trouble:
        state = _sentence(subscription.trouble)
    elif subscription.refreshed_at:
        state = f"Refreshed {age_in_words(subscription.refreshed_at, now)}."
    else:
        state = "Not refreshed yet."
    trouble = "Trouble: " if subscription.is_gone or subscription.trouble else ""
    title = _sentence(subscription.title or "Untitled")
    return f"{number or subscription.number}. {trouble}{title} {size_in_words(items, unheard)}. {state}"


def size_in_words(items: int, unheard: int) -> str:
    """Return how much there is: "42 items, 12 new"."""
    return f"{counted(items, 'item')}, {unheard} new"


def _sentence(text: str) -> str:
    """Return a text as a sentence; one that ends in a sign of its own keeps that."""
    return text if text.endswith((".", "!", "?", "…", "。", "！", "？")) else f"{text}."
