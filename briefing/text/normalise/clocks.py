"""Rules for dates and times of day: "2:30 p.m.", "14:00 GMT", "Oct. 25", "10/25/2023"."""

# ruff: noqa: PLR2004  # numbers of hours, days and months say themselves
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.text.normalise import lexicon as lex
from briefing.text.normalise.numerals import cardinals, ordinals, years
from briefing.text.normalise.phrasing import each

if TYPE_CHECKING:
    from briefing.text.normalise.phrasing import Context, Phrases


def is_month(word: str) -> bool:
    """Return whether a word is the name of a month or short for one."""
    bare = re.split("[-–]", word.rstrip(".,;:)"))[-1]
    return bare.lower() in lex.MONTH_NAMES if bare != bare.lower() else bare in lex.MONTHS_IN_ANY_CASE


def is_before_month(context: Context) -> bool:
    """Return whether a month follows, in the same clause."""
    return is_month(context.after) and not context.ends_clause


def is_after_month(context: Context) -> bool:
    """Return whether a month stands before, in the same clause."""
    return is_month(context.before) and context.before[-1] not in ",;:)"


def day_ways(day: int, context: Context) -> Phrases:
    """Return phrases for a day beside its month: "October 25", "25 October"."""
    said = ordinals(day)[0]
    if is_before_month(context) and not is_after_month(context):
        ways = [f"the {said} of", said, f"the {said}", f"{said} of"]
        return ways[::-1] if context.before.lower() == "the" else ways
    return [f"the {said}", said] if context.british else [said, f"the {said}"]


def time(match: re.Match[str], context: Context) -> Phrases:
    """Read a time of day or a duration: "2:30", "10:00 p.m.", "14:00 GMT", "3:48"."""
    hour, minute, second = int(match["hour"]), match["minute"], match["second"]
    half = {"a": "A M", "p": "P M"}.get((match["half"] or "").lower()[:1], "")
    follows_half = bool(re.match(r"[ap]\.?m\b", context.after, re.IGNORECASE))
    if "." in match[0].rstrip(".apmAPM") and not half and not follows_half:
        return []
    said = cardinals(str(hour))[0]
    is_official = (
        context.after.strip(".,;:)").lower() in lex.TIME_ZONES or hour > 12 or match["hour"][0] == "0"
    )
    if second and not (second == "00" and (is_official or half or follows_half)):
        hours = f"{said} hour{'' if hour == 1 else 's'}"
        rest = f"{small(minute)} {small(second)}"
        return [
            f"{said} {rest}",
            f"{hours} {small(minute)} minutes {small(second)} seconds",
            f"{hours} {rest}",
        ]
    if half or follows_half or not is_official:
        ways = _spoken_time(hour, minute, said, has_half=bool(half) or follows_half)
        return each(ways[:4], [half]) if half else ways
    return _official_time(match["hour"], minute)


def _spoken_time(hour: int, minute: str, said: str, *, has_half: bool) -> Phrases:
    if minute == "00":
        return [said, f"{said} o'clock"] if has_half else [f"{said} o'clock", said, f"{said} hundred"]
    minutes = cardinals(str(int(minute)))[0]
    following = cardinals(str(hour % 12 + 1))[0]
    phrase = {"15": f"quarter past {said}", "30": f"half past {said}", "45": f"quarter to {following}"}
    ways = [f"{said} {small(minute)}", *([phrase[minute]] if minute in phrase else [])]
    unit = "minute" if hour == 1 else "minutes"
    return ways if has_half else [*ways, f"{said} to {minutes}", f"{said} {unit} {minutes} seconds"]


