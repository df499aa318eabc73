"""What an element is called: the words of its classes and its identifier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD: Final = re.compile(r"[a-z]+")


def names(element: HtmlElement) -> Iterator[list[str]]:
    """Yield the words of each name of an element, in lower case: `article-authorName` has three."""
    for attribute in ("class", "id", "data-testid", "data-component", "data-type"):
        for name in (element.get(attribute) or "").split():
            yield _WORD.findall(_CAMEL.sub(" ", name).lower())
