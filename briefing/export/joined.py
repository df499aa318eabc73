"""Several briefings as one: an item after the other, each with its own title as a heading.

Rules:
1. An item begins with its title, a heading under the title of the whole, and with a line that says whose it
   is and from when. Its own headings stand a level lower. Its text stays as it is, to the letter.
2. What is in another language than most of it declares that, so that each is read by a voice of its own.
3. An item's times begin where it does in the sound, to the frame.
4. What there is only once to a file stays with no item: its authors, its recording, the pages of its printed
   edition.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.blocks import Blocks
from briefing.formats.captions import captions_of
from briefing.formats.publication import Publication
from briefing.model import BLOCK_GAP, BlockKind, Document, LanguagePart, LinkPart, Span
from briefing.outline import Chapter
from briefing.structures import TextStructure
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.formats.publication import PublishedPicture
    from briefing.formats.timed_text import TimedLine
    from briefing.model import Block, Cue, Figure

RATE_HZ: Final = 48_000
"""Frames a second of what is heard of all of them."""
_LEVEL: Final = 2
"""Of an item's title; the title of the whole is of level 1."""
_LOWEST: Final = 6


class JoinedItem(NamedTuple):
    """One of several briefings."""

    publication: Publication
    told: str = ""
    """Whose it is, and from when: "Harbour News, 2023-10-30"."""
    start_frame: int = 0
    """Where its sound begins in that of all, frames of `RATE_HZ`."""
    length_frames: int = 0


def joined(items: Sequence[JoinedItem], title: str) -> Publication:
    """Return several briefings as one, with a chapter for each, without its sound.

    Args:
        items: in the order in which they are heard; at least one.
        title: of the whole.
    """
    return _Joiner(items, title).publication()


