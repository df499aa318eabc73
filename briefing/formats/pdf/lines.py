"""Words to lines: those on one baseline, as far as no gap is as wide as one between columns."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from briefing.formats.pdf.words import MARKS, RTL, PdfLine, PdfWord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.formats.pdf.words import PdfPage

_GAP: Final = 1.2
"""Heights of a line; between words in a wide line there is hardly more than half of one."""
_LEVEL: Final = 0.4
_MARK: Final = 0.8
_MIRRORED: Final = 0.25
"""The share of words in such letters from which a page is read as theirs: numbers and names are not."""
_STOP_BEFORE: Final = re.compile(r"([.,،؛:!؟])([\W\d]+)")
"""A number with the sign that ends its sentence, which is drawn to its left where a line goes there."""


def lines_of(sheet: PdfPage, page: int) -> list[PdfLine]:
    """Return the lines of a page in the order in which they were drawn, mirrored if they go to the left."""
    words = [word for word in sheet.words if word.height > 0]
    if sum(RTL.search(word.text) is not None for word in words) > _MIRRORED * len(words):
        words = [word._replace(x0=sheet.width - word.x1, x1=sheet.width - word.x0) for word in words]
    return [_line(group, page) for group in _groups(words)]


def _groups(words: Sequence[PdfWord]) -> Iterator[list[PdfWord]]:
    group: list[PdfWord] = []
    for word in words:
        if group and _goes_on(group, word):
            group.append(word)
        else:
            if group:
                yield group
            group = [word]
    if group:
        yield group


def _goes_on(group: Sequence[PdfWord], word: PdfWord) -> bool:
    last = group[-1]
    overlap = min(last.top, word.top) - max(last.bottom, word.bottom)
    gap = max(word.x0 - last.x1, last.x0 - word.x1)
    return overlap > _LEVEL * min(last.height, word.height) and gap < _GAP * max(last.height, word.height)


def _line(group: Sequence[PdfWord], page: int) -> PdfLine:
    heights: Counter[float] = Counter()
    for word in group:
        heights[round(word.height, 1)] += len(word.text)
    height = heights.most_common(1)[0][0]
    usual = [word for word in group if word.height >= 0.9 * height] or group
    bottom = min(word.bottom for word in usual)
    texts = [word.text for word in group if not _is_mark(word, height, bottom)]
    if sum(RTL.search(text) is not None for text in texts) > len(texts) / 2:
        texts = [_STOP_BEFORE.sub(r"\2\1", text) if _STOP_BEFORE.fullmatch(text) else text for text in texts]
    return PdfLine(
        " ".join(texts),
        min(word.x0 for word in group),
        bottom,
        max(word.x1 for word in group),
        max(word.top for word in usual),
        height,
        all(word.is_bold for word in group),
        page,
    )


def _is_mark(word: PdfWord, height: float, bottom: float) -> bool:
    """Return whether a word is a note's mark: small, raised, and a number."""
    is_raised = word.height < _MARK * height and word.bottom > bottom
    return is_raised and all(char in MARKS for char in word.text)
