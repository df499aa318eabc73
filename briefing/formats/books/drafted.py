"""What was found in a book as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.clips import Clip
from briefing.formats.draft import LONGEST_S, Draft, clamp_s
from briefing.model import BlockKind, ContentsEntry
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.formats.books.answer import BookEntry, BookFound, BookSpot

_FIRST_PARTS: Final = 12
"""Where a book says its own title, it does so before so many blocks are over."""


def draft_of(found: BookFound) -> Draft:
    """Return what was found as a draft."""
    draft = Draft(language=found.language, published=found.published, notices=map(safe_line, found.notices))
    draft.authors = found.authors
    draft.picture = found.picture or None
    draft.duration_s = clamp_s(found.duration_s) if found.duration_s else None
    draft.title = safe_line(found.title)
    if draft.title and not (
        found.is_own or any(clip.file for clip in found.clips) or _says(found, draft.title)
    ):
        # Of a talking book the recording says what there is to be said of its title.
        draft.add(BlockKind.TITLE, found.title)
    starts = [_add(draft, found, number) for number in range(len(found.parts))]
    starts.append(draft.length)

    def offset(spot: BookSpot) -> int:
        return starts[spot.part] + spot.offset

    draft.contents = _entries(found.contents, offset)
    draft.pages = _entries(found.pages, offset)
    for kind, first, stop in found.structures:
        draft.add_structure(kind, starts[first], starts[stop])
    draft.clips = tuple(
        Clip(
            clip.file,
            clamp_s(clip.begin_s),
            None if clip.end_s is None else min(clip.end_s, LONGEST_S),
            offset(clip.start),
            offset(clip.stop),
            clip.is_skippable,
            clip.goes_on,
            safe_line(clip.says),
        )
        for clip in found.clips
    )
    return draft


def _says(found: BookFound, title: str) -> bool:
    """Return whether a book's first heading, or what it calls its title, is its title."""
    told = (BlockKind.HEADING, BlockKind.TITLE)
    first = next((part.text for part in found.parts[:_FIRST_PARTS] if part.kind in told), "")
    return _letters(first) == _letters(title)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _add(draft: Draft, found: BookFound, number: int) -> int:
    """Add a part, and return where it begins."""
    start = draft.length
    part = found.parts[number]
    if part.kind is BlockKind.CAPTION and (part.alt or part.src or found.is_own):
        if part.text or part.alt:
            draft.add_figure(part.alt, part.text, part.src or None, part.language_parts, links=part.links)
    else:
        draft.add(part.kind, part.text, part.level, part.speaker, part.language_parts, links=part.links)
    return start


def _entries(entries: Sequence[BookEntry], offset: Callable[[BookSpot], int]) -> tuple[ContentsEntry, ...]:
    return tuple(ContentsEntry(safe_line(title), level, offset(spot)) for title, level, spot in entries)
