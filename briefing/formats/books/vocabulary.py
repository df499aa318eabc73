"""What elements mean in the books' vocabularies: XHTML with EPUB's types, DTBook, and DAISY's classes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.model import BlockKind
from briefing.structures import StructureKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

TYPE: Final = "{http://www.idpf.org/2007/ops}type"
LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
LINK: Final = "{http://www.w3.org/1999/xlink}href"

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
LEVELS: Final = frozenset({"level", *(f"level{level}" for level in range(1, 7))})
BLOCKS: Final = frozenset(
    {*HEADINGS, *LEVELS, "address", "article", "aside", "blockquote", "body", "caption", "center", "dd"}
    | {"details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"}
    | {"header", "hgroup", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "search"}
    | {"section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
    | {"annotation", "author", "bodymatter", "book", "bridgehead", "byline", "covertitle", "dateline"}
    | {"docauthor", "doctitle", "dtbook", "epigraph", "frontmatter", "hd", "imggroup", "line", "linegroup"}
    | {"list", "note", "poem", "prodnote", "rearmatter", "sidebar"}
)
"""Elements that part what is before them from what is after them."""
UNREAD: Final = frozenset(
    {"audio", "canvas", "datalist", "embed", "head", "iframe", "input", "linenum", "link", "map"}
    | {"meta", "meter", "optgroup", "option", "param", "progress", "rp", "rt", "rtc", "script", "select"}
    | {"source", "style", "template", "textarea", "track", "trigger", "video"}
) - {"lic"}
"""Elements whose content is no text that is read."""
CAPTIONS: Final = frozenset({"caption", "figcaption"})
KINDS: Final = {
    **dict.fromkeys(CAPTIONS, BlockKind.CAPTION),
    **dict.fromkeys(("dd", "dt", "li"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("blockquote", "epigraph"), BlockKind.QUOTE),
    "doctitle": BlockKind.TITLE,
}
"""What blocks are on the page, where their name tells it."""
_STRUCTURES: Final = {
    **dict.fromkeys(("dl", "list", "ol", "ul"), StructureKind.LIST),
    **dict.fromkeys(("bibliography", "doc-bibliography", "doc-glossary", "doc-index"), StructureKind.LIST),
    **dict.fromkeys(("glossary", "index"), StructureKind.LIST),
    **dict.fromkeys(("grid", "table"), StructureKind.TABLE),
    **dict.fromkeys(("blockquote", "doc-epigraph", "doc-pullquote"), StructureKind.QUOTATION),
    **dict.fromkeys(("epigraph", "pullquote"), StructureKind.QUOTATION),
    **dict.fromkeys(("aside", "case-study", "doc-example", "doc-notice", "doc-tip"), StructureKind.ASIDE),
    **dict.fromkeys(("help", "notice", "practice", "prodnote", "sidebar"), StructureKind.ASIDE),
    **dict.fromkeys(("tip", "warning"), StructureKind.ASIDE),
    **dict.fromkeys(("figure", "imggroup"), StructureKind.FIGURE),
    "pre": StructureKind.CODE,
}
"""What can be left in one step: elements, types, roles and classes. Notes are told by their blocks."""

PAGES: Final = frozenset(
    {"pagebreak", "doc-pagebreak", "pagenum", "page-front", "page-normal", "page-special"}
)
"""What marks where a printed page begins."""
NOTE_MARKS: Final = frozenset({"noteref", "doc-noteref", "annoref"})
NOTES: Final = frozenset(
    {"footnote", "doc-footnote", "endnote", "doc-endnote", "rearnote", "note", "annotation", "notebody"}
)
SURE_NOTES: Final = frozenset({"annotation", "note", "notebody", "optional-prodnote"})
"""What is a note whether something leads to it or not."""
GATHERED_NOTES: Final = frozenset(
    {"endnotes", "doc-endnotes", "footnotes", "doc-footnotes", "notes", "rearnotes"}
)
OPTIONAL: Final = frozenset({"optional-prodnote"})
_LEADING_ON: Final = frozenset(
    {"page-list", "landmarks", "loi", "lot", "loa", "lov", "backlink", "doc-backlink"}
)
"""What a navigation document has besides its contents, and what leads back from a note."""
_DAISY_CLASSES: Final = frozenset(
    {"page-front", "page-normal", "page-special", "noteref", "notebody", "optional-prodnote", "footnote"}
    | {"prodnote", "sidebar"}
)
"""Classes that mean something in books."""
_MEANT_TAGS: Final = frozenset({"pagenum", "noteref", "annoref", "note", "annotation"})
"""DTBook's own elements for what others have types for."""
_TESTS: Final = ("customTest", "class", TYPE, "type", "system-required", "systemRequired")
"""Where an element of a SMIL file says what it is, to be heard or passed over, or left."""
_UNSEEN: Final = re.compile(r"(?i)(?:^|;)\s*+(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden)")


def id_of(element: _Element) -> str:
    """Return the name by which others lead to an element; empty if it has none."""
    return element.get("id") or element.get(ID) or (element.get("name") if element.tag == "a" else "") or ""


def meanings(tag: str, told: Mapping[str, str]) -> frozenset[str]:
    """Return what an element says that it is, in lower case: its types, roles, and some of its classes.

    Args:
        tag: Its name.
        told: Its attributes.
    """
    found: set[str] = {tag} & _MEANT_TAGS
    if told:
        for name in (TYPE, "epub:type", "role"):
            found.update(told.get(name, "").lower().split())
        found.update(_DAISY_CLASSES.intersection(told.get("class", "").lower().split()))
        if told.get("render") == "optional" and tag in ("prodnote", "sidebar"):
            found |= OPTIONAL
    return frozenset(found)


def structure(tag: str, means: frozenset[str]) -> StructureKind | None:
    """Return what an element is that can be left in one step: as it says, else by its name; None for others.

    Args:
        tag: Its name.
        means: What it says that it is.
    """
    told = next((_STRUCTURES[each] for each in sorted(means) if each in _STRUCTURES), None)
    return told or _STRUCTURES.get(tag)


def tests(element: _Element) -> frozenset[str]:
    """Return what an element of a SMIL file says that it is, in lower case."""
    told = " ".join(filter(None, map(element.get, _TESTS)))
    return frozenset(told.lower().split()) if told else frozenset()


def is_passed_over(tag: str, told: Mapping[str, str], means: frozenset[str]) -> bool:
    """Return whether nothing in an element is read: it is hidden, or only leads elsewhere."""
    if tag in UNREAD or "hidden" in told or told.get("aria-hidden") == "true":
        return True
    return bool(means & _LEADING_ON) or bool(_UNSEEN.search(told.get("style", "")))
