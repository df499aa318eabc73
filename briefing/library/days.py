"""Items in the order in which they are listed: breaking news that was not heard, then day by day. Pure."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.announce_text import date_in_words
from briefing.library.ages import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from briefing.listed import ListedItem

BREAKING: Final = "Breaking news"
_WEEK_DAYS: Final = 7
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class DayOfItems(NamedTuple):
    """Items that are listed together, and what stands above them."""

    title: str
    items: tuple[ListedItem, ...]


def by_day(items: Iterable[ListedItem], now: datetime) -> list[DayOfItems]:
    """Return items in groups: breaking news that was not heard, then each day, in the order given.

    Args:
        items: They, the newest first.
        now: The time, in the zone in which days are counted.
    """
    listed = list(items)
    breaking = tuple(item for item in listed if is_news(item))
    rest = [item for item in listed if not is_news(item)] if breaking else listed
    groups = [DayOfItems(BREAKING, breaking)] if breaking else []
    today = now.date()
    for day, of_day in groupby(rest, lambda item: _day_of(item.published, now)):
        groups.append(DayOfItems(_day(day, today), tuple(of_day)))
    return groups


def is_news(item: ListedItem) -> bool:
    """Whether an item is marked as breaking news, and was not heard."""
    return item.is_breaking and not item.is_heard


def _day_of(published: str, now: datetime) -> date | None:
    moment = moment_of(published, now)
    return moment.date() if moment else None


def _day(day: date | None, today: date) -> str:
    if day is None:
        return "No date"
    days = (today - day).days
    if days <= 0:
        return "Today"
    if days == 1:
        return "Yesterday"
    return _WEEKDAYS[day.weekday()] if days < _WEEK_DAYS else date_in_words(day)
