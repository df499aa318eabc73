"""Items and subscriptions as rows: what stands in them, and in which order."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.library.rows import item_row, length_in_words, subscription_row
from briefing.listed import ListedItem, Subscription

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
STORY = ListedItem(12, "The bridge is open.", "River News", "2026-11-27T06:00:00+00:00", 240.0)
FEED = Subscription(1, "https://river.example/feed", "River News", refreshed_at="2026-11-27T08:00:00+00:00")


def test_how_far_it_was_heard_comes_first_and_then_the_title() -> None:
    assert item_row(STORY, NOW) == "New: The bridge is open. River News, 3 hours ago, 4 minutes."
    assert item_row(STORY, NOW, is_brief=True).endswith("3 hours ago, 4 min.")


@pytest.mark.parametrize(
    ("heard", "is_heard", "is_breaking", "word"),
    [
        (0.0, False, False, "New"),
        (0.4, False, False, "Half heard"),
        (1.0, True, False, "Heard"),
        (0.4, True, True, "Heard"),
        (0.0, False, True, "Breaking"),
        (0.4, False, True, "Breaking, half heard"),
    ],
    ids=["new", "half", "heard", "heard though breaking", "breaking", "breaking and half"],
)
def test_how_far_an_item_was_heard_is_a_word(
    heard: float, is_heard: bool, is_breaking: bool, word: str
) -> None:
    item = STORY._replace(heard=heard, is_heard=is_heard, is_breaking=is_breaking)
    assert item_row(item, NOW).partition(": ")[0] == word


def test_what_is_not_known_is_left_out() -> None:
    assert item_row(ListedItem(1, "", "River News"), NOW) == "New: Untitled. River News."


@pytest.mark.parametrize(
    ("seconds", "words", "brief"),
    [
        (None, "", ""),
        (0.0, "", ""),
        (20.0, "1 minute", "1 min"),
        (240.0, "4 minutes", "4 min"),
        (3600.0, "1 hour", "1 h"),
        (7500.0, "2 hours 5 minutes", "2 h 5 min"),
    ],
    ids=str,
)
def test_a_length_is_told_in_whole_minutes(seconds: float | None, words: str, brief: str) -> None:
    assert length_in_words(seconds) == words
    assert length_in_words(seconds, is_brief=True) == brief


def test_trouble_with_a_subscription_comes_first() -> None:
    assert subscription_row(FEED, 20, 4, NOW) == "River News. 20 items, 4 new. Refreshed 1 hour ago."
    ill = FEED._replace(trouble="Its server is not there.")
    assert subscription_row(ill, 1, 0, NOW) == "Trouble: River News. 1 item, 0 new. Its server is not there."
    gone = FEED._replace(is_gone=True)
    assert subscription_row(gone, 0, 0, NOW).endswith("It is gone for good, as its server says.")
    young = Subscription(2, "https://hills.example/feed")
    assert (
        subscription_row(young, 0, 0, NOW) == "https://hills.example/feed. 0 items, 0 new. Not refreshed yet."
    )
