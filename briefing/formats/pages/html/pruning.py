"""Furniture that is told by its element: what a page hides, and what its names call an advertisement.

An element is passed over with all that is in it, so none is that holds much of a page's text: a page whose
body is a "newsletter", or all of whose story is within a form, is read all the same. Where the page marks an
article, what is none of it may hold as much as it likes: a hundred comments, a column of widgets.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html import element_words as words
from briefing.formats.pages.html.hidden import hidden_names, is_hidden
from briefing.formats.pages.html.names import names
from briefing.formats.pages.html.notes import is_note
from briefing.formats.pages.html.pieces import UNREAD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.html import HtmlElement

_TAGS: Final = frozenset({"aside", "dialog", "footer", "form", "nav", "menu"})
_ROLES: Final = frozenset(
    {"alert", "alertdialog", "banner", "button", "complementary", "contentinfo", "dialog", "form", "menu"}
    | {"menubar", "navigation", "search", "tablist", "toolbar", "tooltip"}
)
_NAMES: Final = frozenset(words.FURNITURE.split())
_ADS: Final = frozenset({"ad", "ads"})
"""Words that a part of a story is called by, too: `section--ads` has some."""
_PAIRS: Final = frozenset(tuple(pair.split("-")) for pair in words.PAIRS.split())
_FOR_READERS: Final = frozenset({("sr", "only"), ("visually", "hidden"), ("screen", "reader")})
_DENIED: Final = frozenset(words.DENIED.split())
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small"}
    | {"span", "strong", "sub", "sup", "time", "u"}
)
_KEPT: Final = frozenset({"html", "body", "main"})
_MOST: Final = 0.35
"""The share of a page's text from which on an element holds it, and is not passed over."""
_LEAST_STORY: Final = 500
"""Characters of an `article` that are a story, rather than a teaser."""
_ADVERTISED: Final = 300
"""Characters of paragraphs from which on an "ad" is a part of the story that has one."""


def find_furniture(tree: HtmlElement) -> set[HtmlElement]:
    """Return the elements of a tree that are to be passed over, with all that is in them."""
    lengths = _lengths(tree)
    most = max(1, lengths[tree]) * _MOST
    hidden = hidden_names(tree)
    found: set[HtmlElement] = set()
    large: list[HtmlElement] = []
    for element in tree.iterdescendants():
        if not isinstance(element.tag, str) or element.tag in _KEPT:
            continue
        if lengths[element] >= most:
            large.append(element)
        elif is_hidden(element, hidden) or _is_furniture(element):
            found.add(element)
    stories = [
        article
        for article in tree.iter("article")
        if article not in found and lengths[article] >= _LEAST_STORY and not _is_furniture(article)
    ]
    found.update(
        element for element in large if _is_beside(element, stories, lengths) and _is_furniture(element)
    )
    return found


def _is_beside(
    element: HtmlElement, stories: Sequence[HtmlElement], lengths: Mapping[HtmlElement, int]
) -> bool:
    """Return whether one of the stories that a page marks is left without an element."""
    around = set(element.iterancestors())
    return any(
        lengths[story] - (lengths[element] if story in around else 0) >= _LEAST_STORY
        for story in stories
        if element is not story and element not in story.iterancestors()
    )


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
    if tag in _INLINE:
        # A drop cap is said twice, a letter for the eye and one for the ear.
        return _is_for_readers(element) and len(element.text_content()) > 1
    if is_note(element):
        return False
    if tag == "header":
        return (
            not any(True for _ in element.iterancestors("article", "main"))
            and next(element.iter("h1"), None) is None
        )
    if tag == "footer":
        return bool(element.getparent().tag != "blockquote")  # who said it
    is_opened = element.get("aria-expanded") is not None
    return tag in _TAGS or (element.get("role") in _ROLES and not is_opened) or _is_named(element)


def _is_for_readers(element: HtmlElement) -> bool:
    """Return whether an element is for screen readers alone: what a link does, what a picture is."""
    return any(pair in _FOR_READERS for name in names(element) for pair in pairwise(name))


def _is_named(element: HtmlElement) -> bool:
    for name in names(element):
        for before, word in zip(("", *name), name, strict=False):
            is_told = (word in _NAMES and before not in _DENIED) or (before, word) in _PAIRS
            if is_told and not (word in _ADS and _holds_paragraphs(element)):
                return True
    return False


def _holds_paragraphs(element: HtmlElement) -> bool:
    """Return whether there is more text in an element's paragraphs than an advertisement has."""
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p")) >= _ADVERTISED
