"""Where a page's story starts and stops, and what within it is none of it.

Theory of operation: a story is the part of a page in which sentences stand close together. Each
line is worth what it holds: prose its words, if prose stands near; a short line without a stop
costs a little, furniture more, a heading of other stories most. The story is the run of lines
that is worth most (Kadane's maximal subarray, linear in the lines).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.pages.comments import comments_at
from briefing.formats.pages.furniture import Furniture
from briefing.formats.pages.lines import is_definition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pages.lines import PageLine

_MOST_WORTH: Final = 60.0
_LONELY: Final = 0.35
_LONG: Final = 40
"""Words from which on a line is no summary of another story."""
_SHORT_COST: Final = -4.0
_DATE_COST: Final = -7.0
_COSTS: Final = {
    Furniture.END: -28.0,
    Furniture.POINTER: -2.0,
    Furniture.LEGAL: -16.0,
    Furniture.OFFER: -5.0,
    Furniture.CHROME: -4.0,
    Furniture.SHARE: -2.0,
    Furniture.PLAYER: -1.0,
    Furniture.AD: -1.0,
    Furniture.PICTURE: -0.5,
    Furniture.NUMBER: -2.5,
}
_ALLOWED: Final = 1
"""Short lines that may stand between a story and its last paragraphs."""
_PARAGRAPH_WORDS: Final = 7
_SKIPPED: Final = frozenset(
    {Furniture.SHARE, Furniture.PLAYER, Furniture.AD, Furniture.PICTURE, Furniture.NUMBER, Furniture.POINTER}
)
_FINAL: Final = frozenset({Furniture.END, Furniture.LEGAL, Furniture.CHROME})
_FOOTER_LINES: Final = 4
_LABEL_WORDS: Final = 4
_TEASED: Final = 4
"""How many lines below a heading of other stories are taken for links, if no prose stands together there."""


def find_story(lines: Sequence[PageLine]) -> tuple[int, int]:
    """Return the half-open range of the lines that hold the story's prose; empty where there is none."""
    lines = lines[: comments_at(lines)]
    best, best_range = 0.0, (0, 0)
    worth, start = 0.0, 0
    among_others = False
    for i, line in enumerate(lines):
        if line.kind is Furniture.END:
            among_others = not _resumes(lines, i)
        elif among_others and _is_sentence(line) and i + 1 < len(lines) and _is_sentence(lines[i + 1]):
            among_others = False
        value = _worth(lines, i, among_others=among_others)
        if worth <= 0:
            worth, start = 0.0, i
        worth += value
        if worth > best:
            best, best_range = worth, (start, i + 1)
    start, stop = best_range
    return (start, _extended(lines, stop)) if stop else best_range


def _extended(lines: Sequence[PageLine], stop: int) -> int:
    """Return where the story stops if what may be its paragraphs still counts: uncertain is kept."""
    allowed = _ALLOWED
    passed: set[str] = set()
    for i in range(stop, len(lines)):
        line = lines[i]
        if line.is_doubled:
            break  # another story, with its picture
        is_listed = line.is_item and line.kind is None and not line.is_links
        if (line.kind in _SKIPPED or is_listed) and not line.is_date:
            continue
        if line.kind in _FINAL or line.is_date or line.is_links:
            break
        is_told = _is_sentence(line) or _is_paragraph(lines, i) or _introduces(lines, i)
        if line.kind is None and (is_told or _is_glossary(lines, i)):
            stop, allowed = i + 1, _ALLOWED
            continue
        allowed -= line.folded not in passed  # a player's title stands above and below its buttons
        passed.add(line.folded)
        if allowed < 0 and not _resumes(lines, i):
            break
    return stop