def _official_time(digits: str, minute: str) -> Phrases:
    """Read a time by the clock of twenty-four hours; many a reader turns it into one of twelve."""
    hour = int(digits)
    said = cardinals(str(hour))[0]
    padded = [f"oh {said}", f"zero {said}"] if len(digits) > 1 and 0 < hour < 10 else []
    twelve = cardinals(str((hour - 1) % 12 + 1))[0]
    half = "P M" if hour >= 12 else "A M"
    if hour == 0:
        ways = [f"twelve {small(minute)} A M", f"zero {small(minute)}", f"oh oh {small(minute)}"]
        return ["midnight", "zero hundred", "oh hundred"] if minute == "00" else ways
    if minute == "00":
        heads = [said, *padded]
        by_clock = [f"{twelve} o'clock", twelve, f"{twelve} {half}"]
        hundred = [f"{head} hundred" for head in heads]
        ways = [*by_clock[:1], *hundred, *by_clock[1:]] if hour <= 12 else [*hundred, *by_clock]
        return [*ways, *(f"{head} hours" for head in hundred)]
    ways = [f"{said} {small(minute)}", *(f"{head} {small(minute)}" for head in padded)]
    if twelve != said:
        ways.append(f"{twelve} {small(minute)}")
    return [*ways, *_spoken_time((hour - 1) % 12 + 1, minute, twelve, has_half=False)[1:]]


def small(digits: str) -> str:
    """Return two digits as minutes are said: "oh five", "thirty"."""
    value = cardinals(str(int(digits)))[0]
    return f"oh {value}" if len(digits) > 1 and digits[0] == "0" and digits != "00" else value


def clock_half(match: re.Match[str], context: Context) -> Phrases:
    """Read the "a.m." of "9 a.m.", and "9am" in one token."""
    number = match["number"]
    letters = f"{match['half'][0].upper()} M"
    if not number:
        dotted = "." in match[0] or match[0].isupper()
        return [letters] if context.follows_number or dotted else []
    return each(cardinals(number)[:1], [letters])


def date(match: re.Match[str], context: Context) -> Phrases:
    """Read a date in digits: "10/25/2023"; the British put the day first."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    if match["mark"] != "/" and len(year) == 2:  # a version, or a range
        return []
    full = _in_full(year)
    orders = [(first, second), (second, first)]
    ways: Phrases = []
    for month, day in orders[::-1] if context.british or match["mark"] == "." else orders:
        ways += _date_ways(month, day, full)
    return ways


def iso_date(match: re.Match[str], _context: Context) -> Phrases:
    """Read "2023-10-25"."""
    return _date_ways(int(match["month"]), int(match["day"]), int(match["year"]))


def named_date(match: re.Match[str], _context: Context) -> Phrases:
    """Read "25-Oct-2023", "Oct-25-2023"."""
    month = lex.in_full(match["month"])
    if month not in lex.MONTHS_IN_ORDER:
        return []
    ways = _date_ways(lex.MONTHS_IN_ORDER.index(month) + 1, int(match["day"]), _in_full(match["year"]))
    return ways if match[0][0].isalpha() else ways[::-1]


def duration(match: re.Match[str], _context: Context) -> Phrases:
    """Read "3h20m", "1hr 5min" in one token, "4m12s"."""
    return [
        " ".join(
            f"{cardinals(str(int(count)))[0]} {unit}{'' if int(count) == 1 else 's'}"
            for unit, count in match.groupdict().items()
            if count
        )
    ]


def part_of_year(match: re.Match[str], _context: Context) -> Phrases:
    """Read "2Q24", "1H2023": quarters and halves."""
    part = ordinals(int(match["part"]))[0]
    what = "quarter" if match["what"] == "Q" else "half"
    if what == "half" and match["part"] not in "12":
        return []
    year = years(_in_full(match["year"]))[0]
    return [f"the {part} {what} of {year}", f"{part} {what} {year}"]


def _in_full(year: str) -> int:
    """Return the year that two digits stand for: of this century up to its middle, else of the last."""
    return int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 50 else 1900)


def _date_ways(month: int, day: int, year: int) -> Phrases:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    name, said, in_year = lex.MONTHS_IN_ORDER[month - 1], ordinals(day)[0], years(year)[0]
    return [f"{name} {said} {in_year}", f"the {said} of {name} {in_year}"]
