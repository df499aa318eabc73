"""A document in the making: what a format finds in a source, before it is known what lies beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.blocks import Blocks
from briefing.model import BLOCK_GAP, BlockKind, Document, Figure, LanguagePart, LinkPart, Media, Span
from briefing.safe import safe_line, safe_text
from briefing.structures import RUNS, TextStructure
from briefing.text.language import detect_language, language_tag
from briefing.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.clips import Clip
    from briefing.feed import Feed
    from briefing.formats.timed_text import TimedLine, TimedWord
    from briefing.linked import LinkedText
    from briefing.model import Block, ContentsEntry
    from briefing.ports.media import TimedText
    from briefing.structures import StructureKind

_LONGEST_NAME: Final = 120
_LONGEST_TARGET: Final = 2048
_JOINED: Final = 4096
"""So many blocks' texts are joined before there are more."""
LONGEST_BLOCK: Final = 1 << 16
"""Code points. Every look at a block costs its length, so one that is a book would hold up every key."""
_CUT_WITHIN: Final = 4096
"""The code points at its end within which such a block is cut; a sentence is shorter."""
LONGEST_S: Final = 7 * 24 * 3600.0
"""No briefing is longer; every time from outside is clamped to it."""


class Draft:
    """A document in the making: a format adds what it finds, in reading order, as it found it.

    Everything goes through `safe_text` here, once, so no format has to think of it.
    """

    def __init__(
        self,
        *,
        language: str | None = None,
        published: str | None = None,
        words: tuple[TimedWord, ...] = (),
        lines: tuple[TimedLine, ...] = (),
        notices: Iterable[str] = (),
    ) -> None:
        self.title = ""
        self.language = language
        self.published = published
        self.authors: tuple[str, ...] = ()
        self.audio: str | None = None
        self.duration_s: float | None = None
        self.declares_media = False
        self.words = words
        self.lines = lines
        """The lines of a timed text as its file has them, sorted by their starts, each with an end."""
        self.chapters: tuple[TimedText, ...] = ()
        self.linked: tuple[LinkedText, ...] = ()
        """What it names that goes with its recording, the likelier first."""
        self.clips: tuple[Clip, ...] = ()
        """The recording of a book, in pieces: what is heard, in its order."""
        self.contents: tuple[ContentsEntry, ...] = ()
        """The table of contents that it comes with, in order."""
        self.pages: tuple[ContentsEntry, ...] = ()
        """Where the pages of its printed edition begin, in order."""
        self.picture: bytes | None = None
        """Its first picture, where its file holds that; nobody has looked whether it is one."""
        self.feed: Feed | None = None
        """The feed that it is an item of, where that was opened."""
        self.notices = list(notices)
        self._blocks = Blocks()
        self._length = 0
        """Where the next block starts."""
        self._joined: list[str] = []
        self._texts: list[str] = []
        """The text so far: much of it joined, since half a million strings take more than what is in them."""
        self._figures: list[Figure] = []
        self._language_parts: list[LanguagePart] = []
        self._structures: list[TextStructure] = []
        self._links: list[LinkPart] = []

    def add(
        self,
        kind: BlockKind,
        text: str,
        level: int = 0,
        speaker: str = "",
        language_parts: Sequence[LanguagePart] = (),
        *,
        links: Sequence[LinkPart] = (),
    ) -> None:
        """Add a block, white space collapsed; nothing if it is empty. The first title is the document's.

        A text that is longer than any paragraph (`LONGEST_BLOCK`) becomes several, parted between sentences.

        Args:
            kind: What it is on the page.
            text: What it says.
            level: Of a heading, 1 to 6.
            speaker: The name of who says it; empty where nobody is named.
            language_parts: Parts of `text` in a language of their own, sorted and disjoint. In a text that
                becomes several blocks they are passed over.
            links: Parts of `text` that lead elsewhere, in the same way.
        """
        is_first = True
        if len(text) <= LONGEST_BLOCK:
            self._note_languages(text, language_parts)
            self._links += (
                LinkPart(self._placed(text, span), safe_line(target, _LONGEST_TARGET))
                for span, target in links
                if span.of(text).strip()
            )
        for part in _parted(text):
            is_first = not self._add(kind, part, level, speaker, goes_on=not is_first) and is_first

    def _add(self, kind: BlockKind, text: str, level: int, speaker: str, *, goes_on: bool) -> bool:
        """Add a block, or a part of one; return whether there was text in it."""
        line = " ".join(safe_text(text).split())
        if line:
            stop = self._length + len(line)
            name = safe_line(speaker, _LONGEST_NAME) if speaker else ""
            self._blocks.add(kind, self._length, stop, level, name, goes_on=goes_on)
            self._length = stop + len(BLOCK_GAP)
            self._texts.append(line)
            if len(self._texts) >= _JOINED:
                self._join()
            if kind is BlockKind.TITLE and not self.title:
                self.title = safe_line(line)
        return bool(line)

    def _note_languages(self, text: str, language_parts: Sequence[LanguagePart]) -> None:
        """Note the parts of a block that is about to be added, where they will stand in all of the text."""
        for span, language in language_parts:
            placed, tag = self._placed(text, span), language_tag(language)
            if tag and placed:
                self._language_parts.append(LanguagePart(placed, tag))

    def _placed(self, text: str, span: Span) -> Span:
        """Return where a part of a block that is about to be added will stand in all of the text."""
        inside = span.of(text)
        start = _length_before(text[: span.stop - len(inside.lstrip())])
        stop = _length_before(text[: span.start + len(inside.rstrip())])
        return Span(self._length + start, self._length + max(start, stop))

    def add_figure(
        self,
        alt: str,
        caption: str,
        src: str | None = None,
        language_parts: Sequence[LanguagePart] = (),
        *,
        links: Sequence[LinkPart] = (),
    ) -> None:
        """Add a picture, its caption as a block (see `add`); an alternative text that says the same goes."""
        start = self._length
        self.add(BlockKind.CAPTION, caption, language_parts=language_parts, links=links)
        alt, caption = (" ".join(safe_text(text).split()) for text in (alt, caption))
        same = alt.casefold() == caption.casefold()
        self._figures.append(
            Figure(None if same else alt or None, caption or None, safe_line(src) if src else None, start)
        )

    def add_structure(self, kind: StructureKind, start: int, stop: int | None = None) -> None:
        """Note that what was added from a place on can be left in one step; nothing where that is no text.

        Of two that hold the same, the inner is noted first, as it ends first.

        Args:
            kind: What it is.
            start: Where its first block starts, as `length` was before that was added.
            stop: What `length` was behind its last block; None: as it is now.
        """
        stop = self._length if stop is None else stop
        if stop > start:
            self._structures.append(TextStructure(kind, Span(start, stop - len(BLOCK_GAP))))

    def _join(self) -> None:
        self._joined.append(BLOCK_GAP.join(self._texts))
        self._texts.clear()

    def _text(self) -> str:
        return BLOCK_GAP.join([*self._joined, *self._texts])

    def parts(self) -> Iterator[tuple[Block, str]]:
        """Yield each block so far, and its text."""
        text = self._text()
        return ((block, block.span.of(text)) for block in self._blocks)

    def extend(self, other: Draft) -> None:
        """Add another draft's text; a second title is a line like any other, dropped if it is the same."""
        starts: dict[int | None, int] = {}
        for block, text in other.parts():
            starts[block.span.start] = self._length
            is_second = block.kind is BlockKind.TITLE and bool(self.title)
            if not (is_second and safe_line(text) == self.title):
                kind = BlockKind.PARAGRAPH if is_second else block.kind
                self._add(kind, text, block.level, block.speaker, goes_on=block.goes_on)
        starts[other.length] = self._length
        for told, span in other._structures:
            self.add_structure(told, starts[span.start], starts[span.stop + len(BLOCK_GAP)])
        self._figures += (
            figure._replace(start=starts.get(figure.start, self._length)) for figure in other._figures
        )
        self.notices += other.notices

    @property
    def length(self) -> int:
        """Where the next block starts, an offset into the text."""
        return self._length

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read."""
        return not self._blocks

    def build(self, source: str, fallback_title: str, media: Media) -> Document:
        """Return the document. Its language is the declared one, else what the text looks like.

        The draft is empty afterwards: a long text need not stand in memory twice.
        """
        blocks, text = self._blocks, self._text()
        last = blocks.starts[-1] if blocks else 0  # what stands below all text is told with the last block
        self._blocks, self._length = Blocks(), 0
        self._joined.clear()
        self._texts.clear()
        return Document(
            title=self.title or safe_line(fallback_title),
            text=text,
            blocks=blocks,
            source=safe_line(source, 4096),
            language=language_tag(self.language or "") or detect_language(text),
            published=safe_line(self.published or "") or None,
            figures=tuple(figure._replace(start=min(figure.start or 0, last)) for figure in self._figures),
            media=media,
            authors=tuple(filter(None, (safe_line(name, _LONGEST_NAME) for name in self.authors))),
            language_parts=tuple(self._language_parts),
            contents=self.contents,
            pages=self.pages,
            structures=self._structures_of(blocks),
            links=tuple(link for link in self._links if link.span),
        )

    def _structures_of(self, blocks: Blocks) -> tuple[TextStructure, ...]:
        """Return what can be left in one step; most news are paragraphs and nothing else."""
        if not self._structures and blocks.first(RUNS) is None:
            return ()
        from briefing.formats.block_structures import structures_of

        return structures_of(blocks, self._structures)


def _length_before(text: str) -> int:
    """Return how long the beginning of a block is, once the block is made safe.

    A letter stands for the rest of it: an isolate that is open there is closed behind that, not here.
    """
    return " ".join(safe_text(f"{text}x").split()).rindex("x")


def _parted(text: str) -> Iterator[str]:
    """Yield a text in parts of at most `LONGEST_BLOCK` code points, cut where a sentence begins."""
    at = 0
    while len(text) - at > LONGEST_BLOCK:
        stop = at + LONGEST_BLOCK
        *_, (last, _) = split_sentences(text[stop - _CUT_WITHIN : stop]) or [(0, 0)]
        cut = stop - _CUT_WITHIN + last if last else stop
        yield text[at:cut]
        at = cut
    yield text[at:] if at else text


def clamp_s(seconds: float) -> float:
    """Return a time within 0 and `LONGEST_S`; 0 for what is not a number."""
    return min(max(seconds, 0.0), LONGEST_S) if seconds == seconds else 0.0  # noqa: PLR0124 (NaN)
