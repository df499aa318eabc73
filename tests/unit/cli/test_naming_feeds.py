"""A subscription is named by what tells it from the others."""

from __future__ import annotations

import pytest

from briefing.cli.naming_feeds import subscription_meant
from briefing.errors import UsageError
from briefing.listed import Subscription

FEEDS = [
    Subscription(3, "https://a.example/feed", "The Harbour News"),
    Subscription(12, "https://b.example/feed", "The Harbour News"),
]


@pytest.mark.parametrize("name", ["12", "https://b.example/feed"])
def test_the_one_that_is_meant(name: str) -> None:
    assert subscription_meant(FEEDS, name).number == 12


def test_of_several_the_number_is_asked_for() -> None:
    with pytest.raises(UsageError, match=r"any of 2 feeds: 3, The Harbour News; 12, The Harbour News\."):
        subscription_meant(FEEDS, "The Harbour News")


@pytest.mark.parametrize("name", ["1", "0", "-3", "https://c.example/?key=s3cret"])
def test_what_is_none_is_said_without_its_secrets(name: str) -> None:
    with pytest.raises(UsageError, match="There is no subscription called") as error:
        subscription_meant(FEEDS, name)
    assert "s3cret" not in str(error.value)


def test_where_there_is_none_it_is_said_how_to_have_one() -> None:
    with pytest.raises(UsageError, match="briefing subscribe ADDRESS"):
        subscription_meant([], "3")
