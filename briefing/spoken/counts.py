"""Rules for numbers alone: counts, years, dates, times, fractions, scores, ranges and telephone numbers."""

# ruff: noqa: PLR2004  # lengths of digits, days and months say themselves
from __future__ import annotations

import re
from typing import Final

from briefing.spoken import lexicon as lex
from briefing.spoken.numerals import cardinals, digit_by_digit, numbers, ordinals, pair_by_pair, plural, years
from briefing.spoken.phrasing import Context, Phrases, british_first, each, split

YEARS: Final = range(1100, 2100)
_MONTHS: Final = tuple(dict.fromkeys(lex.MONTHS.values()))


def integer(match: re.Match[str], context: Context) -> Phrases:
    """Read a whole number: a day of a month, a year, a count, or digits ("911")."""
    text = match[0]
    plain = british_first(cardinals(text), context)
    if len(text) > 4 or "," in text:
        return plain if "," in text else [*plain, *digit_by_digit(text)]
    return _short_integer(text, plain, context)


def _short_integer(text: str, plain: Phrases, context: Context) -> Phrases:
    """Read a whole number of at most four digits."""
    value = int(text)
    near_month = _is_month(context.before) or _is_month(context.after)
    if near_month and 1 <= value <= 31 and len(text) <= 2:
        day = ordinals(value)[0]
        if _is_month(context.after):
            return [day, f"the {day}", f"the {day} of", f"{day} of", *plain[:1]]
        return [day, f"the {day}", *plain[:1]]
    if len(text) == 4 and value in YEARS:
        said = british_first(years(value), context)
        return [*plain[:1], *said, *plain[1:]] if _counts(context) else [*said, *plain]
    if len(text) >= 3:
        spelled = digit_by_digit(text)
        more = [pair_by_pair(text)] if len(text) == 4 and text[0] != "0" else []
        return [*spelled, *plain] if text[0] == "0" or text == "911" else [*plain, *more, *spelled]
    return {"0": ["zero", "oh", "nil", "nought"], "1": [*plain, "a"]}.get(text, plain)


def _counts(context: Context) -> bool:
    """Whether a number before this word counts things ("1990 people"), so that it is no year."""
    after = context.after.rstrip(".,;:")
    return bool(
        re.fullmatch(r"[a-z]{3,}s|people|men|women|children|troops|percent|million|billion", after)
    ) and (
        after not in ("was", "has", "is", "as", "its", "his", "this", "elections", "olympics")
        and context.before.lower() not in ("in", "since", "the", "from", "of", "by", "until", "during")
    )


def _is_month(word: str) -> bool:
    return (
        word.rstrip(".,;:") != word.rstrip(".,;:").lower() and word.rstrip(".,;:").lower() in lex.MONTH_NAMES
    )


def decimal(match: re.Match[str], context: Context) -> Phrases:
    """Read a number with a fraction or a sign."""
    return british_first(numbers(match[0]), context)


def version(match: re.Match[str], _context: Context) -> Phrases:
    """Read a number with several points: "3.2.1"."""
    parts = match[0].split(".")
    return [" point ".join(cardinals(p)[0] for p in parts), " dot ".join(cardinals(p)[0] for p in parts)]


def ordinal(match: re.Match[str], _context: Context) -> Phrases:
    """Read "21st"."""
    return ordinals(int(match["number"].replace(",", "")))


def decade(match: re.Match[str], _context: Context) -> Phrases:
    """Read "1990s", "'90s", "F-16s"."""
    number = int(match["number"])
    said = years(number) if number in YEARS else cardinals(match["number"])
    return [plural(said[0]), *(plural(p) for p in said[1:])]


def fraction(match: re.Match[str], _context: Context) -> Phrases:
    """Read "1/2", "2/3"; and "9/11", "24/7"."""
    top, bottom = int(match["top"]), int(match["bottom"])
    whole = match["whole"]
    if not whole and (top, bottom) in ((9, 11), (24, 7), (7, 7)):
        return [f"{cardinals(match['top'])[0]} {cardinals(match['bottom'])[0]}"]
    if bottom == 0 or (not whole and top >= bottom and bottom > 4):
        return []
    named = {2: "half", 4: "quarter"}.get(bottom) or ordinals(bottom)[0]
    many = {2: "halves"}.get(bottom) or plural(named)
    tops = [f"one {named}", f"a {named}", named] if top == 1 else [f"{cardinals(match['top'])[0]} {many}"]
    over = f"{cardinals(match['top'])[0]} over {cardinals(match['bottom'])[0]}"
    if whole:
        return each(cardinals(whole)[:1], ["and"], tops[:2][::-1])
    return [*tops, over, f"{cardinals(match['top'])[0]} {cardinals(match['bottom'])[0]}"]


