"""Live pages: entries below a story, each under the time at which it was written.

Theory of operation: an entry is a line that says a time of day, or how long ago, and below it at least
one sentence. Three of them in the order of time, newest first or last, are a live page; lists of other
stories have no sentences below their times, and comments have names beside them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.comments import comments_at
from briefing.formats.pages.furniture import Furniture, is_ago
from briefing.formats.pages.names import is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pages.lines import PageLine

_CLOCK: Final = re.compile(
    r"(?<![\d.:])(\d{1,2})(?:[:h]|\.(?=\d{2}\s?(?:uhr|h\b|[ap]\.?m)))(\d{2})(?!\d)"
    r"(?:\s?(?P<half>[ap])\.?m\b)?",
    re.IGNORECASE,
)
_STAMP_WORDS: Final = 7
_LEAST_ENTRIES: Final = 3
_LEAST_WORDS: Final = 4
"""Words of a short sentence."""
_LONGEST_ENTRY: Final = 40
"""Lines."""
_ORDERED: Final = 0.85
_NAME_WORDS: Final = 2
_BETWEEN: Final = 8
"""Lines that may stand between a story and its first entry."""
_CLOSING: Final = frozenset({Furniture.END, Furniture.LEGAL, Furniture.CHROME})


def find_entries(lines: Sequence[PageLine], start: int, stop: int) -> tuple[list[int], int]:
    """Return the indices of the times above a live page's entries, and where the last entry stops.

    Args:
        lines: The page.
        start: Where the story starts that was found.
        stop: Where it stops.

    Returns:
        No times, and `stop`, where no entries stand in the story or closely below it.
    """
    lines = lines[: comments_at(lines)]
    stamps: list[int] = []
    end = stop
    for i in range(max(start, 1), len(lines) - 1):
        if not stamps and i > stop + _BETWEEN:
            break
        if stamps and i > stamps[-1] + _LONGEST_ENTRY:
            break
        if not is_time(lines[i]):
            continue
        if (last := _last_sentence(lines, i)) is not None:
            stamps.append(i)
            end = last + 1
        elif stamps:
            break
    if len(stamps) < _LEAST_ENTRIES or not _is_ordered([lines[i] for i in stamps]):
        return [], stop
    signed = sum(_is_signed(lines, i) for i in stamps)
    return ([], stop) if 2 * signed >= len(stamps) else (stamps, max(end, stop))


def _is_signed(lines: Sequence[PageLine], at: int) -> bool:
    """Return whether a name, or what may be one, stands beside a time, as it does above comments."""
    above, below = lines[at - 1], lines[at + 1]
    is_nickname = above.kind is None and above.words <= _NAME_WORDS and above.is_short and not above.is_date
    return is_nickname or any(is_name(line) and not line.is_heading for line in (above, below))


def is_time(line: PageLine) -> bool:
    """Return whether a line says a time of day, or how long ago something was, and little else."""
    if line.is_prose or line.words > _STAMP_WORDS or line.kind not in (None, Furniture.NUMBER):
        return False
    return is_ago(line.text) or (_CLOCK.match(line.text) is not None) or (
        line.is_date and _CLOCK.search(line.text) is not None
    )  # fmt: skip


def _last_sentence(lines: Sequence[PageLine], at: int) -> int | None:
    """Return the last line with a sentence in the entry below a time; None where the entry has none."""
    last = None
    for i in range(at + 1, min(at + 1 + _LONGEST_ENTRY, len(lines))):
        line = lines[i]
        if line.kind in _CLOSING or is_time(line) or line.is_doubled:
            break
        if line.kind is None and (line.is_prose or (line.ends and line.words >= _LEAST_WORDS)):
            last = i
    return last


def _is_ordered(stamps: Sequence[PageLine]) -> bool:
    """Return whether times follow each other in one direction; a live page's are all of one sort."""
    is_relative = [is_ago(line.text) for line in stamps]
    if any(is_relative):
        return all(is_relative)
    times = [_minutes(line.text) for line in stamps]
    later = [after > before for before, after in pairwise(times) if after != before]
    return bool(later) and max(sum(later), len(later) - sum(later)) >= _ORDERED * len(later)


def _minutes(stamp: str) -> int:
    """Return a time of day in minutes; 0 where there is none."""
    found = _CLOCK.search(stamp)
    if found is None:
        return 0
    hours = int(found[1]) % 12 if found["half"] else int(found[1])
    return (hours + 12 * ((found["half"] or "a").lower() == "p")) * 60 + int(found[2])
