"""When an item was published: every form of date that feeds have, as ISO 8601.

What is prescribed is RFC 822 (RSS) and RFC 3339 (Atom, JSON Feed); what is found is both in both, names of
days and months in other languages, zones by their names, hours of twelve, and seconds since 1970. A date
that there is not, and the very start of 1970, which programs write that know none, are no dates.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import Final

_LONGEST: Final = 120
"""Characters."""
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199
_CENTURY_ENDS: Final = 70
"""A year of two digits from here on is one of the last century (RFC 2822 says 50)."""
_NO_DATE: Final = "1970-01-01T00:00:00"
_MIDNIGHT: Final = 24
_NOON: Final = 12
_LEAP_SECOND: Final = 60
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan ene gen", "feb fev fév", "mar mär mrz mrt", "apr avr abr", "may mai mei maj mag", "jun giu",
            "jul lug", "aug ago", "sep set", "oct okt ott", "nov", "dec dez dic déc",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
"""The first three letters of months' names; of others `pages.dates` knows more."""
_HOURS: Final = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "met": 1, "cest": 2,
    "mest": 2, "eet": 2, "sast": 2, "eest": 3, "msk": 3, "ist": 5.5, "hkt": 8, "sgt": 8, "awst": 8, "jst": 9,
    "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "ast": -4, "adt": -3, "brt": -3, "art": -3,
    "est": -5, "edt": -4, "et": -5, "cst": -6, "cdt": -5, "ct": -6, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "pt": -8, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
"""What zones are ahead of UTC."""
_RFC_822: Final = re.compile(
    r"(?:[^\W\d_]+\.?\s{0,3},?\s{0,3})?(\d{1,2})(?:st|nd|rd|th)?"
    r"(?:[\s.-]{0,3}([^\W\d_]+)\.?,?[\s-]{0,3}|[\s.-]{1,2}(\d{1,2})月?[\s.-]{1,2})(\d{4}|\d\d)\b"
    r"(?:,?\s{0,3}(?:T|at\s|-\s)?\s{0,3}(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d{1,9})?)?"
    r"\s{0,3}([ap]\.?m\.?)?)?"
    r"\s{0,3}((?:[a-z]{1,5})?\s?[+-]\s?\d{1,2}:?\d{0,2}|[a-z]{1,5})?(?:\s?\([^()]{0,40}\))?",
    re.IGNORECASE,
)
_TWICE: Final = re.compile(r"([+-]\d\d:?\d\d)Z\Z")
"""An offset, and then another."""
_OFFSET: Final = re.compile(r"([+-])\s?(\d{1,2}?)(?::?(\d\d))?\Z")
"""Also "+100", which is an hour."""
_ZONE_NAMED: Final = re.compile(rf"(?<=[\d\sm])({'|'.join(_HOURS)})\b", re.IGNORECASE)


def read_date(said: str) -> str:
    """Return a date, with its time of day and its offset where they are told; empty if it is none."""
    said = " ".join(said[:_LONGEST].split())
    if not any(char.isdigit() for char in said):
        return ""
    found = _RFC_822.fullmatch(said)
    month = (int(found[3]) if found[3] else _MONTHS.get(found[2][:3].lower())) if found else None
    if found is not None and month is not None:
        return _written(_of_822(found, month), has_time=bool(found[5]))
    try:
        moment = datetime.fromisoformat(_TWICE.sub(r"\1", said))
        return _written(moment, has_time=len(said) > len("2026-03-04"))
    except ValueError:
        return _in_words(said)


def _of_822(found: re.Match[str], month: int) -> datetime | None:
    """Return the moment; None for a day that there is not."""
    day, year, hour, minute, second = (int(found[place] or 0) for place in (1, 4, 5, 6, 7))
    if len(found[4]) <= len("70"):
        year += 1900 if year >= _CENTURY_ENDS else 2000
    if found[8]:
        hour = hour % _NOON + _NOON * (found[8][0].lower() == "p")
    days = 1 if (hour, minute, second) == (_MIDNIGHT, 0, 0) else 0
    zone = _zone(found[9] or "")
    try:
        moment = datetime(
            year, month, day, 0 if days else hour, minute, min(second, _LEAP_SECOND - 1), tzinfo=zone
        )
        return moment + timedelta(days=days)
    except (ValueError, OverflowError):
        return None


def _zone(named: str) -> timezone | None:
    """Return what is ahead of UTC; UTC for a zone that nobody knows, None where none is named."""
    if not named:
        return None
    if found := _OFFSET.search(named):
        ahead = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        ahead = -ahead if found[1] == "-" else ahead
    else:
        ahead = timedelta(hours=_HOURS.get(named.lower(), 0))
    return timezone(ahead) if abs(ahead) < timedelta(days=1) else None


def _in_words(said: str) -> str:
    """Return a date in another form, or another language."""
    from briefing.formats.pages.html.stamps import read_stamp

    stamp = read_stamp(said)
    if not stamp:
        return ""
    moment = datetime.fromisoformat(stamp)
    named = _ZONE_NAMED.search(said)
    if "T" in stamp and moment.tzinfo is None and named:
        moment = moment.replace(tzinfo=_zone(named[1]))
    return _written(moment, has_time="T" in stamp)


def _written(moment: datetime | None, *, has_time: bool = True) -> str:
    if moment is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return ""
    moment = moment.replace(microsecond=0)
    stamp = moment.isoformat() if has_time else moment.date().isoformat()
    return "" if stamp.startswith(_NO_DATE) else stamp
