"""The chapters of what goes out as sound, and the contents of what goes out as a book.

Unless something else is asked for, the chapters of sound are those of its recording, else its headings, else
its paragraphs, and a book's contents are the table that its text comes with, else its headings.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefing.formats.publication import ChaptersBy
from briefing.formats.sound_tags import TaggedChapter
from briefing.model import BODY, BlockKind, Span
from briefing.outline import Heading, outline_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.publication import Publication
    from briefing.model import Block

_LONGEST: Final = 60
"""Code points of a title that is made of a paragraph's first words."""
_LEAST_S: Final = 0.5
"""What is shorter is no chapter: two headings at one time."""
_HEADINGS: Final = frozenset((BlockKind.TITLE, BlockKind.HEADING))
_KINDS: Final = {
    ChaptersBy.HEADING: _HEADINGS,
    ChaptersBy.PARAGRAPH: frozenset((BlockKind.TITLE, BlockKind.SUMMARY, *BODY)),
}


def chapters_of(publication: Publication) -> list[TaggedChapter]:
    """Return the chapters of a briefing's sound, in order, each until the next; none without any times."""
    sound = publication.sound
    if sound is None:
        return []
    starts = _starts(publication)
    if starts and starts[0][1] > _LEAST_S:
        starts.insert(0, (publication.document.title, 0.0))
    elif starts:
        starts[0] = starts[0][0], 0.0
    ends = [*starts, ("", sound.length_s)]
    return [
        TaggedChapter(title, start_s, min(stop_s, sound.length_s))
        for (title, start_s), (_, stop_s) in pairwise(ends)
        if start_s + _LEAST_S <= min(stop_s, sound.length_s)
    ]


def contents_of(publication: Publication) -> tuple[Heading, ...]:
    """Return what a book's contents lead to, in the order of the text; none: the whole is one piece."""
    document, by = publication.document, publication.chapters_by
    if by is None:
        return outline_of(document).headings
    if by is ChaptersBy.RECORDING:
        return tuple(
            Heading(each.title, 1, Span(each.start, each.start))
            for each in publication.chapters
            if each.start is not None
        )
    is_flat = by is ChaptersBy.PARAGRAPH
    return tuple(
        Heading(title, 1 if is_flat else block.level or 1, block.span)
        for block, title in _titled(publication, by)
    )


def _starts(publication: Publication) -> list[tuple[str, float]]:
    """Return the titles of chapters of the sound, each with the second at which it begins."""
    by = publication.chapters_by
    told = [(each.title, each.start_s) for each in publication.chapters]
    if by is ChaptersBy.RECORDING or (by is None and told):
        return told
    if by is not None:
        return list(_heard(publication, by))
    headings = list(_heard(publication, ChaptersBy.HEADING))
    return headings if len(headings) > 1 else list(_heard(publication, ChaptersBy.PARAGRAPH))


def _heard(publication: Publication, by: ChaptersBy) -> Iterator[tuple[str, float]]:
    """Yield the titles of blocks with the second at which each is heard, if it is."""
    words = publication.words
    if words is None:
        return
    for block, title in _titled(publication, by):
        index = words.index_of(block.span.start)
        if index is not None and words[index].span.start < block.span.stop:
            yield title, words[index].start_frame / words.rate_hz


def _titled(publication: Publication, by: ChaptersBy) -> Iterator[tuple[Block, str]]:
    """Yield the blocks that chapters are made of, each with its title; a paragraph's is its first words."""
    kinds = _KINDS.get(by, frozenset())
    for block in publication.document.blocks:
        if block.kind in kinds:
            title = block.span.of(publication.document.text)
            yield block, title if block.kind in _HEADINGS else _first_words(title)


def _first_words(paragraph: str) -> str:
    if len(paragraph) <= _LONGEST:
        return paragraph
    words = paragraph[: _LONGEST + 1].rsplit(maxsplit=1)[0]
    return f"{words.rstrip(',;:.')}…"
