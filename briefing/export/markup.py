"""A document's text as XHTML, for every file that is made of it: books, pages, print.

Rules:
1. The text comes out to the letter; what XML cannot hold (most control characters) is left out.
2. Sentences and words have the names of `marking`, as ids. A sentence is the outer element, then links, then
   parts in another language, then words: a link that begins or ends within a word has all of it, and one
   that goes over two sentences is two.
3. Elements say by themselves what they are: headings in the order of their levels, lists, quotations, notes
   with their roles, figures with their texts. What is only shown has no place here.
4. It is well-formed XML and valid HTML alike, so no element is closed in itself but void ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.export.inline import SentenceMarkup, xml_text
from briefing.formats import own_classes as own
from briefing.model import BlockKind, Span
from briefing.structures import StructureKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.export.marking import MarkedSentence
    from briefing.model import Block, Document, Figure
    from briefing.structures import TextStructure

_CONTAINERS: Final = {
    StructureKind.LIST: ("<ul>", "</ul>"),
    StructureKind.QUOTATION: ("<blockquote>", "</blockquote>"),
    StructureKind.ASIDE: ('<aside class="aside">', "</aside>"),
}
"""What may stand in one another; the others are made of their blocks."""
_LOWEST: Final = 6


class PagePicture(NamedTuple):
    """A picture as it stands in a page: its address there, and its size in pixels."""

    src: str
    width: int = 0
    height: int = 0


class Dress(NamedTuple):
    """What differs from one kind of file to another."""

    pictures: Mapping[int, PagePicture] = {}
    """The pictures that the file holds, by the index of their figure in the document."""
    is_epub: bool = False
    """Whether elements say what they are by `epub:type`, too, as EPUB wants it beside the roles."""
    is_interactive: bool = False
    """Whether words and sentences are to be clicked on: each has its time with it (`data-start`)."""
    lowest_level: int = 0
    """How many levels lower headings stand than in the text."""


class XhtmlLine(NamedTuple):
    """Some XHTML of a document."""

    text: str
    block: int
    """The index of the block that it is of, or stands before."""
    is_apart: bool
    """Whether it may be the first of a file: it begins within no other element."""


def markup(document: Document, sentences: Iterable[MarkedSentence], dress: Dress) -> Iterator[XhtmlLine]:
    """Yield the document as XHTML, a line or more for each block, in its order.

    Args:
        document: the text.
        sentences: all of its sentences, in their order: see `marking.marked_sentences`.
        dress: what the kind of file wants.
    """
    return _Writer(document, sentences, dress).lines()


class _Writer:
    def __init__(self, document: Document, sentences: Iterable[MarkedSentence], dress: Dress) -> None:
        self._document = document
        self._sentences = iter(sentences)
        self._next = next(self._sentences, None)
        self._dress = dress
        self._within = SentenceMarkup(document, is_interactive=dress.is_interactive)
        self._open: list[TextStructure] = []
        self._levels: list[int] = []
        self._figures = _figures_before(document)
        self._pages = [page.start for page in document.pages]
        self._page = 0

    def lines(self) -> Iterator[XhtmlLine]:
        document = self._document
        structures = [each for each in document.structures if each.kind in _CONTAINERS]
        at = 0
        for index, block in enumerate(document.blocks):
            for text in self._closed(block.span.start):
                yield XhtmlLine(text, index, is_apart=False)
            is_apart = not self._open
            opened: list[str] = []
            while at < len(structures) and structures[at].span.start <= block.span.start:
                structure = structures[at]
                at += 1
                if block.span.start < structure.span.stop:
                    opened += self._opened(structure)
            for text in (*opened, *self._block(index, block)):
                yield XhtmlLine(text, index, is_apart)
                is_apart = is_apart and not self._open
        for text in (
            *self._closed(len(document.text) + 1),
            *self._pictures(self._figures.get(len(document.blocks), ())),
        ):
            yield XhtmlLine(text, len(document.blocks), is_apart=False)

    def _opened(self, structure: TextStructure) -> Iterator[str]:
        in_list = bool(self._open) and self._open[-1].kind is StructureKind.LIST
        if in_list:  # what is in a list stands in an item of it
            yield "<li>"
        self._open.append(structure)
        yield _CONTAINERS[structure.kind][0]

    def _closed(self, offset: int) -> Iterator[str]:
        while self._open and self._open[-1].span.stop <= offset:
            yield _CONTAINERS[self._open.pop().kind][1]
            if self._open and self._open[-1].kind is StructureKind.LIST:
                yield "</li>"

    def _block(self, index: int, block: Block) -> Iterator[str]:
        inside = self._breaks(block.span) + self._speaker(index) + self._inline(index, block.span)
        name = f"b{index + 1}"
        classes = self._classes(index, block)
        told = f' class="{" ".join(classes)}"' if classes else ""
        if block.kind is not BlockKind.CAPTION:
            yield from self._pictures(self._figures.get(index, ()))
        in_list = bool(self._open) and self._open[-1].kind is StructureKind.LIST
        in_quotation = any(each.kind is StructureKind.QUOTATION for each in self._open)
        if block.kind is BlockKind.TITLE:
            yield f'<h1 id="{name}"{told}>{inside}</h1>'
        elif block.kind is BlockKind.HEADING:
            level = self._level(block.level)
            if level != block.level:
                told = f' class="{" ".join((*classes, f"{own.LEVEL}{block.level}"))}"'
            yield f'<h{level} id="{name}"{told}>{inside}</h{level}>'
        elif block.kind is BlockKind.CAPTION:
            yield from self._caption(index, f'id="{name}"{told}', inside)
        elif block.kind is BlockKind.NOTE:
            kind = ' epub:type="footnote"' if self._dress.is_epub else ""
            yield self._in_list(f'<aside id="{name}"{told}{kind} role="doc-footnote"><p>{inside}</p></aside>')
        elif block.kind is BlockKind.LIST_ITEM:
            item = f'<li id="{name}"{told}>{inside}</li>'
            yield item if in_list else f"<ul>{item}</ul>"
        elif block.kind is BlockKind.QUOTE and not in_quotation:
            yield self._in_list(f'<blockquote><p id="{name}"{told}>{inside}</p></blockquote>')
        else:
            yield self._in_list(f'<p id="{name}"{told}>{inside}</p>')

    def _classes(self, index: int, block: Block) -> list[str]:
        """Return what a block is, where its element does not say it, and whether who says it is told."""
        is_said_so = block.kind is BlockKind.HEADING or (
            block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE) and not self._open
        )
        classes = [] if is_said_so else [own.CLASS_OF[block.kind]]
        if block.speaker and not self._document.turn_at(index):
            names_itself = self._document.text.startswith(f"{block.speaker}:", block.span.start)
            classes.append(own.NAMES if names_itself else own.GOES_ON)
        return classes

    def _in_list(self, element: str) -> str:
        return f"<li>{element}</li>" if self._open and self._open[-1].kind is StructureKind.LIST else element

    def _level(self, level: int) -> int:
        """Return the level of a heading's element: no level is left out on the way down."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return min(_LOWEST, 1 + len(self._levels) + self._dress.lowest_level)

    def _speaker(self, index: int) -> str:
        speaker = self._document.turn_at(index)
        return f'<b class="{own.SPEAKER}">{xml_text(speaker)}:</b> ' if speaker else ""

    def _breaks(self, span: Span) -> str:
        """Return where pages of the printed edition begin that begin by the end of a block."""
        found = []
        while self._page < len(self._pages) and self._pages[self._page] < span.stop:
            label = xml_text(self._document.pages[self._page].title)
            kind = ' epub:type="pagebreak"' if self._dress.is_epub else ""
            found.append(
                f'<span id="page{self._page + 1}"{kind} role="doc-pagebreak" aria-label="{label}"></span>'
            )
            self._page += 1
        return "".join(found)

    def _pictures(self, numbers: Iterable[int]) -> Iterator[str]:
        """Yield pictures that have no caption."""
        for number in numbers:
            figure = self._document.figures[number]
            if not figure.caption and (picture := self._picture(number, figure)):
                yield self._in_list(f'<figure class="{own.PICTURE}">{picture}</figure>')

    def _caption(self, index: int, told: str, inside: str) -> Iterator[str]:
        """Yield a caption with the picture that it is of, and what other pictures stand beside that."""
        numbers = self._figures.get(index, [])
        figures = self._document.figures
        at = next((i for i, number in enumerate(numbers) if figures[number].caption), len(numbers))
        yield from self._pictures(numbers[:at])
        pictures = [self._picture(number, figures[number]) for number in numbers[at : at + 1]]
        caption = f"<figcaption {told}>{inside}</figcaption>"
        yield self._in_list(f'<figure class="{own.PICTURE}">{"".join(pictures)}{caption}</figure>')
        yield from self._pictures(numbers[at + 1 :])

    def _picture(self, number: int, figure: Figure) -> str:
        """Return a picture that the file holds; of another its words, where it has some."""
        alt = xml_text(figure.alt or ("" if figure.caption else "Picture without a description"))
        picture = self._dress.pictures.get(number)
        if picture is None:
            return f'<p class="{own.ALT}">{own.ALT_LEAD}{alt}</p>' if figure.alt else ""
        size = f' width="{picture.width}" height="{picture.height}"' if picture.width else ""
        is_bare = not (figure.alt or figure.caption)
        class_ = f' class="{own.UNDESCRIBED}"' if is_bare else ""
        return f'<img src="{xml_text(picture.src)}" alt="{alt}"{class_}{size}/>'

    def _inline(self, index: int, span: Span) -> str:
        parts = []
        at = span.start
        while self._next is not None and self._next.block == index:
            sentence = self._next
            parts.append(self._within.run(Span(at, sentence.span.start)))
            at = sentence.span.stop
            times = ""
            if self._dress.is_interactive and sentence.start_s is not None:
                times = f' data-start="{sentence.start_s:.3f}" data-stop="{sentence.stop_s:.3f}"'
            parts.append(
                f'<span class="s" id="{sentence.name}"{times}>{self._within.sentence(sentence)}</span>'
            )
            self._next = next(self._sentences, None)
        return "".join((*parts, self._within.run(Span(at, span.stop))))


def _figures_before(document: Document) -> Mapping[int, list[int]]:
    """Return the figures of a document by the index of the block that they stand before, or are told by."""
    found: dict[int, list[int]] = {}
    captions = {
        block.span.of(document.text): index
        for index, block in reversed(list(enumerate(document.blocks)))
        if block.kind is BlockKind.CAPTION
    }
    for number, figure in enumerate(document.figures):
        index = captions.get(figure.caption) if figure.caption else None
        if figure.start is not None:
            at = document.block_index_at(figure.start)
            index = at if figure.start <= document.blocks[at].span.start else at + 1
        found.setdefault(len(document.blocks) if index is None else index, []).append(number)
    return found
