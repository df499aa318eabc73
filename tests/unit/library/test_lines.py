"""Items and subscriptions, a line each."""

from __future__ import annotations

from datetime import datetime

import pytest

from briefing.library.lines import item_line, subscription_line
from briefing.listed import ListedItem, Subscription

NOW = datetime.fromisoformat("2026-11-27T08:00:00+00:00")
ITEM = ListedItem(12, "Is it open?", "The News", "2026-11-27T05:00:00+00:00")


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (ITEM, "12. Is it open? The News. 3 hours ago."),
        (
            ITEM._replace(is_breaking=True, length_s=228.0, heard=0.5),
            "12. Breaking news. Is it open? The News. 3 hours ago. 3 minutes 48 seconds. 50 percent heard.",
        ),
        (ITEM._replace(heard=0.001), "12. Is it open? The News. 3 hours ago. 1 percent heard."),
        (ITEM._replace(heard=1.0, is_heard=True), "12. Is it open? The News. 3 hours ago. Heard."),
    ],
    ids=["plain", "with all", "just begun", "heard"],
)
def test_an_item_is_a_line_that_can_be_read_aloud(item: ListedItem, line: str) -> None:
    assert item_line(item, NOW) == line


def test_a_subscription_tells_what_is_in_it_and_what_is_wrong() -> None:
    new = Subscription(3, "https://a.example/", "The News")
    assert subscription_line(new, 0, 0, NOW) == "3. The News. 0 items, 0 unheard. Not read yet"
    old = new._replace(refreshed_at="2026-11-27T06:00:00+00:00", trouble="a.example is down.")
    assert subscription_line(old, 1, 1, NOW) == (
        "3. The News. 1 item, 1 unheard. Read 2 hours ago. a.example is down"
    )
