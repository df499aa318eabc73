"""The `meta` elements of a page by their names: Open Graph, Twitter, Dublin Core and what sites made up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.json_ld import plain

if TYPE_CHECKING:
    import re

    from lxml.html import HtmlElement

_NAMES: Final = ("property", "name", "itemprop", "http-equiv")
_MOST: Final = 2000
_LONGEST: Final = 8000
"""Characters of one that are read."""


class MetaTags:
    """What a page's `meta` elements say; names are in lower case."""

    def __init__(self, tree: HtmlElement) -> None:
        self._said: dict[str, list[str]] = {}
        for _, meta in zip(range(_MOST), tree.iter("meta"), strict=False):
            content = plain((meta.get("content") or meta.get("datetime") or "")[:_LONGEST])
            if content:
                for attribute in _NAMES:
                    for name in (meta.get(attribute) or "").lower().split():
                        self._said.setdefault(name, []).append(content)

    def first(self, *names: str) -> str:
        """Return what the first of some names says that is there; empty if none is."""
        return next(iter(self.all(*names)), "")

    def all(self, *names: str) -> list[str]:
        """Return all that some names say, name by name."""
        return [content for name in names for content in self._said.get(name, ())]

    def alike(self, wanted: re.Pattern[str], unwanted: re.Pattern[str]) -> list[str]:
        """Return all that names say in which one pattern is found, and the other is not."""
        named = (name for name in self._said if wanted.search(name) and not unwanted.search(name))
        return [content for name in named for content in self._said[name]]
