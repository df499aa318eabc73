"""Which line of a page is its title, by evidence; no single sign decides."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from briefing.formats.pages import furniture_words as words
from briefing.formats.pages.captions import CREDIT
from briefing.formats.pages.furniture import Furniture
from briefing.formats.pages.lines import ends_clause
from briefing.formats.pages.names import is_name
from briefing.formats.pages.phrases import leading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pages.lines import PageLine

_LEAST_WORDS: Final = 2.0
_MOST_WORDS: Final = 45.0
_LOOKED_BELOW: Final = 7
_STEM: Final = 5
_LEAST_LETTERS: Final = 4
_WIDE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_TOKEN = re.compile(r"[^\W\d_]{3,}")
_FAR: Final = 0.22
_MENU: Final = 4
"""Lines of a few words in a row that part what is above a story from the page's menus."""
_MENU_WORDS: Final = 4
_LINKED: Final = 5
_FIRST: Final = 0.9
_STOPS: Final = ".。।۔"
_CAPITALS: Final = 6
_BELOW_PROSE: Final = 1.6


def stems(text: str) -> set[str]:
    """Return the beginnings of a text's longer words, and pairs of characters of scripts without spaces."""
    found = {token[:_STEM].casefold() for token in _TOKEN.findall(text) if len(token) >= _LEAST_LETTERS}
    for run in _WIDE.findall(text):
        found.update(run[i : i + 2] for i in range(len(run) - 1))
    return found


def find_title(lines: Sequence[PageLine], start: int, stop: int) -> int | None:
    """Return the index of the title's line.

    Args:
        lines: The page.
        start: Where the story's prose starts.
        stop: Where it stops.
    """
    told = Counter(stem for line in lines[start:stop] if line.is_prose for stem in stems(line.text))
    counts = Counter(line.folded for line in lines)
    edges = [line.folded for line in lines if line.words > 2 and CREDIT.fullmatch(line.text) is None]
    best, found = 0.0, None
    head = _head_start(lines, start)
    before = 0
    for i in range(_last_candidate(lines, start, stop)):
        line = lines[i]
        if line.kind is not None and not (line.kind is Furniture.END and line.words > 4):
            continue
        if not _LEAST_WORDS <= line.words <= _MOST_WORDS or line.is_date:
            continue
        score = _score(lines, i, start, told) + _repeated(line, counts, edges)
        if i >= head:
            score += 1.5 - min(before, 4) * _FIRST
            before += line.words >= _MENU_WORDS or line.is_heading
        if score > best:
            best, found = score, i
    if found and not _repeated(lines[found], counts, edges) and _is_headline(lines, found - 1, told):
        return found - 1
    return found


def _is_headline(lines: Sequence[PageLine], i: int, told: Counter[str]) -> bool:
    """Return whether a line is the headline of the longer one below it, which says more of the story."""
    line, below = lines[i], lines[i + 1]
    if (
        line.kind is not None
        or line.is_date
        or line.is_links
        or line.text[-1:] in _STOPS
        or line.words * 1.5 > below.words
    ):
        return False
    shared = sum(told[stem] > 0 for stem in stems(line.text))
    is_first = i > 0 and lines[i - 1].is_date
    return below.words >= 8 and line.words >= _LEAST_WORDS and (is_first or (shared > 1 and line.words > 3))


def _last_candidate(lines: Sequence[PageLine], start: int, stop: int) -> int:
    """Return where titles are looked for no more: the story's second sentence or third line of prose."""
    seen = 0
    for i in range(start, stop):
        seen += lines[i].is_prose
        if seen > 2:
            return i
    return stop


