"""Lines to paragraphs: what belongs together by distance, height, indents and where lines end."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.pages.lines import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.formats.pdf.words import PdfLine

BULLET: Final = re.compile(r"(?:[•‣◦▪■□●○·∙–—*\uf0b7\uf0a7]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_WIDE: Final = re.compile(r"[\u2e80-\u30ff\u31c0-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Scripts without spaces."""
_HYPHENS: Final = "-\u2010\u00ad"
_SAME_HEIGHT: Final = 0.08
_FARTHER: Final = 1.3
"""Of the usual distance between lines: more parts paragraphs."""
_LEADING: Final = 1.1
_MOST_LEADING: Final = 1.6
"""Heights: what is farther apart, as in a list of lines, are paragraphs of one line each."""
_OFTEN: Final = 0.1
_NEAR: Final = 20
"""Lines above that tell where a paragraph's begin and end."""
_LONGEST_WORD: Final = 64
_INDENT: Final = 0.6
_SPACE: Final = 0.3
"""Between words, in heights."""
_LARGER: Final = 1.1
"""Heights: what is larger is a heading, which is broken where it looks well."""


class Paragraph(NamedTuple):
    """Lines that belong together."""

    lines: list[PdfLine]
    is_row: bool = False
    """Whether they are a row of cells."""

    @property
    def first(self) -> PdfLine:
        """Its first line."""
        return self.lines[0]


class Measures(NamedTuple):
    """What is usual in a document, in points."""

    height: float
    """Of its lines."""
    leading: float
    """From baseline to baseline, in heights."""


def measure(lines: Sequence[PdfLine]) -> Measures:
    """Return what most of the text of a document is like."""
    heights: Counter[float] = Counter()
    for line in lines:
        heights[round(line.height * 2) / 2] += len(line.text)
    height = heights.most_common(1)[0][0] if heights else 12.0
    steps: Counter[float] = Counter()
    for above, line in pairwise(lines):
        step = (above.bottom - line.bottom) / height
        if above.page == line.page and abs(line.height - height) < 1 and 0.7 < step < 2.5:  # noqa: PLR2004
            steps[round(step * 20) / 20] += 1
    often = (step for step, count in steps.items() if count >= _OFTEN * steps.total())
    return Measures(height, min(min(often, default=_LEADING), _MOST_LEADING))


def paragraphs_of(lines: Sequence[PdfLine], usual: Measures) -> Iterator[Paragraph]:
    """Yield the paragraphs of a document, its lines in the order in which they are read."""
    margins = _margins(lines)
    paragraph: list[PdfLine] = []
    for row in _rows(lines):
        if len(row) > 1:
            if paragraph:
                yield Paragraph(paragraph)
            paragraph = []
            yield Paragraph(row, is_row=True)
        elif paragraph and _goes_on(paragraph, row[0], usual, margins):
            paragraph.append(row[0])
        else:
            if paragraph:
                yield Paragraph(paragraph)
            paragraph = row
    if paragraph:
        yield Paragraph(paragraph)


def joined(lines: Sequence[PdfLine], known: Counter[str]) -> str:
    """Return the text of lines, words that were parted at their ends made whole.

    Args:
        lines: Those of a paragraph.
        known: How often each word occurs that was not parted, in lower case.
    """
    text = ""
    for line in lines:
        begins = re.match(r"\w+", line.text)
        if text[-1:] in _HYPHENS and text[-2:-1].isalpha() and begins and begins[0][0].islower():
            before = re.search(r"[\w-]*\Z", text[-_LONGEST_WORD:-1])
            stem = before[0] if before else ""
            keeps = text[-1] != "\u00ad" and known[f"{stem}-{begins[0]}".lower()] > known[stem + begins[0]]
            text = (text if keeps else text[:-1]) + line.text
        else:
            is_wide = text and _WIDE.match(text[-1]) and _WIDE.match(line.text)
            text += ("" if is_wide or not text else " ") + line.text
    return text


def _rows(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    """Yield lines, those that follow each other on one baseline together."""
    row: list[PdfLine] = []
    for line in lines:
        if row and row[-1].is_level_with(line) and row[-1].x1 <= line.x0:
            row.append(line)
        else:
            if row:
                yield row
            row = [line]
    if row:
        yield row


def _goes_on(
    paragraph: Sequence[PdfLine], line: PdfLine, usual: Measures, margins: Mapping[tuple[int, int], float]
) -> bool:
    last = paragraph[-1]
    if abs(last.height - line.height) > _SAME_HEIGHT * usual.height + 0.05:
        return False
    if (last.is_bold != line.is_bold and len(paragraph) == 1) or BULLET.match(line.text):
        return False
    step = last.bottom - line.bottom
    farthest = _FARTHER * usual.leading * max(line.height, usual.height)
    is_below = last.page == line.page and 0 < step <= farthest and line.x0 < last.x1 and last.x0 < line.x1
    ends = ends_sentence(last.text)
    if not is_below:
        return not ends and _is_prose(paragraph) and line.text[:1].islower()
    if last.height > _LARGER * usual.height or (line.text[0].islower() and not ends):
        return True
    near = paragraph[-_NEAR:]
    left = min(each.x0 for each in near)
    is_indented = line.x0 > left + _INDENT * line.height and not BULLET.match(paragraph[0].text)
    margin = max(margins[_edge_of(each)] for each in (*near, line))
    return not ((ends and is_indented) or _would_fit(last, line, margin))


def _would_fit(last: PdfLine, line: PdfLine, margin: float) -> bool:
    """Return whether a line's first word had room at the end of the last: then it was begun on purpose."""
    word = line.text.partition(" ")[0]
    needed = line.width * len(word) / len(line.text) + _SPACE * line.height
    return last.x1 + needed < margin and last.text[-1] not in _HYPHENS


def _margins(lines: Sequence[PdfLine]) -> dict[tuple[int, int], float]:
    """Return where lines end at the farthest, by page and where they start."""
    margins: dict[tuple[int, int], float] = {}
    for line in lines:
        margins[_edge_of(line)] = max(margins.get(_edge_of(line), 0.0), line.x1)
    return margins


def _edge_of(line: PdfLine) -> tuple[int, int]:
    return line.page, round(line.x0 / 3)


def _is_prose(paragraph: Sequence[PdfLine]) -> bool:
    return sum(len(line.text) for line in paragraph[-_NEAR:]) > 60  # noqa: PLR2004 (a line of text)
