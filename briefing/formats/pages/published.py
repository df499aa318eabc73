"""When a page's story was published: the date that stands nearest to its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.pages.dates import find_date, is_row, said_published, said_updated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pages.lines import PageLine

_BELOW: Final = 14
_ABOVE: Final = 8
_DATED_WORDS: Final = 9
_STAMP_WORDS: Final = 16


def find_published(lines: Sequence[PageLine], at: int) -> str | None:
    """Return the date nearest to line `at`: published before changed, below before above."""
    order = [*range(at, min(at + _BELOW, len(lines))), *range(at - 1, max(-1, at - 1 - _ABOVE), -1)]
    is_american = _is_american(lines)
    dates = [
        (said_updated(line.text), not said_published(line.text), rank, found)
        for rank, line in enumerate(lines[i] for i in order)
        if (line.words <= _STAMP_WORDS or is_row(line.text))
        and (found := find_date(line.text, is_american=is_american))
        and _may_date(line)
    ]
    return min(dates)[3] if dates else None


def _is_american(lines: Sequence[PageLine]) -> bool:
    """Return whether dates are parted by slashes, and times of day are of twelve hours."""
    has_slashes = any("/" in line.text and find_date(line.text) is not None for line in lines)
    return has_slashes and any("AM" in line.text or "PM" in line.text for line in lines if line.is_date)


def _may_date(line: PageLine) -> bool:
    is_told = line.is_date or said_published(line.text) or line.words <= _DATED_WORDS
    return is_told or (is_row(line.text) and not line.is_prose)
