"""Tables as rows that can be read: each cell with what its column is headed by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_LAYOUT: Final = ("table", "article", "section", "h1", "h2", "h3", "h4", "form", "blockquote")
_UNREAD: Final = ("script", "style", "noscript", "template")
_LONGEST_CELL: Final = 500
"""Code points."""
_MOST_CELLS: Final = 64
"""Cells of a row; what is beyond is a picture of something, and nobody listens to it."""


def is_data(table: HtmlElement) -> bool:
    """Return whether a table holds data, rather than the parts of a page side by side."""
    if table.get("role") in ("presentation", "none"):
        return False
    cells = list(table.iter("td"))
    rows = sum(1 for _ in table.iter("tr"))
    is_headed = any(True for _ in table.iter("th", "caption"))
    is_grid = is_headed or (rows > 1 and len(cells) >= 2 * rows)
    has_blocks = any(True for _ in table.iterdescendants(*_LAYOUT))
    return is_grid and not has_blocks and all(len(_text(cell)) <= _LONGEST_CELL for cell in cells)


def rows(table: HtmlElement) -> Iterator[str]:
    """Yield a data table's caption and its rows: "Header: value; Header: value"."""
    for caption in table.iter("caption"):
        if text := _text(caption):
            yield text
    headers: list[str] = []
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")][:_MOST_CELLS]
        texts = [_text(cell) for cell in cells for _ in range(_columns(cell))][:_MOST_CELLS]
        if cells and all(cell.tag == "th" for cell in cells) and len(cells) > 1:
            headers = texts
            continue
        said = [
            f"{headers[i]}: {text}" if i < len(headers) and headers[i] and text != headers[i] else text
            for i, text in enumerate(texts)
            if text
        ]
        if said:
            yield "; ".join(said)


def _columns(cell: HtmlElement) -> int:
    span = cell.get("colspan") or "1"
    return min(int(span), _MOST_CELLS) if cell.tag == "th" and span.isascii() and span.isdigit() else 1


def _text(element: HtmlElement) -> str:
    said = (
        text
        for each in element.iter()
        for text in (each.text if each.tag not in _UNREAD else "", each.tail if each is not element else "")
        if text
    )
    return " ".join(" ".join(said).split())
