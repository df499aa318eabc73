"""A library on a disk, for programs that are run: few items, and short, so that they soon end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from briefing.feed import Feed, FeedItem
from briefing.ports.library import FeedAnswer
from briefing.store.library import LibraryShelf

if TYPE_CHECKING:
    from pathlib import Path

TITLES = ("The bridge is open", "Boats lie in the harbour", "Sheep come down", "A mountain of snow")
"""The newest first; the first one is breaking news, and has number 4."""


def fill(folder: Path, titles: tuple[str, ...] = TITLES) -> None:
    """Fill the library of the account whose folder for data is `folder`."""
    now = datetime.now(UTC)
    items = tuple(
        FeedItem(
            title,
            (now - timedelta(hours=n, minutes=5)).isoformat(),
            f"guid {title}",
            is_breaking=n == 0,
            content=f"<p>{title}. That is all that is known of it.</p>",
            text=f"{title}. That is all that is known of it.",
        )
        for n, title in enumerate(titles)
    )
    path = folder / "briefing" / "library.sqlite3"
    path.parent.mkdir(parents=True, exist_ok=True)
    shelf = LibraryShelf(path)
    feed = shelf.subscribe("https://river.example/feed", "River News")
    shelf.take(feed.number, FeedAnswer(Feed("River News", "en", items=items)))
    shelf.close()
