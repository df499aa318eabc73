"""What a page says of itself: JSON-LD, Open Graph, and the elements of its head."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class PageMetadata(NamedTuple):
    """What a page declares; empty where it says nothing."""

    title: str = ""
    language: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()


def read_metadata(tree: HtmlElement) -> PageMetadata:
    """Return what a page declares."""
    titles = [*tree.xpath("//meta[@property='og:title']/@content"), *tree.xpath("//title/text()")]
    published = tree.xpath("//meta[@property='article:published_time']/@content")
    return PageMetadata(
        " ".join(str(titles[0]).split()) if titles else "",
        str(tree.get("lang") or ""),
        str(published[0]) if published else "",
    )
