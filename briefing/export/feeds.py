"""A feed as other programs take it, and as a list of its items; and so a list of feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.linked import LinkedKind
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.feed import Feed, FeedAddress, FeedItem

_LONGEST = 4096


def feed_fields(feed: Feed) -> dict[str, object]:
    """Return a feed as an object of JSON; what it does not say is null."""
    return {
        "title": safe_line(feed.title) or None,
        "language": safe_line(feed.language) or None,
        "link": feed.link or None,
        "moved_to": feed.moved_to or None,
        "items": [item_fields(item) for item in feed.items],
    }


def item_fields(item: FeedItem) -> dict[str, object]:
    """Return an item of a feed as an object of JSON; what its feed does not say is null.

    `transcript` is the address of the one that would be read. `chapters` are those that stand in the feed,
    else the address where they are.
    """
    said = (each for each in item.linked if each.kind is not LinkedKind.CHAPTERS)
    told = (each for each in item.linked if each.kind is LinkedKind.CHAPTERS)
    chapters: object = [{"start_s": each.start_s, "title": safe_line(each.title)} for each in item.chapters]
    return {
        "title": safe_line(item.title) or None,
        "published": safe_line(item.published) or None,
        "guid": safe_line(item.guid, _LONGEST) or None,
        "link": item.link or None,
        "enclosure": item.enclosure or None,
        "media_type": safe_line(item.media_type) or None,
        "duration_s": item.duration_s,
        "transcript": next((each.address for each in said), None),
        "chapters": chapters or next((each.address for each in told), None),
        "persons": [safe_line(name) for name in item.persons],
        "is_breaking": item.is_breaking,
        "language": safe_line(item.language) or None,
        "picture": item.picture or None,
    }


def feed_lines(feed: Feed) -> Iterator[str]:
    """Yield a feed in lines: what it is called, and then an item a line, with its number and its date."""
    count = f"{len(feed.items)} items" if len(feed.items) != 1 else "one item"
    yield f"{safe_line(feed.title) or 'A feed without a title'}, {count}"
    for number, item in enumerate(feed.items, 1):
        yield ". ".join(
            filter(
                None,
                (
                    f"{number}",
                    "Breaking news" if item.is_breaking else "",
                    safe_line(item.title) or safe_line(item.text, 80) or "Untitled",
                    safe_line(item.published).partition("T")[0],
                    _length(item.duration_s),
                ),
            )
        )


def list_fields(feeds: Sequence[FeedAddress]) -> dict[str, object]:
    """Return the feeds that a list names as an object of JSON; a title that it does not say is null."""
    named = [{"title": safe_line(feed.title) or None, "address": feed.address} for feed in feeds]
    return {"subscriptions": named}


def list_lines(feeds: Sequence[FeedAddress]) -> Iterator[str]:
    """Yield a list of feeds in lines: how many there are, and then one a line, with its number."""
    yield f"A list of {len(feeds)} feeds" if len(feeds) != 1 else "A list of one feed"
    for number, feed in enumerate(feeds, 1):
        yield ". ".join(filter(None, (f"{number}", safe_line(feed.title), safe_line(feed.address, _LONGEST))))


def _length(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
