"""A text file of a book as parts in reading order: XHTML, or DTBook.

Every element is either a block, which parts what is before it from what is after it, or runs within one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.books import elements, own
from briefing.formats.books import vocabulary as words
from briefing.formats.books.names import resolve
from briefing.formats.pages.html import tables
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

    from briefing.formats.books.answer import BookPart
    from briefing.formats.books.telling import Telling
    from briefing.structures import StructureKind

_CHAPTER_OF_NOTES: Final = 2
"""So many headings among gathered notes make them a chapter, which is read like any other."""
_LEAST_LEVEL: Final = 6


class _Where(NamedTuple):
    """What is known of the place that is read."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    language: str = ""
    link: str = ""
    """Where it leads to; empty for what is no link."""
    is_joined: bool = False
    """Whether blocks in it are one: in a row of a table, in a caption."""
    depth: int = 0
    """How many of DTBook's levels are around it."""
    is_chapter_of_notes: bool = False


class ChapterReader:
    """Reads text files, one after another, into what is told of a book.

    Args:
        told: What is told.
        find: Returns a path within the book as its files have it.
    """

    def __init__(self, told: Telling, find: Callable[[str], str]) -> None:
        self._told, self._find = told, find
        self._path = ""
        self._is_own = False
        self._has_broken = False
        """Whether a line has just been broken, and nothing was said since."""

    def read(self, path: str, root: _Element, *, is_skippable: bool = False) -> None:
        """Read a file.

        Args:
            path: Of the file.
            root: Its tree.
            is_skippable: Whether it is passed over when reading on, as notes are.
        """
        self._path, self._has_broken, self._is_own = path, False, own.is_own(root)
        self._told.is_own |= self._is_own
        kind = BlockKind.NOTE if is_skippable else BlockKind.PARAGRAPH
        start = self._told.here
        self._visit(root, _Where(kind))
        self._told.end(kind)
        self._told.name(path, start)

    def _within(self, element: _Element, where: _Where) -> None:
        """Read what stands in an element."""
        self._say(element.text, where)
        for child in element:
            self._visit(child, where)
            self._say(child.tail, where)

    def _say(self, text: str | None, where: _Where) -> None:
        if text:
            self._told.say(text, where.language, where.link)
            self._has_broken = self._has_broken and text.isspace()

    def _visit(self, element: _Element, above: _Where) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        attributes = dict(element.items())
        means = words.meanings(tag, attributes)
        if tag in words.BLOCKS:
            self._end(above)
        is_caption = tag in words.CAPTIONS or (self._is_own and own.is_caption(attributes))
        picture = self._told.take_picture() if is_caption and not above.is_joined else None
        start = self._told.here
        if self._is_own and own.tell(self._told, element, attributes):
            pass
        elif words.is_passed_over(tag, attributes, means):
            if picture is not None:
                self._told.end(BlockKind.CAPTION, picture=picture)
        elif means & words.PAGES:
            self._told.page(elements.page_label(element, attributes))
        elif tag in words.BLOCKS:
            self._part(element, attributes, means, above, picture)
        else:
            self._inline(element, attributes, means, above)
        if name := words.id_of(element):
            self._told.name(self._key(name), start)
            if means & words.PAGES:
                self._told.page_labels[self._key(name)] = elements.page_label(element, attributes)

    def _key(self, name: str) -> str:
        return f"{self._path}#{name}"

    def _part(
        self,
        element: _Element,
        attributes: Mapping[str, str],
        means: frozenset[str],
        above: _Where,
        picture: BookPart | None,
    ) -> None:
        """Read a block; see `_block`."""
        inside = _inside(element, attributes, means, above)
        if self._is_own:
            kind, level = own.kind_of(attributes, inside.kind, inside.level)
            inside = inside._replace(kind=kind, level=level)
        first = len(self._told.parts)
        self._block(element, inside, picture, words.structure(element.tag, means))
        if self._is_own:
            own.name_speaker(self._told, first, attributes)
        elif inside.kind is BlockKind.NOTE is not above.kind and not means & words.SURE_NOTES:
            self._told.note(first, (self._key(each) for each in map(words.id_of, element.iter()) if each))

    def _block(
        self, element: _Element, where: _Where, picture: BookPart | None, structure: StructureKind | None
    ) -> None:
        """Read a block, which ends with its element.

        Args:
            element: The block.
            where: What is known within it.
            picture: What it is the caption of.
            structure: What it is that can be left in one step; a table only where it is one of data.
        """
        first = len(self._told.parts)
        if element.tag == "table" and not where.is_joined and tables.is_data(element):
            self._table(element, where)
        else:
            structure = None if element.tag == "table" else structure
            is_joined = where.is_joined or where.kind is BlockKind.CAPTION
            self._within(element, where._replace(is_joined=is_joined))
        self._end(where, picture)
        if structure is not None:
            self._told.structure(structure, first)

    def _end(self, where: _Where, picture: BookPart | None = None) -> None:
        if where.is_joined:
            self._told.part_words()
        else:
            self._told.end(where.kind, where.level, picture)

    def _table(self, table: _Element, where: _Where) -> None:
        """Read a table of data: a row is an item, in which its cells stand one after another."""
        kind = BlockKind.NOTE if where.kind is BlockKind.NOTE else BlockKind.LIST_ITEM
        inside = where._replace(kind=kind, level=0, is_joined=True)
        for row in table.iter("caption", "tr"):
            start = self._told.here
            for cell in [row] if row.tag == "caption" else row.iterchildren("td", "th"):
                if self._told.is_begun and any(map(str.strip, cell.itertext())):
                    self._told.punctuate(";")
                self._visit(cell, inside)
            self._told.end(kind)
            if name := words.id_of(row):
                self._told.name(self._key(name), start)

    def _inline(
        self, element: _Element, attributes: Mapping[str, str], means: frozenset[str], above: _Where
    ) -> None:
        where = above._replace(language=elements.language(attributes) or above.language)
        if element.tag == "a" and (target := resolve(self._path, attributes.get("href") or "")) is not None:
            self._told.linked.add(f"{self._find(target.path)}#{target.fragment}")
        match element.tag:
            case "br":
                self._break_line(above)
            case "img" | "image":
                self._picture(element, attributes.get("alt"), above)
            case "svg":
                self._drawing(element, where)
            case "math":
                self._say(attributes.get("alttext") or elements.formula(element), where)
            case "q":
                self._say("“", above)
                self._within(element, where)
                self._say("”", above)
            case "switch":
                cases = [each for each in element if each.tag == "default"] or list(element)
                for case in cases[:1]:
                    self._within(case, where)
            case _ if elements.is_mark(element, attributes, means):
                self._say(elements.mark(element), where)
            case _:
                self._within(element, where._replace(link=where.link or elements.link(element)))

    def _break_line(self, where: _Where) -> None:
        """Break a line; two breaks, and nothing between, part paragraphs."""
        is_second = self._has_broken and self._told.is_begun
        if is_second and not where.is_joined and where.kind is not BlockKind.HEADING:
            self._told.end(where.kind, where.level)
        self._told.part_words()
        self._has_broken = True

    def _picture(self, element: _Element, alt: str | None, where: _Where) -> None:
        """Read a picture: one that stands among words, or is a heading, as the words that stand for it."""
        if self._is_own:
            target = resolve(self._path, element.get("src") or "")
            own.picture(self._told, element, self._find(target.path) if target else "")
            return
        is_among_words = self._told.is_begun or bool((element.tail or "").strip())
        if where.is_joined or is_among_words or where.kind is BlockKind.HEADING:
            self._say(alt, where)
        elif element.get("role") != "presentation" and alt != "":
            source = element.get("src") or element.get(words.LINK) or element.get("href") or ""
            target = resolve(self._path, source)
            self._told.picture(alt or "", self._find(target.path) if target else "")

    def _drawing(self, svg: _Element, where: _Where) -> None:
        """Read an SVG: its texts, or its pictures, or what it is called."""
        called = svg.get("aria-label") or " ".join(
            elements.text(each) for each in svg.iterchildren("title", "desc")
        )
        has_texts, pictures = svg.find(".//text") is not None, list(svg.iter("image"))
        if has_texts:
            self._end(where)
            for child in svg:
                self._drawn_texts(child, where)
        for picture in pictures:
            self._picture(picture, called or None, where)
        if called and not has_texts and not pictures:
            self._picture(svg, called, where)

    def _drawn_texts(self, element: _Element, where: _Where) -> None:
        """Read the texts within a part of an SVG, each a block; a clip may name a group of them."""
        start = self._told.here
        if element.tag == "text":
            self._within(element, where)
            self._end(where)
        else:
            for child in element:
                self._drawn_texts(child, where)
        if name := words.id_of(element):
            self._told.name(self._key(name), start)


