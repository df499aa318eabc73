"""What paragraphs of a PDF are: title, headings by their size, notes at the foot, items, and text.

A heading is larger than the text, or bold by itself, and short; the larger, the higher. A note is smaller,
begins with its mark, and stands at the foot of its page.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.answer import PagePart
from briefing.formats.pages.lines import ends_sentence
from briefing.formats.pages.phrases import fold
from briefing.formats.pdf.paragraphs import BULLET, joined, measure, paragraphs_of
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pdf.paragraphs import Measures, Paragraph
    from briefing.formats.pdf.words import PdfLine

_LARGER: Final = 1.12
"""Heights of the text: what is as high, and short, is a heading."""
_TITLE: Final = 1.3
_FIRST_PAGES: Final = 3
"""Pages on which a title is looked for: of a printed page much may stand above it."""
_LEAST_TITLE: Final = 8
_NOTE: Final = 0.93
_FOOT: Final = 0.4
"""The share of a page's height that notes may take."""
_LONGEST_HEADING: Final = 200
"""Characters."""
_LEVELS: Final = range(2, 7)
_MARK: Final = re.compile(r"(?:\[\d{1,3}\]|\d{1,3}|[*†‡§])\.?\s*(?=[^\W\d])")
_NO_TITLE: Final = re.compile(
    r"(?i)(?:microsoft word|powerpoint|untitled|sans titre|unbenannt|about:blank|document\d*\Z|https?:"
    r"|.*\.\w{2,5}\Z)"
)
"""Where a program wrote down a title for want of one."""


def parts_of(
    lines: Sequence[PdfLine], told_title: str, heights: Sequence[float], *, is_title_sure: bool = False
) -> list[PagePart]:
    """Return the parts of a document.

    Args:
        lines: Those of all pages, in the order in which they are read.
        told_title: What its metadata say; empty if nothing.
        heights: How high each page is, in points.
        is_title_sure: Whether that is the title, as it is where a browser wrote it, with its site's name.
    """
    usual = measure(lines)
    known: Counter[str] = Counter()
    for line in lines:
        known.update(word.lower() for word in re.findall(r"\w[\w-]*\w", line.text)[:-1])
    paragraphs = list(paragraphs_of(lines, usual))
    texts = [joined(each.lines, known) for each in paragraphs]
    title = _title(paragraphs, texts, usual, told_title, is_sure=is_title_sure)
    levels = _levels(paragraphs, texts, usual, title)
    is_shown = any(
        each.first.page < _FIRST_PAGES and text == title for each, text in zip(paragraphs, texts, strict=True)
    )
    parts = [] if is_shown or not title else [PagePart(BlockKind.TITLE, title)]
    for paragraph, text in zip(paragraphs, texts, strict=True):
        if is_shown and text == title:
            parts.append(PagePart(BlockKind.TITLE, title))
            is_shown = False
            continue
        if paragraph.is_row:
            parts.append(PagePart(BlockKind.LIST_ITEM, "; ".join(line.text for line in paragraph.lines)))
        elif is_heading(paragraph, text, usual):
            parts.append(PagePart(BlockKind.HEADING, text, levels.get(_size(paragraph), _LEVELS[-1])))
        elif _is_note(paragraph, text, usual, heights[paragraph.first.page]):
            parts.append(PagePart(BlockKind.NOTE, text))
        elif bullet := BULLET.match(text):
            parts.append(PagePart(BlockKind.LIST_ITEM, text if text[0].isalnum() else text[bullet.end() :]))
        else:
            parts.append(PagePart(BlockKind.PARAGRAPH, text))
    return parts


def is_heading(paragraph: Paragraph, text: str, usual: Measures) -> bool:
    """Return whether a paragraph is a heading."""
    if len(text) > _LONGEST_HEADING or not re.search(r"[^\W\d]", text) or paragraph.is_row:
        return False
    if paragraph.first.height >= _LARGER * usual.height:
        return not ends_sentence(text) or text.endswith(("?", "!"))
    is_bold = all(line.is_bold for line in paragraph.lines) and len(paragraph.lines) <= 2  # noqa: PLR2004
    return is_bold and paragraph.first.height >= _NOTE * usual.height and not ends_sentence(text)


def _title(
    paragraphs: Sequence[Paragraph], texts: Sequence[str], usual: Measures, told: str, *, is_sure: bool
) -> str:
    """Return the title: what is shown of that which metadata say, what is largest, or what they say."""
    first = [
        (each.first.page, each.first.height, text)
        for each, text in zip(paragraphs, texts, strict=True)
        if each.first.page < _FIRST_PAGES and len(text) <= _LONGEST_HEADING and re.search(r"[^\W\d]{2}", text)
    ]
    begins = [text for _, _, text in first if len(text) >= _LEAST_TITLE and fold(told).startswith(fold(text))]
    if begins:
        return max(begins, key=len)
    _, height, largest = max(
        (each for each in first if not each[0]), key=lambda each: each[1], default=(0, 0.0, "")
    )
    if height >= _TITLE * usual.height and not (told and is_sure):
        return largest
    return "" if _NO_TITLE.match(told) else told


def _levels(
    paragraphs: Sequence[Paragraph], texts: Sequence[str], usual: Measures, title: str
) -> dict[tuple[float, bool], int]:
    """Return the level of each size of headings."""
    sizes = {
        _size(each)
        for each, text in zip(paragraphs, texts, strict=True)
        if text != title and is_heading(each, text, usual)
    }
    ranked = sorted(sizes, reverse=True)
    return {size: _LEVELS[min(rank, len(_LEVELS) - 1)] for rank, size in enumerate(ranked)}


def _size(paragraph: Paragraph) -> tuple[float, bool]:
    return round(paragraph.first.height), paragraph.first.is_bold


def _is_note(paragraph: Paragraph, text: str, usual: Measures, height: float) -> bool:
    is_small = paragraph.first.height <= _NOTE * usual.height
    return is_small and paragraph.first.top < _FOOT * height and _MARK.match(text) is not None
