"""Pictures of a page: which elements are one, what it shows, and what stands below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.answer import PagePart
from briefing.formats.pages.html.decoration import is_decoration
from briefing.formats.pages.html.element_words import CAPTIONS
from briefing.formats.pages.html.names import names
from briefing.formats.pages.html.picture_captions import read_caption
from briefing.formats.pages.html.picture_files import picture_file
from briefing.model import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CAPTIONED: Final = re.compile(CAPTIONS)
_TAGS: Final = frozenset({"div", "p", "span", "small", "figcaption", "cite", "em", "dd"})
_LONGEST_CAPTION: Final = 700
"""Code points."""
_MOST_ELEMENTS: Final = 60
"""Elements within a caption: names, links, emphasis."""


def is_picture(figure: HtmlElement) -> bool:
    """Return whether a figure is a picture, or a recording, rather than a table, a quote or a listing."""
    for element in figure.iter("table", "blockquote", "pre", "p", "ul"):
        if element.tag != "p" or not any(above.tag == "figcaption" for above in element.iterancestors()):
            return False
    return True


def is_caption(element: HtmlElement) -> bool:
    """Return whether an element is named as what stands below a picture."""
    if element.tag == "figcaption":
        return True
    if element.tag not in _TAGS:
        return False
    is_named = any(_CAPTIONED.fullmatch(word) for words in names(element) for word in words)
    return is_named and _is_short(element)


def _is_short(element: HtmlElement) -> bool:
    """Return whether an element is no longer than a caption; looks no further than that."""
    length = 0
    for count, inside in enumerate(element.iter()):
        length += len(inside.text or "") + len(inside.tail or "") * (inside is not element)
        if length > _LONGEST_CAPTION or count > _MOST_ELEMENTS:
            return False
    return True


def read_figure(element: HtmlElement, address: str) -> PagePart | None:
    """Return a picture, its caption empty where none stands within it; None for an icon and its like.

    Args:
        element: A figure, or the picture itself.
        address: The page's own, empty where it is not known.
    """
    named = ((each, picture_file(each, address)) for each in element.iter("img", "amp-img"))
    picture, src = next(((each, src) for each, src in named if src), (None, ""))
    if picture is None or is_decoration(picture, src):
        return None
    caption, credit = read_caption(element)
    alt = " ".join((picture.get("alt") or "").split())
    return PagePart(BlockKind.CAPTION, caption, 0, alt, src, credit)
