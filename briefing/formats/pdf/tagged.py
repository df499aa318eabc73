"""A printed page as it was before it was printed: its tags as HTML, for what reads pages of the web."""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.phrases import fold
from briefing.formats.pdf.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.pdf.tags import Kid

_ELEMENTS: Final = {
    **{f"H{level}": f"h{level}" for level in range(1, 7)},
    "Art": "article",
    "Aside": "aside",
    "BlockQuote": "blockquote",
    "Caption": "figcaption",
    "Code": "code",
    "Em": "em",
    "Figure": "figure",
    "Form": "button",
    "H": "h2",
    "L": "ul",
    "LI": "li",
    "Link": "a",
    "P": "p",
    "Sect": "section",
    "Strong": "strong",
    "TBody": "tbody",
    "TD": "td",
    "TH": "th",
    "THead": "thead",
    "TR": "tr",
    "Table": "table",
    "Title": "h1",
}
_SIGNS: Final = ("Lbl", "RT", "Artifact")
"""An item's bullet or number, how a word is read, decoration."""
_WITHIN_LINES: Final = ("NonStruct", "Span", "Link", "Em", "Strong", "Code", "Lbl", "LBody", "Form")
_LINES: Final = ("p", "a", "em", "strong", "code", "figcaption", *(f"h{level}" for level in range(1, 7)))
"""Elements in which there are no others but those within lines."""
_RANKED: Final = ("H1", "H2", "H3")
_LEAST: Final = 8
"""Characters of a title; less may be a section's name, or the site's."""
_WIDE: Final = r"[\u2e80-\u30ff\u31c0-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BETWEEN_WIDE: Final = re.compile(rf"(?<={_WIDE})\n(?={_WIDE})")
"""The end of a line in a script without spaces."""
_PARTED: Final = re.compile(r"\b(\w++)\u00ad\s?(\w+)")
_HYPHEN: Final = "\u00ad"


def html_of(root: Tag, title: str) -> str:
    """Return a document's tags as a page.

    Args:
        root: What its tags are in.
        title: What its metadata call it; empty if nothing.
    """
    text = " ".join(root.texts())
    known = Counter(word.lower() for word in re.findall(r"\w+(?:-\w+)*", text))
    language = next((kid.language for kid in root.in_order() if isinstance(kid, Tag) and kid.language), "")
    body = _joined("".join(_written(root, is_within=False)), known)
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    if heading := _own_heading(root, title):
        head += f'<meta property="og:title" content="{escape(heading)}">'
    return f'<!DOCTYPE html><html lang="{escape(language)}"><head>{head}</head><body>{body}</body></html>'


def _own_heading(root: Tag, title: str) -> str:
    """Return the one heading of the first rank, where no heading says what metadata do; else nothing.

    Many a page has one name for its window, which search engines show, and another above its story.
    """
    headings: list[tuple[str, str]] = []
    waiting = [root]
    while waiting:
        tag = waiting.pop()
        if tag.kind in _RANKED:
            headings.append((tag.kind, " ".join("".join(tag.texts()).split())))
        waiting.extend(kid for kid in tag.kids.values() if isinstance(kid, Tag))
    first = [text for kind, text in headings if kind == "H1"]
    named = fold(title)
    is_named = any(len(text) >= _LEAST and fold(text) in named for _, text in headings)
    return first[0] if len(first) == 1 and len(first[0]) >= _LEAST and not is_named else ""


def _written(kid: Kid, *, is_within: bool) -> Iterator[str]:
    """Yield an element's source; `is_within` tells whether it stands in a line."""
    if isinstance(kid, str):
        yield escape(_BETWEEN_WIDE.sub("", kid))
        return
    if kid.kind in _SIGNS:
        return
    if kid.kind == "Figure" and not any(isinstance(each, Tag) for each in kid.kids.values()):
        yield f'<img src="picture" alt="{escape(kid.alt)}">'
        return
    name = _ELEMENTS.get(kid.kind, "span" if is_within or _is_line(kid) else "div")
    language = f' lang="{escape(kid.language)}"' if kid.language else ""
    address = ' href="/"' if name == "a" else ""
    yield f"<{name}{language}{address}>"
    for each in kid.in_order():
        yield from _written(each, is_within=is_within or name in _LINES)
    yield f"</{name}>"


def _is_line(tag: Tag) -> bool:
    """Return whether an element without a meaning holds text alone."""
    return tag.kind in _WITHIN_LINES and all(isinstance(each, str) for each in tag.kids.values())


def _joined(source: str, known: Counter[str]) -> str:
    """Return text with words made whole that the ends of lines part, as the document has them elsewhere."""

    def whole(found: re.Match[str]) -> str:
        first, last = found.groups()
        has_hyphen = known[f"{first}-{last}".lower()] > known[f"{first}{last}".lower()]
        return f"{first}-{last}" if has_hyphen or not last[0].islower() else first + last

    return _PARTED.sub(whole, source).replace(_HYPHEN, "")