@dataclass
class _Joiner:
    items: Sequence[JoinedItem]
    title: str
    blocks: Blocks = field(default_factory=Blocks)
    texts: list[str] = field(default_factory=list)
    length: int = 0
    languages: list[LanguagePart] = field(default_factory=list)
    links: list[LinkPart] = field(default_factory=list)
    structures: list[TextStructure] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    pictures: dict[int, PublishedPicture] = field(default_factory=dict)
    cues: list[Cue] = field(default_factory=list)
    chapters: list[Chapter] = field(default_factory=list)

    def publication(self) -> Publication:
        documents = [each.publication.document for each in self.items]
        told = Counter(each.language for each in documents if each.language)
        language = told.most_common(1)[0][0] if told else None
        self._add(BlockKind.TITLE, self.title)
        for item in self.items:
            self._take(item, language)
        document = Document(
            title=self.title,
            text=BLOCK_GAP.join(self.texts),
            blocks=self.blocks,
            language=language,
            published=max((each.published or "" for each in documents), default="") or None,
            figures=tuple(self.figures),
            language_parts=tuple(self.languages),
            structures=tuple(self.structures),
            links=tuple(self.links),
        )
        length = max(each.start_frame + each.length_frames for each in self.items)
        return Publication(
            document,
            Timeline(RATE_HZ, length, self.cues) if self.cues else None,
            tuple(self._lines()),
            chapters=tuple(self.chapters),
            pictures=self.pictures,
        )

    def _add(self, kind: BlockKind, text: str, level: int = 0, speaker: str = "") -> Span:
        """Add a block; return where it stands."""
        span = Span(self.length, self.length + len(text))
        self.blocks.add(kind, span.start, span.stop, level, speaker)
        self.texts.append(text)
        self.length = span.stop + len(BLOCK_GAP)
        return span

    def _take(self, item: JoinedItem, language: str | None) -> None:
        document = item.publication.document
        own = document.language if document.language != language else None
        first = len(self.texts)
        moved = _Moved()
        told = [item.told] if item.told else []
        head, rest = _parted(document)
        told += [each.span.of(document.text) for each in head if each.kind is BlockKind.KICKER]
        name = next((each for each in head if each.kind is BlockKind.TITLE), None)
        span = self._add(
            BlockKind.HEADING, document.title if name is None else name.span.of(document.text), _LEVEL
        )
        if name is not None:
            moved.add(name.span, span.start)
        self.chapters.append(Chapter(document.title, item.start_frame / RATE_HZ, span.start))
        if told:
            self._add(BlockKind.PARAGRAPH, ". ".join(told))
        for block in rest:
            is_heading = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
            level = min(_LOWEST, max(block.level, _LEVEL) + 1) if is_heading else 0
            kind = BlockKind.HEADING if is_heading else block.kind
            span = self._add(kind, block.span.of(document.text), level, block.speaker)
            moved.add(block.span, span.start)
        self._take_marks(item.publication, moved, own, range(first, len(self.texts)))
        self._take_cues(item, moved)

    def _take_marks(self, publication: Publication, moved: _Moved, own: str | None, blocks: range) -> None:
        """Take what is said of parts of an item's text; `own` is its language where it is another."""
        document = publication.document
        parts = [
            LanguagePart(span, each.language)
            for each in document.language_parts
            if (span := moved.span(each.span))
        ]
        if own is None:
            self.languages += parts
        else:
            for index in blocks:
                self.languages += _filled(self.blocks[index], parts, own)
        self.links += [
            LinkPart(span, each.target) for each in document.links if (span := moved.span(each.span))
        ]
        self.structures += [
            TextStructure(each.kind, span) for each in document.structures if (span := moved.span(each.span))
        ]
        for number, picture in publication.pictures.items():
            self.pictures[len(self.figures) + number] = picture
        for figure in document.figures:
            at = None if figure.start is None else moved.offset(figure.start)
            self.figures.append(figure._replace(start=at))

    def _take_cues(self, item: JoinedItem, moved: _Moved) -> None:
        words = item.publication.words
        if words is None:
            return
        stop = item.start_frame + item.length_frames
        scale = RATE_HZ / words.rate_hz
        for cue in words:
            if span := moved.span(cue.span):
                begin = min(item.start_frame + round(cue.start_frame * scale), stop)
                end = min(item.start_frame + round(cue.stop_frame * scale), stop)
                self.cues.append(cue._replace(span=span, start_frame=begin, stop_frame=end))

    def _lines(self) -> Iterator[TimedLine]:
        """Yield the lines of all, where one of them is a timed text, whose lines stay as they are."""
        if not any(each.publication.lines for each in self.items):
            return
        for item in self.items:
            at_s = item.start_frame / RATE_HZ
            for line in captions_of(item.publication).lines:
                pieces = tuple(
                    piece._replace(
                        start_s=piece.start_s + at_s,
                        stop_s=None if piece.stop_s is None else piece.stop_s + at_s,
                    )
                    for piece in line.pieces
                )
                stop_s = None if line.stop_s is None else line.stop_s + at_s
                yield line._replace(pieces=pieces, stop_s=stop_s)


class _Moved:
    """Where the blocks of a text have gone."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._spans: list[tuple[Span, int]] = []

    def add(self, span: Span, to: int) -> None:
        """Take note that a block begins at `to`; blocks come in the order of their text."""
        self._starts.append(span.start)
        self._spans.append((span, to))

    def offset(self, offset: int) -> int | None:
        """Return where an offset has gone; None where its block was left out."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        span, to = self._spans[at]
        return to + offset - span.start if offset <= span.stop else None

    def span(self, span: Span) -> Span | None:
        """Return where a part has gone; None where a block of it was left out."""
        start, stop = self.offset(span.start), self.offset(span.stop)
        return None if start is None or stop is None or start > stop else Span(start, stop)


def _parted(document: Document) -> tuple[list[Block], list[Block]]:
    """Return what stands before a story, its kicker and its title, and what follows."""
    blocks = list(document.blocks)
    kinds = [block.kind for block in blocks[:2]]
    order = [BlockKind.KICKER, BlockKind.TITLE]
    at = 2 if kinds == order else 1 if kinds[:1] in ([kind] for kind in order) else 0
    return blocks[:at], blocks[at:]


def _filled(block: Block, parts: Sequence[LanguagePart], language: str) -> Iterator[LanguagePart]:
    """Yield what in a block declares a language, and `language` for the rest of it."""
    at = block.span.start
    for part in parts:
        if part.span.start < block.span.start or part.span.stop > block.span.stop:
            continue
        if at < part.span.start:
            yield LanguagePart(Span(at, part.span.start), language)
        yield part
        at = part.span.stop
    if at < block.span.stop:
        yield LanguagePart(Span(at, block.span.stop), language)
