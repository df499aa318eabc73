"""The chapters of what goes out as sound: those of its recording, else its headings, else its paragraphs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefing.formats.sound_tags import TaggedChapter
from briefing.model import BODY, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.formats.publication import Publication

_LONGEST: Final = 60
"""Code points of a title that is made of a paragraph's first words."""
_LEAST_S: Final = 0.5
"""What is shorter is no chapter: two headings at one time."""


def chapters_of(publication: Publication) -> list[TaggedChapter]:
    """Return the chapters of a briefing's sound, in order, each until the next; none without any times."""
    sound = publication.sound
    if sound is None:
        return []
    told = [(each.title, each.start_s) for each in publication.chapters]
    starts = told or _by_headings(publication) or list(_by_paragraphs(publication))
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


def _by_headings(publication: Publication) -> list[tuple[str, float]]:
    kinds = {BlockKind.TITLE, BlockKind.HEADING}
    found = list(_starts(publication, [each.kind in kinds for each in publication.document.blocks]))
    return found if len(found) > 1 else []


def _by_paragraphs(publication: Publication) -> Iterator[tuple[str, float]]:
    kinds = {BlockKind.TITLE, BlockKind.SUMMARY, *BODY}
    for title, start_s in _starts(publication, [each.kind in kinds for each in publication.document.blocks]):
        words = title[: _LONGEST + 1].rsplit(maxsplit=1)[0] if len(title) > _LONGEST else title
        yield words if words == title else f"{words.rstrip(',;:.')}…", start_s


def _starts(publication: Publication, are_chapters: Sequence[bool]) -> Iterator[tuple[str, float]]:
    """Yield the text of some blocks with the second at which each is heard, if it is."""
    document, words = publication.document, publication.words
    if words is None:
        return
    for block, is_chapter in zip(document.blocks, are_chapters, strict=True):
        index = words.index_of(block.span.start) if is_chapter else None
        if index is not None and words[index].span.start < block.span.stop:
            yield block.span.of(document.text), words[index].start_frame / words.rate_hz
