"""A page's story and what it says of itself, put together. Runs in the process that may die."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats.pages.html.answer import PageFound, PagePart
from briefing.formats.pages.html.body import read_body
from briefing.formats.pages.html.metadata import read_metadata
from briefing.formats.pages.html.tree import parse
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(data: bytes, address: str) -> PageFound:
    """Return what a page holds; nothing where it is no page. `address` is its own, empty if unknown."""
    tree = parse(data)
    if tree is None:
        return PageFound()
    about = read_metadata(tree)
    return PageFound(
        list(_with_title(about.title, read_body(tree, address))),
        about.language,
        about.published,
        about.authors,
    )


def _with_title(title: str, body: Iterator[PagePart]) -> Iterator[PagePart]:
    if title:
        yield PagePart(BlockKind.TITLE, title)
    for part in body:
        if part.text != title:
            yield part
