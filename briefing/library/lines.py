"""Items and subscriptions, a line each, as they are listed and heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.announce import counted, duration
from briefing.library.ages import age_in_words

if TYPE_CHECKING:
    from datetime import datetime

    from briefing.listed import ListedItem, Subscription


def item_line(item: ListedItem, now: datetime) -> str:
    """Return an item as a list has it.

    "12. The bridge opens. The News. 3 hours ago. 4 minutes. 31 percent heard."

    Args:
        item: It.
        now: The time, in the zone in which dates are told.
    """
    return _sentences(
        str(item.number),
        "Breaking news" if item.is_breaking else "",
        item.title,
        item.feed,
        age_in_words(item.published, now),
        duration(item.length_s) if item.length_s else "",
        heard_in_words(item),
    )


def heard_in_words(item: ListedItem) -> str:
    """Return how far an item was heard: "heard", "31 percent heard"; empty where it was not begun."""
    if item.is_heard:
        return "Heard"
    return f"{max(1, round(item.heard * 100))} percent heard" if item.heard > 0 else ""


def subscription_line(subscription: Subscription, items: int, unheard: int, now: datetime) -> str:
    """Return a subscription as a list has it: "3. The News. 20 items, 4 unheard. Read 2 hours ago"."""
    refreshed = age_in_words(subscription.refreshed_at, now)
    return _sentences(
        str(subscription.number),
        subscription.title,
        f"{counted(items, 'item')}, {unheard} unheard",
        f"Read {refreshed}" if refreshed else "Not read yet",
        subscription.trouble,
    ).rstrip(".")


def _sentences(*parts: str) -> str:
    """Return parts as sentences; one that ends in a sign of its own keeps that."""
    return " ".join(part if part[-1] in ".!?…。！？" else f"{part}." for part in parts if part)
