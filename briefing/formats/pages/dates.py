"""Dates as pages write them: in many languages, in digits of many scripts, of three calendars."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.formats.pages import furniture_words as words
from briefing.formats.pages.date_words import MONTHS, SOLAR_MONTHS
from briefing.formats.pages.phrases import leading

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199
_SOLAR_YEARS: Final = range(1300, 1500)
_BUDDHIST_YEARS: Final = range(2443, 2643)
_BUDDHIST_CENTURY: Final = 2500
_LAST_OF_TWO: Final = 99
"""The last year that two digits write."""

_Y = r"((?:19|20|21|13|14|25)\d{2})"
_ISO = re.compile(rf"(?<!\d){_Y}\s?([-/.]|年|년)\s?(\d{{1,2}})\s?(?:[-/.]|月|월)\s?(\d{{1,2}})(?!\d)")
_NUMBERS = re.compile(rf"(?<![\d.])(\d{{1,2}})\s?([./-])\s?(\d{{1,2}})\s?[./-]\s?(?:{_Y}|(\d{{2}}))(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.|\))?,?[\s-]+(?:de |of |د |di )?([^\s\d_,.،()/|-]{2,14})"
    rf"[.,’'-]*\s*(?:de |del |do |г )?{_Y}(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"([^\W\d_]{2,12})\.?\s*(\d{1,2})(?:st|nd|rd|th)?[,،]?\s+"
    rf"(?:\d{{1,2}}:\d\d(?::\d\d)?\s+(?:[A-Z]{{3,5}}\s+)?)?{_Y}(?!\d)"
)
_YEAR_FIRST = re.compile(rf"(?<!\d){_Y}\.?\s+(?:m\.\s+)?([^\W\d_]{{3,14}})\.?\s+(\d{{1,2}})(?!\d)")
_YEAR_AND_DAY = re.compile(rf"(?<!\d){_Y}(?:\.\s+gada|-жыл,?|-yil,?)\s+(\d{{1,2}})[.-]?\s*([^\W\d_]{{3,14}})")
_THAI = re.compile(r"(?<!\d)(\d{1,2})\s*([\u0e00-\u0e7f]{2,14})\.?\s*(?:พศ\.?\s*)?(\d{4}|\d\d)(?!\d)")
_THAI_DOT = re.compile(r"(?<=[\u0e00-\u0e7f])\.(?=[\u0e00-\u0e7f])")
_VIETNAMESE = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})", re.IGNORECASE)
_ERA = re.compile(r"(令和|平成)(\d{1,2}|元)年")
_ERAS: Final = {"令和": 2018, "平成": 1988}
"""The years before the first of an emperor's."""
_TWO_MONTHS = re.compile(r"(?:(?<!\s)\s+)?/\s*[^\W\d_]{2,12}(?:\s[^\W\d_]{3,6})?")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
_BARS = re.compile(r"\s[|•·]\s")
_LEAST_BARS: Final = 2
_ARABIC_MONTHS_OF_TWO: Final = {
    "كانون الثاني": "يناير",
    "كانون الأول": "ديسمبر",
    "تشرين الأول": "أكتوبر",
    "تشرين الثاني": "نوفمبر",
}


@cache
def _months() -> dict[str, tuple[int, bool]]:
    named = {name: (number, False) for number, names in enumerate(MONTHS, 1) for name in names.split()}
    solar = {name: (number, True) for number, names in enumerate(SOLAR_MONTHS, 1) for name in names.split()}
    return solar | named


