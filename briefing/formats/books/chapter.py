"""A text file of a book as parts in reading order: XHTML, or DTBook.

Every element is either a block, which parts what is before it from what is after it, or runs within one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

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

_MARK: Final = re.compile(r"[\[(]?([^\s\[\]()]{1,5})[\])]?")
_SMALL_MARK: Final = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§])[\])]?")
_AROUND_PAGE: Final = " .:,;"
_LONGEST_LABEL: Final = 20
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
        self._has_broken = False
        """Whether a line has just been broken, and nothing was said since."""

    def read(self, path: str, root: _Element, *, is_skippable: bool = False) -> None:
        """Read a file.

        Args:
            path: Of the file.
            root: Its tree.
            is_skippable: Whether it is passed over when reading on, as notes are.
        """
        self._path, self._has_broken = path, False
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
        picture = self._told.take_picture() if tag in words.CAPTIONS and not above.is_joined else None
        start = self._told.here
        if words.is_passed_over(tag, attributes, means):
            if picture is not None:
                self._told.end(BlockKind.CAPTION, picture=picture)
        elif means & words.PAGES:
            self._told.page(_page_label(element, attributes))
        elif tag in words.BLOCKS:
            inside = _inside(element, attributes, means, above)
            first = len(self._told.parts)
            self._block(element, inside, picture, words.structure(tag, means))
            if inside.kind is BlockKind.NOTE is not above.kind and not means & words.SURE_NOTES:
                self._told.note(first, (self._key(each) for each in map(words.id_of, element.iter()) if each))
        else:
            self._inline(element, attributes, means, above)
        if name := words.id_of(element):
            self._told.name(self._key(name), start)
            if means & words.PAGES:
                self._told.page_labels[self._key(name)] = _page_label(element, attributes)

    def _key(self, name: str) -> str:
        return f"{self._path}#{name}"

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
        where = above._replace(language=_language(attributes) or above.language)
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
                self._say(attributes.get("alttext") or _formula(element), where)
            case "q":
                self._say("“", above)
                self._within(element, where)
                self._say("”", above)
            case "switch":
                cases = [each for each in element if each.tag == "default"] or list(element)
                for case in cases[:1]:
                    self._within(case, where)
            case _ if _is_mark(element, attributes, means):
                found = _MARK.fullmatch(_text(element))
                self._say(f"[{found[1]}]" if found else _text(element), where)
            case _:
                self._within(element, where._replace(link=where.link or _link(element)))

    def _break_line(self, where: _Where) -> None:
        """Break a line; two breaks, and nothing between, part paragraphs."""
        is_second = self._has_broken and self._told.is_begun
        if is_second and not where.is_joined and where.kind is not BlockKind.HEADING:
            self._told.end(where.kind, where.level)
        self._told.part_words()
        self._has_broken = True

    def _picture(self, element: _Element, alt: str | None, where: _Where) -> None:
        """Read a picture: one that stands among words, or is a heading, as the words that stand for it."""
        is_among_words = self._told.is_begun or bool((element.tail or "").strip())
        if where.is_joined or is_among_words or where.kind is BlockKind.HEADING:
            self._say(alt, where)
        elif element.get("role") != "presentation" and alt != "":
            source = element.get("src") or element.get(words.LINK) or element.get("href") or ""
            target = resolve(self._path, source)
            self._told.picture(alt or "", self._find(target.path) if target else "")

    def _drawing(self, svg: _Element, where: _Where) -> None:
        """Read an SVG: its texts, or its pictures, or what it is called."""
        called = svg.get("aria-label") or " ".join(_text(each) for each in svg.iterchildren("title", "desc"))
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
        language=_language(attributes) or above.language,
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


def _page_label(element: _Element, attributes: Mapping[str, str]) -> str:
    label = _text(element) or attributes.get("aria-label") or attributes.get("title") or ""
    return label.strip(_AROUND_PAGE)[:_LONGEST_LABEL]


def _language(attributes: Mapping[str, str]) -> str:
    return attributes.get(words.LANGUAGE) or attributes.get("xml:lang") or attributes.get("lang") or ""


def _link(element: _Element) -> str:
    """Return where an element leads to; empty where that is only its own sound, as in DAISY 2.02."""
    target = element.get("href") or "" if element.tag == "a" else ""
    return "" if target.partition("#")[0].lower().endswith(".smil") else target


def _is_mark(element: _Element, attributes: Mapping[str, str], means: frozenset[str]) -> bool:
    """Return whether an element is what stands for a note in the text."""
    if means & words.NOTE_MARKS:
        return True
    path, sign, _ = attributes.get("href", "").partition("#")
    if element.tag != "a" or not sign or path.lower().endswith(".smil"):
        return False  # in DAISY 2.02 all text leads to its sound
    above = element.getparent()
    is_raised = (above is not None and above.tag == "sup") or element.find("sup") is not None
    return is_raised and _SMALL_MARK.fullmatch(_text(element)) is not None


def _formula(math: _Element) -> str:
    """Return what a formula reads as, without what says the same to machines."""
    for notation in list(math.iter("annotation", "annotation-xml")):
        parent = notation.getparent()
        if parent is not None:
            parent.remove(notation)
    return _text(math)


def _text(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())
