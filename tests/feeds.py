"""Feeds as a server would answer with them, for tests of the library."""

from __future__ import annotations

from briefing.feed import Feed, FeedItem
from briefing.ports.library import FeedAnswer

ADDRESS = "https://news.example.org/feed"


def story(number: int, **said: object) -> FeedItem:
    """Return an item as most feeds have them, told apart by its number; `said` goes before."""
    usual: dict[str, object] = {
        "title": f"Story {number}",
        "published": f"2026-11-{1 + number % 28:02}T06:00:00+00:00",
        "guid": f"tag:{number}",
        "link": f"https://news.example.org/{number}",
        "text": f"What happened in place {number}.",
    }
    return FeedItem(**{**usual, **said})  # type: ignore[arg-type]


def answer(*items: FeedItem, title: str = "The News", **said: object) -> FeedAnswer:
    """Return what a server answers with these items; `said` is of the answer."""
    return FeedAnswer(Feed(title, items=items), **said)  # type: ignore[arg-type]
