"""Which subscription a name means."""

from __future__ import annotations

import pytest

from briefing.library.finding import subscriptions_meant
from briefing.listed import Subscription

THERE = (
    Subscription(1, "https://news.example/feed", "The News"),
    Subscription(2, "https://other.example/feed?key=s3cret", "Other News"),
    Subscription(12, "https://twelve.example/", "1"),
)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("1", [1]),
        ("12", [12]),
        ("http://www.news.example/feed/", [1]),
        ("the news", [1]),
        ("OTHER", [2]),
        ("news", [1, 2]),
        ("weather", []),
        ("", []),
    ],
)
def test_the_surest_meaning_is_taken(name: str, numbers: list[int]) -> None:
    assert [each.number for each in subscriptions_meant(THERE, name)] == numbers
