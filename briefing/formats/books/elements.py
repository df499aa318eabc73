"""What single elements of a book's text say: labels, links, languages, marks of notes, formulas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.books import vocabulary as words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_MARK: Final = re.compile(r"[\[(]?([^\s\[\]()]{1,5})[\])]?")
_SMALL_MARK: Final = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§])[\])]?")
_AROUND_PAGE: Final = " .:,;"
_LONGEST_LABEL: Final = 20


def page_label(element: _Element, attributes: Mapping[str, str]) -> str:
    """Return the label of a printed page, without what stands around it."""
    label = text(element) or attributes.get("aria-label") or attributes.get("title") or ""
    return label.strip(_AROUND_PAGE)[:_LONGEST_LABEL]


def language(attributes: Mapping[str, str]) -> str:
    """Return the language that an element declares; empty if it does not."""
    return attributes.get(words.LANGUAGE) or attributes.get("xml:lang") or attributes.get("lang") or ""


def link(element: _Element) -> str:
    """Return where an element leads to; empty where that is only its own sound, as in DAISY 2.02."""
    target = element.get("href") or "" if element.tag == "a" else ""
    return "" if target.partition("#")[0].lower().endswith(".smil") else target


def is_mark(element: _Element, attributes: Mapping[str, str], means: frozenset[str]) -> bool:
    """Return whether an element is what stands for a note in the text."""
    if means & words.NOTE_MARKS:
        return True
    path, sign, _ = attributes.get("href", "").partition("#")
    if element.tag != "a" or not sign or path.lower().endswith(".smil"):
        return False  # in DAISY 2.02 all text leads to its sound
    above = element.getparent()
    is_raised = (above is not None and above.tag == "sup") or element.find("sup") is not None
    return is_raised and _SMALL_MARK.fullmatch(text(element)) is not None


def formula(math: _Element) -> str:
    """Return what a formula reads as, without what says the same to machines."""
    for notation in list(math.iter("annotation", "annotation-xml")):
        parent = notation.getparent()
        if parent is not None:
            parent.remove(notation)
    return text(math)


def text(element: _Element) -> str:
    """Return an element's text, white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def mark(element: _Element) -> str:
    """Return what stands for a note in the text, in brackets."""
    said = text(element)
    found = _MARK.fullmatch(said)
    return f"[{found[1]}]" if found else said
