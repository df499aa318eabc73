"""What an element is called: the words of its classes, its identifier, and a tag that a site made up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.html import HtmlElement

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD: Final = re.compile(r"[a-z]+")
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FEWEST: Final = 2
"""Words of an identifier that make it a heading's: `related` of a section "Related" is a name as well."""


def names(element: HtmlElement) -> Iterator[list[str]]:
    """Yield the words of each name of an element, in lower case: `article-authorName` has three.

    The identifier of a heading, and that of a section which repeats its heading, is there for links to go
    to, and says nothing of what it is for: `<section id="edit-menu"><h2>Edit menu</h2>`.
    """
    if "-" in element.tag:
        yield element.tag.split("-")
    for attribute in ("class", "id", "data-testid", "data-component", "data-type"):
        for name in (element.get(attribute) or "").split():
            words = _WORD.findall(_CAMEL.sub(" ", name).lower())
            if attribute != "id" or not (element.tag in _HEADINGS or _repeats_heading(element, words)):
                yield words


def is_named(element: HtmlElement, words: Collection[str]) -> bool:
    """Return whether a word of an element's names is among `words`, in lower case."""
    return any(word in words for name in names(element) for word in name)


def _repeats_heading(element: HtmlElement, words: list[str]) -> bool:
    """Return whether the words are those of the heading that an element begins with."""
    heading = _first_shown(element)
    if heading is None or heading.tag not in _HEADINGS:
        return False
    is_linked = any(link.get("href") == f"#{element.get('id')}" for link in heading.iter("a"))
    said = _WORD.findall(heading.text_content().lower())
    return said[: len(words)] == words and (is_linked or len(words) >= _FEWEST)


def _first_shown(element: HtmlElement) -> HtmlElement | None:
    """Return the first child with a text; others are there to be linked to."""
    return next(
        (child for child in element if isinstance(child.tag, str) and child.text_content().strip()), None
    )
