"""Items and subscriptions, a line each: what stands in them, and in which order."""

from __future__ import annotations

from datetime import datetime

import pytest

from briefing.library.lines import item_line, length_in_words, subscription_line
from briefing.listed import ListedItem, Subscription

NOW = datetime.fromisoformat("2026-11-27T08:00:00+00:00")
ITEM = ListedItem(12, "Is it open?", "The News", "2026-11-27T05:00:00+00:00")
FEED = Subscription(3, "https://a.example/", "The News", refreshed_at="2026-11-27T06:00:00+00:00")


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (ITEM, "12. New: Is it open? The News, 3 hours ago."),
        (
            ITEM._replace(is_breaking=True, length_s=228.0, heard=0.5),
            "12. Breaking, half heard: Is it open? The News, 3 hours ago, 4 minutes.",
        ),
        (ITEM._replace(heard=0.001), "12. Half heard: Is it open? The News, 3 hours ago."),
        (ITEM._replace(heard=1.0, is_heard=True), "12. Heard: Is it open? The News, 3 hours ago."),
        (ITEM._replace(is_breaking=True, is_heard=True), "12. Heard: Is it open? The News, 3 hours ago."),
        (ITEM._replace(is_breaking=True, title="It is."), "12. Breaking: It is. The News, 3 hours ago."),
        (ListedItem(1, "", "News, at last"), "1. New: Untitled. News, at last."),
    ],
    ids=["plain", "with all", "just begun", "heard", "heard though breaking", "breaking", "hardly known"],
)
def test_an_item_is_a_line_that_can_be_read_aloud(item: ListedItem, line: str) -> None:
    assert item_line(item, NOW) == line


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


def test_a_subscription_tells_what_is_wrong_and_what_is_in_it() -> None:
    assert subscription_line(FEED, 20, 4, NOW) == "3. The News. 20 items, 4 new. Refreshed 2 hours ago."
    new = Subscription(3, "https://a.example/", "The News")
    assert subscription_line(new, 0, 0, NOW) == "3. The News. 0 items, 0 new. Not refreshed yet."
    ill = FEED._replace(trouble="a.example is down.")
    assert subscription_line(ill, 1, 1, NOW) == "3. Trouble: The News. 1 item, 1 new. a.example is down."
    gone = FEED._replace(is_gone=True)
    assert subscription_line(gone, 0, 0, NOW, number=1).startswith(
        "1. Trouble: The News. 0 items, 0 new. It is gone"
    )
