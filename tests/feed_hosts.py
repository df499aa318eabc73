"""Many feeds of many hosts, on a server of ours: 127.0.1.1, 127.0.1.2 and so on, where there are such."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

from briefing.store.library import LibraryShelf
from tests.answers import resource
from tests.web import Web

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web import Handler

ITEMS: Final = 3
"""How many items each feed has."""
TEXT: Final = "What happened there on Monday, as it was told. " * 20


def rss(number: int, items: int = ITEMS) -> bytes:
    """Return a feed with a title and items of its own."""
    listed = "".join(
        f"<item><title>Item {each} of {number}</title><guid>{number}-{each}</guid>"
        f"<link>https://example.org/{number}/{each}</link><description>{TEXT}</description></item>"
        for each in range(items)
    )
    return f"<rss version='2.0'><channel><title>News {number}</title>{listed}</channel></rss>".encode()


def good(number: int, items: int = ITEMS) -> Handler:
    """Answer with a feed as a good server does, 304 to who has it already."""
    return resource(rss(number, items), "application/rss+xml", etag=f'"{number}"')


class FeedHosts(Web):
    """A server with so many feeds in so many hosts, all of them good until told otherwise."""

    def __init__(self, feeds: int, hosts: int, items: int = ITEMS) -> None:
        super().__init__(hosts=True)
        self.feeds = [self.address(f"/{number}", f"127.0.1.{number % hosts + 1}") for number in range(feeds)]
        for number in range(feeds):
            self[f"/{number}"] = good(number, items)

    def subscribe_in(self, path: Path) -> None:
        """Subscribe to all in the library at a path."""
        with closing(LibraryShelf(path)) as shelf:
            for each in self.feeds:
                shelf.subscribe(each)