def _is_paragraph(lines: Sequence[PageLine], i: int) -> bool:
    """Return whether a line stands by itself between empty ones, and is longer than a link."""
    below = lines[i + 1] if i + 1 < len(lines) else None
    is_apart = bool(lines[i].gap) or (i > 0 and lines[i - 1].words < _PARAGRAPH_WORDS)
    is_long = lines[i].words >= (_PARAGRAPH_WORDS if not lines[i].ends else _PARAGRAPH_WORDS // 2)
    return is_long and is_apart and below is not None and bool(below.gap)


def _is_glossary(lines: Sequence[PageLine], i: int) -> bool:
    """Return whether a line says what a word means, or is the heading of lines that do."""
    below = lines[i + 1] if i + 1 < len(lines) else None
    is_heading = lines[i].is_short and below is not None and is_definition(below.text)
    return is_heading or is_definition(lines[i].text)


def _introduces(lines: Sequence[PageLine], i: int) -> bool:
    """Return whether a line ends with a colon, and something that is no furniture stands close below it."""
    line, below = lines[i], lines[i + 1] if i + 1 < len(lines) else None
    is_told = line.text.endswith((":", "：")) and line.words >= _PARAGRAPH_WORDS // 2
    return is_told and below is not None and below.kind is None and not (below.is_date or below.is_links)


def _worth(lines: Sequence[PageLine], i: int, *, among_others: bool) -> float:
    """Return what a line is worth. Among other stories' links, one sentence below each is its summary."""
    line = lines[i]
    if line.kind is Furniture.END and _resumes(lines, i):
        return _SHORT_COST
    if line.is_date or line.kind is not None:
        return _DATE_COST if line.kind is None or line.is_date else _COSTS[line.kind]
    if line.is_links:
        return _SHORT_COST
    company = not among_others and _company(lines, i)
    if line.is_prose:
        return min(line.words, _MOST_WORTH) * (1.0 if company or line.words >= _LONG else _LONELY)
    if company and (_is_sentence(line) or (line.ends and _has_prose_on_both_sides(lines, i))):
        return max(line.words, 1.0)
    return -1.0 if company and _has_prose_on_both_sides(lines, i) else _SHORT_COST


def _company(lines: Sequence[PageLine], i: int) -> bool:
    """Return whether another sentence stands next to a line, or one line away."""
    return any(
        0 <= j < len(lines) and j != i and _is_sentence(lines[j])
        and not any(_parts(lines[k]) for k in range(min(i, j) + 1, max(i, j)))
        for j in range(i - 2, i + 3)
    )  # fmt: skip


def _is_sentence(line: PageLine) -> bool:
    if line.is_prose or line.kind is not None or not line.ends:
        return line.is_prose
    bare = line.text.rstrip("\"'”’»)")
    return bare[-1:] in ".。।۔" and bare[-2:] != ".."


def _resumes(lines: Sequence[PageLine], i: int) -> bool:
    """Return whether the story goes on below other stories' heading: two sentences stand together soon."""
    for j in range(i + 1, min(i + 3 + _TEASED, len(lines) - 1)):
        if lines[j].kind in _FINAL or lines[j].is_date:
            return False
        if _is_sentence(lines[j]):
            return _is_sentence(lines[j + 1])
    return False


def _parts(line: PageLine) -> bool:
    return line.is_date or line.kind is Furniture.END


def _has_prose_on_both_sides(lines: Sequence[PageLine], i: int) -> bool:
    return any(line.is_prose for line in lines[max(0, i - 2) : i]) and any(
        line.is_prose for line in lines[i + 1 : i + 3]
    )


def is_teaser(lines: Sequence[PageLine], i: int, stop: int) -> bool:
    """Return whether a line is one of the links below a heading of other stories, within the story."""
    for back in range(1, _TEASED + 1):
        if i - back < 0:
            return False
        above = lines[i - back]
        if above.kind is Furniture.END:
            return not (lines[i].is_prose and _company(lines[:stop], i)) and not lines[i].ends
        if above.is_prose or above.ends:
            return False
    return False


def footer_at(lines: Sequence[PageLine], stop: int) -> int:
    """Return where a row of labels below all sentences starts, or where the page ends."""
    row = 0
    last = next((i for i in range(len(lines) - 1, stop - 1, -1) if lines[i].is_prose), stop - 1)
    for i in range(last + 1, len(lines)):
        line = lines[i]
        row = row + 1 if line.kind is not None or (line.words <= _LABEL_WORDS and not line.ends) else 0
        if row == _FOOTER_LINES:
            return i + 1 - row
    return len(lines)
