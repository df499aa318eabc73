"""What a briefing is made of, at a glance: its title and headings, and the chapters of its recording.

An outline is derived from the text, and from when its words are spoken; it is never kept. A chapter is told
as a time of the recording, so where it begins in the text is only known where the words there are timed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.model import BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model import Document
    from briefing.ports.media import TimedText
    from briefing.timeline import Timeline

_LEVEL_OF_TITLE: Final = 1


class Heading(NamedTuple):
    """The title, of level 1, or a heading or an entry of the contents, of its own level from 1 to 6."""

    title: str
    level: int
    span: Span


class Chapter(NamedTuple):
    """A chapter of the recording, which begins at `start_s` seconds of it.

    `start` is the offset of its first word; None where no word is known to be spoken from then on.
    """

    title: str
    start_s: float
    start: int | None


class Outline(NamedTuple):
    """Headings in the order of the text, chapters in that of the recording."""

    headings: tuple[Heading, ...]
    chapters: tuple[Chapter, ...] = ()


def outline_of(
    document: Document, chapters: Iterable[TimedText] = (), words: Timeline | None = None
) -> Outline:
    """Return the outline of a document: the table of contents that it comes with, else its headings.

    Args:
        document: Whose titles and headings stand in it.
        chapters: Those of its recording, sorted by their starts.
        words: When the document's words are spoken in the recording; None where nothing tells it.
    """
    return Outline(
        _contents(document) or _headings(document),
        tuple(Chapter(each.text, each.start_s, chapter_offset(each, words)) for each in chapters),
    )


def _contents(document: Document) -> tuple[Heading, ...]:
    def stop(start: int) -> int:
        return max(start, document.blocks[document.block_index_at(start)].span.stop)

    return tuple(Heading(title, level, Span(start, stop(start))) for title, level, start in document.contents)


def _headings(document: Document) -> tuple[Heading, ...]:
    blocks = (
        document.blocks[index] for index in document.columns.indices((BlockKind.TITLE, BlockKind.HEADING))
    )
    return tuple(
        Heading(block.span.of(document.text), block.level or _LEVEL_OF_TITLE, block.span) for block in blocks
    )


def chapter_offset(chapter: TimedText, words: Timeline | None) -> int | None:
    """Return where a chapter of the recording begins in the text; None after all words, and without any.

    Args:
        chapter: Its start is in seconds of the recording.
        words: When the text's words are spoken in the recording.
    """
    if not words:
        return None
    frame = chapter.start_s * words.rate_hz
    return words.offset_from(frame) if frame < words[len(words) - 1].stop_frame else None
