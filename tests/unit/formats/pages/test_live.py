"""Live pages: every entry below the story is kept, in order, under its time."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from briefing.formats.pages.page import read_page
from briefing.model import BlockKind

TOP = """Skip to main content
Home
News
Sign in

River flood: thousands leave their homes as water rises

By Ada Holm
March 5, 2024

Share
Facebook

Thousands of people left their homes on Tuesday as the river rose faster than it had in forty years.

The water is expected to reach its highest level late in the evening, said the office that measures it.
"""
STORY = "Thousands of people left their homes on Tuesday as the river rose faster than it had in forty years."
BOTTOM = """Related stories
How dams work
Who pays for floods
Privacy policy
© 2024 Harbour Radio. All rights reserved.
"""
ENTRIES = (
    ("Bridge closed to cars", "The old bridge was closed to cars after a tree hit one of its pillars."),
    (None, "A second pump has arrived from the coast."),
    (
        "Trains stop",
        "Trains to the valley do not run until Thursday at the least, the railway told passengers.",
    ),
    (None, "The mayor asked people not to drive into the flooded streets, where two cars were lost."),
)
TIMES = {
    "newest first": ("18:40", "18:05", "17:30", "9:02"),
    "oldest first": ("09:40", "10:05", "11:30", "12:02"),
    "half days": ("1:40 p.m. ET", "12:05 p.m. ET", "11:30 a.m. ET", "9:02 a.m. ET"),
    "German": ("18.40 Uhr", "18.05 Uhr", "17.30 Uhr", "9.02 Uhr"),
    "dated": tuple(f"5 March 2024 at {hour}:15" for hour in (19, 18, 17, 16)),
    "ago": ("20m ago", "50m ago", "2h ago", "3h ago"),
}


def page_of(times: Sequence[str], heading: str = "Live updates") -> str:
    entries = [
        "\n\n".join(filter(None, (time, title, text)))
        for time, (title, text) in zip(times, ENTRIES, strict=True)
    ]
    return "\n".join([TOP, heading, "", "\n\n".join(entries), "", BOTTOM])


@pytest.mark.parametrize("heading", ["Live updates", "Latest updates", ""], ids=["live", "latest", "none"])
@pytest.mark.parametrize("times", TIMES.values(), ids=TIMES)
def test_the_entries_of_a_live_page_are_kept_in_order_under_their_times(
    times: Sequence[str], heading: str
) -> None:
    parts = read_page(page_of(times, heading)).parts
    told = [part.text for part in parts]
    wanted = [line for time, entry in zip(times, ENTRIES, strict=True) for line in (time, *entry) if line]
    assert all(before < after for before, after in pairwise(told.index(line) for line in wanted))
    assert {part.text for part in parts if part.kind is BlockKind.HEADING} >= set(times)
    assert "How dams work" not in told


def test_other_stories_with_their_times_are_no_live_page() -> None:
    others = "\n".join(
        f"{time}\nA headline of another story number {i}" for i, time in enumerate(TIMES["newest first"])
    )
    told = [part.text for part in read_page(f"{TOP}\nMore news\n{others}\n{BOTTOM}").parts]
    assert STORY in told
    assert not any("another story" in text or text in TIMES["newest first"] for text in told)


def test_comments_with_names_and_times_are_no_live_page() -> None:
    comments = "\n\n".join(
        f"{name}\n5 March 2024 at {hour}:15\n\nI never liked that bridge, and nobody ever asked me.\n\nReply"
        for name, hour in (("rivercat", 14), ("Ben", 15), ("old_salt", 16), ("jo", 17))
    )
    told = [part.text for part in read_page(f"{TOP}\n{comments}\n{BOTTOM}").parts]
    assert STORY in told
    assert not any("nobody ever asked" in text for text in told)
