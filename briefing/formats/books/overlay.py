"""Which part of which sound file is heard with which text: media overlays and DAISY's SMIL files.

After "EPUB 3.3", section 9, DAISY 2.02, section 2.3, and ANSI/NISO Z39.86, section 7: a `par` has a
`text`, whose `src` names an element of a text file, and its sound, which may come in several pieces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.books.names import resolve
from briefing.formats.books.vocabulary import NOTES, PAGES, TYPE
from briefing.formats.draft import LONGEST_S
from briefing.formats.timed.smil import clock_s

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from briefing.formats.books.names import Target

MOST_PARS: Final = 200_000
"""Of a book: a word each in a long novel."""
_TESTS: Final = ("customTest", "class", TYPE, "type", "system-required", "systemRequired")
_SKIPPED: Final = NOTES | PAGES | {"page", "pagenumber-on", "footnote-on"}
"""What is not heard when reading on: the numbers of pages, and notes."""


class Sound(NamedTuple):
    """A part of a sound file: its path within the book, seconds; None for the file's end."""

    path: str
    begin_s: float
    end_s: float | None


class Par(NamedTuple):
    """What is heard and shown together."""

    text: Target | None
    sounds: Sequence[Sound]
    is_skippable: bool


class Overlay(NamedTuple):
    """A SMIL file."""

    path: str
    pars: Sequence[Par]
    ids: dict[str, Target]
    """What the texts of its elements are, by their ids: navigation may lead to any of them."""


def read_overlay(root: _Element, path: str, most: int = MOST_PARS) -> Overlay:
    """Return what a SMIL file says.

    Args:
        root: Its tree.
        path: Its own, from which others are found.
        most: How many pars are read at most.
    """
    pars: list[Par] = []
    ids: dict[str, Target] = {}
    skipped: set[_Element] = set()
    waiting: list[str] = []
    """The ids of elements before the first text in them."""
    for element in root.iter("seq", "par"):
        if element.getparent() in skipped or _is_skipped(element):
            skipped.add(element)
        if name := element.get("id"):
            waiting.append(name)
        if element.tag != "par":
            continue
        if len(pars) >= most:
            break
        texts = list(element.iter("text"))
        text = next((resolve(path, each.get("src") or "") for each in texts), None)
        sounds = tuple(_sounds(element, path))
        if text is not None:
            inside = (each.get("id") or "" for each in element.iter("text", "audio", "seq"))
            ids |= dict.fromkeys((*waiting, *filter(None, inside)), text)
            waiting = []
        is_skippable = element in skipped or any(map(_is_skipped, texts))
        if text is not None or sounds:
            pars.append(Par(text, sounds, is_skippable))
    return Overlay(path, pars, ids)


def _sounds(par: _Element, path: str) -> Iterator[Sound]:
    for audio in par.iter("audio"):
        target = resolve(path, audio.get("src") or "")
        begin_s = clock_s(audio.get("clipBegin") or audio.get("clip-begin") or "0")
        end_s = clock_s(audio.get("clipEnd") or audio.get("clip-end") or "")
        if target is None or begin_s is None or begin_s > LONGEST_S:
            continue
        if end_s is None or end_s > begin_s:
            yield Sound(target.path, begin_s, end_s if end_s is None else min(end_s, LONGEST_S))


def _is_skipped(element: _Element) -> bool:
    told = " ".join(filter(None, map(element.get, _TESTS)))
    return bool(told) and not _SKIPPED.isdisjoint(told.lower().split())
