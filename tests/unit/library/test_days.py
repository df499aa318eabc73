"""Items by day: which stand together, and what stands above them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from briefing.library.days import by_day
from briefing.listed import ListedItem

NOW = datetime(2026, 11, 27, 1, 0, tzinfo=timezone(timedelta(hours=2)))
"""A Friday, one hour after midnight; in UTC it is Thursday still."""


def item(number: int, published: str, *, is_breaking: bool = False, is_heard: bool = False) -> ListedItem:
    return ListedItem(
        number, f"Story {number}", "News", published, is_breaking=is_breaking, is_heard=is_heard
    )


def listed(*items: ListedItem) -> list[tuple[str, list[int]]]:
    return [(group.title, [each.number for each in group.items]) for group in by_day(items, NOW)]


def test_breaking_news_that_was_not_heard_stands_first_and_the_rest_by_days() -> None:
    assert listed(
        item(5, "2026-11-26T22:30:00+00:00"),
        item(4, "2026-11-26T22:10:00+00:00", is_breaking=True),
        item(3, "2026-11-26T21:00:00+00:00", is_breaking=True, is_heard=True),
        item(2, "2026-11-26T20:00:00+00:00"),
    ) == [("Breaking news", [4]), ("Today", [5]), ("Yesterday", [3, 2])]


@pytest.mark.parametrize(
    ("published", "title"),
    [
        ("2026-11-26T22:00:00+00:00", "Today"),
        ("2026-11-26T21:59:59+00:00", "Yesterday"),
        ("2026-11-24T12:00:00+00:00", "Tuesday"),
        ("2026-11-20T22:00:00+00:00", "Saturday"),
        ("2026-11-20T21:00:00+00:00", "20 November 2026"),
        ("2027-01-01T00:00:00+00:00", "Today"),
        ("", "No date"),
        ("some day", "No date"),
    ],
    ids=["midnight", "before midnight", "weekday", "six days", "a week", "future", "none", "no date"],
)
def test_a_day_is_told_in_the_users_own_zone(published: str, title: str) -> None:
    assert listed(item(1, published)) == [(title, [1])]


def test_a_time_without_a_zone_is_universal() -> None:
    assert datetime.fromisoformat("2026-11-26T22:00:00").replace(tzinfo=UTC).date() != NOW.date()
    assert listed(item(1, "2026-11-26T22:00:00")) == [("Today", [1])]


def test_nothing_makes_no_groups() -> None:
    assert listed() == []
