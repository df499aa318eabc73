"""Markup in what feeds say: taken off titles and texts, told from signs that only look like it.

The elements of HTML are known by name: "5 < 6", "List<String>" and "<3" are no markup. A title is taken for
markup where something in it is closed, as feedparser does, or where its feed says so.
"""

from __future__ import annotations

import html
import re
from typing import Final

_INLINE: Final = frozenset(
    (  # noqa: SIM905
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp"
        " small span strike strong sub sup time tt u var wbr"
    ).split()
)
"""Elements that part no words."""
_OTHERS: Final = frozenset(
    (  # noqa: SIM905
        "address article aside audio blockquote body br button canvas caption center col colgroup dd details"
        " div dl dt embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe"
        " img input label legend li link main meta nav noscript object ol optgroup option p param picture pre"
        " script section select source style summary svg table tbody td textarea tfoot th thead title tr"
        " track ul video"
    ).split()
)
_TAG: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*+)(?=[\s/>])[^<>]*+>")
_PARTS: Final = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*+)(?=[\s/>])[^<>]*+>")
_PARTING_NONE: Final = _INLINE | {f"/{name}" for name in _INLINE}
_HIDDEN: Final = re.compile(
    r"<(script|style|template)\b[^<>]*+>.*?(?:</\1\s*+>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
_CLOSED: Final = re.compile(r"</([a-zA-Z][a-zA-Z0-9]*+)\s*+>|<(?:br|hr|img|wbr)\b[^<>]*+>", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_PARAGRAPHS: Final = re.compile(r"\n[^\S\n]*+\n\s*+")


def plain(markup: str) -> str:
    """Return what HTML says, on one line."""
    if "<" in markup:
        first, *rest = _PARTS.split(_HIDDEN.sub(" ", markup))
        texts = (
            text if name in _PARTING_NONE else f" {text}"
            for name, text in zip(rest[::2], rest[1::2], strict=True)
        )
        markup = first + "".join(texts)
    return " ".join(html.unescape(markup).split())


def line(said: str, *, is_markup: bool = False) -> str:
    """Return a title, or another line, without markup.

    Args:
        said: What the feed has.
        is_markup: Whether it says that it is HTML; else it is where it looks like it.
    """
    if "<" in said and (is_markup or looks_marked_up(said)):
        said = _TAG.sub(_parting, _HIDDEN.sub(" ", said))
    return " ".join(unescaped(said).split())


def looks_marked_up(said: str) -> bool:
    """Return whether a text has an element of HTML in it that is closed, or needs not be."""
    return any(not found[1] or is_element(found[1]) for found in _CLOSED.finditer(said))


def is_element(name: str) -> bool:
    """Return whether HTML has an element of that name."""
    return name.lower() in _INLINE or name.lower() in _OTHERS


def unescaped(said: str) -> str:
    """Return a text with its character references resolved; an ampersand that begins none stays."""
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), said) if "&" in said else said


def as_markup(said: str) -> str:
    """Return a text that may be HTML as HTML: what has no element of it is text, in paragraphs."""
    if any(is_element(found[1]) for found in _TAG.finditer(said)):
        return said
    text = said.strip().replace("<", "&lt;")
    return "".join(f"<p>{part}</p>" for part in _PARAGRAPHS.split(text) if part)


def _parting(found: re.Match[str]) -> str:
    """Return what stands in place of a tag: nothing within a line, a space between, itself if it is none."""
    name = found[1].lower()
    if name in _INLINE:
        return ""
    return " " if name in _OTHERS else found[0]
