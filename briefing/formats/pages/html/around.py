"""What stands near a story's title: the short lines above and below it, in the page's order."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html import head_words as words
from briefing.formats.pages.html.names import is_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_BELOW: Final = 24
_ABOVE: Final = 10
_LEVELS: Final = 5
"""Above a title, what shares none of so many elements with it stands in another part of the page."""
_PARAGRAPH: Final = 300
"""Characters of a text that is the story's own, below which nothing is near the title."""
_MOST_TEXT: Final = 2000
_MOST_VISITED: Final = 3000
"""Elements and texts that are looked at; a page has no more by its title."""
_UNSHOWN: Final = frozenset({"script", "style", "template", "noscript", "head", "select", "svg", "textarea"})
_PARTING: Final = frozenset({"br", "p", "div", "li"})
_ELSEWHERE_TAGS: Final = frozenset({"aside", "nav", "dialog", "footer"})
_ELSEWHERE: Final = frozenset(words.ELSEWHERE.split())
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def text_of_element(element: HtmlElement) -> str:
    """Return what an element shows, white space collapsed; the beginning of it, if that is long."""
    parts: list[str] = []
    length = 0
    todo: list[HtmlElement | str] = [element]
    for _ in range(_MOST_VISITED):
        if not todo or length > _MOST_TEXT:
            break
        item = todo.pop()
        if isinstance(item, str):
            parts.append(item)
            length += len(item)
        elif isinstance(item.tag, str) and item.tag not in _UNSHOWN:
            for child in reversed(item[:_MOST_VISITED]):
                todo += [child.tail or "", child]
            todo.append((" " if item.tag in _PARTING else "") + (item.text or ""))
    return " ".join("".join(parts).split())


def is_hidden(element: HtmlElement) -> bool:
    """Return whether an element is one that a page does not show, itself."""
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.tag in _UNSHOWN
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def is_elsewhere(element: HtmlElement) -> bool:
    """Return whether an element is hidden, or stands in menus, advertisements or other stories."""
    return any(
        each.tag in _ELSEWHERE_TAGS or is_hidden(each) or is_named(each, _ELSEWHERE)
        for each in (element, *element.iterancestors())
        if isinstance(each.tag, str) and each.tag not in ("html", "body", "main", "article")
    )


def texts_near(heading: HtmlElement) -> Iterator[HtmlElement]:
    """Yield elements with a text of their own near a heading: below it, then above, nearest first."""
    yield from islice(_below(heading), _BELOW)
    yield from texts_above(heading)


def texts_above(heading: HtmlElement) -> Iterator[HtmlElement]:
    """Yield elements with a text of their own that stand closely above a heading, nearest first."""
    top = heading
    for above in islice(heading.iterancestors(), _LEVELS):
        if above.tag in ("body", "html"):
            break
        top = above
    before: list[HtmlElement] = []
    for element in top.iter():
        if element is heading:
            break
        before.append(element)
    lines = (
        each for each in reversed(before[-_MOST_VISITED:]) if _has_text(each) and not _holds(each, heading)
    )
    yield from islice((each for each in lines if not is_elsewhere(each)), _ABOVE)


def _below(heading: HtmlElement) -> Iterator[HtmlElement]:
    for element in islice(_following(heading), _MOST_VISITED):
        if not _has_text(element) or is_elsewhere(element):
            continue
        if element.tag in ("p", "div", "section") and len(text_of_element(element)) > _PARAGRAPH:
            return
        yield element


def _following(heading: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements after a heading in the page's order."""
    element = heading
    while element is not None:
        for beside in element.itersiblings():
            yield from beside.iter()
        element = element.getparent()


def _has_text(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _UNSHOWN:
        return False
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _holds(element: HtmlElement, other: HtmlElement) -> bool:
    return any(above is element for above in other.iterancestors())
