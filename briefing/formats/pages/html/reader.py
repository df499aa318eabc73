"""A page's story and what it says of itself, put together. Runs in the process that may die."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats.pages.html.answer import PageFound, PagePart
from briefing.formats.pages.html.body import read_body
from briefing.formats.pages.html.metadata import read_metadata
from briefing.formats.pages.html.origin import base_of, beside, named_by, own_address
from briefing.formats.pages.html.tree import parse
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(data: bytes, address: str, charset: str = "") -> PageFound:
    """Return what a page holds; nothing where it is no page.

    Args:
        data: Its source.
        address: Its own, empty if unknown: then it counts what a saved page tells.
        charset: What it is written in, if it came with that; empty else.
    """
    tree = parse(data, charset)
    if tree is None:
        return PageFound()
    base = base_of(tree, address or own_address(data, tree))
    names = {} if address else named_by(tree, base)
    about = read_metadata(tree)
    found = PageFound(
        list(_with_title(about.title, read_body(tree, base))),
        about.language,
        about.published,
        about.authors,
    )
    shown = [part.src for part in found.parts if part.src]
    return found._replace(beside=beside([*shown, found.audio], names))


def _with_title(title: str, body: Iterator[PagePart]) -> Iterator[PagePart]:
    if title:
        yield PagePart(BlockKind.TITLE, title)
    for part in body:
        if part.text != title:
            yield part
