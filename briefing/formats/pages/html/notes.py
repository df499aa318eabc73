"""Footnotes and references: what stands for them in the text, and where they are told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ROLES: Final = frozenset(
    {"doc-footnote", "doc-endnote", "doc-endnotes", "doc-bibliography", "doc-footnotes"}
)
_CLASSES: Final = re.compile(
    r"(?:^|[\s_-])(?:footnotes?|endnotes?|reflist|references|bibliography|fn-?list)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TAGS: Final = frozenset({"section", "aside", "div", "ol", "ul", "li", "p"})
_MARK: Final = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]|[a-z])[\])]?", re.IGNORECASE)
_ARROWS: Final = " \t\n\xa0()" + "↩︎↑⬆^️"
_BACK: Final = frozenset(
    {
        *("", "back", "go back", "back to text", "back to the text", "back to content", "back to top"),
        *("return", "return to text", "return to the text", "jump up", "zurück", "retour", "volver"),
    }
)
"""What a link from a note back to its mark says, besides arrows."""


def is_note(element: HtmlElement) -> bool:
    """Return whether an element tells footnotes or references, and not the story."""
    if element.tag not in _TAGS:
        return False
    if element.get("role") in _ROLES or element.get("epub:type") in ("footnote", "endnotes", "footnotes"):
        return True
    return _CLASSES.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def reference(element: HtmlElement) -> str:
    """Return what a mark of a note reads as, "[3]", a link back as a space; empty for anything else."""
    link = next(element.iter("a"), None) if element.tag in ("sup", "a") else None
    if link is None or not (link.get("href") or "").startswith("#"):
        return ""
    text = "".join(element.itertext()).strip()
    if text and text.strip(_ARROWS).casefold() in _BACK:
        return " "
    mark = _MARK.fullmatch(text) if element.tag == "sup" or link.get("role") == "doc-noteref" else None
    return f"[{mark[1]}]" if mark else ""