def _head_start(lines: Sequence[PageLine], start: int) -> int:
    """Return where what belongs to the story starts above it: below the last menu."""
    short = 0
    for i in range(start - 1, -1, -1):
        line = lines[i]
        if (
            line.kind in (Furniture.PLAYER, Furniture.NUMBER, Furniture.SHARE, Furniture.PICTURE)
            or line.is_date
        ):
            continue
        short = short + 1 if line.words <= _MENU_WORDS and not line.ends and not line.is_heading else 0
        if short >= _MENU and i < start - _MENU:
            return i + 1 if lines[i + _MENU - 1].words > _MENU_WORDS else i + _MENU
    return 0


def _score(lines: Sequence[PageLine], i: int, start: int, told: Counter[str]) -> float:
    line = lines[i]
    own = stems(line.text)
    # What it says itself is no evidence for it.
    shared = sum(told[stem] > (line.is_prose and i >= start) for stem in own)
    score = min(line.words, 10.0) * 0.25 + min(shared, 4) * 0.6 + 3.0 * shared / max(4, len(own))
    score -= 0.12 * max(0.0, line.words - 18)
    score += 3.0 * line.is_heading
    if line.words < 3:
        score -= 1.5
    if line.ends and line.text.rstrip(" \"'”’»")[-1:] in _STOPS:
        score -= 6.0 if line.words > _MENU_WORDS else 3.0
    if line.text[-1:] in ",،;:、":
        score -= 2.5
    if leading(words.BYLINE).match(line.text) and line.words <= 8:
        score -= 3.0
    if not shared and is_name(line):
        score -= 1.5
    if line.words >= _CAPITALS and line.text.isupper():
        score -= 1.0
    if line.is_doubled or CREDIT.fullmatch(line.text) or _stands_by_picture(lines, i):
        score -= 2.5
    if _stands_below_others(lines, i):
        score -= 3.0
    score += _below(lines, i)
    far = sum(1 for other in lines[i + 1 : start] if other.kind is None and not other.is_date)
    score -= min(far, 40) * _FAR
    if i > start:
        score -= _BELOW_PROSE * sum(1 for other in lines[start:i] if other.is_prose)
    return score


def _below(lines: Sequence[PageLine], i: int) -> float:
    """Return what the next lines say for a title: a date, a name, buttons to share, a summary."""
    following = lines[i + 1 : i + 1 + _LOOKED_BELOW]
    score = 0.0
    if any(line.is_date for line in following[:5]):
        score += 1.8
    is_labelled = any(leading(words.BYLINE).match(line.text) and line.words <= 12 for line in following[:4])
    if is_labelled or (len(following) > 1 and is_name(following[0]) and following[1].is_date):
        score += 1.2
    if any(line.kind is Furniture.SHARE for line in following[:4]):
        score += 0.7
    if following and following[0].kind is None and following[0].ends:
        score += 1.2
    if following and following[0].kind is Furniture.CHROME:
        score -= 1.0
    if lines[i].gap and following and following[0].gap:
        score += 0.6
    return score


def _repeated(line: PageLine, counts: Counter[str], edges: Sequence[str]) -> float:
    """Return what a line's standing elsewhere says: again, or with the site's name before or after it."""
    if line.words < 3:
        return 0.0
    score = 2.2 if counts[line.folded] > 1 else 0.0
    if any(
        other != line.folded and (other.startswith(line.folded) or other.endswith(line.folded))
        for other in edges
    ):
        score += 1.5
    return score


def _stands_below_others(lines: Sequence[PageLine], i: int) -> bool:
    """Return whether a line is one of the links below a heading of other stories."""
    for above in reversed(lines[max(0, i - _LINKED) : i]):
        if above.kind is Furniture.END:
            return True
        if above.kind is not None or above.is_date or above.ends:
            return False
    return False


def _stands_by_picture(lines: Sequence[PageLine], i: int) -> bool:
    above = lines[i - 1] if i else None
    return above is not None and (
        above.kind is Furniture.PICTURE
        or (above.folded.startswith(lines[i].folded) and CREDIT.fullmatch(above.text) is not None)
        or (
            above.words < 12
            and leading(words.CAPTION).match(above.text) is not None
            and ends_clause(above.text[:1])
        )
    )
