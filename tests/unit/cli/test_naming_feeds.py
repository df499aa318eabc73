"""Subscriptions are named by number or address."""

from __future__ import annotations

import pytest

from briefing.cli.naming_feeds import named
from briefing.errors import UsageError
from briefing.listed import Subscription

FEEDS = [Subscription(3, "https://a.example/feed"), Subscription(12, "https://b.example/feed")]


def test_each_is_named_once_in_the_order_of_the_names() -> None:
    names = ["12", "https://a.example/feed", "3", "https://b.example/feed"]
    assert [each.number for each in named(FEEDS, names)] == [12, 3]


@pytest.mark.parametrize("name", ["1", "0", "-3", "", "https://c.example/?key=s3cret", "a.example/feed"])
def test_what_is_none_is_said_without_its_secrets(name: str) -> None:
    with pytest.raises(UsageError, match="You are not subscribed to") as error:
        named(FEEDS, [name])
    assert "s3cret" not in str(error.value)
