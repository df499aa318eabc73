"""The feeds that a page on the web links as its own, by `<link rel="alternate">` (RSS Autodiscovery).

Only the tags are looked at, each by itself, so that a page which is no tree, or never ends, costs no more.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from briefing.feed import FeedAddress
from briefing.patterns import late
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOKED_AT: Final = 1_000_000
"""Characters of a page; its head is at its beginning."""
_MOST: Final = 50
_TAG: Final = late(r"(?i)<(link|base)\s([^<>]{1,2000})>")
_ATTRIBUTE: Final = late(r"(?i)([a-z][a-z-]{0,30})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_TYPES: Final = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
)
_COMMENTS: Final = late(
    r"(?i)comment|komment|comentari|commenti|kommentar|reacties|yorum|комментар|коментар|تعليق|评论|評論|コメント|댓글"
)
"""A feed of what readers say is called so, or is at such an address."""


def feeds_of_page(page: str, address: str) -> tuple[FeedAddress, ...]:
    """Return the feeds that a page links, the likeliest to be its news first.

    Args:
        page: HTML.
        address: Its own.
    """
    found = dict.fromkeys(_found(page[:_LOOKED_AT], address))
    return tuple(sorted(found, key=_is_of_comments))[:_MOST]


def _found(page: str, base: str) -> Iterator[FeedAddress]:
    for tag in _TAG.finditer(_without_comments(page)):
        said = {
            name.lower(): html.unescape(one or two or bare)
            for name, one, two, bare in _ATTRIBUTE.findall(tag[2])
        }
        address = _joined(base, said.get("href", ""))
        if tag[1].lower() == "base":
            base = address or base
        elif (
            "alternate" in said.get("rel", "").lower().split()
            and said.get("type", "").partition(";")[0].strip().lower() in _TYPES
            and address
        ):
            yield FeedAddress(address, safe_line(said.get("title", "")))


def _joined(base: str, href: str) -> str:
    """Return the address on the web that a link leads to; empty for none."""
    if not href.strip():
        return ""
    try:
        address = urljoin(base, href.strip())
    except ValueError:
        return ""
    return address if address.lower().startswith(("http://", "https://")) else ""


def _without_comments(page: str) -> str:
    first, *rest = page.split("<!--")
    return first + "".join(each.partition("-->")[2] for each in rest)


def _is_of_comments(feed: FeedAddress) -> bool:
    return bool(_COMMENTS.search(f"{feed.title} {feed.address}"))
