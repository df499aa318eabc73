"""Running heads and feet: what stands at the edges of pages again and again, and their numbers."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pdf.words import PdfLine

_EDGE: Final = 0.1
"""The share of a page's height at its top and its foot where they stand."""
_LINES: Final = 3
"""So many of the highest and the lowest lines of a page may be some."""
_SHARE: Final = 0.3
_NUMBER: Final = re.compile(
    r"[\W_]*(?:(?:page|seite|página|pagina|стр\.?|p\.?)\s*)?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:/|of|von|de|из|sur|di)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+|\b[ivxl]+\b")


def without_running(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> list[list[PdfLine]]:
    """Return the pages' lines without heads, feet and numbers.

    Args:
        pages: The lines of each page.
        heights: How high each page is, in points.
    """
    edges = [_at_edge(lines, height) for lines, height in zip(pages, heights, strict=True)]
    seen = Counter(key for lines in edges for key in {_key(line) for line in lines})
    least = max(2, _SHARE * len(pages))
    return [
        [line for line in lines if not (line in edge and _is_running(line, seen, least))]
        for lines, edge in zip(pages, edges, strict=True)
    ]


def _is_running(line: PdfLine, seen: Counter[str], least: float) -> bool:
    return seen[_key(line)] >= least or _NUMBER.fullmatch(line.text) is not None


def _key(line: PdfLine) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _at_edge(lines: Sequence[PdfLine], height: float) -> set[PdfLine]:
    by_height = sorted(lines, key=lambda line: line.bottom)
    foot = {line for line in by_height[:_LINES] if line.top < _EDGE * height}
    return foot | {line for line in by_height[-_LINES:] if line.bottom > (1 - _EDGE) * height}
