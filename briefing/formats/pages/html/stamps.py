"""Dates and times as metadata write them, as ISO 8601 with the offset that they have."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from briefing.formats.pages.dates import find_date

_LONGEST: Final = 120
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199
_FULL: Final = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T -]?\s*(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?(?:\[[\w/]+\])?",
    re.IGNORECASE,
)
_SECONDS: Final = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")
_CLOCK: Final = re.compile(
    r"(?<![\d:])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?![\d:])\s*(a\.?m\b|p\.?m\b)?", re.IGNORECASE
)
_ZONE: Final = re.compile(r"\b(?:GMT|UTC)\b|\dZ\b|\d\s?[+-]\d{2}:?\d{2}\b")
_NOON: Final = 12


def read_stamp(text: str, *, is_american: bool = False) -> str:
    """Return a date, with its time of day and its offset where they are told; empty if there is none.

    Args:
        text: What an attribute or a property says, in the forms of ISO 8601, of HTTP, of seconds since
            1970, or in words of many languages.
        is_american: Whether 3/4/2024 is the fourth of March.
    """
    text = " ".join(text[:_LONGEST].split())
    if found := _FULL.fullmatch(text):
        year, month, day, hour, minute, second = (int(group or 0) for group in found.groups()[:6])
        return _written(year, month, day, (hour, minute, second) if found[4] else None, found[7] or "")
    if found := _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(found[1]), UTC).isoformat()
    day_found = find_date(text, is_american=is_american)
    if day_found is None:
        return ""
    year, month, day = map(int, day_found.split("-"))
    return _written(year, month, day, _time_of_day(text), _offset(text))


def instant(stamp: str) -> datetime | None:
    """Return the moment that a stamp of `read_stamp` names; None where it has no offset."""
    moment = datetime.fromisoformat(stamp)
    return moment if moment.tzinfo else None


def _time_of_day(text: str) -> tuple[int, int, int] | None:
    found = _CLOCK.search(text)
    if found is None:
        return None
    hour = int(found[1])
    if found[4]:
        hour = hour % _NOON + _NOON * (found[4][0].lower() == "p")
    return hour, int(found[2]), int(found[3] or 0)


def _offset(text: str) -> str:
    if not _ZONE.search(text):
        return ""
    found = re.search(r"[+-]\d{2}:?\d{2}\b(?!-)", text)
    return found[0] if found else "Z"


def _written(year: int, month: int, day: int, time: tuple[int, int, int] | None, offset: str) -> str:
    """Return a stamp; empty for a day that there is not, or that nothing was published on."""
    try:
        moment = datetime(year, month, day, *(time or (0, 0, 0)), tzinfo=_zone(offset))
    except ValueError:
        return ""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ""
    return moment.isoformat() if time else moment.date().isoformat()


def _zone(offset: str) -> timezone | None:
    if not offset:
        return None
    if offset[0] not in "+-":
        return UTC
    digits = offset[1:].replace(":", "").ljust(4, "0")
    span = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-span if offset[0] == "-" else span)
