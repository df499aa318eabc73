"""Items that are none: what stands between the tags of one, and says nothing."""

from __future__ import annotations

from briefing.feed import FeedItem


def says_something(item: FeedItem) -> bool:
    """Return whether an item says anything but what its feed says for all."""
    return item != FeedItem(language=item.language, persons=item.persons)
