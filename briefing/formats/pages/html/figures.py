"""Pictures of a page: which elements are one, what it shows, and what stands below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from briefing.formats.pages.html.answer import PagePart
from briefing.formats.pages.html.element_words import CAPTIONS
from briefing.formats.pages.html.names import names
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_CAPTIONED: Final = re.compile(CAPTIONS)
_TAGS: Final = frozenset({"div", "p", "span", "small", "figcaption", "cite", "em", "dd"})
_LONGEST_CAPTION: Final = 700
"""Code points."""
_MOST_ELEMENTS: Final = 60
"""Elements within a caption: names, links, emphasis."""
_SOURCES: Final = ("src", "data-src", "data-original", "data-lazy-src", "data-src-large", "data-image")
_ICON: Final = 64
"""Dots of width or height below which a picture is an icon, or counts who looks."""
_DOTS: Final = re.compile(r"(\d{1,5})(?:px)?")


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
    pictures = list(element.iter("img", "amp-img"))
    picture = next((each for each in pictures if _source(each)), None)
    if picture is None or _is_icon(picture):
        return None
    captions = ["".join(caption.itertext()) for caption in element.iter("figcaption")]
    caption = " ".join(" ".join(captions).split())
    alt = " ".join((picture.get("alt") or "").split())
    return PagePart(BlockKind.CAPTION, caption, 0, alt, urljoin(address, _source(picture)))


def _source(picture: HtmlElement) -> str:
    """Return a picture's address; pages that load theirs late name it elsewhere."""
    named = (picture.get(attribute) or "" for attribute in _SOURCES)
    return next((source.strip() for source in (*named, *_sets(picture)) if _is_address(source)), "")


def _sets(picture: HtmlElement) -> Iterator[str]:
    for attribute in ("srcset", "data-srcset"):
        yield (picture.get(attribute) or "").strip().partition(" ")[0].rstrip(",")


def _is_address(source: str) -> bool:
    return bool(source.strip()) and not source.lstrip().lower().startswith(("data:", "javascript:", "blob:"))


def _is_icon(picture: HtmlElement) -> bool:
    sizes = (_DOTS.fullmatch(picture.get(side) or "") for side in ("width", "height"))
    return any(size and int(size[1]) < _ICON for size in sizes)
