"""The content documents that a book's text is parted into, at its headings, none of them long.

Readers lay out a whole file before they show its first page, so a file that is long is a book that is slow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.export.marking import marked_sentences
from briefing.export.markup import markup
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.export.marking import MarkedSentence
    from briefing.export.markup import Dress
    from briefing.formats.publication import Publication

_ENOUGH: Final = 40_000
"""Letters of XHTML after which a file ends at the next heading; a shorter text is one file."""
_MOST: Final = 300_000
"""Letters after which it ends at any block."""


class ContentDocument(NamedTuple):
    """A content document of a book."""

    number: int
    """From 1."""
    title: str
    first_block: int
    lines: tuple[str, ...]
    """What is in its body."""
    sentences: tuple[MarkedSentence, ...]

    @property
    def length_s(self) -> float:
        """How long of it is heard, seconds."""
        return sum(
            each.stop_s - each.start_s
            for each in self.sentences
            if each.start_s is not None and each.stop_s is not None
        )


def content_documents(publication: Publication, dress: Dress) -> Iterator[ContentDocument]:
    """Yield a book's text in its order, one content document at a time."""
    document = publication.document
    held: list[MarkedSentence] = []

    def kept(sentences: Iterable[MarkedSentence]) -> Iterator[MarkedSentence]:
        for sentence in sentences:
            held.append(sentence)
            yield sentence

    lines: list[str] = []
    length, first, number = 0, 0, 1
    title = document.title
    sentences = kept(marked_sentences(document, publication.words, by_words=publication.lights_words))
    for line in markup(document, sentences, dress):
        is_heading = (
            line.block < len(document.blocks) and document.blocks[line.block].kind is BlockKind.HEADING
        )
        if line.is_apart and lines and length >= (_ENOUGH if is_heading else _MOST):
            # One sentence more was looked at than is in it.
            mine = [each for each in held if each.block < line.block]
            yield ContentDocument(number, title, first, tuple(lines), tuple(mine))
            held[:] = held[len(mine) :]
            lines, length, first, number = [], 0, line.block, number + 1
            if is_heading:
                title = document.blocks[line.block].span.of(document.text)
        lines.append(line.text)
        length += len(line.text)
    if lines:
        yield ContentDocument(number, title, first, tuple(lines), tuple(held))