def glyph_fraction(match: re.Match[str], _context: Context) -> Phrases:
    """Read "½", "2½"."""
    said = split(lex.FRACTIONS[match["glyph"]])
    return each(cardinals(match["whole"])[:1], ["and"], said) if match["whole"] else said


def time(match: re.Match[str], context: Context) -> Phrases:
    """Read a time of day or a duration: "2:30", "10:00 p.m.", "3:48"."""
    hour, minute, second = match["hour"], match["minute"], match["second"]
    said = cardinals(str(int(hour)))[0]
    half = {"a": "A M", "p": "P M"}.get((match["half"] or "").lower()[:1], "")
    if second:
        rest = [_small(minute) + " " + _small(second)]
        return [*each([said], rest), f"{said} hours {_small(minute)} minutes {_small(second)} seconds"]
    if minute == "00":
        ways = (
            [said]
            if half or re.match(r"[ap]\.?m", context.after, re.IGNORECASE)
            else [f"{said} o'clock", said]
        )
        ways += [f"{said} hundred", f"{said} hundred hours"] if len(hour) > 1 else [f"{said} o'clock"]
    else:
        to = f"{said} to {cardinals(str(int(minute)))[0]}"
        minutes = f"{said} minutes {cardinals(str(int(minute)))[0]} seconds"
        ways = [f"{said} {_small(minute)}", to, minutes]
    return each(ways, [half]) if half else ways


def _small(digits: str) -> str:
    """Return minutes: "oh five", "thirty"."""
    value = cardinals(str(int(digits)))[0]
    return f"oh {value}" if len(digits) > 1 and digits[0] == "0" and digits != "00" else value


def ratio(match: re.Match[str], _context: Context) -> Phrases:
    """Read "16:9"."""
    low, high = cardinals(match["low"])[0], cardinals(match["high"])[0]
    return [f"{low} to {high}", f"{low} {high}"]


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
    full = int(year) if len(year) == 4 else 2000 + int(year)
    ways: Phrases = []
    orders = [(first, second), (second, first)]
    for month, day in orders[::-1] if context.british else orders:
        if 1 <= month <= 12 and 1 <= day <= 31:
            ways += [f"{_MONTHS[month - 1]} {ordinals(day)[0]} {years(full)[0]}"]
            ways += [f"the {ordinals(day)[0]} of {_MONTHS[month - 1]} {years(full)[0]}"]
    return ways


def iso_date(match: re.Match[str], _context: Context) -> Phrases:
    """Read "2023-10-25"."""
    month, day = int(match["month"]), int(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    said, year = ordinals(day)[0], years(int(match["year"]))[0]
    return [f"{_MONTHS[month - 1]} {said} {year}", f"the {said} of {_MONTHS[month - 1]} {year}"]


def number_range(match: re.Match[str], context: Context) -> Phrases:
    """Read a score, a range of numbers, or of years: "3-1", "10-15", "1939-45"."""
    low, high = match["low"], match["high"]
    if len(low) == 4 and low.isdecimal() and int(low) in YEARS and len(high) in (2, 4):
        start = years(int(low))[:1]
        short = [_small(high)] if len(high) == 2 else years(int(high))[:2]
        whole = years(int(low[:2] + high))[:1] if len(high) == 2 else []
        return each(start, ["to", "", "through"], [*short, *whole])
    near_month = _is_month(context.before) or _is_month(context.after)
    if near_month and re.fullmatch(r"\d\d?-\d\d?", f"{low}-{high}"):
        first, last = ordinals(int(low))[0], ordinals(int(high))[0]
        plain = f"{cardinals(low)[0]} to {cardinals(high)[0]}"
        return [f"{first} to {last}", f"{first} through {last}", f"the {first} to the {last}", plain]
    heads, tails = numbers(low), numbers(high)
    if "0" in (low, high):
        nils = each(
            [*(["nil", "zero"] if low == "0" else heads[:1])],
            [*(["nil", "zero", "oh"] if high == "0" else tails[:1])],
        )
        return [*nils, *each(heads[:1], ["to"], tails[:1])]
    if len(low) == 3 and len(high) in (3, 4) and low.isdecimal():  # 555-0199
        spelled = each(digit_by_digit(low)[:1], digit_by_digit(high)[:2])
        return [*spelled, *each(heads[:2], ["to", ""], tails[:2])] if len(high) == 4 else [
            *each(heads[:2], ["to", ""], tails[:2]), *spelled]  # fmt: skip
    return each(heads[:2], ["to", ""], tails[:2])


def telephone(match: re.Match[str], _context: Context) -> Phrases:
    """Read "1-800-555-0199", "+44 ...": digit by digit."""
    text = match[0]
    if sum(c.isdecimal() for c in text) < 7:
        return []
    plus = "plus " if text.startswith("+") else ""
    return [plus + said for said in digit_by_digit(text)]
