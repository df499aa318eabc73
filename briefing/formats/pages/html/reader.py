"""A page's story and what it says of itself, put together. Runs in the process that may die."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html import own_page
from briefing.formats.pages.html.answer import PageFound
from briefing.formats.pages.html.body import read_body
from briefing.formats.pages.html.composing import composed, count_told
from briefing.formats.pages.html.forwarding import leads_to
from briefing.formats.pages.html.inside import first_picture, name_pictures
from briefing.formats.pages.html.languages import find_language
from briefing.formats.pages.html.listings import listing_sentence
from briefing.formats.pages.html.metadata import read_metadata
from briefing.formats.pages.html.origin import base_of, beside, named_by, own_address
from briefing.formats.pages.html.timed_turns import read_turns
from briefing.formats.pages.html.tree import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

_FEW: Final = 40
"""Words that may only say that a page leads on to another."""


def read(
    data: bytes, address: str, charset: str = "", pictures: Mapping[str, bytes] = MappingProxyType({})
) -> PageFound:
    """Return what a page holds; nothing where it is no page.

    Args:
        data: Its source.
        address: Its own, empty if unknown: then it counts what a saved page tells.
        charset: What it is written in, if it came with that; empty else.
        pictures: What came with it, by address or `cid:`.
    """
    tree = parse(data, charset)
    if tree is None:
        return PageFound()
    if own_page.is_own(tree):
        return own_page.read(tree)
    base = base_of(tree, address or own_address(data, tree))
    if listing := listing_sentence(tree, base):
        return PageFound(notices=(listing,))
    names = {} if address else named_by(tree, base)
    inside = name_pictures(tree)
    about = read_metadata(tree, base)
    onward = leads_to(tree, base)
    turns = read_turns(tree)
    parts = composed(about, list(read_body(tree, base, "\n".join(about.told))))
    told = count_told(parts)
    notice = about.wall.sentence(told) or (_forwarded(onward) if told < _FEW else "")
    recording = about.recording
    shown = [part.src for part in parts if part.src]
    return PageFound(
        parts,
        find_language(about.languages, "\n".join(part.text for part in parts)),
        about.published,
        about.authors,
        recording.src,
        recording.length_s,
        recording.declared,
        (notice,) if notice else (),
        beside([*shown, recording.src, *(each.address for each in about.linked)], names),
        about.linked,
        turns,
        first_picture(parts, inside, pictures),
    )


def _forwarded(address: str) -> str:
    return f"This page only leads on to another one: open {address}" if address else ""
