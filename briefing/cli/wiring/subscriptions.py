"""What the user subscribes to by a name: a feed, the feed of a page, or all that a list names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from briefing.cli.wiring.feeds import data_of
from briefing.errors import LostError, SourceError
from briefing.feed import FeedAddress
from briefing.ports.library import FeedAnswer
from briefing.sources.address import is_address

if TYPE_CHECKING:
    from briefing.cli.wiring.feeds import FeedData
    from briefing.feed import Feed
    from briefing.listed import Subscription
    from briefing.ports.library import FeedReader, Shelf
    from briefing.settings import Settings


class FeedsFound(NamedTuple):
    """What a name stands for."""

    feeds: tuple[FeedAddress, ...]
    """The one that was named or found; those of a list."""
    feed: Feed | None = None
    """What the one holds; None for a list, or where it could not be had now."""
    is_users: bool = True
    """Whether the user named their server."""
    others: tuple[FeedAddress, ...] = ()
    """What else the page links."""
    trouble: str = ""
    """Why the one could not be had now."""


class Subscribed(NamedTuple):
    """What came of subscribing."""

    feeds: int
    """How many feeds were meant."""
    new: int
    """How many of them were not subscribed before."""
    one: Subscription | None = None
    """The one that was meant, by the title it gives itself; None for a list."""
    items: int = 0
    """How many items of the one are there."""


def subscribe(shelf: Shelf, found: FeedsFound) -> Subscribed:
    """Keep what was found, with the items of a feed that could be had.

    Raises:
        BriefingError: if it cannot be kept.
    """
    before = {each.number for each in shelf.subscriptions()}
    kept = shelf.subscribe_all(found.feeds, is_users=found.is_users)
    new = sum(each.number not in before for each in kept)
    if not (found.feed or found.trouble):
        return Subscribed(len(kept), new)
    (one,) = kept
    if found.feed:
        shelf.take(one.number, FeedAnswer(found.feed))
    title = next((each.title for each in shelf.subscriptions() if each.number == one.number), one.title)
    return Subscribed(1, new, one._replace(title=title), len(shelf.items(subscription=one.number)))


def feeds_meant(name: str, settings: Settings, reader: FeedReader) -> FeedsFound:
    """Return the feeds that a name stands for.

    Args:
        name: An address of a feed or a page, or a file with a list of subscriptions.
        settings: The settings in force.
        reader: Reads feeds.

    Raises:
        SourceError, UnsafeError: if it cannot be had, or there is no feed.
    """
    try:
        found = data_of(name, settings)
    except LostError as error:
        if not is_address(name):
            raise
        return FeedsFound((FeedAddress(name),), trouble=error.message)
    if not is_address(name):
        return _listed(found, reader, is_users=True)
    try:
        return FeedsFound((FeedAddress(name),), reader.read(*found))
    except SourceError:
        return _linked(name, found, settings, reader) or _listed(found, reader, is_users=False)


def _listed(found: FeedData, reader: FeedReader, *, is_users: bool) -> FeedsFound:
    """Return the feeds that a list names: as if the user named each, where the list is a file of his own.

    Raises:
        SourceError: if it is none, or names none.
    """
    try:
        feeds = [feed for feed in reader.subscriptions(found.data, found.called) if is_address(feed.address)]
    except SourceError as error:
        raise SourceError(
            f"{found.called} is neither a feed, nor a page that links one, nor a list of subscriptions.",
            "Give the address of a feed, of a site that has one, or an OPML file.",
        ) from error
    if not feeds:
        raise SourceError(
            f"{found.called} is a list of subscriptions that names no feed.", "Export it again."
        )
    return FeedsFound(tuple(feeds), is_users=is_users)


def _linked(name: str, found: FeedData, settings: Settings, reader: FeedReader) -> FeedsFound | None:
    """Return the feed that a page links; None for no page, or one that links none.

    Raises:
        SourceError, UnsafeError: if what it links is no feed, or may not be asked for.
    """
    from briefing.formats.feeds.alternates import feeds_of_page

    feeds = feeds_of_page(found.data.decode("utf-8", "replace"), found.address)
    if not feeds:
        return None
    first, *others = feeds
    is_users = urlsplit(first.address).netloc == urlsplit(found.address).netloc == urlsplit(name).netloc
    try:
        feed = reader.read(*data_of(first.address, settings, "" if is_users else found.address))
    except LostError as error:
        return FeedsFound((first,), None, is_users, tuple(others), error.message)
    return FeedsFound((first,), feed, is_users, tuple(others))
