"""How old an item is said to be."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from briefing.library.ages import age_in_words

NOW = datetime.fromisoformat("2026-11-27T08:00:00+01:00")


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(0), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=3, minutes=59), "3 hours ago"),
        (timedelta(days=1), "1 day ago"),
        (timedelta(days=6), "6 days ago"),
        (timedelta(days=20), "2 weeks ago"),
        (timedelta(days=100), "19 August 2026"),
        (timedelta(hours=-2), "just now"),
    ],
    ids=str,
)
def test_an_age_is_said_as_people_say_it(ago: timedelta, said: str) -> None:
    assert age_in_words((NOW - ago).isoformat(), NOW) == said


@pytest.mark.parametrize(
    ("published", "said"),
    [("2026-11-27T05:00:00", "2 hours ago"), ("", ""), ("yesterday", "")],
)
def test_a_time_without_a_zone_is_universal_and_no_time_says_nothing(published: str, said: str) -> None:
    assert age_in_words(published, NOW) == said
