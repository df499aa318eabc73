"""Which part of which sound file is heard with which text: media overlays and DAISY's SMIL files.

After "EPUB 3.3", section 9, DAISY 2.02, section 2.3, and ANSI/NISO Z39.86, section 7: a `par` has a
`text`, whose `src` names an element of a text file, and its sound, which may come in several pieces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from briefing.formats.books import vocabulary as words
from briefing.formats.books.names import resolve
from briefing.formats.books.seqs import read_seqs
from briefing.formats.books.vocabulary import NOTES, PAGES
from briefing.formats.draft import LONGEST_S
from briefing.formats.timed.smil import clock_s

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from briefing.formats.books.names import Target
    from briefing.formats.books.seqs import Seq

MOST_PARS: Final = 150_000
"""Of a book: a word each in a long novel."""
_LEAVES: Final = ("text", "audio")
"""Elements in which nothing is that is looked for."""
_SKIPPED: Final = NOTES | PAGES | {"page", "pagenumber-on", "footnote-on"}
"""What is not heard when reading on: the numbers of pages, and notes."""


class ClipSound(NamedTuple):
    """A part of a sound file: its path within the book, seconds; None for the file's end."""

    path: str
    begin_s: float
    end_s: float | None


class Par(NamedTuple):
    """What is heard and shown together."""

    text: Target | None
    sounds: Sequence[ClipSound]
    is_skippable: bool


class Overlay(NamedTuple):
    """A SMIL file."""

    path: str
    pars: Sequence[Par]
    ids: dict[str, Target]
    """What the texts of its elements are, by their ids: navigation may lead to any of them."""
    seqs: Sequence[Seq] = ()
    """Sorted by where they start, the outer before the inner."""


class _Open(NamedTuple):
    """What is known of an element of a SMIL file while what is in it is read."""

    par: int | None
    """Which par it is in, or is."""
    is_skipped: bool


def read_overlay(root: _Element, path: str, most: int = MOST_PARS) -> Overlay:
    """Return what a SMIL file says. A par within another one, which none should have, is one of its own.

    Args:
        root: Its tree.
        path: Its own, from which others are found.
        most: How many pars are read at most.
    """
    texts: list[Target | None] = []
    sounds: list[list[ClipSound]] = []
    skipped: set[int] = set()
    names: list[tuple[str, int]] = []
    """Ids, and how many pars began before: they mean the first text from there on."""
    known: dict[_Element, _Open] = {}
    for element in root.iter(etree.Element):
        par, is_skipped = known.get(element.getparent(), _Open(None, is_skipped=False))
        if element.tag == "par":
            if len(texts) >= most:
                break
            par = len(texts)
            texts.append(None)
            sounds.append([])
        is_skipped = is_skipped or _is_skipped(element)
        if element.tag not in _LEAVES:
            known[element] = _Open(par, is_skipped)
        if name := element.get("id"):
            names.append((name, len(texts) if par is None else par))
        if par is None:
            continue
        if element.tag == "text" and texts[par] is None:
            texts[par] = resolve(path, element.get("src") or "")
        elif element.tag == "audio" and (sound := _sound(element, path)) is not None:
            sounds[par].append(sound)
        if is_skipped:
            skipped.add(par)
    pars = [Par(text, tuple(sounds[i]), i in skipped) for i, text in enumerate(texts)]
    return Overlay(path, pars, _texts_of(names, texts), read_seqs(root, most))


def _texts_of(names: Sequence[tuple[str, int]], texts: Sequence[Target | None]) -> dict[str, Target]:
    """Return the first text from each of the named elements on."""
    following: list[Target | None] = [None]
    for text in reversed(texts):
        following.append(text or following[-1])
    following.reverse()
    found = ((name, following[min(par, len(texts))]) for name, par in names)
    return {name: target for name, target in found if target is not None}


def _sound(audio: _Element, path: str) -> ClipSound | None:
    """Return a part of a sound file; None where nothing of it would be heard."""
    target = resolve(path, audio.get("src") or "")
    begin_s = clock_s(audio.get("clipBegin") or audio.get("clip-begin") or "0")
    end_s = clock_s(audio.get("clipEnd") or audio.get("clip-end") or "")
    if target is None or begin_s is None or begin_s > LONGEST_S or (end_s is not None and end_s <= begin_s):
        return None
    return ClipSound(target.path, begin_s, end_s if end_s is None else min(end_s, LONGEST_S))


def _is_skipped(element: _Element) -> bool:
    return not _SKIPPED.isdisjoint(words.tests(element))