def _inside(element: _Element, attributes: Mapping[str, str], means: frozenset[str], above: _Where) -> _Where:
    """Return what is known within a block."""
    tag = element.tag
    where = above._replace(
        language=elements.language(attributes) or above.language,
        depth=above.depth + (tag in words.LEVELS),
        is_chapter_of_notes=above.is_chapter_of_notes
        or (bool(means & words.GATHERED_NOTES) and _count_headings(element) >= _CHAPTER_OF_NOTES),
    )
    if above.is_joined or above.kind is BlockKind.NOTE:
        return where
    is_note = bool(means & (words.NOTES | words.OPTIONAL | words.GATHERED_NOTES))
    if is_note and not where.is_chapter_of_notes:
        return where._replace(kind=BlockKind.NOTE, level=0)
    if level := _heading_level(element, means, where.depth):
        return where._replace(kind=BlockKind.HEADING, level=level)
    kind = words.KINDS.get(tag)
    return where if kind is None else where._replace(kind=kind, level=0)


def _heading_level(element: _Element, means: frozenset[str], depth: int) -> int:
    """Return the level of a heading; 0 for everything else."""
    if level := words.HEADINGS.get(element.tag):
        return level
    if element.tag in ("hd", "bridgehead"):
        return min(max(depth, 1), _LEAST_LEVEL)
    told = element.get("aria-level") or "2"
    return min(int(told), _LEAST_LEVEL) if "heading" in means and told in "123456789" else 0


def _count_headings(element: _Element) -> int:
    return sum(1 for _ in element.iter(*words.HEADINGS))
