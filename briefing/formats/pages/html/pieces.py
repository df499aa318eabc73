"""A page's tree as pieces in reading order: paragraphs, headings, items, rows and pictures.

Every element is either a block, which parts what is before it from what is after it, or runs within
one. Nothing is judged here: what is furniture is passed over, or is left out afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.pages.html import figures, notes, tables
from briefing.formats.pages.html.running import Running
from briefing.formats.pages.lines import measure
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from lxml.html import HtmlElement

    from briefing.formats.pages.lines import PageLine
    from briefing.model import LanguagePart, LinkPart

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
BLOCKS: Final = frozenset(
    {*HEADINGS, "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"}
    | {"div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html"}
    | {"legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td"}
    | {"tfoot", "th", "thead", "tr", "ul"}
)
"""Elements that part what is before them from what is after them."""
UNREAD: Final = frozenset(
    {"audio", "button", "canvas", "datalist", "embed", "frame", "frameset", "head", "iframe", "input"}
    | {"link", "map", "math", "meta", "meter", "nav", "noframes", "noscript", "object", "optgroup"}
    | {"option", "param", "progress", "rp", "rt", "rtc", "script", "select", "style", "svg", "template"}
    | {"textarea", "title", "track", "video"}
)
"""Elements whose content is no text that a page shows among its own, or no text at all."""
_PICTURES: Final = frozenset({"img", "picture", "amp-img"})
_PERMALINKS: Final = frozenset({"#", "¶", "§", "🔗"})
LINKED: Final = 0.8
"""The share of a text from which on all of it counts as links."""


@dataclass(eq=False)
class PagePiece:
    """A block of a page, and the element that it stands in.

    A caption with a text is one beside a picture; one without is the picture itself.
    """

    kind: BlockKind
    element: HtmlElement
    text: str = ""
    level: int = 0
    language_parts: Sequence[LanguagePart] = ()
    linked: float = 0.0
    """The share of the text that is links."""
    links: Sequence[LinkPart] = ()

    @cached_property
    def line(self) -> PageLine:
        """What the same text is measured as in a copied page."""
        return measure(
            self.text,
            1,
            is_heading=self.kind is BlockKind.HEADING,
            is_links=self.linked > LINKED and self.kind is not BlockKind.HEADING,
        )


class _Where(NamedTuple):
    """What is known of the place that is read."""

    element: HtmlElement
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    language: str = ""
    link: str = ""
    """Where it leads to; empty for what is no link."""


class _Walk:
    def __init__(self, language: str, passed_over: Container[HtmlElement]) -> None:
        self.pieces: list[PagePiece] = []
        self._passed_over = passed_over
        self._running = Running(language)

    def within(self, where: _Where) -> None:
        """Read what stands in an element."""
        self._running.say(where.element.text, where.language, where.link)
        for child in where.element:
            if isinstance(child.tag, str) and child not in self._passed_over:
                self._visit(child, where)
            self._running.say(child.tail, where.language, where.link)

    def _visit(self, element: HtmlElement, above: _Where) -> None:
        tag = element.tag
        if tag == "br":
            self._running.break_line()
        elif tag in _PICTURES or (tag == "figure" and figures.is_picture(element)):
            self.end(above)
            self.pieces.append(PagePiece(BlockKind.CAPTION, element))
        elif tag == "hr":
            self.end(above)
        elif tag == "button" and above.element.tag in {*HEADINGS, "p", "summary"}:
            self.within(above._replace(element=element))
        elif tag in UNREAD or _is_permalink(element):
            return
        elif mark := notes.reference(element):
            self._running.say(mark, above.language)
        elif tag == "q":
            self._running.say("“", above.language)
            self.within(self._inside(element, above))
            self._running.say("”", above.language)
        elif tag == "table" and tables.is_data(element):
            self._table(element, above)
        elif (is_caption := figures.is_caption(element)) or tag in BLOCKS:
            self.end(above)
            inside = self._inside(element, above)
            inside = inside._replace(kind=BlockKind.CAPTION) if is_caption else inside
            self.within(inside)
            self.end(inside)
        else:
            self.within(self._inside(element, above))

    def _inside(self, element: HtmlElement, above: _Where) -> _Where:
        language = element.get("lang") or element.get("xml:lang")
        where = above._replace(
            element=element,
            language=language or above.language,
            link=above.link or (element.get("href") or "" if element.tag == "a" else ""),
        )
        if above.kind is BlockKind.CAPTION:
            return where
        if element.tag in HEADINGS:
            return where._replace(kind=BlockKind.HEADING, level=HEADINGS[element.tag])
        if above.kind is BlockKind.NOTE or notes.is_note(element):
            return where._replace(kind=BlockKind.NOTE, level=0)
        if element.tag == "blockquote":
            return where._replace(kind=BlockKind.QUOTE, level=0)
        if element.tag in ("li", "dt", "dd"):
            has_blocks = any(child.tag in HEADINGS for child in element.iter(*HEADINGS))
            return where._replace(kind=BlockKind.PARAGRAPH if has_blocks else BlockKind.LIST_ITEM, level=0)
        return where

    def _table(self, table: HtmlElement, above: _Where) -> None:
        self.end(above)
        for row in tables.rows(table):
            self.pieces.append(PagePiece(BlockKind.LIST_ITEM, table, row))

    def end(self, where: _Where) -> None:
        """End the block that is read, and keep it if there is text in it."""
        for line in self._running.take():
            self.pieces.append(
                PagePiece(
                    where.kind,
                    where.element,
                    line.text,
                    where.level,
                    line.language_parts,
                    line.linked,
                    line.links,
                )
            )


def _is_permalink(element: HtmlElement) -> bool:
    """Return whether an element is the sign that links a heading to itself."""
    is_within = element.tag == "a" and (element.get("href") or "").startswith("#")
    return is_within and element.text_content().strip() in _PERMALINKS


def read_pieces(tree: HtmlElement, passed_over: Container[HtmlElement] = ()) -> list[PagePiece]:
    """Return the pieces of a tree, in reading order. Its depth is bounded: see `tree`.

    Args:
        tree: The page.
        passed_over: Elements that are not read, nor what is in them.
    """
    walk = _Walk(tree.get("lang") or "", passed_over)
    where = _Where(tree)
    walk.within(where)
    walk.end(where)
    return walk.pieces
