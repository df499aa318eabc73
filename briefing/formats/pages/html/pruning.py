"""Furniture that is told by its element: what a page hides, and what its names call an advertisement.

An element is cut out with all that is in it, so nothing is that holds much of a page's text: a page whose
body is a "newsletter", or all of whose story is within a form, is read all the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html import element_words as words
from briefing.formats.pages.html.names import names
from briefing.formats.pages.html.pieces import UNREAD

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS: Final = frozenset({"aside", "dialog", "footer", "form", "nav", "menu"})
_ROLES: Final = frozenset(
    {"alert", "alertdialog", "banner", "button", "complementary", "contentinfo", "dialog", "form", "menu"}
    | {"menubar", "navigation", "search", "tablist", "toolbar", "tooltip"}
)
_HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_NAMES: Final = frozenset(words.FURNITURE.split())
_PAIRS: Final = frozenset(tuple(pair.split("-")) for pair in words.PAIRS.split())
_DENIED: Final = frozenset(words.DENIED.split())
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small"}
    | {"strong", "sub", "sup", "time", "u"}
)
_KEPT: Final = frozenset({"html", "body", "main"})
_MOST: Final = 0.35
"""The share of a page's text from which on an element holds it, and is not cut out."""


def prune(tree: HtmlElement) -> None:
    """Cut furniture out of a tree."""
    lengths = _lengths(tree)
    most = max(1, lengths[tree]) * _MOST
    doomed = [
        element
        for element in tree.iterdescendants()
        if isinstance(element.tag, str)
        and element.tag not in _KEPT
        and (element.tag in UNREAD - {"button"} or (_is_furniture(element) and lengths[element] < most))
    ]
    for element in doomed:
        element.drop_tree()


def _lengths(tree: HtmlElement) -> dict[HtmlElement, int]:
    """Return how much text there is in each element that is not of links."""
    lengths: dict[HtmlElement, int] = {}
    for element in reversed(list(tree.iter())):
        if not isinstance(element.tag, str) or element.tag in UNREAD:
            lengths[element] = 0
            continue
        own = 0 if element.tag == "a" else len((element.text or "").strip())
        below = 0 if element.tag == "a" else sum(lengths[child] for child in element)
        lengths[element] = own + below + sum(len((child.tail or "").strip()) for child in element)
    return lengths


def _is_furniture(element: HtmlElement) -> bool:
    tag = element.tag
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    if tag in _INLINE:
        return False
    if tag == "header":
        return not any(above.tag in ("article", "main") for above in element.iterancestors()) and not any(
            True for _ in element.iter("h1")
        )
    if tag == "footer":
        return True
    return tag in _TAGS or element.get("role") in _ROLES or _is_named(element)


def _is_named(element: HtmlElement) -> bool:
    for name in names(element):
        for before, word in zip(("", *name), name, strict=False):
            if (word in _NAMES and before not in _DENIED) or (before, word) in _PAIRS:
                return True
    return False