def find_date(line: str, *, is_american: bool = False) -> str | None:
    """Return the date that a line names as YYYY-MM-DD, None where it names none.

    Args:
        line: Any line; its digits may be of any script, its calendar the solar one of Iran and Afghanistan.
        is_american: Whether 3/4/2024 is the fourth of March.
    """
    line = _plain(line)
    if found := _ISO.search(line):
        return _day(int(found[1]), int(found[3]), int(found[4]), is_solar=int(found[1]) in _SOLAR_YEARS)
    for year, name, day in _in_words(line):
        if month := _months().get(name.casefold()) or _months().get(name.removeprefix("ב")):
            return _day(year, month[0], day, is_solar=month[1])
    if found := _NUMBERS.search(line):
        first, second = int(found[1]), int(found[3])
        year = int(found[4] or 2000 + int(found[5]))
        months_first = second > 12 or (is_american and found[2] == "/" and first <= 12)
        day, month_number = (second, first) if months_first else (first, second)
        return _day(year, month_number, day, is_solar=year in _SOLAR_YEARS)
    return None


def _plain(line: str) -> str:
    """Return a line with western digits, months of one name, and the years of our time."""
    line = _TWO_MONTHS.sub("", _western_digits(line))
    if line.isascii():
        return line
    for two, one in _ARABIC_MONTHS_OF_TWO.items():
        line = line.replace(two, one)
    line = _ERA.sub(lambda era: f"{_ERAS[era[1]] + int(era[2].replace('元', '1'))}年", line)
    return _VIETNAMESE.sub(r"\1/\2/\3", _THAI_DOT.sub("", line))


def _in_words(line: str) -> Iterator[tuple[int, str, int]]:
    """Yield what may be a year, the name of a month and a day, in the orders of many languages."""
    for found in _DAY_FIRST.finditer(line):
        yield int(found[3]), found[2], int(found[1])
    for found in _MONTH_FIRST.finditer(line):
        yield int(found[3]), found[1], int(found[2])
    for found in _YEAR_FIRST.finditer(line):
        yield int(found[1]), found[2], int(found[3])
    for found in _YEAR_AND_DAY.finditer(line):
        yield int(found[1]), found[3], int(found[2])
    for found in _THAI.finditer(line):
        year = int(found[3])
        yield year if year > _LAST_OF_TWO else _BUDDHIST_CENTURY + year, found[2], int(found[1])


def is_stamp(line: str, words_in: float) -> bool:
    """Return whether a line says when something was published, and little else."""
    if words_in > 16:
        return False
    if find_date(line):
        return words_in <= 7 or said_published(line) or bool(_CLOCK.search(_western_digits(line)))
    return words_in <= 4 and bool(_CLOCK.search(_western_digits(line)))


def is_row(line: str) -> bool:
    """Return whether a line is a row of source, date and author, parted by bars, with a time of day."""
    return len(_BARS.findall(line)) >= _LEAST_BARS and bool(_CLOCK.search(_western_digits(line)))


def said_published(line: str) -> bool:
    """Return whether a line begins with a word for being published."""
    return leading(words.PUBLISHED).match(line) is not None


def said_updated(line: str) -> bool:
    """Return whether a line begins with a word for being changed."""
    return leading(words.UPDATED).match(line) is not None


def _western_digits(line: str) -> str:
    if line.isascii():
        return line
    return "".join(str(int(char)) if char.isdecimal() else char for char in line).replace("\u200f", "")


def _day(year: int, month: int, day: int, *, is_solar: bool) -> str | None:
    if year in _BUDDHIST_YEARS:
        year -= 543
    try:
        if is_solar:
            return _from_solar(year, month, day).isoformat()
        return date(year, month, day).isoformat() if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def _from_solar(year: int, month: int, day: int) -> date:
    """Return the day of a date of the solar Hijri calendar, by its 33-year cycle of eight leap years.

    Source: the arithmetic form of the calendar, right for the years 1178 to 1633.
    """
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise ValueError(f"no such day: {year}-{month}-{day}")
    cycle, within = divmod(year - 1, 33)
    leaps = cycle * 8 + sum(1 for past in range(1, within + 1) if past in (1, 5, 9, 13, 17, 22, 26, 30))
    day_of_year = (month - 1) * 31 + day - max(0, month - 7)
    return date.fromordinal(date(622, 3, 21).toordinal() + 365 * (year - 1) + leaps + day_of_year - 1)
