"""A place as a link: a source with a place of its text behind a `#`, such as `story.md#p3.s2`.

A file whose name really ends so goes first. An address keeps a fragment of its own: only what can be no
other's is taken for a place there, so `#p3` stays the page's and `#p3.s2` is the second sentence.
"""

from __future__ import annotations

import os
from typing import Final, NamedTuple

from briefing.patterns import late
from briefing.sources.address import is_address

_TIME: Final = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:\.\d{1,3})?"
_SENTENCE: Final = r"[a-z][a-z-]{0,20}\d{0,7}(?:-\d{1,7})?\.s\d{1,7}"
_SURE: Final = late(
    rf"(?i)({_TIME}|{_SENTENCE})|t=({_TIME}|\d{{1,6}}(?:\.\d{{1,3}})?)|page(?:[ =+]|%20)([\w.-]{{1,20}})"
)
_PARAGRAPH: Final = late(r"(?i)p\d{1,7}(?:-\d{1,7})?")


class PlaceLink(NamedTuple):
    """What is to be opened, and where: a time or a place as `go` takes it, empty where none is named."""

    source: str
    place: str = ""


def link_from(name: str) -> PlaceLink:
    """Return what a source as it is typed stands for."""
    source, mark, place = name.rpartition("#")
    if not source or not mark:
        return PlaceLink(name)
    is_web = is_address(name)
    if not is_web and os.path.lexists(name):
        return PlaceLink(name)
    match = _SURE.fullmatch(place)
    if match is not None:
        here, time, page = match.groups()
        return PlaceLink(source, here or time or f"page {page}")
    if not is_web and _PARAGRAPH.fullmatch(place):
        return PlaceLink(source, place)
    return PlaceLink(name)


def link_to(source: str, place: str) -> str:
    """Return the link of a place in a source, such as "p3.s2" in what opens it."""
    return f"{source}#{place}"
