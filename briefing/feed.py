"""What a feed says: RSS, Atom and JSON Feed alike. Nothing here has been through `safe_text`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.linked import LinkedText


class FeedChapter(NamedTuple):
    """A chapter that a feed itself tells of an item's recording."""

    start_s: float
    title: str


class FeedItem(NamedTuple):
    """An item of a feed. Empty, or None, where the feed does not say; every address is absolute."""

    title: str = ""
    """Without markup."""
    published: str = ""
    """ISO 8601, with its offset where the feed tells one."""
    guid: str = ""
    """What the feed knows it by; two items of a feed with the same one are versions of one."""
    link: str = ""
    """The page that it is about."""
    enclosure: str = ""
    """Its recording, the best that is plainly meant to be played."""
    media_type: str = ""
    """That recording's, in lower case."""
    duration_s: float | None = None
    linked: tuple[LinkedText, ...] = ()
    """Transcripts and chapters at addresses of their own, the better first."""
    chapters: tuple[FeedChapter, ...] = ()
    """Chapters that stand in the feed, sorted."""
    persons: tuple[str, ...] = ()
    is_breaking: bool = False
    """Whether the feed marks it as breaking news."""
    language: str = ""
    """Its own, or the feed's; as declared."""
    picture: str = ""
    content: str = ""
    """The most that the feed holds of it, as HTML; a summary where it holds no more."""
    text: str = ""
    """The same as plain text, to be searched."""


class Feed(NamedTuple):
    """A feed, its items in its own order."""

    title: str = ""
    language: str = ""
    link: str = ""
    """The site that it belongs to."""
    moved_to: str = ""
    """Where it says that it is from now on."""
    items: tuple[FeedItem, ...] = ()


class FeedAddress(NamedTuple):
    """A feed that a list of subscriptions (OPML) names."""

    address: str
    title: str = ""
